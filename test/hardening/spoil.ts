import fc from "fast-check";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import { fullItem, itemDocument } from "./full-items.ts";
import {
	followingNames,
	heavyNames,
	lightNames,
	linkNames,
	momentNames,
	numberNames,
	wrongValues,
	zoneNames,
} from "./wrong-values.ts";

/** Documents with something wrong in them, and what still has to be right in what a widget makes of them. */

/** One thing done to a document: at the path that `at` points to, counted over all paths there are. */
export type Change = { do: "drop" | "rename" | "repeat"; at: number } | { do: "replace"; at: number; by: string };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Step = string | number;

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
	typeof value === "object" && value !== null && !Array.isArray(value);

function childOf(value: Json | undefined, step: Step): Json | undefined {
	if (Array.isArray(value)) return value[Number(step)];
	return isObject(value) ? value[step] : undefined;
}

/** Every path of a document, in the order of the document. */
function pathsOf(value: Json, path: readonly Step[] = []): (readonly Step[])[] {
	const children: [Step, Json][] = Array.isArray(value)
		? value.map((child, index) => [index, child])
		: isObject(value)
			? Object.entries(value)
			: [];
	return children.flatMap(([step, child]) => [[...path, step], ...pathsOf(child, [...path, step])]);
}

/** Stands in the document for JSON that is no value; becomes that JSON in {@link textOf}. */
const mark = (name: string) => `@@${name}@@`;
const textOf = (document: Json) =>
	JSON.stringify(document).replace(/"@@([^"]+)@@"/g, (_, name) => wrongValues[name] ?? "null");

function apply(document: Json, path: readonly Step[], change: Change): void {
	const last = path.at(-1);
	const parent = path.slice(0, -1).reduce<Json | undefined>(childOf, document);
	if (last === undefined || parent === undefined) return;
	const value = childOf(parent, last) ?? null;
	if (Array.isArray(parent)) {
		const index = Number(last);
		if (change.do === "drop") parent.splice(index, 1);
		else if (change.do === "repeat") parent.push(structuredClone(value));
		else parent[index] = change.do === "replace" ? mark(change.by) : [value];
	} else if (isObject(parent)) {
		if (change.do === "drop") delete parent[last];
		else if (change.do === "rename") {
			delete parent[last];
			parent[`${last}X`] = value;
		} else parent[last] = change.do === "replace" ? mark(change.by) : [value, value];
	}
}

/** What a widget cannot do without, or what decides whether an item is over: the fields that keep an item on screen. */
const kept: Record<WidgetKind, readonly string[]> = {
	events: ["id", "title", "start", "end", "timeZone"],
	opportunities: ["id", "title", "type", "validThrough"],
	initiatives: ["id", "title"],
};

export interface Spoilt {
	json: string;
	/** Titles of items that are whole as far as a widget is concerned: they have to be there. */
	titles: string[];
	/** Whether an item has no title, or one that is no text: the partner must be told. */
	lame: boolean;
	/** What was done, in words. */
	done: string[];
	/** Whether the format or kind says that this is another document. */
	foreign: boolean;
}

const titleOf = (item: Json) => (isObject(item) && typeof item.title === "string" ? item.title : "");

const parse = (value: unknown): Json => JSON.parse(JSON.stringify(value));

export const itemsPerFeed = 4;

const made = new Map<WidgetKind, { [key: string]: Json }>();

/** A feed of `kind` in which nothing is wrong, to be changed. */
function feedOf(kind: WidgetKind): { [key: string]: Json } {
	const known = made.get(kind) ?? makeFeed(kind);
	made.set(kind, known);
	return structuredClone(known);
}

function makeFeed(kind: WidgetKind): { [key: string]: Json } {
	const facet = (value: string) => ({ value, label: `Label ${value}`, labelEn: `Label in English ${value}`, count: 2 });
	return {
		format: "techniek-feed/1",
		kind,
		region: { id: "proefregio", name: "Proefregio" },
		generatedAt: new Date().toISOString(),
		total: itemsPerFeed,
		items: Array.from({ length: itemsPerFeed }, (_, index) => parse(fullItem(kind, index))),
		next: null,
		facets: {
			type: ["open-day", "vacancy", "activity"].map(facet),
			place: ["Tilburg", "Waalwijk"].map(facet),
			stage: ["mbo", "po"].map(facet),
			sector: ["metal", "ict"].map(facet),
			"action-line": ["learn", "work"].map(facet),
		},
	};
}

