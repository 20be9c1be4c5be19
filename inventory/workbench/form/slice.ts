import { asCode, dimensionLabel, dimensionOf, valueLabel } from "../../../shared/insight/indicators/words.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { isObject } from "./path.ts";

/** A slice as people type it: `School: Het Voorbeeld; Gemeente: Almere`. */

export const sliceText = (value: unknown, language: Language): string =>
	isObject(value)
		? Object.entries(value)
				.map(([key, one]) => `${dimensionLabel(key, language)}: ${valueLabel(key, String(one), language)}`)
				.join("; ")
		: typeof value === "string"
			? value
			: "";

/** The slice that a text says; the text itself where it says none, undefined where it is empty. */
export function sliceFrom(text: string): unknown {
	if (text.trim() === "") return undefined;
	const entries = text.split(";").map((part) => {
		const [, name = "", value = ""] = /^([^:=]+)[:=](.+)$/.exec(part.trim()) ?? [];
		const key = dimensionOf(name);
		return key && value.trim() ? ([key, asCode(key, value.trim())] as const) : undefined;
	});
	const slice = entries.flatMap((entry) => (entry ? [entry] : []));
	return slice.length === entries.length ? Object.fromEntries(slice) : text;
}
