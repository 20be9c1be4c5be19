export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A JSON-LD block, also one that is not quite JSON, or undefined: what sites wrap around JSON, and raw line breaks inside strings, which JSON forbids and CMSs write. */
export function parseJsonLd(text: string): Json | undefined {
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
export const decodeEntities = (text: string) =>
	text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
		if (name) return entities[name] ?? whole;
		const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
