import type { WidgetKind } from "../../shared/messages/widgets.ts";
import { facetParameters } from "../../shared/model/query.ts";
import { fullItem, itemDocument } from "./full-items.ts";
import { injectionAt } from "./injections.ts";

/** Feeds in which every text and every link is a string that tries to be more. */

/** Without these there would be no item, or none that still stands. */
const kept = new Set([
	"id",
	"kind",
	"format",
	"start",
	"end",
	"previousStart",
	"validThrough",
	"datePosted",
	"updatedAt",
	"generatedAt",
]);

/** `value` with `words` for every text in it. */
function withWords(value: unknown, words: string): unknown {
	if (typeof value === "string") return words;
	if (Array.isArray(value)) return value.map((one) => withWords(one, words));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, one]) => [name, kept.has(name) ? one : withWords(one, words)]),
	);
}

/** Every other item has such a string for its id too; the others can be asked for by theirs. */
const idOf = (index: number) =>
	index % 2 ? `${index} ${injectionAt(index)}` : `00000009-0000-7000-8000-${String(index).padStart(12, "0")}`;

const hostileItem = (kind: WidgetKind, index: number) => ({
	...Object(withWords(fullItem(kind, index % 8), injectionAt(index))),
	id: idOf(index),
});

/** The file of the item with the id `id`. */
export function hostileDocument(kind: WidgetKind, id: string): string {
	const index = /^\d+ /.test(id) ? Number.parseInt(id, 10) : Number(id.slice(-12));
	const { region, ...document } = Object(itemDocument(kind, hostileItem(kind, index)));
	const words = injectionAt(index);
	return JSON.stringify({
		...Object(withWords(document, words)),
		region: { id: words, name: words },
		item: document.item,
	});
}

/** A feed of the `count` items from `from` on; its facets and everything else are such strings too. */
export function hostileFeed(kind: WidgetKind, from: number, count: number): string {
	const indices = Array.from({ length: count }, (_, nth) => from + nth);
	const facet = indices.map((index) => {
		const words = injectionAt(index);
		return { value: words, label: words, labelEn: words, count: 1 };
	});
	return JSON.stringify({
		format: "techniek-feed/1",
		kind,
		region: { id: injectionAt(from), name: injectionAt(from) },
		generatedAt: new Date().toISOString(),
		total: count,
		items: indices.map((index) => hostileItem(kind, index)),
		next: injectionAt(from),
		facets: Object.fromEntries(facetParameters.map((parameter) => [parameter, facet])),
	});
}

/** A feed of the same shape with words that want nothing, to see what belongs in a page. */
export function plainFeed(kind: WidgetKind, count: number): string {
	const words = "gewone woorden";
	const items = Array.from({ length: count }, (_, index) => {
		const item: object = fullItem(kind, index);
		return item;
	});
	const facet = ["open-day", "mbo", "po", "Tilburg", "vacancy"].map((value) => ({ value, label: words, count: 2 }));
	return JSON.stringify({
		format: "techniek-feed/1",
		kind,
		region: { id: "proefregio", name: "Proefregio" },
		generatedAt: new Date().toISOString(),
		total: count,
		items,
		// There is none, so that there is a button for more here too.
		next: "nergens/meer",
		facets: Object.fromEntries(facetParameters.map((parameter) => [parameter, facet])),
	});
}

/** The file of one item of a {@link plainFeed}. */
export const plainDocument = (kind: WidgetKind, id: string): string =>
	JSON.stringify(itemDocument(kind, fullItem(kind, Number(id.slice(-12)))));

/** A feed of `count` indicators from `from` on, whose every text but the periods that place them in a chart is such a string. */
export function hostileFigures(from: number, count: number): string {
	const items = Array.from({ length: count }, (_, nth) => {
		const words = injectionAt(from + nth);
		const source = { name: words, url: words, date: words };
		const observation = { value: 5, note: words };
		return {
			id: `figure-${nth}`,
			title: words,
			slug: words,
			url: words,
			summary: words,
			definition: words,
			unit: words,
			perspective: words,
			source,
			version: 2,
			earlier: [{ version: 1, unit: words, definition: words, source, until: words, note: words }],
			target: { value: 9, period: words, note: words },
			observations: [
				{ ...observation, period: "2021", version: 1 },
				{ ...observation, period: "2022", version: 2 },
				{ ...observation, period: words, version: 2 },
				{ ...observation, period: "2022", version: 2, breakdown: { stage: words, [words]: words } },
				...(nth % 3 ? [] : [{ ...observation, period: "2022", version: 2, breakdown: { from: words, to: "mbo" } }]),
			],
			sample: words,
		};
	});
	const head = { format: "techniek-feed/1", kind: "indicators", generatedAt: new Date().toISOString() };
	return JSON.stringify({ ...head, total: count, items, next: null, facets: {} });
}
