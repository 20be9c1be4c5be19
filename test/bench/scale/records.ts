import { v5 as nameBased } from "uuid";
import type { SampleRecord } from "../../../inventory/import/sample-regions.ts";
import type { RecordState } from "../../../shared/model/clip.ts";
import { type DataOf, type Kind, schemas } from "../../../shared/model/kinds.ts";
import { addDays } from "../../../shared/text/zoned-time.ts";
import { municipalities } from "../../../shared/vocabularies/municipalities.ts";
import { labelOf } from "../../../shared/vocabularies/vocabulary.ts";
import { randomFrom } from "../../support/random.ts";

/** One made-up record, ready for the database. */
export interface MadeRecord {
	id: string;
	kind: Kind;
	state: RecordState;
	data: DataOf[Kind];
	/** Address of the page that it would have been found on. */
	page: string;
}

/** What regions hold, roughly: more events than anything else, most of them over. */
const shares: readonly (readonly [Kind, number])[] = [
	["event", 0.5],
	["opportunity", 0.3],
	["initiative", 0.12],
	["organization", 0.08],
];
const states: readonly (readonly [RecordState, number])[] = [
	["published", 0.7],
	["in-review", 0.1],
	["clipped", 0.1],
	["archived", 0.1],
];

const syllables = "ka ve lo ber dijk mo tan sel ri huis wer ma noor den vel ta rin go bos ster lin mei dal hof".split(
	" ",
);

/** Words of the samples themselves, so that search meets the domain's own. */
function wordsOf(samples: readonly SampleRecord[]): string[] {
	const words = new Set<string>();
	for (const { data } of samples)
		for (const word of `${data.title} ${data.summary ?? ""}`.match(/\p{L}{5,}/gu) ?? []) words.add(word.toLowerCase());
	return [...words].sort();
}

/**
 * `count` records that look like the samples: their fields and words, other titles, places, organisations and dates. The same
 * for the same arguments, whatever `count` is: the first thousand of 100,000 are the thousand. Dates lie around `today`, from
 * four years ago up to a year ahead.
 */
export function* makeRecords(samples: readonly SampleRecord[], count: number, today: string): Generator<MadeRecord> {
	const random = randomFrom(20_261_121);
	const one = <T>(list: readonly T[]): T => {
		const found = list[Math.floor(random() * list.length)];
		if (found === undefined) throw new Error("There is nothing to take from.");
		return found;
	};
	const weighed = <T>(list: readonly (readonly [T, number])[]): T => {
		let left = random();
		for (const [value, share] of list) {
			left -= share;
			if (left < 0) return value;
		}
		throw new Error("The shares are less than 1.");
	};
	const words = wordsOf(samples);
	// As in any text a few words are everywhere and most are rare (Zipf): which is which is drawn once, apart from the rest.
	const drawn = randomFrom(20_261_122);
	const ranked = words
		.map((word) => ({ word, at: drawn() }))
		.sort((a, b) => a.at - b.at)
		.map(({ word }) => word);
	const said = () => ranked[Math.floor(ranked.length ** random()) - 1] ?? one(words);
	const places = Object.keys(municipalities);
	const of = (kind: Kind) => samples.filter((sample) => sample.kind === kind).map((sample) => sample.data);
	const examples = {
		event: of("event"),
		opportunity: of("opportunity"),
		initiative: of("initiative"),
		organization: of("organization"),
		indicator: of("indicator"),
	};
	/** A name that is nobody's: what is new in a growing inventory is mostly names. */
	const name = () => {
		const made = Array.from({ length: 2 + Math.floor(random() * 2) }, () => one(syllables)).join("");
		return made.charAt(0).toUpperCase() + made.slice(1);
	};

	for (let index = 0; index < count; index++) {
		const kind = weighed(shares);
		const example = one(examples[kind]);
		const code = one(places);
		const place = labelOf(municipalities, code);
		const who = {
			name: `${one(["Techniekcollege", "Machinefabriek", "Stichting", "Installatiebedrijf", "Vakschool"])} ${name()}`,
		};
		const day = addDays(today, Math.floor(random() * 5 * 365) - 4 * 365);
		const [first] = example.title.split(/\s+/);
		const title = `${first} ${one(words)} ${one(words)} ${name()} ${place}${random() < 0.5 ? ` ${day.slice(0, 4)}` : ""}`;
		const common = {
			...example,
			title,
			summary: Array.from({ length: 18 }, said).join(" "),
			contacts: [],
			initiative: undefined,
			sourceUrl: undefined,
			sample: "voorbeeld",
		};
		const changed = {
			event: {
				start: `${day}T10:00:00+01:00`,
				end: `${day}T16:00:00+01:00`,
				previousStart: undefined,
				location: { place, municipality: code },
				organizer: who,
			},
			opportunity: {
				datePosted: addDays(day, -60),
				validThrough: addDays(day, 60),
				start: undefined,
				location: { place, municipality: code },
				organization: who,
			},
			initiative: { planning: { start: day, end: addDays(day, 400) }, places: [{ name: place, municipality: code }] },
			organization: { title: `${who.name} ${place}`, slug: undefined, partOf: undefined },
			indicator: {},
		}[kind];
		const id = nameBased(`https://regiotechniek.example/bench/${index}`, nameBased.URL);
		const data = schemas[kind].parse({ ...common, ...changed });
		yield { id, kind, state: weighed(states), data, page: `https://bron-${index % 997}.example/agenda/${index}` };
	}
}
