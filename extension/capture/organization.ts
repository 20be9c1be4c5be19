import { type Found, found, quoted, shorten } from "./page.ts";
import { siteNameOf } from "./site-name.ts";
import { type Source, structuredConfidence } from "./source.ts";
import { isA, textOf } from "./things.ts";

const roles = ["organizer", "hiringOrganization", "provider", "sponsor", "sourceOrganization", "publisher"];
const named =
	/(?:[Gg]eorganiseerd door|[Ee]en initiatief van|[Oo]rganisatie:|[Oo]rganisator:|[Ww]erkgever:|[Ii]n opdracht van)\s+((?:(?:de|het)\s+)?\p{Lu}[\p{L}\p{N}&'’-]*(?:\s+(?:(?:van|de|der|het|en|voor|in|&)\s+)*\p{Lu}[\p{L}\p{N}&'’-]*){0,5})/u;

/** Who is behind it: the named role first, then what the text says, then whose site it is. */
export function findOrganization(source: Source): Found | undefined {
	const { subject, things, main, page } = source;
	for (const role of subject ? roles : []) {
		const name = subject && textOf(things, subject, role);
		if (subject && name && !/^https?:/.test(name))
			return found(shorten(name, 200), subject.from, role === "publisher" ? 0.75 : structuredConfidence);
	}
	const said = named.exec(main.text);
	if (said?.[1]) return quoted(said[1], main.text, said.index, said[0], 0.7);
	const declared = things.all.find((thing) =>
		isA(thing, /(?:Organization|School|University|College|Corporation|LocalBusiness)$/),
	);
	const name = declared && textOf(things, declared, "name", "legalName");
	if (declared && name) return found(shorten(name, 200), declared.from, 0.65);
	const site = siteNameOf(source);
	if (site) return { ...site, value: shorten(site.value, 200) };
	const footer = page.document.querySelector("footer")?.textContent ?? "";
	const owner = /(?:©|&copy;|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*(\p{Lu}[^|•·\n©.]{2,60})/u.exec(footer);
	const ownerName = owner?.[1]?.trim();
	return owner && ownerName ? quoted(ownerName, footer, owner.index, owner[0], 0.4) : undefined;
}
