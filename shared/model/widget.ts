import * as z from "zod/mini";
import { columnAxes, rowAxes } from "../insight/coverage/axes.ts";
import type { Language } from "../vocabularies/vocabulary.ts";
import type { FeedKind } from "./kinds.ts";
import { facetParameters } from "./query.ts";
import { CalendarDate, Instant, Slug, WebAddress } from "./values.ts";

/**
 * The attributes of `<techniek-events>` and its siblings, for everything that writes them down elsewhere than in a page:
 * managed widgets, the frame page, oEmbed and the configurator. The elements have their own list, for its bytes; a test
 * holds the two equal.
 */

export const widgetKinds = ["events", "opportunities", "initiatives"] as const satisfies readonly FeedKind[];
export type WidgetKind = (typeof widgetKinds)[number];
export const isWidgetKind = (text: string): text is WidgetKind => widgetKinds.some((kind) => kind === text);

export const viewsOf = {
	events: ["list", "cards", "month", "map"],
	opportunities: ["list", "cards", "map"],
	initiatives: ["list", "cards", "table", "coverage", "map"],
} as const satisfies Record<WidgetKind, readonly string[]>;

/** What visitors may be given to narrow the list by; `none` for nothing at all. */
export const filterNames = ["q", ...facetParameters, "from", "to"] as const;

export const widgetAttributes = [
	"region",
	"src",
	...filterNames,
	"limit",
	"view",
	"rows",
	"columns",
	"filters",
	"detail",
	"deep-link",
	"structured-data",
	"heading-level",
	"theme",
	"lang",
] as const;
export type WidgetAttribute = (typeof widgetAttributes)[number];

/** Only opportunities are asked for or offered, and only initiatives have goals that a matrix can cover. */
const kindOnly: Partial<Record<WidgetAttribute, WidgetKind>> = {
	direction: "opportunities",
	rows: "initiatives",
	columns: "initiatives",
};

/** Those that mean something for a kind. */
export const attributesOf = (kind: WidgetKind): readonly WidgetAttribute[] =>
	widgetAttributes.filter((name) => (kindOnly[name] ?? kind) === kind);

export const filterNamesOf = (kind: WidgetKind): readonly string[] =>
	filterNames.filter((name) => name !== "direction" || kind === "opportunities");

/** These say something by being there, even when empty. */
const meaningfulWhenEmpty: readonly WidgetAttribute[] = ["deep-link", "structured-data"];

/** Attributes and their values as they stand in a page. */
export const WidgetAttributes = z.partialRecord(z.enum(widgetAttributes), z.string().check(z.maxLength(2000)));
export type WidgetAttributes = z.infer<typeof WidgetAttributes>;

export const managedWidgetFormat = "techniek-widget/1";

/** A configuration that staff keep under a name: `/embed/widgets/<name>.json`, read by `widget="<name>"`. */
export const ManagedWidget = z.object({
	format: z.literal(managedWidgetFormat),
	name: Slug,
	kind: z.enum(widgetKinds),
	attributes: WidgetAttributes,
	updatedAt: Instant,
});
export type ManagedWidget = z.infer<typeof ManagedWidget>;

/** What staff send to keep one, and what they get back. */
export const WidgetInput = z.object({ kind: z.enum(widgetKinds), attributes: WidgetAttributes });
export const StaffWidget = z.extend(z.omit(ManagedWidget, { format: true }), { updatedBy: z.string() });
export type StaffWidget = z.infer<typeof StaffWidget>;

type Sentence = Readonly<Record<Language, string>>;

const oneOf = (values: readonly string[]): Sentence => ({
	nl: `Kies uit: ${values.join(", ")}.`,
	en: `Choose from: ${values.join(", ")}.`,
});
const among = (values: readonly string[], value: string) => (values.includes(value) ? undefined : oneOf(values));
const when = (right: boolean, nl: string, en: string): Sentence | undefined => (right ? undefined : { nl, en });

const words = (text: string) =>
	text
		.split(",")
		.map((word) => word.trim())
		.filter(Boolean);

const isDate = (value: string) => CalendarDate.safeParse(value).success || Instant.safeParse(value).success;

