import type { MainText } from "./main-text.ts";

/** What pages put before a value: "Datum: …", a table's heading cell, a `dt`, a heading of its own. */
const names = {
	when: "datum|data|wanneer|dag|datum en tijd|datum & tijd|datum/tijd|dag en tijd|tijdstip|date|when|date and time|date & time|wanneer is het",
	time: "tijd|tijden|tijdstip|hoe laat|aanvang|time|van|aanvangstijd",
	where:
		"locatie|waar|plaats|adres|standplaats|werklocatie|vestiging|location|where|venue|address|place|regio|woonplaats|werkgebied|locatie en bereikbaarheid|gemeente|stad",
	who: "organisatie|organisator|organisatoren|georganiseerd door|werkgever|aangeboden door|aanbieder|organizer|organiser|organised by|employer|bedrijf|bedrijfsnaam|company|opdrachtgever|initiatiefnemer|initiatiefnemers|oproep van|school|penvoerder|trekker|leerbedrijf|stagebedrijf|gastheer",
	cost: "kosten|prijs|toegang|entree|price|tickets|toegangsprijs|wat kost het|kosten deelname|deelnamekosten|entreeprijs|admission",
	deadline:
		"sluitingsdatum|sluit op|sluit|deadline|reageer voor|reageer vóór|reageer uiterlijk|reageren voor|reageren vóór|reageren tot|reageren tot en met|solliciteren voor|solliciteren tot|aanmelden voor|uiterste datum|closing date|apply before",
	period: "looptijd|planning|periode|duur van het project|projectperiode|doorlooptijd",
	hours: "uren|uren per week|aantal uren|dienstverband|hours|werkuren",
} as const satisfies Readonly<Record<string, string>>;
export type LabelName = keyof typeof names;

export interface Labelled {
	readonly value: string;
	/** Where the value begins in the main text; a value of several blocks has a line break between them. */
	readonly index: number;
}
export type Labels = ReadonlyMap<LabelName, Labelled>;

const byText = new Map<string, LabelName>();
for (const [name, texts] of Object.entries(names))
	for (const text of texts.split("|")) byText.set(text, byText.get(text) ?? (name as LabelName));

const keyOf = (text: string) =>
	text
		.toLowerCase()
		.replace(/^[^\p{L}]+|[\s:?.–-]+$/gu, "")
		.replace(/\s+/g, " ");

/** Whether a text is nothing but such a label, and so no title of anything. */
export const isLabel = (text: string) => byText.has(keyOf(text));

const inline = new RegExp(
	`(?:^|[|•·;]\\s*|\\s{1,3})(${[...byText.keys()].toSorted((a, b) => b.length - a.length).join("|")})\\s*:\\s*`,
	"giu",
);

/** Values that stand behind or below a label in the main text; the first of each counts. */
export function readLabels(main: MainText): Labels {
	const labels = new Map<LabelName, Labelled>();
	const add = (name: LabelName | undefined, value: string, index: number) => {
		if (name && value.trim() !== "" && !labels.has(name)) labels.set(name, { value: value.trimEnd(), index });
	};
	let offset = 0;
	for (const [n, { text, tag }] of main.blocks.entries()) {
		// A page's own heading may be such a word; it is no label then.
		const own = tag === "h1" ? undefined : byText.get(keyOf(text));
		if (own && (tag !== "p" || /:\s*$/.test(text) || main.blocks[n + 1]?.tag !== "p")) {
			// An address takes more than one line; nothing else does.
			const lines: string[] = [];
			for (const next of main.blocks.slice(n + 1, n + (own === "where" || own === "when" ? 4 : 2))) {
				const isHeading = /^(?:h\d|dt|th)$/.test(next.tag);
				if (isHeading || isLabel(next.text) || (lines.length > 0 && next.text.length > 60)) break;
				lines.push(next.text);
			}
			if ((lines[0] ?? "").length <= 160) add(own, lines.join("\n"), offset + text.length + 1);
		} else if (text.length < 400) {
			// Within a sentence only a capital makes a label of "school:" or "plaats:".
			const found = [...text.matchAll(inline)].filter(
				({ 0: all, 1: word = "", index }) => index === 0 || !/^\s/.test(all) || /^\p{Lu}/u.test(word),
			);
			for (const [at, match] of found.entries()) {
				const begin = match.index + match[0].length;
				const rest = text.slice(begin, found[at + 1]?.index ?? text.length).replace(/\s*[|•·].*$/s, "");
				add(byText.get(keyOf(match[1] ?? "")), rest, offset + begin);
			}
		}
		offset += text.length + 1;
	}
	return labels;
}
