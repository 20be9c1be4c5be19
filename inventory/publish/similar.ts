import type { InitiativeItem } from "../../shared/model/feed.ts";
import { matchKeyOfTitle } from "../../shared/text/match-key.ts";
import { wordKey } from "../../shared/text/word-forms.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { ambitions } from "../../shared/vocabularies/ambitions.ts";
import { sectors } from "../../shared/vocabularies/sectors.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import type { Vocabulary } from "../../shared/vocabularies/vocabulary.ts";

/** Which initiatives are like each other, and what they have in common, in words. */

export interface Reason {
	nl: string;
	en: string;
}

export interface Similar {
	initiative: InitiativeItem;
	score: number;
	reasons: Reason[];
}

/** What two initiatives can share: by key, the words that visitors know it by. */
type Shared = ReadonlyMap<string, Reason>;

interface Aspect {
	/** Singular and plural of what is shared, before its names. */
	nl: readonly [string, string];
	en: readonly [string, string];
	/** How much sharing one rare value says. */
	weight: number;
	/** Whether sharing this alone makes two initiatives worth showing beside each other. */
	telling: boolean;
	of(item: InitiativeItem): Shared;
}

const same = (name: string): Reason => ({ nl: name, en: name });

const terms = (vocabulary: Vocabulary, codes: readonly string[]): Shared =>
	new Map(codes.map((code) => [code, vocabulary[code] ?? same(code)]));

/** Words too common in titles of any kind to say anything, beside the short ones. */
const plainWords = new Set(
	"naar door over voor tussen binnen samen meer alle deze onze jouw regio regionaal regionale techniek technisch technische technologie landelijk landelijke nederland".split(
		" ",
	),
);

function titleWords(title: string): Shared {
	const words = matchKeyOfTitle(title).split(" ");
	const telling = words.filter((word) => word.length > 3 && !plainWords.has(word) && !/^\d+$/.test(word));
	return new Map(telling.map((word) => [wordKey(word), same(word)]));
}

const aspects: readonly Aspect[] = [
	{
		nl: ["zelfde partner", "zelfde partners"],
		en: ["same partner", "same partners"],
		weight: 3,
		telling: true,
		// Who pays for many things says little about any of them.
		of: ({ partners }) =>
			new Map(partners.filter(({ role }) => role !== "funder").map(({ id, name }) => [id, same(name)])),
	},
	{
		nl: ["zelfde woord in de titel", "zelfde woorden in de titel"],
		en: ["same word in the title", "same words in the title"],
		weight: 2,
		telling: true,
		of: ({ title }) => titleWords(title),
	},
	{
		nl: ["zelfde vakgebied", "zelfde vakgebieden"],
		en: ["same field", "same fields"],
		weight: 1.5,
		telling: true,
		of: (item) =>
			terms(
				sectors,
				item.sectors.filter((code) => code !== "general"),
			),
	},
	{
		nl: ["zelfde plaats", "zelfde plaatsen"],
		en: ["same place", "same places"],
		weight: 1,
		telling: false,
		of: ({ places }) => new Map(places.map(({ name }) => [matchKeyOfTitle(name), same(name)])),
	},
	{
		nl: ["zelfde ambitie", "zelfde ambities"],
		en: ["same ambition", "same ambitions"],
		weight: 1,
		telling: false,
		of: (item) => terms(ambitions, item.ambitions),
	},
	{
		nl: ["zelfde niveau", "zelfde niveaus"],
		en: ["same level", "same levels"],
		weight: 1,
		telling: false,
		of: (item) => terms(stages, item.stages),
	},
	{
		nl: ["zelfde actielijn", "zelfde actielijnen"],
		en: ["same action line", "same action lines"],
		weight: 0.75,
		telling: false,
		of: (item) => terms(actionLines, item.actionLines),
	},
];

const namedAtMost = 2;
const reasonsAtMost = 4;

