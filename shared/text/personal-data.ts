/**
 * Finds what may point at one person in a text that is about to be sent: names beside a word of contact, telephone
 * numbers, e-mail addresses. A warning for the person who sends it, so rather a little too much than silent, but never
 * so much that people stop reading it: general addresses, streets and titles are left alone.
 */

export type PersonalKind = "name" | "phone" | "email";

export interface PersonalData {
	readonly kind: PersonalKind;
	readonly text: string;
	/** Where it stands: from `start` up to and not including `end`, in UTF-16 units. */
	readonly start: number;
	readonly end: number;
}

const address = /[\p{L}\p{N}][\p{L}\p{N}._%+-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Local parts of an organisation's own addresses; also as the beginning or end of one ("stage-info", "info.tilburg"). */
const general =
	/^(?:(?:.*[._-])?(?:info|contact|post|mail|email|administratie|receptie|secretariaat|balie|klantenservice|helpdesk|support|service|hr|pz|personeel|personeelszaken|werving|recruitment|jobs|vacature|vacatures|sollicitatie|sollicitaties|solliciteren|werken|werkenbij|stage|stages|stagebureau|bpv|aanmelden|aanmelding|inschrijven|inschrijving|opendag|open-dag|events?|evenementen|agenda|redactie|pers|communicatie|marketing|pr|directie|bestuur|school|onderwijs|techniek|opleidingen|cursus|training|project|projecten|bureau|kantoor|office|hallo|hello|welkom|noreply|no-reply|privacy|avg|fg|webmaster|gemeente|loket|leerwerkloket|ondernemers|bedrijven|decaan|decanaat|leerlingzaken|verkoop|sales|inkoop|planning|reserveren|tickets|programma|team|vragen|meedoen|doemee)(?:[._-].*)?|(?:info|team|stage|vacature|open)[\p{L}\d]*)$/iu;

/** Dutch numbers as people write them: 06-12345678, 013 - 123 45 67, (0411) 12 34 56, +31 (0)6 1234 5678, 0031 6… */
const phone =
	/(?<![\p{L}\d/=?&#.,€-])(?:(?:\+|00)31[\s.-]?(?:\(0\)[\s.-]?)?[1-9]|\(0[1-9]\d{0,3}\)[\s.-]?\d|0[1-9])(?:[\s./-]{0,3}\d){5,9}(?!\d|[.,]\d)/gu;

const tussenvoegsel =
	"(?:van(?:\\s+(?:de[rn]?|het|'t))?|de[rn]?|ter|ten|te|el|al|op(?:\\s+de)?|in\\s+'t|'t|la|le|von|bin|ben)";
const given = "(?:\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?|(?:\\p{Lu}\\.\\s?){1,4})";
const family = "\\p{Lu}\\p{Ll}+(?:-\\p{Lu}?\\p{Ll}+)?";
const fullName = `(${given}(?:\\s+${given})?(?:\\s+${tussenvoegsel})?\\s+${family}(?:-${family})?)(?![\\p{L}\\d])`;
const title =
	"(?:[Dd]hr\\.?|[Mm]w\\.?|[Mm]evr\\.?|[Mm]evrouw|[Mm]eneer|[Hh]eer|[Dd]rs\\.?|[Ii]r\\.?|[Ii]ng\\.?|[Mm]r\\.?|[Pp]rof\\.?|[Dd]r\\.?)";
const contactWords =
	"(?:[Cc]ontactpersoon|[Cc]ontact(?:\\s+(?:op\\s+)?(?:met|via))?|[Nn]eem\\s+contact\\s+op\\s+met|[Aa]anspreekpunt|[Ii]nlichtingen\\s+bij|[Ii]nformatie\\s+bij|[Vv]ragen(?:\\s+aan|\\s+bij)?|[Mm]eer\\s+weten|[Bb]el(?:\\s+met)?|[Mm]ail(?:\\s+(?:naar|met))?|[Aa]anmelden\\s+bij|[Oo]pgeven\\s+bij|[Pp]rojectleider|[Cc]oördinator|[Pp]rogrammamanager|[Dd]ecaan|[Dd]ocent|[Dd]irecteur|[Ww]ethouder|[Tt]eamleider|[Rr]ecruiter|[Ss]tagebegeleider|[Pp]raktijkopleider|[Dd]oor)";

const afterContact = new RegExp(
	`(?<![\\p{L}])${contactWords}\\s*(?:is|zijn)?\\s*[:,–-]?\\s*(?:${title}\\s+)*${fullName}`,
	"gu",
);
const afterTitle = new RegExp(
	`(?<![\\p{L}])${title}\\s+(?:${title}\\s+)*(${given}(?:\\s+${tussenvoegsel})?(?:\\s+${family})?|${tussenvoegsel}\\s+${family})(?![\\p{L}\\d])`,
	"gu",
);
/** "Sam Voorbeeld, projectleider" and "Sam Voorbeeld (06-…)": a name that its own role or number follows. */
const beforeRole = new RegExp(
	`(?<![\\p{L}])${fullName}(?=\\s*(?:[,(–-]\\s*)(?:projectleider|coördinator|programmamanager|decaan|docent|directeur|wethouder|teamleider|recruiter|hr|contactpersoon|stagebegeleider|praktijkopleider|tel\\b|telefoon|06|\\+31|0\\d))`,
	"gu",
);
const beforeAddress = new RegExp(`(?<![\\p{L}])${fullName}(?=\\s*[,:(–-]?\\s*(?:via\\s+)?[\\p{L}\\d._%+-]+@)`, "gu");

/** Words that make of two capitalised words something else than a person: a street, a school, a day, a place. */
const notPerson =
	/(?:straat|laan|weg|plein|kade|dijk|singel|gracht|hof|park|dreef|steeg|pad|school|college|lyceum|universiteit|hogeschool|academie|stichting|gemeente|provincie|bedrijf|groep|vereniging|museum|bibliotheek|techniek|dag|week|avond|markt|beurs|festival|project|programma|team|loket|afdeling|secretariaat|receptie|noord|oost|zuid|west|centrum|campus|centraal|station|platform|netwerk|roc|mbo|vmbo|brabant|holland|flevoland|veluwe|twente|zeeland|limburg|january|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|open|dagen|workshop|cursus|vacature|stage|bel|mail|klik|meer|onze|ons|het|een|de)$/i;
const isPerson = (name: string) => {
	const words = name.trim().split(/\s+/);
	return words.length > 1 && !words.some((word, n) => notPerson.test(word) && (n === 0 || /^\p{Lu}/u.test(word)));
};

const isPhone = (digits: string) => {
	const bare = digits
		.replace(/^(?:\+|00)31/, "0")
		.replace(/\(0\)/, "")
		.replace(/\D/g, "");
	// Ten digits; 0800, 0900 and 14 0xx are services, never a person's.
	return bare.length === 10 && !/^0[89]00/.test(bare);
};

function* matches(text: string): Generator<PersonalData> {
	for (const { 0: found, index } of text.matchAll(address)) {
		const local = found.slice(0, found.indexOf("@"));
		if (!general.test(local)) yield { kind: "email", text: found, start: index, end: index + found.length };
	}
	for (const { 0: found, index } of text.matchAll(phone))
		if (isPhone(found)) yield { kind: "phone", text: found, start: index, end: index + found.length };
	for (const pattern of [afterContact, afterTitle, beforeRole, beforeAddress]) {
		for (const match of text.matchAll(pattern)) {
			const name = match[1]?.trim() ?? "";
			if (pattern !== afterTitle && !isPerson(name)) continue;
			const start = match.index + match[0].lastIndexOf(name);
			yield { kind: "name", text: name, start, end: start + name.length };
		}
	}
}

/** What of `text` may point at a person, in its order and without overlap. A general address (`info@…`) is none. */
export function findPersonalData(text: string): PersonalData[] {
	const found = [...matches(text)].toSorted((a, b) => a.start - b.start || b.end - a.end);
	const kept: PersonalData[] = [];
	for (const one of found) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
	return kept;
}

/** `text` without what was found in it, its spaces tidied: the one click that leaves it out. */
export function withoutPersonalData(text: string, found: readonly PersonalData[] = findPersonalData(text)): string {
	let rest = "";
	let at = 0;
	for (const { start, end } of found) {
		rest += text.slice(at, start);
		at = end;
	}
	return (rest + text.slice(at))
		.replace(/\([\s,/|]*\)/g, "")
		.replace(/[ \t]{2,}/g, " ")
		.replace(/[ \t]+(?=[.,;:)\n]|$)/g, "")
		.trim();
}
