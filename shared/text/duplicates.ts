import { matchKeyOfTitle } from "./match-key.ts";
import { isShortFor, overlapOf } from "./overlap.ts";
import { placeKey, type TitleWords, titleWords, wordKeysOf } from "./title-words.ts";

/** As much of a record as finding duplicates needs. `start` is a date or an instant, `keys` match keys of its pages. */
export interface Comparable {
	readonly kind: string;
	readonly title: string;
	readonly keys: readonly string[];
	readonly organization?: string | undefined;
	readonly place?: string | undefined;
	readonly start?: string | undefined;
}

export const reasonCodes = [
	"same-page",
	"same-title",
	"similar-title",
	"same-organization",
	"other-organization",
	"same-place",
	"other-place",
	"same-day",
	"other-day",
	"other-edition",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
/** Why two records may be one, or may not; `value` is what the second says. */
export interface Reason {
	readonly code: ReasonCode;
	readonly value?: string | undefined;
}

/** `same` is probably one thing; `edition` the same thing at another time; `other` neither. `score` goes from 0 to 1. */
export interface Comparison {
	readonly relation: "same" | "edition" | "other";
	readonly score: number;
	readonly reasons: readonly Reason[];
}

/** A {@link Comparable} taken apart once, to be compared many times. */
export interface Prepared extends Comparable {
	readonly parts: TitleWords;
	readonly titleKey: string;
	readonly organizationWords: readonly string[];
	/** Words that tell who and where. */
	readonly told: readonly string[];
	readonly placeKey: string | undefined;
	readonly day: string | undefined;
	readonly looseKeys: ReadonlySet<string>;
}

/** The key of a page that its mobile and AMP forms share. */
export const looseKey = (key: string): string => key.replace(/^(?:m|mobiel|mobile)\./, "").replace(/\/amp$/, "");

export function prepare(record: Comparable): Prepared {
	const organizationWords = wordKeysOf(record.organization ?? "");
	return {
		...record,
		parts: titleWords(record.title),
		titleKey: matchKeyOfTitle(record.title),
		organizationWords,
		told: [...organizationWords, ...wordKeysOf(record.place ?? "")],
		placeKey: placeKey(record.place),
		day: /^\d{4}-\d\d-\d\d/.exec(record.start ?? "")?.[0],
		looseKeys: new Set(record.keys.filter(Boolean).map(looseKey)),
	};
}

/** From here on two records are shown as probably one. */
export const sameFrom = 0.6;

/** Words that say little in this field: a title of these alone is nobody's own. */
const light = new Set(
	"techniek technisch opendag openavond vmbo mbo hbo bbl bol school scholen onderwijs workshop cursus dag avond bijeenkomst middag sessie traject opleiding programma project plan aanpak initiatief"
		.split(" ")
		.flatMap(wordKeysOf),
);
const weightOf = (word: string) => (light.has(word) ? 0.4 : 1);

type Agreement = "same" | "other" | "unknown";

function organizationsAgree(a: Prepared, b: Prepared): Agreement {
	const [mine, theirs] = [a.organizationWords, b.organizationWords];
	if (mine.length === 0 || theirs.length === 0) return "unknown";
	const { onlyA, onlyB, both } = overlapOf(mine, theirs);
	const unmatched = onlyA.filter(
		(i) => !onlyB.some((j) => isShortFor(mine[i] ?? "", theirs[j] ?? "") || isShortFor(theirs[j] ?? "", mine[i] ?? "")),
	);
	if (unmatched.length > 0 && onlyB.length > 0) return "other";
	return both.length > 0 || onlyA.length > 0 ? (both.length > 0 || unmatched.length === 0 ? "same" : "other") : "other";
}

/** A place that only one of the two names tells nothing. */
function placesAgree(a: Prepared, b: Prepared): Agreement {
	const places = ({ parts, placeKey: own }: Prepared) => {
		const inTitle = new Set(parts.places.values());
		return own === undefined ? inTitle : inTitle.size > 0 && !inTitle.has(own) ? inTitle.add(own) : new Set([own]);
	};
	const [mine, theirs] = [places(a), places(b)];
	if (mine.size === 0 || theirs.size === 0) return "unknown";
	return [...mine].some((place) => theirs.has(place)) ? "same" : "other";
}

const daysBetween = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

/** From how many days apart two starts are two times of one thing; a job or plan has no one right day. */
const apart: Readonly<Record<string, number>> = { event: 1, opportunity: 60, initiative: 200 };

const disjoint = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
	a.size > 0 && b.size > 0 && [...a].every((it) => !b.has(it));

/** Whether years, ordinals, seasons or versions tell two editions apart. */
function isOtherEdition(a: Prepared, b: Prepared): boolean {
	const yearOf = ({ parts, day }: Prepared) =>
		parts.years.size > 0 ? parts.years : new Set(day ? [day.slice(0, 4)] : []);
	const named = a.parts.years.size > 0 || b.parts.years.size > 0;
	return (
		(named && disjoint(yearOf(a), yearOf(b))) ||
		disjoint(a.parts.ordinals, b.parts.ordinals) ||
		disjoint(a.parts.seasons, b.parts.seasons) ||
		[...a.parts.versions].join() !== [...b.parts.versions].join()
	);
}

/** How alike two titles are, 0 to 1. Words that only one has count little, words that each has in the other's stead much. */
function titlesAlike(a: Prepared, b: Prepared): number {
	if (a.titleKey !== "" && a.titleKey === b.titleKey) return 1;
	const [mine, theirs] = [a.parts.words, b.parts.words];
	const { onlyA, onlyB, both, extended } = overlapOf(mine, theirs);
	const heads = new Set(extended);
	// Who and where stand in one title and beside the other.
	const told = [...a.told, ...b.told];
	const isTold = new Set(told);
	const names = [a.organizationWords, b.organizationWords];
	const spare = (side: Prepared, indexes: readonly number[]) => {
		const words = indexes.map((i) => side.parts.words[i] ?? "").filter((it) => !side.parts.places.has(it));
		const whole = names.filter((name) => name.every((word) => side.parts.words.includes(word))).flat();
		const own = new Set(overlapOf(words, whole).onlyA);
		return words.reduce((sum, word, i) => {
			if (!own.has(i)) return sum;
			return sum + (heads.has(word) ? 0.7 : isTold.has(word) ? 0.6 : weightOf(word));
		}, 0);
	};
	const shared = both.reduce((sum, i) => {
		const word = mine[i] ?? "";
		return sum + (a.parts.places.has(word) ? 0.2 : isTold.has(word) ? Math.min(0.6, weightOf(word)) : weightOf(word));
	}, 0);
	if (shared === 0) return 0;
	const [left, right] = [spare(a, onlyA), spare(b, onlyB)];
	const numbers = disjoint(a.parts.numbers, b.parts.numbers) ? 1 : 0;
	const about = isAbout(a, onlyA, onlyB) || isAbout(b, onlyB, onlyA) ? 1 : 0;
	const instead = Math.min(left, right) + numbers + about;
	const alike = shared / (shared + 4 * instead + 0.12 * Math.max(left, right));
	// One word in another's stead is another thing, however many words they share.
	return instead >= 0.9 ? Math.min(alike, 0.38) : alike;
}

/** Whether `side` begins with a thing of its own that the other is mentioned after: "Lassimulator van het Skills Lab". */
function isAbout(side: Prepared, only: readonly number[], others: readonly number[]): boolean {
	const first = side.parts.words[0] ?? "";
	if (others.length > 0 || !only.includes(0) || light.has(first) || side.parts.places.has(first)) return false;
	// "Open dag: kijkje achter de dijk": what stands before a colon only announces.
	const opening = side.title.split(/[:|–]| - /)[0] ?? "";
	return !side.told.includes(first) && wordKeysOf(opening).length > only.findIndex((index, n) => index !== n);
}

/** Compares two records of one region; `pageIsShared` when several records come from the page that the two have in common. */
export function compare(a: Prepared, b: Prepared, pageIsShared = false): Comparison {
	const title = titlesAlike(a, b);
	const samePage = [...a.looseKeys].some((key) => b.looseKeys.has(key));
	const organization = organizationsAgree(a, b);
	const place = placesAgree(a, b);
	const days = a.day && b.day ? daysBetween(a.day, b.day) : undefined;
	const otherTime = days !== undefined && days >= (apart[a.kind] ?? 1);
	const otherEdition = isOtherEdition(a, b);
	const reasons: Reason[] = [];
	if (samePage) reasons.push({ code: "same-page" });
	if (title === 1) reasons.push({ code: "same-title" });
	else if (title >= 0.6) reasons.push({ code: "similar-title" });
	if (organization !== "unknown") reasons.push({ code: `${organization}-organization`, value: b.organization });
	if (place !== "unknown") reasons.push({ code: `${place}-place`, value: b.place });
	if (days === 0) reasons.push({ code: "same-day", value: b.day });
	else if (otherTime) reasons.push({ code: "other-day", value: b.day });
	if (otherEdition) reasons.push({ code: "other-edition" });

	let score = title;
	if (samePage && !(pageIsShared && title < 0.5)) score = Math.max(score, 0.9);
	if (organization === "same") score += 0.08;
	if (place === "same") score += 0.04;
	if (days === 0) score += 0.08;
	const elsewhere = (organization === "other" || place === "other") && !samePage;
	// Nothing but words that everybody uses, and nothing beside them that agrees.
	const own = a.parts.words.some((word) => !light.has(word)) && b.parts.words.some((word) => !light.has(word));
	if (!own && organization !== "same" && days !== 0 && !samePage) score = Math.min(score, 0.5);
	if (elsewhere) score = Math.min(score - 0.3, 0.5);
	const time = otherEdition || (otherTime && !(samePage && (days ?? 0) < 60));
	const relation = time && score >= sameFrom ? "edition" : score >= sameFrom ? "same" : "other";
	if (time) score = Math.min(score, 0.55);
	return { relation, score: Math.round(Math.max(0, Math.min(1, score)) * 100) / 100, reasons };
}
