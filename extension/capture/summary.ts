import { findDutchDates } from "../../shared/text/dutch-dates.ts";
import { matchKeyOfTitle } from "../../shared/text/match-key.ts";
import { type Found, found, quoted, shorten, tidy } from "./page.ts";
import { type Source, structuredConfidence } from "./source.ts";
import { textOf } from "./things.ts";

const maximum = 600;
const boilerplate =
	/^(?:just another wordpress site|nog een wordpress-?site|beschrijving|description|lorem ipsum|undefined|null)\b/i;

/** Structured descriptions often carry markup; it is parsed as an inert document and only its text kept. */
export function plainText(html: string, document: Document): string {
	if (!/[<&]/.test(html)) return tidy(html);
	const parsed = new (document.defaultView?.DOMParser ?? DOMParser)().parseFromString(
		html.replace(/<(?:br|\/p|\/li|\/div|\/h\d)\b[^>]*>/gi, " $&"),
		"text/html",
	);
	for (const element of parsed.querySelectorAll("script, style")) element.remove();
	const text = tidy(parsed.body.textContent ?? "");
	// Escaped twice, as some plug-ins do.
	return /<\/?[a-z][^>]*>/i.test(text) ? tidy(text.replace(/<[^>]+>/g, " ")) : text;
}

/** What a text says beside when it is. */
const restOf = (text: string, today: string) =>
	findDutchDates(text, today).reduce((rest, { exact }) => rest.replace(exact, ""), text);

/** The first paragraph that says something: long enough for a sentence and no list of links. */
function firstParagraph(source: Source): Found | undefined {
	const { main, page } = source;
	const block = main.blocks.find(
		({ text, tag }) =>
			/^(?:p|div|td|main|article|section|body)$/.test(tag) &&
			text.length >= 60 &&
			/[.!?]/.test(text) &&
			restOf(text, page.today).length >= 50,
	);
	if (!block) return undefined;
	const value = shorten(block.text, maximum);
	return quoted(value, main.text, main.text.indexOf(block.text), value.replace(/…$/, ""), 0.6);
}

/** What it is in a few sentences; never the title again. */
export function findSummary(source: Source, title: string | undefined): Found | undefined {
	const { subject, things, meta, page } = source;
	const candidates: (Found | undefined)[] = [];
	const structured = subject && textOf(things, subject, "description", "abstract", "disambiguatingDescription");
	if (subject && structured)
		candidates.push(found(plainText(structured, page.document), subject.from, structuredConfidence));
	for (const name of ["description", "og:description", "dcterms.description", "twitter:description"]) {
		const value = meta.get(name);
		if (value) candidates.push(found(plainText(value, page.document), "meta", 0.8));
	}
	candidates.push(firstParagraph(source));
	const isUseful = ({ value }: Found) =>
		value.length >= 20 && !boilerplate.test(value) && matchKeyOfTitle(value) !== matchKeyOfTitle(title ?? "");
	const chosen = candidates.find((it): it is Found => it !== undefined && isUseful(it));
	return chosen && { ...chosen, value: shorten(chosen.value, maximum) };
}