/** What is wrong with a value, as a sentence that says what belongs there; undefined when nothing is. */
function wrong(kind: WidgetKind, name: WidgetAttribute, value: string): Sentence | undefined {
	switch (name) {
		case "region":
			return when(
				Slug.safeParse(value).success,
				"Schrijf de naam van een regio zoals in het adres van haar feed, zoals midden-brabant.",
				"Write the name of a region as in the address of its feed, such as midden-brabant.",
			);
		case "src":
			return when(
				WebAddress.safeParse(value).success,
				"Geef het adres van een feed, dat begint met https://.",
				"Give the address of a feed, which starts with https://.",
			);
		case "from":
		case "to":
			return when(isDate(value), "Schrijf een datum als 2026-11-21.", "Write a date as 2026-11-21.");
		case "limit":
			return when(
				/^(?:[1-9]\d?|100)$/.test(value),
				"Kies een getal van 1 tot en met 100.",
				"Choose a number from 1 to 100.",
			);
		case "heading-level":
			return when(
				/^[1-6]$/.test(value),
				"Kies een kopniveau van 1 tot en met 6.",
				"Choose a heading level from 1 to 6.",
			);
		case "view":
			return among(viewsOf[kind], value);
		case "rows":
			return among(rowAxes, value);
		case "columns":
			return among(columnAxes, value);
		case "filters": {
			const known = filterNamesOf(kind);
			return value === "none" || words(value).every((word) => known.includes(word))
				? undefined
				: oneOf(["none", ...known]);
		}
		case "detail":
			return among(["dialog", "page"], value);
		case "theme":
			return among(["auto", "light", "dark"], value);
		case "lang":
			return when(/^(?:nl|en)(?:-[a-z]{2,8})*$/i.test(value), "Kies uit: nl, en.", "Choose from: nl, en.");
		case "deep-link":
			return when(
				/^(?:[a-z][a-z0-9-]{0,39})?$/i.test(value),
				"Laat dit leeg, of geef een naam van letters, cijfers en streepjes.",
				"Leave this empty, or give a name of letters, digits and hyphens.",
			);
		case "structured-data":
			return when(
				value === "" || value === "true",
				"Laat dit leeg, of laat het attribuut weg.",
				"Leave this empty, or leave the attribute out.",
			);
		default:
			return when(
				value.length <= 200 || (name !== "q" && value.length <= 2000),
				"Dit is te lang: hoogstens 200 tekens.",
				"This is too long: at most 200 characters.",
			);
	}
}

export interface AttributeProblem {
	name: string;
	sentence: Sentence;
}

/**
 * Reads attributes by name from outside: those that are right, trimmed and in the order of {@link widgetAttributes}, and a
 * sentence for each that is not; one that is not known names `choice` as what could be. Empty ones count as left out, save those that mean something when empty. Whether a region
 * or place exists only the inventory knows.
 */
export function readAttributes(
	kind: WidgetKind,
	given: Readonly<Record<string, unknown>>,
	choice: readonly string[] = attributesOf(kind),
): { attributes: WidgetAttributes; problems: AttributeProblem[] } {
	const attributes: WidgetAttributes = {};
	const problems: AttributeProblem[] = [];
	const known = attributesOf(kind);
	for (const name of Object.keys(given)) {
		if (known.some((one) => one === name)) continue;
		problems.push({
			name,
			sentence: {
				nl: `Dit attribuut kennen we hier niet. ${oneOf(choice).nl}`,
				en: `We do not know this attribute here. ${oneOf(choice).en}`,
			},
		});
	}
	for (const name of known) {
		const value = Object.hasOwn(given, name) ? given[name] : undefined;
		if (value === undefined) continue;
		if (typeof value !== "string") {
			problems.push({ name, sentence: { nl: "Hier hoort tekst.", en: "Text belongs here." } });
			continue;
		}
		const text = value.trim();
		if (text === "" && !meaningfulWhenEmpty.includes(name)) continue;
		const sentence = wrong(kind, name, text);
		if (sentence) problems.push({ name, sentence });
		else attributes[name] = text;
	}
	return { attributes, problems };
}
