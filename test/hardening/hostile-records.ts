import { v5 as nameBased } from "uuid";
import type { ClipKind } from "../../shared/model/clip.ts";
import { printable } from "../../shared/text/printable.ts";
import { day } from "../../widgets/testing/feeds.ts";
import { injectionAt, injections } from "./injections.ts";

/** Records in which every text is a string that tries to be more, another one in each field. */
export interface HostileRecord {
	id: string;
	kind: ClipKind;
	record: Record<string, unknown> & { title: string };
	/** What the inventory must keep of each text. */
	texts: string[];
}

type Words = (longest?: number) => string;

const shared = (words: Words) => ({
	title: words(),
	summary: words(),
	description: `${words()}\n\n${words()}`,
	image: { url: "https://inventory.example/plaat.jpg", alt: words() },
	contacts: [{ name: words(), role: words(), phone: words(40), public: true }],
});

const location = (words: Words) => ({ name: words(), streetAddress: words(), postalCode: words(10), place: words() });

const makers: Record<ClipKind, (words: Words) => Record<string, unknown> & { title: string }> = {
	event: (words) => ({
		...shared(words),
		start: `${day(2)}T10:00:00+01:00`,
		location: location(words),
		accessibility: words(),
		organizer: { name: words() },
		partners: [{ name: words() }, { name: words(), role: "lead" }],
		price: { amount: 5, note: words() },
		series: { id: "reeks", name: words(), edition: words() },
	}),
	opportunity: (words) => ({
		...shared(words),
		type: "vacancy",
		datePosted: day(-1),
		validThrough: day(20),
		location: location(words),
		organization: { name: words() },
		hours: { note: words() },
		salary: { note: words() },
		source: { name: words() },
	}),
	initiative: (words) => ({
		...shared(words),
		goal: words(),
		planning: { label: words() },
		partners: [{ name: words() }, { name: words(), role: "funder" }],
		result: words(),
		funding: [{ note: words() }],
		places: [{ name: words() }],
	}),
};

/** As many records of `kind` as it takes for each of the strings to be in one. */
export function hostileRecords(kind: ClipKind): HostileRecord[] {
	const records: HostileRecord[] = [];
	let next = 0;
	for (let nth = 0; next < injections.length; nth += 1) {
		const texts: string[] = [];
		const record = makers[kind]((longest = 200) => {
			// A name of nothing but space is refused, and rightly so.
			while (printable(injectionAt(next)).trim() === "") next++;
			const words = injectionAt(next++).slice(0, longest);
			texts.push(printable(words).trim());
			return words;
		});
		records.push({ id: nameBased(`${kind} ${nth}`, nameBased.URL), kind, record, texts });
	}
	return records;
}
