import { tidy } from "./page.ts";

/** One schema.org item, whichever syntax it was written in. */
export interface Thing {
	readonly types: readonly string[];
	readonly id?: string | undefined;
	readonly values: ReadonlyMap<string, readonly Value[]>;
	readonly from: "json-ld" | "microdata";
}
export type Value = string | Thing;

/** All items of a page; references by `@id` are followed through it. */
export interface Things {
	readonly all: readonly Thing[];
	readonly byId: ReadonlyMap<string, Thing>;
}

/** Properties that point away from what the page is about. */
const related = new Set(["isRelatedTo", "relatedLink", "mentions", "citation", "review", "comment", "breadcrumb"]);

const isReference = (thing: Thing) => thing.id !== undefined && thing.types.length === 0 && thing.values.size === 0;

/** The values of a property, references resolved. */
export function valuesOf(things: Things, thing: Thing, property: string): readonly Value[] {
	return (thing.values.get(property) ?? []).map((value) =>
		typeof value !== "string" && isReference(value) ? (things.byId.get(value.id ?? "") ?? value) : value,
	);
}

/** The first value that is text; for an item its name or address. */
export function textOf(things: Things, thing: Thing, ...properties: string[]): string | undefined {
	for (const property of properties) {
		for (const value of valuesOf(things, thing, property)) {
			const text = typeof value === "string" ? tidy(value) : textOf(things, value, "name", "@value", "url");
			if (text) return text;
		}
	}
	return undefined;
}

/** The first value as an address: text, or the `@id` or `url` of an item. */
export function addressOf(things: Things, thing: Thing, property: string): string | undefined {
	const [value] = valuesOf(things, thing, property);
	return typeof value === "string" ? value.trim() : value && (textOf(things, value, "url") ?? value.id);
}

/** The first value that is an item. */
export function thingOf(things: Things, thing: Thing, ...properties: string[]): Thing | undefined {
	for (const property of properties)
		for (const value of valuesOf(things, thing, property)) if (typeof value !== "string") return value;
	return undefined;
}

export const isA = (thing: Thing, test: RegExp) => thing.types.some((type) => test.test(type));

/** `https://schema.org/Event`, `schema:Event` and `Event` are one type. */
export const localName = (type: string) => type.replace(/^.*[/#:]/, "");

/** Gathers items, nested ones included, into the index that references need. */
export function indexThings(roots: readonly Thing[]): Things {
	const all: Thing[] = [];
	const byId = new Map<string, Thing>();
	const visit = (thing: Thing, depth: number) => {
		if (!isReference(thing)) {
			all.push(thing);
			const known = thing.id === undefined ? undefined : byId.get(thing.id);
			if (thing.id !== undefined && (!known || known.values.size < thing.values.size)) byId.set(thing.id, thing);
		}
		if (depth > 20) return;
		for (const [property, values] of thing.values)
			if (!related.has(property)) for (const value of values) if (typeof value !== "string") visit(value, depth + 1);
	};
	for (const root of roots) visit(root, 0);
	return { all, byId };
}
