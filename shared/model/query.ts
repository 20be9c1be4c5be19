import type { Item } from "./feed.ts";

/** The parameters by which a visitor or partner picks values from a list; each is a facet of the feed. */
export const facetParameters = [
	"place",
	"municipality",
	"organization",
	"stage",
	"audience",
	"sector",
	"action-line",
	"type",
	"direction",
] as const;
export type FacetParameter = (typeof facetParameters)[number];

export const feedParameters = [...facetParameters, "from", "to", "q", "limit", "after"] as const;
export type FeedParameter = (typeof feedParameters)[number];

/** What to keep. Of one parameter one value is enough; the parameters all have to fit. `from` and `to` are dates, inclusive. */
export type FeedQuery = Partial<Record<FacetParameter, readonly string[]>> & { from?: string; to?: string; q?: string };

/** The fields that any kind of item may have and that a query looks at. */
interface Queryable {
	title: string;
	summary?: string;
	goal?: string;
	location?: { name?: string; place?: string; municipality?: string };
	places?: { name: string; municipality?: string }[];
	organization?: { id?: string; name: string };
	organizer?: { id?: string; name: string };
	partners?: { id?: string; name: string }[];
	stages?: string[];
	audiences?: string[];
	sectors?: string[];
	actionLines?: string[];
	type?: string;
	nature?: string;
	direction?: string;
	start?: string;
	end?: string;
	datePosted?: string;
	validThrough?: string;
	planning?: { start?: string; end?: string };
}

const present = (values: (string | undefined)[]) => values.filter((value): value is string => !!value);

/** The values of `item` under one parameter. */
export function valuesOf(item: Item | Queryable, parameter: FacetParameter): string[] {
	const it: Queryable = item;
	const places = [it.location, ...(it.places ?? [])];
	switch (parameter) {
		case "place":
			return present([it.location?.place, ...(it.places ?? []).map((place) => place.name)]);
		case "municipality":
			return present(places.map((place) => place?.municipality));
		case "organization":
			return present([it.organization, it.organizer, ...(it.partners ?? [])].map((organization) => organization?.id));
		case "stage":
			return it.stages ?? [];
		case "audience":
			return it.audiences ?? [];
		case "sector":
			return it.sectors ?? [];
		case "action-line":
			return it.actionLines ?? [];
		case "type":
			return present([it.type ?? it.nature]);
		case "direction":
			return present([it.direction]);
	}
}

/** Lower case without accents, so that "café" is found by "Cafe". */
export const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What a search looks in: title, texts, names and places, folded. */
export function textOf(item: Item | Queryable): string {
	const it: Queryable = item;
	const names = [it.organization, it.organizer, ...(it.partners ?? [])].map((organization) => organization?.name);
	const places = [it.location?.name, it.location?.place, ...(it.places ?? []).map((place) => place.name)];
	return fold([it.title, it.summary, it.goal, ...names, ...places].join(" "));
}

/** First and last day of an item, as far as it has them. */
export function periodOf(item: Item | Queryable): [string | undefined, string | undefined] {
	const it: Queryable = item;
	const start = it.start ?? it.planning?.start ?? it.datePosted;
	const end = it.end ?? it.planning?.end ?? it.validThrough ?? it.start;
	return [start?.slice(0, 10), end?.slice(0, 10)];
}

/** Whether `item` answers `query`, leaving out the parameter `except` (to count what choosing another value would give). */
export function matches(item: Item | Queryable, query: FeedQuery, except?: FacetParameter): boolean {
	const [start, end] = periodOf(item);
	if (query.from && end && end < query.from.slice(0, 10)) return false;
	if (query.to && start && start > query.to.slice(0, 10)) return false;
	for (const parameter of facetParameters) {
		const wanted = query[parameter];
		if (!wanted?.length || parameter === except) continue;
		if (!valuesOf(item, parameter).some((value) => wanted.some((one) => fold(one) === fold(value)))) return false;
	}
	if (!query.q) return true;
	const haystack = textOf(item);
	return fold(query.q)
		.split(/\s+/)
		.every((word) => haystack.includes(word));
}

/** How many of `items` each value would give, were it chosen beside the rest of `query`. */
export function countFacet(
	items: readonly (Item | Queryable)[],
	query: FeedQuery,
	parameter: FacetParameter,
): Map<string, number> {
	const counts = new Map<string, number>();
	for (const item of items) {
		if (!matches(item, query, parameter)) continue;
		for (const value of new Set(valuesOf(item, parameter))) counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return counts;
}

/** Which of `values` the partner allows under `parameter`: all, unless some were fixed. */
export function allowed(fixed: FeedQuery, parameter: FacetParameter, values: readonly string[]): readonly string[] {
	const within = fixed[parameter];
	return within?.length ? values.filter((value) => within.some((one) => fold(one) === fold(value))) : values;
}