function sentence(aspect: Aspect, shared: readonly Reason[]): Reason {
	const of = (language: "nl" | "en", more: (rest: number) => string) => {
		const rest = shared.length - namedAtMost;
		const names = shared.slice(0, namedAtMost).map((one) => one[language]);
		return `${aspect[language][shared.length === 1 ? 0 : 1]}: ${names.join(", ")}${rest > 0 ? ` ${more(rest)}` : ""}`;
	};
	return { nl: of("nl", (rest) => `en nog ${rest}`), en: of("en", (rest) => `and ${rest} more`) };
}

interface Profile {
	initiative: InitiativeItem;
	/** One entry for each of {@link aspects}. */
	shared: readonly Shared[];
}

/** The initiatives of one region, ready to be compared. */
export interface Comparable {
	profiles: readonly Profile[];
	/** For each aspect: in how many initiatives each value occurs. */
	frequencies: readonly ReadonlyMap<string, number>[];
}

export function comparable(initiatives: readonly InitiativeItem[]): Comparable {
	const profiles = initiatives.map((initiative) => ({
		initiative,
		shared: aspects.map((aspect) => aspect.of(initiative)),
	}));
	const frequencies = aspects.map((_, index) => {
		const counts = new Map<string, number>();
		for (const { shared } of profiles) {
			for (const key of shared[index]?.keys() ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
		}
		return counts;
	});
	return { profiles, frequencies };
}

/** Small regions are counted as this many initiatives, so that what two of three share still counts. */
const leastCounted = 20;

/** 1 for what hardly anyone has, 0 for what all have. */
const rarity = (frequency: number, total: number) =>
	Math.max(0, Math.log(Math.max(total, leastCounted) / frequency) / Math.log(Math.max(total, leastCounted)));

/** Several values of one aspect count for less each: ten shared funders are not ten reasons. */
const sumOf = (rarities: readonly number[]) =>
	[...rarities].sort((a, b) => b - a).reduce((sum, one, index) => sum + one / (index + 1), 0);

function compare(a: Profile, b: Profile, { profiles, frequencies }: Comparable): Similar {
	const found = aspects.flatMap((aspect, index) => {
		const theirs = b.shared[index];
		const both = [...(a.shared[index] ?? [])].filter(([key]) => theirs?.has(key));
		if (both.length === 0) return [];
		const known = both.map(([key, name]) => ({
			name,
			rarity: rarity(frequencies[index]?.get(key) ?? 1, profiles.length),
		}));
		known.sort((x, y) => y.rarity - x.rarity);
		const score = aspect.weight * sumOf(known.map((one) => one.rarity));
		return [
			{
				aspect,
				score,
				reason: sentence(
					aspect,
					known.map((one) => one.name),
				),
			},
		];
	});
	// Levels and action lines are shared by half a region: without something of their own in common two are not alike.
	const telling = found.some(({ aspect, score }) => aspect.telling && score > 0);
	return {
		initiative: b.initiative,
		score: telling ? found.reduce((sum, { score }) => sum + score, 0) : 0,
		reasons: found
			.filter(({ score }) => score > 0)
			.sort((x, y) => y.score - x.score)
			.slice(0, reasonsAtMost)
			.map(({ reason }) => reason),
	};
}

const leastScore = 2;
const mostSimilar = 5;

/**
 * The initiatives most like the one with `id`, at most five, most alike first, each with its reasons in order of weight. Two
 * are compared by partners, words of the title, sectors, places, ambitions, levels and action lines; what many have in common
 * counts for little. The score of two is the same from either side.
 */
export function similarTo(id: string, all: Comparable): Similar[] {
	const own = all.profiles.find(({ initiative }) => initiative.id === id);
	if (!own) return [];
	return all.profiles
		.filter((other) => other !== own && other.initiative.id !== id)
		.map((other) => compare(own, other, all))
		.filter(({ score }) => score >= leastScore)
		.sort((a, b) => b.score - a.score || (a.initiative.id < b.initiative.id ? -1 : 1))
		.slice(0, mostSimilar);
}
