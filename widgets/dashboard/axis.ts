import type { Language } from "../../shared/vocabularies/vocabulary.ts";

/** How wide a text is about, in pixels: what a drawing leaves free for it. `size` is that of the font. */
export const widthOf = (text: string, size: number) => text.length * size * 0.6;

/** A text with the place where it stands, both in pixels from the start of an axis. */
export interface Mark {
	at: number;
	text: string;
}

/**
 * Those of `marks`, in order of place, that fit beside each other with their middle at their place: the last always, then
 * as many as fit going back.
 */
export function fitting<M extends Mark>(marks: readonly M[], size: number): M[] {
	const kept: M[] = [];
	let free = Number.POSITIVE_INFINITY;
	for (const mark of [...marks].reverse()) {
		const half = widthOf(mark.text, size) / 2 + size * 0.35;
		if (mark.at + half > free) continue;
		kept.unshift(mark);
		free = mark.at - half;
	}
	return kept;
}

/** Whether all of `marks` fit beside each other. */
export const allFit = (marks: readonly Mark[], size: number) => fitting(marks, size).length === marks.length;

const formats = new Map<string, Intl.NumberFormat>();

/** A number beside an axis: short, as readers of the language write it; from a hundred thousand on as "120K" or "1,2 mln.". */
export function axisText(value: number, largest: number, language: Language): string {
	const short = largest >= 100_000;
	const key = `${language}${short}`;
	const format =
		formats.get(key) ??
		new Intl.NumberFormat(language === "nl" ? "nl-NL" : "en-GB", {
			maximumSignificantDigits: 6,
			...(short && { notation: "compact" }),
		});
	formats.set(key, format);
	return format.format(value);
}
