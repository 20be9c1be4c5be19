import type { Breakdown } from "../../model/indicator.ts";
import { fold } from "../../model/query.ts";
import { actionLines } from "../../vocabularies/action-lines.ts";
import { municipalities } from "../../vocabularies/municipalities.ts";
import { stages } from "../../vocabularies/stages.ts";
import { codeFor, type Language, labelOf, type Vocabulary } from "../../vocabularies/vocabulary.ts";

/** Dimensions as people read them. Any other slug is a dimension too, and shows as it is written. */
const dimensions: Vocabulary = {
	stage: { nl: "Onderwijs en loopbaan", en: "Education and career" },
	municipality: { nl: "Gemeente", en: "Municipality" },
	gender: { nl: "Geslacht", en: "Gender" },
	school: { nl: "School", en: "School" },
	gebied: { nl: "Gebied", en: "Area" },
	sector: { nl: "Sector", en: "Sector" },
	from: { nl: "Van", en: "From" },
	to: { nl: "Naar", en: "To" },
};

const outside: Vocabulary = {
	in: { nl: "Van buiten", en: "From outside" },
	out: { nl: "Naar buiten", en: "To outside" },
};

const genders: Vocabulary = {
	female: { nl: "Meisjes en vrouwen", en: "Girls and women", synonyms: ["meisjes", "vrouwen", "v", "girls", "women"] },
	male: { nl: "Jongens en mannen", en: "Boys and men", synonyms: ["jongens", "mannen", "m", "boys", "men"] },
};

const levels: Vocabulary = { ...stages, ...actionLines, ...outside };

const codes: Readonly<Record<string, Vocabulary>> = {
	stage: stages,
	municipality: municipalities,
	gender: genders,
	from: levels,
	to: levels,
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The heading of a dimension: "Gemeente" for `gemeente`. */
export const dimensionLabel = (key: string, language: Language): string =>
	Object.hasOwn(dimensions, key) ? labelOf(dimensions, key, language) : capital(key.replaceAll("-", " "));

/** The dimension that a heading names, by its key or label; any other heading becomes a key of its own. Undefined of none. */
export function dimensionOf(heading: string): string | undefined {
	const bare = fold(heading.trim());
	const key = bare
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-+|-+$/g, "")
		.slice(0, 80);
	if (!key || Object.hasOwn(dimensions, key)) return key || undefined;
	return (
		Object.keys(dimensions).find((one) =>
			Object.values(dimensions[one] ?? {}).some((label) => fold(String(label)) === bare),
		) ?? key
	);
}

/** A value of a dimension: the label of a code that we know, else the text itself. */
export function valueLabel(key: string, value: string, language: Language): string {
	const vocabulary = Object.hasOwn(codes, key) ? codes[key] : undefined;
	return vocabulary && Object.hasOwn(vocabulary, value) ? labelOf(vocabulary, value, language) : value;
}

/** A value as people write it, as the code that it is the label of: "Almere" as gm0034; any other text as it is. */
export const asCode = (key: string, text: string): string =>
	(Object.hasOwn(codes, key) && codes[key] && codeFor(codes[key], text)) || text;

/** The values of a slice after one another: "mbo, Harderwijk". Empty for the total. */
export const sliceLabel = (slice: Breakdown, language: Language): string =>
	Object.entries(slice)
		.map(([key, value]) => valueLabel(key, value, language))
		.join(", ");

const formatters = new Map<string, Intl.NumberFormat>();

/** A value as readers of the language write numbers: 1.234,5 or 1,234.5. */
export function numberText(value: number, language: Language, signs: "auto" | "always" = "auto"): string {
	const key = `${language} ${signs}`;
	const formatter =
		formatters.get(key) ??
		new Intl.NumberFormat(language === "nl" ? "nl-NL" : "en-GB", {
			maximumFractionDigits: 6,
			signDisplay: signs === "always" ? "exceptZero" : "auto",
		});
	formatters.set(key, formatter);
	return formatter.format(value);
}

/** A value with its unit: "40%", "7 edities". */
export function amountText(value: number, unit: string, language: Language): string {
	const number = numberText(value, language);
	return /^(?:%|procent|percent|percentage)$/i.test(unit.trim()) ? `${number}%` : `${number} ${unit}`;
}
