import { matchKeyOfTitle } from "../../shared/text/match-key.ts";
import { type Found, found, quoted, shorten, tidy } from "./page.ts";
import { siteNameOf } from "./site-name.ts";
import { type Source, structuredConfidence } from "./source.ts";
import { isA, textOf } from "./things.ts";

const roles = ["organizer", "hiringOrganization", "provider", "parentOrganization", "sponsor", "sourceOrganization"];

const capital = "\\p{Lu}[\\p{L}\\p{N}&'’.-]*[\\p{L}\\p{N}]|\\p{Lu}";
const nameOf = `((?:(?:[Dd]e|[Hh]et)[ \\t]+)?(?:${capital})(?:[ \\t]+(?:(?:van|de|der|den|het|en|voor|in|&|aan|te|op)[ \\t]+){0,3}(?:${capital}|\\d+))*)`;
const leadIns = [
	"[Gg]eorganiseerd door:?",
	"[Oo]rganisatie is in handen van",
	"[Oo]rganisatie:",
	"[Oo]rganisator:",
	"(?:[Ee]en|[Oo]p) (?:gezamenlijk )?initiatief van",
	"[Ee]en (?:activiteit|project|programma|samenwerking) van",
	"[Ii]nitiatiefnemer(?:s zijn| is)?:?",
	"[Ww]erkgever:",
	"[Ii]n opdracht van",
	"[Aa]angeboden door:?",
	"[Oo]proep van:?",
	"[Gg]evraagd door:?",
	"[Oo]rgani[sz]ed by:?",
];
const named = new RegExp(`(?:${leadIns.join("|")})[ \\t]+${nameOf}`, "um");
/** "Door X" on a line of its own is who organises, unless X is a person who wrote it. */
const byline = new RegExp(`^[Dd]oor:?[ \\t]+${nameOf}$`, "um");

/** Words that only an organisation has in its name. */
const organizational =
	/\b(?:stichting|vereniging|gemeente|provincie|waterschap|b\.?v\.?|n\.?v\.?|coöperatie|\p{L}*(?:school|scholen|scholengroep|college|roc|lyceum|hogeschool|universiteit|bedrijf|bedrijven|fabriek|groep|kring|museum|bibliotheek|loket|netwerk|platform|gilde|bond|huis|hub|lab|opleidingen|techniek|campus|academie|wacht))\b/iu;
const doing = new RegExp(
	`(?:^|[.!?]\\s+|\\n)${nameOf}(?:[ \\t]+en[ \\t]+${nameOf})?[ \\t]+(?:organiseert|organiseren|verzorgt|presenteert|nodigt)\\b`,
	"u",
);

/** "Vakcollege X organiseert …": who does something, where the name says that it is an organisation. */
function actor(source: Source): Found | undefined {
	const text = source.main.text.slice(0, 1500);
	const match = doing.exec(text);
	const name = match?.[1];
	if (!match || !name || !/\s/.test(name) || !organizational.test(name)) return undefined;
	return quoted(name, text, match.index + match[0].indexOf(name), name, 0.65);
}

/** "BBL gevelmonteur bij Gevelbouw Liemers", as the document's title says it. */
function employerInTitle({ page }: Source): Found | undefined {
	const title = tidy(page.document.title);
	const match = new RegExp(`\\s(?:bij|at|@)\\s+${nameOf}$`, "u").exec(title);
	return match?.[1] ? found(match[1], "meta", 0.6) : undefined;
}

/** The first line under "Contact", where that is an organisation and not a person. */
function contactName({ main }: Source): Found | undefined {
	const match = /(?:^|\n)contact(?:gegevens)?:?\n([^\n]{3,60})/i.exec(main.text);
	const name = match?.[1];
	if (!match || !name || !organizational.test(name) || /[.!?@]|\d/.test(name)) return undefined;
	return quoted(name, main.text, match.index + match[0].length - name.length, name, 0.55);
}

