import { findTowns, townIn } from "../../shared/text/dutch-towns.ts";
import { type Found, found, quoted, shorten, tidy } from "./page.ts";
import { type Source, structuredConfidence } from "./source.ts";
import { isA, type Thing, textOf, thingOf, valuesOf } from "./things.ts";

export type LocationField = "locationName" | "streetAddress" | "postalCode" | "place";
export type FoundLocation = Partial<Record<LocationField, Found>>;

const postalCode = /\b([1-9]\d{3})\s?((?!SA|SD|SS)[A-Z]{2})\b/;
const street = /(\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){0,4}\s+\d{1,5}(?:\s?[-/]?\s?[a-zA-Z0-9]{1,3})?)[\s,|•·-]*$/u;
const townAfter =
	/^[\s,|•·-]*((?:'s-|’s-|den |de |het )?\p{Lu}[\p{L}'’-]*(?:[ \t]+(?:aan|op|en|den|de|bij|a\/d)[ \t]+(?:den |de )?\p{Lu}[\p{L}'’-]*|[ \t]+\p{Lu}[\p{L}'’-]+)?)/u;

const formatCode = (code: RegExpExecArray) => `${code[1]} ${code[2]}`;
/** "AMSTERDAM" as sites shout it. */
const town = (text: string) =>
	townIn(text) ?? (/^[\p{Lu}\s'’-]{3,}$/u.test(text) ? text.charAt(0) + text.slice(1).toLowerCase() : text);

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
	else {
		const [last] = findTowns(text.slice(Math.max(0, code.index - 40), code.index)).slice(-1);
		if (last) result.place = from(last.name, last.name, Math.max(0, code.index - 40) + last.index);
	}
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
					place: as(town(textOf(things, address, "addressLocality") ?? "")),
				};
	if (!parts.place && name && townIn(name)) return { ...parts, place: as(name) };
	return { ...parts, locationName: as(name) };
}

/** Whether the page says that one takes part from home, and nowhere else. */
export function isOnline({ subject, things, labels, main }: Source): boolean {
	const places = subject ? valuesOf(things, subject, "location") : [];
	if (places.length > 0) return places.every((it) => typeof it !== "string" && isA(it, /^VirtualLocation$/));
	const where = labels.get("where")?.value ?? "";
	return (
		/^(?:online|digitaal)\b/i.test(where) ||
		(where === "" && /(?:^|\n|[.!?] )(?:online via|via (?:teams|zoom))\b/i.test(main.text))
	);
}

