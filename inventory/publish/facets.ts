import type { Facets, FacetValue, Item } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import { type FacetParameter, type FeedQuery, facetParameters, fold } from "../../shared/model/query.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { audiences } from "../../shared/vocabularies/audiences.ts";
import { directions } from "../../shared/vocabularies/directions.ts";
import { eventTypes } from "../../shared/vocabularies/event-types.ts";
import { municipalities } from "../../shared/vocabularies/municipalities.ts";
import { natures } from "../../shared/vocabularies/natures.ts";
import { opportunityTypes } from "../../shared/vocabularies/opportunity-types.ts";
import { sectors } from "../../shared/vocabularies/sectors.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import type { Vocabulary } from "../../shared/vocabularies/vocabulary.ts";
import type { Found } from "./item-index.ts";

const types: Partial<Record<FeedKind, Vocabulary>> = {
	events: eventTypes,
	opportunities: opportunityTypes,
	initiatives: natures,
};

/** The closed list behind a parameter, where there is one. Places and organisations are open: the data decides. */
export function vocabularyOf(kind: FeedKind, parameter: FacetParameter): Vocabulary | undefined {
	switch (parameter) {
		case "municipality":
			return municipalities;
		case "stage":
			return stages;
		case "audience":
			return audiences;
		case "sector":
			return sectors;
		case "action-line":
			return actionLines;
		case "direction":
			return kind === "opportunities" ? directions : undefined;
		case "type":
			return types[kind];
		default:
			return undefined;
	}
}

/** Names of organisations by slug, from every mention in the items. */
export function organizationNames(items: readonly Item[]): Map<string, string> {
	const names = new Map<string, string>();
	for (const item of items) {
		const mentions = [
			"organization" in item ? item.organization : undefined,
			"organizer" in item ? item.organizer : undefined,
			...("partners" in item ? item.partners : []),
		];
		for (const mention of mentions) if (mention) names.set(mention.id, mention.name);
		if ("slug" in item && item.slug) names.set(item.slug, item.title);
	}
	return names;
}

/** So many values of an open list are named: nobody chooses from more, and a region may have thousands of organisations. */
const mostOpen = 200;

/** Values with their labels and how many items each would give; vocabularies in their own order, the rest by count. */
export function facetsOf(kind: FeedKind, names: ReadonlyMap<string, string>, found: Found, query: FeedQuery): Facets {
	const facets: Facets = {};
	for (const parameter of facetParameters) {
		const vocabulary = vocabularyOf(kind, parameter);
		const keep = vocabulary ? undefined : { most: mostOpen, wanted: query[parameter] ?? [] };
		const counts = found.facet(parameter, keep);
		if (counts.size === 0) continue;
		const order = vocabulary && Object.keys(vocabulary);
		const named = order ? [...counts] : mostCounted(counts, query[parameter] ?? []);
		const values = named.map(([value, count]): FacetValue => {
			const term = vocabulary?.[value];
			const label = term?.nl ?? (parameter === "organization" ? (names.get(value) ?? value) : value);
			return { value, label, ...(term && term.en !== term.nl && { labelEn: term.en }), count };
		});
		facets[parameter] = values.sort((a, b) =>
			order ? order.indexOf(a.value) - order.indexOf(b.value) : b.count - a.count || inAlphabet(a.label, b.label),
		);
	}
	return facets;
}

const alphabet = new Intl.Collator("nl");

/** The number of an ASCII letter or digit in the order of the alphabet, whatever its case; 0 for anything else. */
function placeOf(code: number): number {
	if (code >= 48 && code <= 57) return code - 47;
	const lower = code | 32;
	return lower >= 97 && lower <= 122 ? lower - 86 : 0;
}

/**
 * What the collator says, which most pairs of names need not be asked: they differ in a plain letter or digit soon. It is several times
 * slower, and a list of organisations takes a thousand comparisons.
 */
export function inAlphabet(one: string, other: string): number {
	const length = Math.min(one.length, other.length);
	for (let at = 0; at < length; at++) {
		const [a, b] = [placeOf(one.charCodeAt(at)), placeOf(other.charCodeAt(at))];
		if (a === 0 || b === 0) break;
		if (a !== b) return a - b;
	}
	return alphabet.compare(one, other);
}

/** Those that occur most, and what was chosen, however seldom it occurs. */
function mostCounted(counts: ReadonlyMap<string, number>, chosen: readonly string[]): [string, number][] {
	if (counts.size <= mostOpen) return [...counts];
	const wanted = new Set(chosen.map(fold));
	const least = Uint32Array.from(counts.values()).sort()[counts.size - mostOpen] ?? 0;
	const most = [...counts].filter(([, count]) => count >= least);
	// Of those that occur equally often as the last one, some are left out.
	const named = new Set(
		most
			.sort(([, a], [, b]) => b - a)
			.slice(0, mostOpen)
			.map(([value]) => value),
	);
	return [...counts].filter(([value]) => named.has(value) || (wanted.size > 0 && wanted.has(fold(value))));
}
