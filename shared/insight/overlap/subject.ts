import * as z from "zod/mini";
import { wordKeysOf } from "../../text/title-words.ts";
import { wordKey } from "../../text/word-forms.ts";
import { conceptOf } from "./concepts.ts";

/** An initiative taken apart for comparing it with others. */

const Words = z._default(z.string(), "");
const codes = z._default(z.array(z.string()), []);
/** As much of a stored initiative as overlap is judged by; a record of another version of the schema can be read as well. */
const Data = z.object({
	title: z.string(),
	goal: Words,
	summary: Words,
	description: Words,
	result: Words,
	stages: codes,
	audiences: codes,
	sectors: codes,
	actionLines: codes,
	ambitions: codes,
	nationalActions: codes,
	regionalGoals: codes,
	partners: z._default(z.array(z.object({ id: z.optional(z.string()), name: z.string(), role: Words })), []),
	places: z._default(z.array(z.object({ name: z.string(), municipality: z.optional(z.string()) })), []),
	planning: z.optional(z.object({ start: z.optional(z.string()), end: z.optional(z.string()) })),
});

export type Aspect =
	| "stages"
	| "audiences"
	| "sectors"
	| "actionLines"
	| "ambitions"
	| "nationalActions"
	| "regionalGoals";

/** A word by its key, and how much is said with it: in a title more than in a description. */
interface SaidWord {
	readonly key: string;
	readonly weight: number;
}

export interface Subject {
	readonly region: string;
	/** All of it, to show words as they stand in it. */
	readonly text: string;
	/** By concept, of the whole text. */
	readonly words: ReadonlyMap<string, SaidWord>;
	/** The title by word keys with a space around each, without the region's own name. */
	readonly titleKey: string;
	readonly codes: Readonly<Record<Aspect, ReadonlySet<string>>>;
	/** By slug or folded name; who only pays is no partner here. */
	readonly partners: ReadonlyMap<string, string>;
	/** By municipality, or by name where that is not known. */
	readonly places: ReadonlyMap<string, string>;
	/** Days such as `2026-11-21`. */
	readonly start: string | undefined;
	readonly end: string | undefined;
}

const weights = { title: 3, goal: 2, summary: 2, result: 0.5, description: 0.25 } as const;

const fields = ["title", "goal", "summary", "result", "description"] as const;

/** Words that any entry of an action list may have. */
const plain = new Set(
	wordKeysOf(
		"techniek technisch technische regio regionaal regionale samen meer alle hun zij zich zodat voor waar wat worden wordt kan kunnen " +
			"krijgt krijgen komt komen gaat gaan heeft hebben zijn is ook nog al er via bij per tot tussen binnen elkaar eigen " +
			"goed goede nieuw nieuwe groot grote maakt maken doen doet laat laten zien helpt helpen werkt zelf andere anders iemand " +
			"iedereen elk elke ieder iedere jaar drie twee vier een één niet geen zonder maar dan dus hoe moet moeten wil willen mag " +
			"veel mensen mens voorbeeld welke daarvoor daarmee hiermee ze hij men onder over na vanaf sinds zowel zoals was waren werd " +
			"blijft blijven staat staan brengt brengen biedt bieden geeft geven vindt vinden neemt nemen zorgt zorgen zit zitten " +
			"hen hun groep huis ander aantal deel manier echt echte weer steeds bestaande lopende vaste vast beter plek plaats terecht daar hier nu straks " +
			"the and for with",
	),
);

const fold = (name: string) => name.trim().toLowerCase();

interface Word {
	readonly concept: string;
	readonly key: string;
}

const wordsIn = (keys: readonly string[]): Word[] =>
	keys
		.filter((key) => key.length > 1 && !plain.has(key) && !/^\d/.test(key))
		.map((key) => ({ concept: conceptOf(key), key }));

const read = new Map<string, readonly Word[]>();
/** More than the words in use; of names there is no end. */
const mostRead = 50_000;

/** Reads a word once: a hundred records are compared for one answer, and all of them use the same words. */
function wordOf(written: string): readonly Word[] {
	let known = read.get(written);
	if (!known) {
		known = wordsIn(wordKeysOf(written));
		if (read.size < mostRead) read.set(written, known);
	}
	return known;
}

const token = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

/** The words that say something; of what is written as two words, only what this field has often is made one. */
const wordsOfText = (text: string): Word[] =>
	(
		text
			.toLowerCase()
			.replace(/\bzij[- ](?=instro)/g, "zij")
			.match(token) ?? []
	).flatMap(wordOf);

const namesOfRegions = new Map<string, ReadonlySet<string>>();
function nameOf(region: string): ReadonlySet<string> {
	const known = namesOfRegions.get(region) ?? new Set(wordKeysOf(region));
	namesOfRegions.set(region, known);
	return known;
}

/** Throws when `data` is no initiative. */
export function subjectOf(region: string, data: unknown): Subject {
	const given = Data.parse(data);
	const words = new Map<string, SaidWord>();
	const titled = wordKeysOf(given.title);
	// From the heaviest field to the lightest: what is said first stands.
	for (const field of fields)
		for (const { concept, key } of field === "title" ? wordsIn(titled) : wordsOfText(given[field]))
			if (!words.has(concept)) words.set(concept, { key, weight: weights[field] });
	const own = nameOf(region);
	const titleKeys = titled.filter((key) => !own.has(key) && !/^\d/.test(key));
	const set = (list: readonly string[]): ReadonlySet<string> => new Set(list);
	return {
		region,
		text: fields.map((field) => given[field]).join(" "),
		words,
		titleKey: ` ${titleKeys.join(" ")} `,
		codes: {
			stages: set(given.stages),
			audiences: set(given.audiences),
			sectors: set(given.sectors.filter((code) => code !== "general")),
			actionLines: set(given.actionLines),
			ambitions: set(given.ambitions),
			nationalActions: set(given.nationalActions),
			regionalGoals: set(given.regionalGoals),
		},
		partners: new Map(
			given.partners.filter(({ role }) => role !== "funder").map(({ id, name }) => [id ?? fold(name), name]),
		),
		places: new Map(given.places.map(({ name, municipality }) => [municipality ?? fold(name), name])),
		start: given.planning?.start,
		end: given.planning?.end,
	};
}

/** A word as the subject writes it, by its key. */
export function writtenAs({ text }: Subject, key: string): string {
	const written = (text.match(/[\p{L}\p{N}]+/gu) ?? []).find((word) => wordKey(word) === key);
	return written?.toLowerCase() ?? key;
}
