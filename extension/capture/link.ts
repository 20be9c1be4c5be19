import { matchKeyOfUrl } from "../../shared/text/match-key.ts";
import { type Found, found, quoted, tidy, webAddress } from "./page.ts";
import { type Source, structuredConfidence } from "./source.ts";
import { addressOf, textOf, thingOf } from "./things.ts";

const inviting =
	/^(?:(?:direct |nu |online )?(?:aanmelden|inschrijven|solliciteren|reserveren|solliciteer)|meld (?:je|u|jezelf) (?:nu |direct |hier )?aan|schrijf (?:je|u) (?:nu |hier )?in|tickets?|aanmeldformulier|inschrijfformulier)\b/i;

/** Where to sign up or apply: what the structured data offers, else a link in the text that invites to. */
export function findLink(source: Source): Found | undefined {
	const { subject, things, main, page } = source;
	const here = matchKeyOfUrl(page.url);
	if (subject) {
		const offer = thingOf(things, subject, "offers");
		const written = (offer && textOf(things, offer, "url")) ?? addressOf(things, subject, "applicationContact");
		const address = webAddress(written, page);
		if (address && matchKeyOfUrl(address) !== here) return found(address, subject.from, structuredConfidence);
	}
	for (const link of main.root.querySelectorAll("a[href]")) {
		const text = tidy(link.textContent ?? "");
		const address = inviting.test(text) ? webAddress(link.getAttribute("href"), page) : undefined;
		if (address && matchKeyOfUrl(address) !== here) return quoted(address, text, 0, text, 0.7);
	}
	return undefined;
}

/** The address the page prefers. One on another page of the same template (a forgotten `/`) is not believed. */
export function findCanonical(source: Source): string | undefined {
	const { page, meta } = source;
	const link = page.document.querySelector("link[rel~='canonical' i]")?.getAttribute("href");
	const address = webAddress(link ?? meta.get("og:url"), page);
	if (!address) return undefined;
	const isForgotten = new URL(address).pathname === "/" && new URL(page.url).pathname !== "/";
	return isForgotten ? undefined : address;
}
