import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { create, ts } from "@custom-elements-manifest/analyzer";
import * as z from "zod/mini";
import type { TechniekElement } from "../types.ts";

/** What pages may use of the class; the rest is public for the parts of a widget only. */
const members: readonly string[] = ["updateComplete"] satisfies (keyof TechniekElement)[];

const Described = z.object({
	name: z.string(),
	description: z.string(),
	type: z.optional(z.object({ text: z.string() })),
});

const ElementClass = z.object({
	kind: z.literal("class"),
	name: z.string(),
	description: z.string(),
	attributes: z.array(Described),
	events: z.array(z.unknown()),
	members: z.array(z.unknown()),
	slots: z.array(Described),
	cssParts: z.array(Described),
	cssProperties: z.array(Described),
	cssStates: z.array(Described),
});

const Analysis = z.object({
	modules: z.array(z.object({ path: z.string(), declarations: z.array(z.unknown()) })),
});

const Member = z.extend(Described, { kind: z.string() });

/** Those of `values` that are described: the analyzer also finds every `dispatchEvent` and every private field. */
function describedOf<T>(schema: z.ZodMiniType<T>, values: readonly unknown[]): T[] {
	return values.flatMap((value) => {
		const { data } = schema.safeParse(value);
		return data === undefined ? [] : [data];
	});
}

/**
 * The elements of the package with everything that they have from the classes they extend, as custom-elements.json
 * (https://github.com/webcomponents/custom-elements-manifest). `kinds` are such as `events`.
 */
export async function elementsManifest(root: string, kinds: readonly string[]): Promise<string> {
	const source = (kind: string) => `widgets/${kind}/${kind}-element.ts`;
	const paths = [
		"widgets/element/widget-element.ts",
		"widgets/element/list-element.ts",
		"widgets/element/part-element.ts",
		...kinds.map(source),
	];
	const files = paths.map(async (path) =>
		ts.createSourceFile(path, await readFile(join(root, path), "utf8"), ts.ScriptTarget.ES2022, true),
	);
	const found = Analysis.parse(create({ modules: await Promise.all(files), context: { dev: false } }));

	const modules = kinds.flatMap((kind) => {
		const declared = found.modules.find(({ path }) => path === source(kind))?.declarations[0];
		const { events, members: all, ...described } = ElementClass.parse(declared);
		const { name } = described;
		const reference = { name, module: `${kind}/element.js` };
		const exported = { kind: "js", name, declaration: reference };
		const element = {
			...described,
			superclass: { name: "HTMLElement", package: "global:" },
			members: describedOf(Member, all).filter((member) => members.includes(member.name)),
			events: describedOf(Described, events),
			customElement: true,
			tagName: `techniek-${kind}`,
		};
		const definition = { kind: "custom-element-definition", name: element.tagName, declaration: reference };
		return [
			{ kind: "javascript-module", path: reference.module, declarations: [element], exports: [exported] },
			{ kind: "javascript-module", path: `${kind}.js`, declarations: [], exports: [definition, exported] },
		];
	});
	return `${JSON.stringify({ schemaVersion: "2.1.0", modules }, null, "\t")}\n`;
}
