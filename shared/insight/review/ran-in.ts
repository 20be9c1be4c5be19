import type { InitiativeItem } from "../../model/feed.ts";

/** In which years something ran, as far as its planning tells: `to` is open when it still runs. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

const yearOf = (date: string) => Number(date.slice(0, 4));

const range = /\b((?:19|20)\d{2})\s*(?:[-–—]|t\/m|tot\s+en\s+met|tot)\s*((?:19|20)\d{2})\b/gi;
const open = /\b(?:sinds|vanaf|nieuw\s+in|gestart\s+in|voor\s+het\s+eerst\s+in)\s+(?:\p{L}+\s+)?((?:19|20)\d{2})\b/giu;
const single = /\b((?:19|20)\d{2})\b/g;

/** The years that words name: "Sinds 2022", "2016-2019", "Voorjaar 2014; vervolg in 2015". */
export function spansIn(words: string): Span[] {
	const spans: Span[] = [];
	const rest = words
		.replace(range, (_, from: string, to: string) => {
			spans.push({ from: Number(from), to: Number(to) });
			return "";
		})
		.replace(open, (_, from: string) => {
			spans.push({ from: Number(from), to: Number.POSITIVE_INFINITY });
			return "";
		});
	for (const [year] of rest.matchAll(single)) spans.push({ from: Number(year), to: Number(year) });
	return spans;
}

type Planned = Pick<InitiativeItem, "planning" | "status">;

/** The spans of an initiative by its dates or, without, its words; none when neither names a year. */
export function spansOf({ planning }: Planned): Span[] {
	const { start, end, label = "" } = planning ?? {};
	if (start || end) {
		const [from, to] = [start ? yearOf(start) : undefined, end ? yearOf(end) : undefined];
		return [{ from: from ?? Number.NEGATIVE_INFINITY, to: to ?? Number.POSITIVE_INFINITY }];
	}
	return spansIn(label);
}

/**
 * Whether an initiative ran in `year`: `dated` by its planning, `ongoing` when it runs and no year is known of it, undefined when it
 * did not, or when nobody can tell. An idea never ran.
 */
export function ranIn(item: Planned, year: number): "dated" | "ongoing" | undefined {
	if (item.status === "idea") return undefined;
	const spans = spansOf(item);
	if (spans.length === 0) return item.status === "running" ? "ongoing" : undefined;
	return spans.some(({ from, to }) => from <= year && year <= to) ? "dated" : undefined;
}
