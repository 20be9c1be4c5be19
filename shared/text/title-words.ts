import { municipalities } from "../vocabularies/municipalities.ts";
import { codeFor } from "../vocabularies/vocabulary.ts";
import { matchKeyOfTitle } from "./match-key.ts";
import { wordKey } from "./word-forms.ts";

/** What a title says, taken apart for comparing: its words, and the marks that tell one edition from another. */
export interface TitleWords {
	/** Word keys in the order of the title, without little words, dates and legal forms. */
	readonly words: readonly string[];
	/** Word keys of municipalities that are named, by the municipality. */
	readonly places: ReadonlyMap<string, string>;
	readonly years: ReadonlySet<string>;
	/** "3e editie", "derde": which one in a row. */
	readonly ordinals: ReadonlySet<string>;
	/** All other numbers ("groep 7", "week 41"). */
	readonly numbers: ReadonlySet<string>;
	readonly seasons: ReadonlySet<string>;
	/** "2.0", "fase 2", "deel 3". */
	readonly versions: ReadonlySet<string>;
}

/** What is written short or in two ways, brought to one form. Matched on the key of a title, with spaces around it. */
const rewrites: readonly (readonly [RegExp, string])[] = [
	[/ sto /g, " sterk techniekonderwijs "],
	[/ sterk techniek onderwijs /g, " sterk techniekonderwijs "],
	[/ (sterk techniekonderwijs) (?:\1 )+/g, " $1 "],
	[/ (?:po|primair onderwijs) /g, " basisscholen "],
	[/ (?:ai|kunstmatige intelligentie|artificial intelligence) /g, " ai "],
	[/ (?:lob|loopbaanorientatie(?: en begeleiding)?) /g, " lob "],
	[/ (?:pps|publiek private samenwerking) /g, " pps "],
	[/ (?:llo|leven lang ontwikkelen) /g, " llo "],
	[/ zij (?=instro)/g, " zij"],
	[/ zijinstromers? /g, " zijinstroom "],
	[/ open ?dag(?:en)? /g, " opendag "],
	[/ open ?avond(?:en)? /g, " openavond "],
	[/ (?:v m x|m v x|m v|v m|x v m) /g, " "],
	[/ \d+(?: \d+)? (?:uur|fte|uren)(?: per week)? /g, " "],
	[/ (?:\d+ )?(?:ma|di|wo|do|vr|za|zo|(?:maan|dins|woens|donder|vrij|zater|zon)dag)(?= \d)/g, " "],
	[
		/ \d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?: 20\d\d)? /g,
		" ",
	],
];

const little = new Set(
	(
		"de het een en of in op van voor bij te ter met naar aan om over uit door is je jij jouw uw u mijn ons onze als wat wie hoe welke welk " +
		"dat die dit deze er tot ook niet meer the of and for at a an kom word laat maak doe mee zoekt gezocht vacature " +
		"welkom home editie nieuw nieuwe fulltime parttime bv nv vof stichting vereniging cooperatie ' s"
	)
		.split(" ")
		.map(wordKey),
);

const ordinals = ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"];
const seasons = new Set(["voorjaar", "lente", "zomer", "najaar", "herfst", "winter"]);

/** Municipality code, or the key of a place that is not in the list; `undefined` when there is none. */
export function placeKey(place: string | undefined): string | undefined {
	if (!place?.trim()) return undefined;
	return codeFor(municipalities, place) ?? matchKeyOfTitle(place);
}

const namedPlaces = Object.entries(municipalities).flatMap(([code, municipality]) =>
	[
		municipality.nl,
		...("synonyms" in municipality ? municipality.synonyms.map((it) => it.replace(/^./, (c) => c.toUpperCase())) : []),
	].map((name) => ({ code, name, keys: matchKeyOfTitle(name).split(" ").map(wordKey) })),
);
const placesByFirst = new Map<string, (typeof namedPlaces)[number][]>();
for (const place of namedPlaces) {
	const first = place.keys[0] ?? "";
	placesByFirst.set(first, [...(placesByFirst.get(first) ?? []), place]);
}

function placesIn(title: string, keys: readonly string[]): Map<string, string> {
	const found = new Map<string, string>();
	// With its capital: "putten" is also a verb and "hoorn" an instrument.
	for (const key of new Set(keys))
		for (const { code, name, keys: wanted } of placesByFirst.get(key) ?? [])
			if (wanted.every((it) => keys.includes(it)) && title.includes(name)) for (const it of wanted) found.set(it, code);
	return found;
}

/** The words of a name or title by their keys, little words left out. */
export function wordKeysOf(text: string): string[] {
	let plain = ` ${matchKeyOfTitle(text.replace(/\u00ad/g, "")).replaceAll(" ", "  ")} `;
	for (const [pattern, replacement] of rewrites)
		plain = plain.replaceAll("  ", " ").replace(pattern, replacement).replace(/ +/g, " ");
	return plain
		.split(" ")
		.filter(Boolean)
		.map(wordKey)
		.filter((word) => !little.has(word));
}

export function titleWords(title: string): TitleWords {
	const keys = wordKeysOf(title);
	const named = { years: new Set<string>(), ordinals: new Set<string>(), numbers: new Set<string>() };
	const words: string[] = [];
	const found = new Set<string>();
	for (const key of keys) {
		const nth = ordinals.findIndex((it) => wordKey(it) === key) + 1;
		const ordinal = /^(\d{1,2})(?:e|de|ste)$/.exec(key)?.[1] ?? (nth > 0 ? String(nth) : undefined);
		if (/^(?:19|20)\d\d$/.test(key)) named.years.add(key);
		else if (ordinal) named.ordinals.add(ordinal);
		else if (/^\d+$/.test(key)) named.numbers.add(key);
		else if (seasons.has(key)) found.add(key);
		else words.push(key);
	}
	const versions = new Set(
		[...title.matchAll(/\b(\d)\.0\b|\b(?:fase|deel)\s+(\d)\b/gi)].map((it) => it[1] ?? it[2] ?? ""),
	);
	return { ...named, words, places: placesIn(title, words), seasons: found, versions };
}
