import { municipalities } from "../../shared/vocabularies/municipalities.ts";
import { codeFor } from "../../shared/vocabularies/vocabulary.ts";
import { type Found, found, quoted, shorten, tidy } from "./page.ts";
import { type Source, structuredConfidence } from "./source.ts";
import { isA, type Thing, textOf, thingOf, valuesOf } from "./things.ts";

export type LocationField = "locationName" | "streetAddress" | "postalCode" | "place";
export type FoundLocation = Partial<Record<LocationField, Found>>;

const postalCode = /\b([1-9]\d{3})\s?((?!SA|SD|SS)[A-Z]{2})\b/;
const street = /(\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){0,4}\s+\d{1,5}(?:\s?[-/]?\s?[a-zA-Z0-9]{1,3})?)[\s,|•·-]*$/u;
const townAfter =
	/^[\s,|•·-]*((?:'s-|’s-|den |de |het )?\p{Lu}[\p{L}'’-]*(?:\s+(?:aan|op|en|den|de|bij|a\/d)\s+(?:den |de )?\p{Lu}[\p{L}'’-]*|\s+\p{Lu}[\p{L}'’-]+)?)/u;

const formatCode = (code: RegExpExecArray) => `${code[1]} ${code[2]}`;
/** "AMSTERDAM" as sites shout it. */
const town = (text: string) =>
	/^[\p{Lu}\s'’-]{3,}$/u.test(text) ? text.charAt(0) + text.slice(1).toLowerCase() : text;

/** One written address taken apart: "Spoorlaan 10, 5038 CB Tilburg". */
export function readAddress(text: string, from: (value: string, exact: string, index: number) => Found): FoundLocation {
	const code = postalCode.exec(text);
	if (!code) return {};
	const result: FoundLocation = { postalCode: from(formatCode(code), code[0], code.index) };
	const before = street.exec(text.slice(Math.max(0, code.index - 80), code.index).replace(/^.*\n(?=.*\n)/s, ""));
	// In a sentence the words before the street's name came along: "Kom naar Spoorlaan 10".
	const name = before?.[1]?.replace(/^.*\b(?:naar|op|bij|in)\s+(?:de\s+|het\s+)?(?=\p{Lu})/u, "");
	if (name) result.streetAddress = from(name, name, text.lastIndexOf(name, code.index));
	const at = code.index + code[0].length;
	const after = townAfter.exec(text.slice(at, at + 60));
	if (after?.[1]) result.place = from(town(after[1]), after[1], at + after[0].length - after[1].length);
	return result;
}

function fromThing(source: Source, place: Thing): FoundLocation {
	const { things } = source;
	const as = (value: string | undefined) =>
		value ? found(shorten(value, 300), place.from, structuredConfidence) : undefined;
	const address = isA(place, /^PostalAddress$/) ? place : thingOf(things, place, "address");
	const written = textOf(things, place, "address");
	const name = isA(place, /^PostalAddress$/) ? undefined : textOf(things, place, "name");
	const parts: FoundLocation =
		address === undefined
			? written
				? readAddress(written, (value) => found(value, place.from, 0.85))
				: {}
			: {
					streetAddress: as(textOf(things, address, "streetAddress")),
					postalCode: as(
						textOf(things, address, "postalCode")?.replace(
							/^(\d{4})\s*([a-z]{2})$/i,
							(_, digits, letters) => `${digits} ${letters.toUpperCase()}`,
						),
					),
					place: as(textOf(things, address, "addressLocality")),
				};
	if (!parts.place && name && codeFor(municipalities, name)) return { ...parts, place: as(name) };
	return { ...parts, locationName: as(name) };
}

/** "Locatie: …", "Waar: …" in running text, up to the end of the line. */
function labelled(text: string): FoundLocation {
	const match = /(?:^|\n|\|)\s*(?:locatie|waar|plaats|adres|standplaats|werklocatie)\s*:?[ \t\n]+([^\n|]{2,120})/i.exec(
		text,
	);
	if (!match?.[1]) return {};
	const value = tidy(match[1]).replace(/[.;,]$/, "");
	const index = match.index + match[0].indexOf(match[1]);
	const as = (words: string, exact = words, at = index) => quoted(words, text, at, exact, 0.75);
	const parts = readAddress(value, (words, exact, at) => as(words, exact, index + at));
	if (parts.place) {
		const name = value.split(",")[0]?.trim();
		return name && name !== parts.streetAddress?.value && !postalCode.test(name) && value.includes(",")
			? { locationName: as(name), ...parts }
			: parts;
	}
	const pieces = value.split(/,\s*|\s+in\s+/);
	const last = pieces.at(-1) ?? value;
	if (codeFor(municipalities, last))
		return pieces.length > 1 ? { locationName: as(pieces[0] ?? value), place: as(last) } : { place: as(last) };
	return value.length <= 60 ? { locationName: as(value) } : {};
}

/** The first municipality we know that the text names as a place: "in Tilburg", "te Almere", "gemeente Urk". */
function mentioned(text: string): FoundLocation {
	const names = Object.values(municipalities).flatMap((it) => [it.nl, ...("synonyms" in it ? it.synonyms : [])]);
	const pattern = new RegExp(`(?<![\\p{L}-])(?:in|te|gemeente|regio)\\s+(${names.join("|")})(?![\\p{L}-])`, "iu");
	const match = pattern.exec(text);
	return match?.[1] && /^\p{Lu}/u.test(match[1]) ? { place: quoted(match[1], text, match.index, match[0], 0.5) } : {};
}

/** Where it is, from the surest source that names a place at all. */
export function findLocation(source: Source): FoundLocation {
	const { subject, things, main, meta, page } = source;
	for (const property of ["location", "jobLocation", "areaServed"]) {
		for (const value of subject ? valuesOf(things, subject, property) : []) {
			if (typeof value !== "string" && isA(value, /^VirtualLocation$/)) continue;
			const result =
				typeof value === "string"
					? { ...readAddress(value, (text) => found(text, subject?.from ?? "json-ld", 0.85)) }
					: fromThing(source, value);
			if (typeof value === "string" && !result.place && value.length < 100)
				return codeFor(municipalities, value)
					? { place: found(value, subject?.from ?? "json-ld", 0.9) }
					: { locationName: found(value, subject?.from ?? "json-ld", 0.9) };
			if (Object.values(result).some(Boolean)) return result;
		}
	}
	const said = labelled(main.text);
	if (said.place) return said;
	const element = main.root.querySelector("address") ?? undefined;
	const inAddress = element ? readAddress(tidy(element.textContent ?? ""), (value) => found(value, "text", 0.7)) : {};
	const inText = readAddress(main.text, (value, exact, index) => quoted(value, main.text, index, exact, 0.65));
	const geo = meta.get("geo.placename");
	const fallback = page.document.querySelector("footer") && geo ? { place: found(geo, "meta", 0.5) } : {};
	for (const result of [inAddress, inText, mentioned(main.text), fallback])
		if (result.place) return { ...result, ...said };
	return said;
}