/** "Gemeente Urk", "© 2026 Stichting X", "X © 2011-2026": whose page it says at its foot that it is. */
function footerName(source: Source): Found | undefined {
	const { document } = source.page;
	const footers = document.querySelectorAll(
		"footer, [role='contentinfo'], #footer, .footer, #voet, .site-footer, [id*='FOOTER'], [class*='footer']",
	);
	const texts = [...footers].flatMap((it) => {
		const lines = [...it.querySelectorAll("p, li, span, div")].filter((one) => one.children.length === 0);
		return [it.textContent ?? "", ...lines.map((one) => one.textContent ?? "")];
	});
	const lines = source.main.blocks.map(({ text }) => text);
	const all = [...texts, ...lines].map(tidy);
	const signed =
		/(?:©|copyright)\s*(?:(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)?\d{2,4})?)?\s*(?:door\s+|by\s+)?(\p{Lu}[^|•·\n©.,]{2,60})/iu;
	const before = /(?:^|[|.]\s*)(\p{Lu}[^|•·\n©.,]{2,50}?)\s*(?:©|copyright)\s*(?:19|20)\d{2}/u;
	for (const pattern of [signed, before]) {
		for (const text of all) {
			const match = pattern.exec(text);
			const name = match?.[1]
				?.trim()
				.replace(/\s*(?:[-–]\s.*|(?:19|20)\d{2}|alle rechten.*|all rights.*|privacy.*)$/i, "");
			if (match && name && /^\p{Lu}/u.test(name)) return quoted(name, text, match.index, match[0], 0.45);
		}
	}
	const short = texts.map(tidy).find((text) => text.length > 2 && text.length <= 50 && /^\p{Lu}[^.!?:]*$/u.test(text));
	if (short && /\s/.test(short) && !/privacy|contact|volg|cookie|powered|mogelijk/i.test(short))
		return quoted(short.split(/\s[-–|,]\s|,/)[0] ?? short, short, 0, short, 0.4);
	// "ROC Voorbeeld, Straat 1, 1234 AB Plaats"
	for (const text of all) {
		const match =
			/(?:^|[\s-]\s)(\p{Lu}[^,|•·\n]{2,50}?)\s*[,–|-]\s*\p{Lu}[\p{L} .'’-]+\s\d+[^,]*[,\s-]\s*[1-9]\d{3}\s?[A-Z]{2}\b/u.exec(
				text,
			);
		if (match?.[1]) return quoted(match[1].trim(), text, match.index, match[0].trim(), 0.4);
	}
	return undefined;
}

/** An organisation that the inventory knows and the page names, the earliest in the text; its own spelling counts. */
function knownName(source: Source, texts: readonly string[]): Found | undefined {
	if (source.known.length === 0) return undefined;
	for (const text of texts) {
		const key = ` ${matchKeyOfTitle(text)} `;
		const hits = source.known
			.map((name) => ({ name, at: key.indexOf(` ${matchKeyOfTitle(name)} `) }))
			.filter(({ name, at }) => at >= 0 && matchKeyOfTitle(name).length > 3);
		const [first] = hits.toSorted((a, b) => a.at - b.at || b.name.length - a.name.length);
		if (!first) continue;
		const index = text.toLowerCase().indexOf(first.name.toLowerCase());
		return index < 0
			? found(first.name, "text", 0.7)
			: quoted(first.name, text, index, text.slice(index, index + first.name.length), 0.7);
	}
	return undefined;
}

/** "X en Y" is two of them where X is whose site it is, or both look like names of their own; the first leads. */
function withoutPartner(name: string, site: string | undefined): string {
	if (site && name.startsWith(`${site} en `)) return site;
	// "Lek en Linge" is one name; two of several words each are two.
	const [, first, second] = /^(\S+\s.*?) en (\S+(?:\s.*)?)$/.exec(name) ?? [];
	const areTwo = first && second && (/\s/.test(second) || (organizational.test(first) && organizational.test(second)));
	return (areTwo ? first : name).replace(/[.,;]+$/, "");
}

function guess(source: Source): Found | undefined {
	const { subject, things, main, labels } = source;
	for (const role of subject ? roles : []) {
		const name = subject && textOf(things, subject, role);
		if (subject && name && !/^https?:/.test(name)) return found(name, subject.from, structuredConfidence);
	}
	const site = siteNameOf(source);
	const label = labels.get("who");
	const first = label?.value.split(/\n|,\s/)[0]?.trim();
	if (label && first && first.length <= 100 && /^[\p{Lu}\d'’]|^(?:de|het) \p{Lu}/u.test(first))
		return quoted(first, main.text, label.index, first, 0.8);
	const said = named.exec(main.text);
	if (said?.[1]) return quoted(withoutPartner(said[1], site?.value), main.text, said.index, said[0], 0.75);
	const by = byline.exec(main.text);
	if (by?.[1] && organizational.test(by[1])) return quoted(by[1], main.text, by.index, by[0], 0.65);
	const acting = actor(source);
	if (acting) return acting;
	const known = knownName(source, [site?.value ?? "", main.text.slice(0, 3000)]);
	if (known) return known;
	const publisher = subject && textOf(things, subject, "publisher");
	if (subject && publisher && !/^https?:/.test(publisher)) return found(publisher, subject.from, 0.7);
	const declared = things.all.find((thing) =>
		isA(thing, /(?:Organization|School|University|College|Corporation|LocalBusiness|NGO)$/),
	);
	const name = declared && textOf(things, declared, "name", "legalName");
	if (declared && name) return found(name, declared.from, 0.65);
	return site ?? employerInTitle(source) ?? contactName(source) ?? footerName(source);
}

/** Who is behind it: the named role first, then what the text says, then whose site it is. */
export function findOrganization(source: Source): Found | undefined {
	const it = guess(source);
	if (!it) return undefined;
	const own = source.known.find((name) => matchKeyOfTitle(name) === matchKeyOfTitle(it.value));
	return { ...it, value: own ?? shorten(it.value, 200) };
}
