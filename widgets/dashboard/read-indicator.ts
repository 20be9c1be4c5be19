import type { Measured } from "../../shared/insight/indicators/measured.ts";
import { filled, listOf, number, otherwise, type Read, record, text } from "../feed/readers.ts";
import { safeLink } from "../feed/safe-link.ts";

/** What the dashboard uses of an indicator of the feed. */
export interface IndicatorCard extends Measured {
	id: string;
	slug?: string;
	url?: string;
	summary?: string;
	kind?: string;
	perspective?: string;
	sample?: string;
}

type Part<K extends "source" | "earlier" | "target" | "targets" | "observations"> =
	NonNullable<Measured[K]> extends (infer One)[] ? One : NonNullable<Measured[K]>;

const version: Read<number> = otherwise((value) => (Number.isInteger(value) ? number(value) : undefined), 1);

const bound: Read<"at-least" | "at-most"> = (value) =>
	value === "at-most" || value === "at-least" ? value : undefined;

/** The texts of an object; no prototype, so that no name in it is taken for one of the language's own. */
const breakdown: Read<Record<string, string>> = (value) => {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
	const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string");
	return Object.fromEntries(entries);
};

const source = otherwise(record<Part<"source">>({ name: otherwise(text, ""), url: safeLink, date: text }), {
	name: "",
});

const target = { value: number, period: text, bound, note: text };

/** Reads an indicator of a feed. Without its id and title it is of no use, and an observation without its value neither. */
export const readIndicator = record<IndicatorCard>(
	{
		id: filled,
		slug: filled,
		url: safeLink,
		title: filled,
		summary: text,
		definition: text,
		unit: otherwise(text, ""),
		kind: text,
		perspective: text,
		source,
		version,
		earlier: listOf(
			record<Part<"earlier">>({
				version,
				definition: text,
				unit: otherwise(text, ""),
				source,
				until: filled,
				note: text,
			}),
		),
		target: record<Part<"target">>(target, "value"),
		targets: listOf(record<Part<"targets">>({ ...target, breakdown }, "value")),
		observations: listOf(
			record<Part<"observations">>(
				{ period: filled, value: number, breakdown, note: text, version },
				"period",
				"value",
			),
		),
		sample: text,
	},
	"id",
	"title",
);
