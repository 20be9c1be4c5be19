import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { manifestFor } from "./manifest.config.ts";

describe("the manifest", () => {
	it("asks for nothing but the tab that was clicked", () => {
		const both = ["activeTab", "scripting", "storage", "alarms", "contextMenus"];
		expect(manifestFor("chromium").permissions).toEqual([...both, "sidePanel"]);
		expect(manifestFor("firefox").permissions).toEqual(both);
		for (const target of ["chromium", "firefox"] as const) {
			expect(manifestFor(target)).not.toHaveProperty("host_permissions");
			expect(manifestFor(target)).not.toHaveProperty("optional_permissions");
			expect(manifestFor(target)).not.toHaveProperty("optional_host_permissions");
			expect(manifestFor(target)).not.toHaveProperty("content_scripts");
		}
	});

	it("names icons that are there", () => {
		for (const path of Object.values(manifestFor("chromium").icons))
			expect(existsSync(new URL(path, import.meta.url))).toBe(true);
	});

	it("tells Firefox what leaves the device", () => {
		expect(manifestFor("firefox")).toMatchObject({
			browser_specific_settings: {
				gecko: { data_collection_permissions: { required: expect.arrayContaining(["websiteContent"]) } },
			},
		});
	});
});
