import { describe, expect, it } from "vitest";
import { whyUnreadable } from "./unreadable.ts";

describe("a page that cannot be read", () => {
	it.each([
		["chrome://extensions/", "browser-page"],
		["about:addons", "browser-page"],
		["https://a.nl/folder.pdf?versie=2", "pdf"],
		["file:///home/ik/folder.pdf", "pdf"],
		["https://chromewebstore.google.com/", "protected"],
	])("at %s is: %s", (url, why) => {
		expect(whyUnreadable(url, false)).toBe(why);
	});

	it("asks for a click where the address is not known, and says it again in Firefox", () => {
		expect(whyUnreadable(undefined, false)).toBe("no-access");
		expect(whyUnreadable("", true)).toBe("no-access-firefox");
	});
});