/** The value that stands behind a label "Locatie", taken apart. */
function labelled(source: Source): FoundLocation {
	const { labels, main } = source;
	const label = labels.get("where");
	if (!label) return {};
	const { value, index } = label;
	const as = (words: string, exact = words, at = 0) => quoted(words, main.text, index + at, exact, 0.8);
	const parts = readAddress(value, as);
	const [name = ""] = value.split(/\n|,\s*/);
	const isVenue = name.length > 1 && name.length <= 60 && !postalCode.test(name) && name !== parts.streetAddress?.value;
	if (parts.place) return isVenue && name !== value ? { locationName: as(name), ...parts } : parts;
	const towns = findTowns(value);
	// "Koepelhal, Tilburg" and "Hengelo, Hazemeijer" both: the piece that is a town and nothing else.
	const pieces = value.split(/\n|,\s*|\s+in\s+|\s+te\s+|\s*[–|]\s*/);
	// Of several towns and nothing else the first is the one that it is about.
	const areTowns = pieces.every((one) => townIn(one));
	const piece = areTowns ? pieces[0] : pieces.findLast((one) => townIn(one));
	const found = (piece && townIn(piece)) || towns.at(-1)?.name;
	if (found) {
		const at = value.toLowerCase().lastIndexOf(found.toLowerCase());
		const place = as(found, value.slice(at, at + found.length), at);
		return isVenue && townIn(name) === undefined && name !== value
			? { ...parts, locationName: as(name), place }
			: { ...parts, place };
	}
	// A town we do not know stands last, alone and with a capital: "Sporthal De Zet, Wekerom".
	const last = pieces.at(-1)?.trim() ?? "";
	if (pieces.length > 1 && /^\p{Lu}[\p{L}'’-]+(?: \p{L}+){0,2}$/u.test(last))
		return { ...parts, locationName: as(name), place: as(last, last, value.lastIndexOf(last)) };
	if (/^(?:online|digitaal|teams|zoom|via )/i.test(value)) return {};
	return value.length <= 60 ? { locationName: as(value) } : {};
}

/** A town alone or at either end of a short line: "Koepelhal, Tilburg". */
function onShortLine(source: Source): FoundLocation {
	let offset = 0;
	for (const { text, tag } of source.main.blocks) {
		if (text.length <= 60 && !/^h1$/.test(tag)) {
			const pieces = text.split(/,\s*|\s*[|•·–]\s*/);
			const piece = pieces.findLast((one) => townIn(one));
			const place = piece && townIn(piece);
			if (piece && place) {
				const at = offset + text.lastIndexOf(piece);
				const name = pieces.find((one) => one !== piece && /^\p{Lu}/u.test(one) && !/\d/.test(one));
				const venue = name && quoted(name, source.main.text, offset + text.indexOf(name), name, 0.6);
				return { place: quoted(place, source.main.text, at, piece, 0.65), ...(venue && { locationName: venue }) };
			}
		}
		offset += text.length + 1;
	}
	return {};
}

/** The first town that the text names as a place: "in Tilburg", "te Almere", "gemeente Urk"; else the first it names at all. */
function mentioned(text: string): FoundLocation {
	const towns = findTowns(text);
	const town = towns.find(({ weight }) => weight === 1) ?? towns[0];
	return town ? { place: quoted(town.name, text, town.index, town.name, 0.5 * town.weight) } : {};
}

/** Where the organisation is, from its name ("Gemeente Urk") or the foot of the page. */
function ofOrganization(source: Source, organization: string): FoundLocation {
	const { document } = source.page;
	const footers = "footer, [role='contentinfo'], #footer, .footer, #voet, .site-footer, address";
	const texts = [...document.querySelectorAll(footers)].map((it) => tidy(it.textContent ?? ""));
	// Old pages have no footer; their address stands somewhere at the end.
	for (const text of [...texts, source.main.text.slice(-300)]) {
		const { place } = readAddress(text, (value, exact, index) => quoted(value, text, index, exact, 0.4));
		if (place) return { place };
	}
	const [town] = findTowns(organization.replace(/^gemeente\s+/i, "te "));
	return town ? { place: found(town.name, "text", 0.4) } : {};
}

/** Where it is, from the surest source that names a place at all. `organization` is whose it is, as far as is known. */
export function findLocation(source: Source, organization = ""): FoundLocation {
	const { subject, things, main, meta } = source;
	const from = subject?.from ?? "json-ld";
	for (const property of ["location", "jobLocation", "areaServed"]) {
		for (const value of subject ? valuesOf(things, subject, property) : []) {
			if (typeof value !== "string" && isA(value, /^VirtualLocation$/)) continue;
			const result =
				typeof value === "string" ? readAddress(value, (text) => found(text, from, 0.85)) : fromThing(source, value);
			if (typeof value === "string" && !result.place && value.length < 100) {
				const place = townIn(value);
				return place ? { place: found(place, from, 0.9) } : { locationName: found(value, from, 0.9) };
			}
			if (result.place) return result;
			if (Object.values(result).some(Boolean)) return { ...mentioned(main.text), ...result };
		}
	}
	if (isOnline(source)) return {};
	const said = labelled(source);
	if (said.place) return said;
	const element = main.root.querySelector("address");
	const inAddress = element ? readAddress(tidy(element.textContent ?? ""), (value) => found(value, "text", 0.7)) : {};
	const inText = readAddress(main.text, (value, exact, index) => quoted(value, main.text, index, exact, 0.65));
	const geo = meta.get("geo.placename");
	const declared = geo ? { place: found(geo, "meta", 0.5) } : {};
	const sources = [inAddress, inText, onShortLine(source), mentioned(main.text), declared];
	for (const result of [...sources, ofOrganization(source, organization)])
		if (result.place) return { ...result, ...said };
	return said;
}
