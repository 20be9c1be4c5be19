import { localName, type Thing, type Value } from "./things.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What sites wrap around JSON, and raw line breaks inside strings, which JSON forbids and CMSs write. */
function parse(text: string): Json | undefined {
	const bare = text
		.replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, "")
		.replace(/(?:\/\/\s*)?(?:-->|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/, "")
		.replace(/;\s*$/, "");
	const uncommented = bare.replace(/("(?:[^"\\]|\\[\s\S])*")|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "$1");
	for (const attempt of [bare, uncommented.replace(/\s+/g, " ").replace(/,\s*(?=[}\]])/g, "")]) {
		try {
			return JSON.parse(attempt);
		} catch {
			// The next attempt, or none: a broken block is skipped, the others still count.
		}
	}
	return undefined;
}

const asList = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

const entities: Readonly<Record<string, string>> = {
	amp: "&",
	quot: '"',
	apos: "'",
	lt: "<",
	gt: ">",
	nbsp: " ",
	ndash: "–",
	mdash: "—",
	lsquo: "‘",
	rsquo: "’",
	ldquo: "“",
	rdquo: "”",
	hellip: "…",
	euro: "€",
	eacute: "é",
	euml: "ë",
	iuml: "ï",
	ouml: "ö",
};

/** Plug-ins write text as it stood in HTML: "Bouw &#038; Techniek". */
const decoded = (text: string) =>
	text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
		if (name) return entities[name] ?? whole;
		const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});

function toValues(json: Json, depth: number): Value[] {
	if (json === null || json === "") return [];
	if (Array.isArray(json)) return json.flatMap((item) => toValues(item, depth));
	if (typeof json !== "object") return [decoded(String(json))];
	if ("@value" in json) return toValues(json["@value"] ?? null, depth);
	if ("@list" in json) return toValues(json["@list"] ?? null, depth);
	return depth > 20 ? [] : [toThing(json, depth + 1)];
}

function toThing(json: { [key: string]: Json }, depth: number): Thing {
	const values = new Map<string, Value[]>();
	for (const [key, value] of Object.entries(json))
		if (!key.startsWith("@")) values.set(localName(key), toValues(value, depth));
	const id = json["@id"];
	return {
		types: asList(json["@type"]).map((type) => localName(String(type))),
		id: typeof id === "string" ? id : undefined,
		values,
		from: "json-ld",
	};
}

/** The items at the top of a block: alone, in an array, in `@graph`, in any of these again. */
function rootsOf(json: Json | undefined): Thing[] {
	if (Array.isArray(json)) return json.flatMap(rootsOf);
	if (json === null || typeof json !== "object") return [];
	const graph = asList(json["@graph"]).flatMap(rootsOf);
	const own = Object.keys(json).some((key) => key !== "@context" && key !== "@graph" && key !== "@id");
	return own ? [toThing(json, 0), ...graph] : graph;
}

/** Every item in the page's JSON-LD blocks. Blocks that are no JSON are skipped. */
export function readJsonLd(document: Document): Thing[] {
	return [...document.querySelectorAll('script[type^="application/ld+json" i]')].flatMap((script) =>
		rootsOf(parse(script.textContent ?? "")),
	);
}
