import type { Facets, FacetValue, Item } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import { countFacet, type FacetParameter, type FeedQuery, facetParameters } from "../../shared/model/query.ts";
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

/** Values with their labels and how many items each would give; vocabularies in their own order, the rest by count. */
export function facetsOf(kind: FeedKind, items: readonly Item[], query: FeedQuery): Facets {
	const names = organizationNames(items);
	const facets: Facets = {};
	for (const parameter of facetParameters) {
		const counts = countFacet(items, query, parameter);
		if (counts.size === 0) continue;
		const vocabulary = vocabularyOf(kind, parameter);
		const order = vocabulary && Object.keys(vocabulary);
		const values = [...counts].map(([value, count]): FacetValue => {
			const term = vocabulary?.[value];
			const label = term?.nl ?? (parameter === "organization" ? (names.get(value) ?? value) : value);
			return { value, label, ...(term && term.en !== term.nl && { labelEn: term.en }), count };
		});
		facets[parameter] = values.sort((a, b) =>
			order
				? order.indexOf(a.value) - order.indexOf(b.value)
				: b.count - a.count || a.label.localeCompare(b.label, "nl"),
		);
	}
	return facets;
}