function change(document: Json, changes: readonly Change[], touched: (path: readonly Step[]) => void): string[] {
	return changes.map((one) => {
		const paths = pathsOf(document);
		const path = paths[one.at % paths.length] ?? [];
		touched(path);
		apply(document, path, one);
		return `${one.do} ${path.join(".")}${one.do === "replace" ? ` by ${one.by}` : ""}`;
	});
}

/** A feed of `kind` after `changes`. */
export function spoiltFeed(kind: WidgetKind, changes: readonly Change[]): Spoilt {
	const feed = feedOf(kind);
	const whole = new Set((Array.isArray(feed.items) ? feed.items : []).map(titleOf));
	let foreign = false;
	const done = change(feed, changes, (path) => {
		const [top, index, field] = path;
		if (top === "format" || top === "kind") foreign = true;
		if (top !== "items") return;
		const { items } = feed;
		// A list that moved has its items elsewhere; those touched are known by their titles.
		if (index === undefined) whole.clear();
		else if (field === undefined || kept[kind].includes(String(field))) {
			const item = childOf(items, index);
			whole.delete(titleOf(item ?? null));
		}
	});
	const items = Array.isArray(feed.items) ? feed.items : [];
	const lame = items.some((item) => typeof item !== "object" || item === null || !("title" in item));
	return { json: textOf(feed), titles: [...whole], lame, done, foreign };
}

/** The file of the first item of such a feed, after `changes`. */
export function spoiltItem(kind: WidgetKind, changes: readonly Change[]): string {
	const { items } = feedOf(kind);
	const document = parse(itemDocument(kind, Object(childOf(items, 0))));
	change(document, changes, () => {});
	return textOf(document);
}

const at = fc.nat({ max: 2000 });
const by = fc.oneof(
	{ weight: 30, arbitrary: fc.constantFrom(...lightNames) },
	{ weight: 1, arbitrary: fc.constantFrom(...heavyNames) },
);

/** Changes anywhere in a document. */
export const changes: fc.Arbitrary<Change[]> = fc.array(
	fc.oneof(
		{ weight: 5, arbitrary: fc.record({ do: fc.constant("replace" as const), at, by }) },
		{
			weight: 3,
			arbitrary: fc.record({ do: fc.constantFrom("drop" as const, "rename" as const, "repeat" as const), at }),
		},
	),
	{ minLength: 1, maxLength: 5 },
);

/** Where the fields of a name stand among the paths of the feed of `kind`, before it is changed. */
function placesOf(kind: WidgetKind, names: readonly string[]): number[] {
	return pathsOf(feedOf(kind)).flatMap((path, index) => (names.includes(String(path.at(-1))) ? [index] : []));
}

/** Values that look right for the field where they stand. */
export function fittingChanges(kind: WidgetKind): fc.Arbitrary<Change[]> {
	const fields: [names: string[], values: readonly string[]][] = [
		[["start", "end", "previousStart", "validThrough", "datePosted", "generatedAt", "updatedAt"], momentNames],
		[["timeZone"], zoneNames],
		[["url", "registrationUrl", "applyUrl", "sourceUrl"], linkNames],
		[["next"], followingNames],
		[["latitude", "longitude", "amount", "min", "max", "total", "count"], numberNames],
	];
	const arbitraries = fields.flatMap(([names, values]) => {
		const places = placesOf(kind, names);
		if (!places.length) return [];
		return [
			fc.record({
				do: fc.constant("replace" as const),
				at: fc.constantFrom(...places),
				by: fc.constantFrom(...values),
			}),
		];
	});
	// Replacing a value by one without children keeps every later place where it was, when the one replaced had none either.
	return fc.array(fc.oneof(...arbitraries), { minLength: 1, maxLength: 4 });
}
