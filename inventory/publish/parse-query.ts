import * as z from "zod/mini";
import type { Item } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import {
	type FacetParameter,
	type FeedParameter,
	type FeedQuery,
	facetParameters,
	feedParameters,
	fold,
} from "../../shared/model/query.ts";
import type { Region } from "../../shared/model/region.ts";
import { CalendarDate, Instant } from "../../shared/model/values.ts";
import { municipalities } from "../../shared/vocabularies/municipalities.ts";
import { Refusal } from "../records/refusal.ts";
import { vocabularyOf } from "./facets.ts";
import { indexOf } from "./item-index.ts";

/** A page of a feed: which items, how many at a time, and after which one. */
export interface FeedRequest {
	query: FeedQuery;
	limit: number;
	/** Id of the last item of the page before. */
	after: string | undefined;
}

export const largestPage = 100;

function refuse(parameter: string, value: string, nl: string, en: string): never {
	throw new Refusal(
		400,
		"invalid-parameter",
		{ nl: `${parameter}=${value} begrijpen we niet.`, en: `We do not understand ${parameter}=${value}.` },
		{ detail: { nl, en }, errors: [{ field: parameter, message: nl }] },
	);
}

const isFeedParameter = (name: string): name is FeedParameter => feedParameters.some((known) => known === name);

const DateOrInstant = z.union([CalendarDate, Instant]);

/** Whether we know a value of a facet: of a closed list any code, of an open one what the region and its items name. */
function isKnown(
	kind: FeedKind,
	parameter: FacetParameter,
	items: readonly Item[],
	region: Region,
): (value: string) => boolean {
	const vocabulary = vocabularyOf(kind, parameter);
	if (vocabulary) {
		const codes = new Set(Object.keys(vocabulary).map(fold));
		return (value) => codes.has(value);
	}
	const index = indexOf(kind, items);
	if (parameter === "organization") return (value) => index.organizations().has(value);
	if (parameter !== "place") return () => false;
	const ofRegion = region.municipalities.flatMap((code): string[] => {
		const term: { nl: string; synonyms?: readonly string[] } = municipalities[code];
		return [term.nl, ...(term.synonyms ?? [])];
	});
	const places = new Set(ofRegion.map(fold));
	return (value) => places.has(value) || index.known("place").has(value);
}

/**
 * Reads the parameters of a feed address. Several values of one parameter are given by repeating it or with commas.
 * Throws a {@link Refusal} 400 for a name or value that is not known: a typing error must not give a full list.
 */
export function parseFeedQuery(
	parameters: URLSearchParams,
	kind: FeedKind,
	items: readonly Item[],
	region: Region,
): FeedRequest {
	for (const name of parameters.keys()) {
		if (isFeedParameter(name)) continue;
		const known = feedParameters.join(", ");
		refuse(
			name,
			parameters.get(name) ?? "",
			`Deze parameter bestaat niet. Kies uit: ${known}.`,
			`There is no such parameter. Choose from: ${known}.`,
		);
	}
	const query: FeedQuery = {};
	for (const parameter of facetParameters) {
		// A place may hold a comma only when the parameter is repeated; all other values never do.
		const values = parameters
			.getAll(parameter)
			.flatMap((value) => value.split(","))
			.map((value) => value.trim())
			.filter(Boolean);
		if (values.length === 0) continue;
		const known = isKnown(kind, parameter, items, region);
		for (const value of values) {
			if (known(fold(value))) continue;
			const vocabulary = vocabularyOf(kind, parameter);
			const choice = vocabulary && parameter !== "municipality" ? Object.keys(vocabulary).join(", ") : undefined;
			refuse(
				parameter,
				value,
				choice ? `Kies uit: ${choice}.` : `Deze waarde komt in de regio ${region.name} bij deze lijst niet voor.`,
				choice ? `Choose from: ${choice}.` : `This value does not occur in this list of the region ${region.name}.`,
			);
		}
		query[parameter] = values;
	}
	for (const name of ["from", "to"] as const) {
		const value = parameters.get(name);
		if (value === null || value === "") continue;
		if (!DateOrInstant.safeParse(value).success) {
			refuse(name, value, "Schrijf een datum als 2026-11-21.", "Write a date as 2026-11-21.");
		}
		query[name] = value;
	}
	const q = parameters.get("q")?.trim();
	if (q && q.length > 200)
		refuse("q", `${q.slice(0, 20)}…`, "Zoek met hoogstens 200 tekens.", "Search with at most 200 characters.");
	if (q) query.q = q;

	const limitText = parameters.get("limit") || String(largestPage);
	const limit = /^\d{1,4}$/.test(limitText) ? Number(limitText) : 0;
	if (limit < 1 || limit > largestPage) {
		refuse("limit", limitText, `Kies een getal van 1 tot ${largestPage}.`, `Choose a number from 1 to ${largestPage}.`);
	}
	return { query, limit, after: parameters.get("after") || undefined };
}
