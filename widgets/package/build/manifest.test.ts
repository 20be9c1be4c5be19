import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { attributes as dashboardAttributes } from "../../dashboard/settings.ts";
import { attributes } from "../../element/settings.ts";
import { observed as networkAttributes } from "../../network/settings.ts";
import { elementsManifest } from "./manifest.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const Named = z.array(z.object({ name: z.string(), description: z.string().check(z.minLength(5)) }));

const Manifest = z.object({
	schemaVersion: z.string(),
	modules: z.array(
		z.object({
			path: z.string(),
			exports: z.array(z.object({ kind: z.string(), name: z.string(), declaration: z.object({ module: z.string() }) })),
			declarations: z.array(
				z.object({
					tagName: z.string(),
					customElement: z.literal(true),
					attributes: Named,
					events: z.array(z.object({ name: z.string(), type: z.object({ text: z.string() }) })),
					members: Named,
					slots: z.array(z.object({ name: z.string() })),
					cssParts: Named,
					cssProperties: Named,
					cssStates: Named,
				}),
			),
		}),
	),
});

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).sort();

describe.each([
	["dashboard", dashboardAttributes],
	["network", networkAttributes],
] as const)("custom-elements.json has <techniek-%s>", (kind, known) => {
	it("with what pages can set and style, and where it is registered", async () => {
		const { modules } = Manifest.parse(JSON.parse(await elementsManifest(root, [kind])));
		const element = modules.find(({ path }) => path === `${kind}/element.js`)?.declarations[0];
		expect(names(element?.attributes ?? [])).toEqual([...known].sort());
		expect(names(element?.cssStates ?? [])).toEqual(["empty", "error", "filtered-empty", "loading", "ready", "stale"]);
		expect(names(element?.events ?? [])).toEqual(["techniek-error", "techniek-load", "techniek-select"]);
		expect(element?.slots).toHaveLength(1);
		expect(element?.members).toEqual([]);
		expect(modules.find(({ path }) => path === `${kind}.js`)?.exports).toContainEqual(
			expect.objectContaining({ name: `techniek-${kind}` }),
		);
	});
});

describe.each(["events", "opportunities", "initiatives"])("custom-elements.json has <techniek-%s>", (kind) => {
	let manifest: z.infer<typeof Manifest>;
	const module = (path: string) => manifest.modules.find((one) => one.path === path);
	const element = () => {
		const found = module(`${kind}/element.js`)?.declarations[0];
		if (!found) throw new Error(`No <techniek-${kind}>`);
		return found;
	};

	beforeAll(async () => {
		manifest = Manifest.parse(JSON.parse(await elementsManifest(root, [kind])));
	});

	it("with every attribute that it understands, and no other", () => {
		expect(names(element().attributes)).toEqual([...attributes].sort());
	});

	it("with its events and their types", () => {
		expect(element().events.map(({ name, type }) => [name, type.text])).toEqual([
			["techniek-load", "TechniekLoadEvent"],
			["techniek-error", "TechniekErrorEvent"],
			["techniek-select", "TechniekSelectEvent"],
			["techniek-filter", "TechniekFilterEvent"],
		]);
	});

	it("with its states, parts, custom properties and slot", () => {
		expect(names(element().cssStates)).toEqual(["empty", "error", "filtered-empty", "loading", "ready", "stale"]);
		expect(names(element().cssParts)).toContain("title");
		expect(names(element().cssProperties)).toContain("--techniek-link-color");
		expect(element().slots).toHaveLength(1);
	});

	it("with what pages may use of it only", () => {
		expect(names(element().members)).toEqual(["updateComplete"]);
	});

	it("where it is registered", () => {
		expect(module(`${kind}.js`)?.exports).toContainEqual({
			kind: "custom-element-definition",
			name: `techniek-${kind}`,
			declaration: { module: `${kind}/element.js` },
		});
	});
});
