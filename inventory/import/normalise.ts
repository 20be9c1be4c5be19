import { type DataOf, type Kind, schemas } from "../../shared/model/kinds.ts";
import { matchKeyOfTitle, matchKeyOfUrl } from "../../shared/text/match-key.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { ambitions } from "../../shared/vocabularies/ambitions.ts";
import { attendanceModes } from "../../shared/vocabularies/attendance-modes.ts";
import { audiences } from "../../shared/vocabularies/audiences.ts";
import { directions } from "../../shared/vocabularies/directions.ts";
import { eventStatuses } from "../../shared/vocabularies/event-statuses.ts";
import { eventTypes } from "../../shared/vocabularies/event-types.ts";
import { initiativeStatuses } from "../../shared/vocabularies/initiative-statuses.ts";
import { learningPaths } from "../../shared/vocabularies/learning-paths.ts";
import { municipalities } from "../../shared/vocabularies/municipalities.ts";
import { nationalActions } from "../../shared/vocabularies/national-actions.ts";
import { natures } from "../../shared/vocabularies/natures.ts";
import { opportunityTypes } from "../../shared/vocabularies/opportunity-types.ts";
import { partnerKinds } from "../../shared/vocabularies/partner-kinds.ts";
import { regionalGoals } from "../../shared/vocabularies/regional-goals.ts";
import { scales } from "../../shared/vocabularies/scales.ts";
import { sectors } from "../../shared/vocabularies/sectors.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import { codeFor, type Vocabulary } from "../../shared/vocabularies/vocabulary.ts";
import type { Sentence } from "../records/refusal.ts";
import { type ForeignItem, isObject } from "./items.ts";
import { toDate, toInstant } from "./moments.ts";
import { homeZone } from "./parse/zones.ts";
import { notTaken, whatIsWrong } from "./what-is-wrong.ts";

/** An item as our own schema has it, and what had to be left out of it. */
export interface Normalised {
	key: string;
	parsed: DataOf[Kind];
	raw: unknown;
	urlKey: string | null;
	contentKey: string;
	startsAt: Date | null;
	/** Fields that were wrong and not needed. */
	dropped: Sentence | undefined;
}

type Data = Record<string, unknown>;

const lists: Readonly<Record<string, Vocabulary>> = {
	actionLines,
	ambitions,
	audiences,
	nationalActions,
	regionalGoals,
	sectors,
	stages,
};
const codes: Readonly<Partial<Record<Kind, Readonly<Record<string, Vocabulary>>>>> = {
	event: { type: eventTypes, status: eventStatuses, attendance: attendanceModes },
	opportunity: { type: opportunityTypes, direction: directions, learningPath: learningPaths },
	initiative: { nature: natures, scale: scales, status: initiativeStatuses },
	organization: { kind: partnerKinds },
};
const lengths: Readonly<Record<string, number>> = {
	title: 200,
	summary: 600,
	description: 20_000,
	goal: 600,
	result: 600,
};

/** At most `most` characters, cut between words where that is near. */
function shortened(text: string, most: number): string {
	if (text.length <= most) return text;
	const cut = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "");
	return `${cut.replace(/\s+\S{0,30}$/, "")}…`;
}

const tidy = (name: string, text: string) => {
	const most = lengths[name];
	const bare = name === "description" ? text.trim() : text.replace(/\s+/g, " ").trim();
	return most ? shortened(bare, most) : bare;
};

function codeList(value: unknown, vocabulary: Vocabulary): unknown {
	const found = typeof value === "string" ? value.split(/[;,|]/) : Array.isArray(value) ? value : [value];
	// A word that is none of ours stays as it is here: it then is left out with a sentence.
	const known = found.map((one) => (typeof one === "string" ? (codeFor(vocabulary, one) ?? one.trim()) : one));
	return [...new Set(known.filter((one) => one !== ""))];
}

/** A number as Dutch spreadsheets write it: `€ 1.250,50`. */
const numberOf = (value: unknown): unknown => {
	if (typeof value !== "string") return value;
	const bare = value.replace(/[€\s]|eur(?:o)?/gi, "");
	const plain = /,\d{1,2}$/.test(bare) ? bare.replace(/\./g, "").replace(",", ".") : bare.replace(/,-$/, "");
	return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : value;
};

const numbers = new Set(["amount", "min", "max", "latitude", "longitude", "value"]);

/** Objects without what is empty, numbers made of text where a number belongs. */
function compact(value: Data): Data | undefined {
	const kept = Object.entries(value).flatMap(([name, one]): [string, unknown][] => {
		if (one === undefined || one === null || one === "" || Number.isNaN(one)) return [];
		if (isObject(one)) {
			const inner = compact(one);
			return inner ? [[name, inner]] : [];
		}
		if (numbers.has(name)) return [[name, numberOf(one)]];
		return [[name, typeof one === "string" ? tidy("", one) : one]];
	});
	return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** Fields that are an object with a name, where a source may give the name alone. */
const named = new Set(["organizer", "organization", "location"]);

function dates(kind: Kind, name: string, value: string, zone: string): unknown {
	if (kind === "event" && /^(?:start|end|previousStart)$/.test(name)) return toInstant(value, zone) ?? value;
	if (/^(?:datePosted|validThrough|start)$/.test(name)) return toDate(value) ?? value;
	return undefined;
}

function fieldOf(kind: Kind, name: string, value: unknown, zone: string): unknown {
	const vocabulary = codes[kind]?.[name];
	if (lists[name]) return codeList(value, lists[name]);
	if (typeof value === "string") {
		if (vocabulary) return codeFor(vocabulary, value) ?? value;
		if (named.has(name)) return { name: shortened(tidy("", value), 200) };
		if (name === "municipality") return codeFor(municipalities, value) ?? value;
		return dates(kind, name, value, zone) ?? tidy(name, value);
	}
	return isObject(value) ? compact(value) : value;
}

/** The names of those outermost fields that the schema does not accept. */
const wrongFields = (issues: readonly { path: readonly PropertyKey[] }[]) => [
	...new Set(issues.map(({ path }) => String(path[0] ?? ""))),
];

/** What finds the item again when its key changed: title, start and place. */
function contentKeyOf(data: Data): string {
	const location = isObject(data.location) ? (data.location.place ?? data.location.name) : undefined;
	const start = typeof data.start === "string" ? Date.parse(data.start) || data.start : "";
	return [matchKeyOfTitle(String(data.title ?? "")), start, matchKeyOfTitle(String(location ?? ""))]
		.join("|")
		.slice(0, 500);
}

/**
 * Brings an item to the schema of its kind: dates, codes by their labels, numbers, texts of no more than fit. A field that is wrong
 * and may be absent is left out; an item that lacks what it must have is not taken, and the sentence says why. Never throws.
 */
export function normalise(
	item: ForeignItem,
	kind: Kind,
	defaults: Readonly<Record<string, string>> = {},
): Normalised | { key: string; skipped: Sentence } {
	const zone = typeof item.data.timeZone === "string" ? item.data.timeZone : homeZone;
	const entries = Object.entries({ ...item.data }).filter(
		([, value]) => value !== undefined && value !== null && value !== "",
	);
	for (const [name, value] of Object.entries(defaults))
		if (value && !entries.some(([given]) => given === name)) entries.push([name, value]);
	const data = Object.fromEntries(
		entries.flatMap(([name, value]) => {
			const field = fieldOf(kind, name, value, zone);
			return field === undefined ? [] : [[name, field]];
		}),
	);
	const key =
		shortened(item.key.replace(/\s+/g, " ").trim(), 300) || (typeof data.title === "string" ? data.title : "?");
	const schema = schemas[kind];
	const first = schema.safeParse(data);
	const wrong = first.success ? [] : wrongFields(first.error.issues);
	const kept = Object.fromEntries(Object.entries(data).filter(([name]) => !wrong.includes(name)));
	const result = first.success ? first : schema.safeParse(kept);
	const problems = first.success ? undefined : whatIsWrong(first.error.issues, data);
	if (!result.success)
		return { key, skipped: notTaken(problems ?? whatIsWrong(result.error.issues, kept), data.title) };
	const parsed = result.data;
	const start = "start" in parsed && parsed.start ? Date.parse(parsed.start) : Number.NaN;
	const url = "sourceUrl" in parsed ? parsed.sourceUrl : undefined;
	return {
		key,
		parsed,
		raw: item.raw ?? null,
		urlKey: (url && matchKeyOfUrl(url).slice(0, 500)) || null,
		contentKey: contentKeyOf(parsed),
		startsAt: kind === "event" && !Number.isNaN(start) ? new Date(start) : null,
		dropped: problems && {
			nl: `Overgenomen zonder wat niet klopte. ${problems.nl}`,
			en: `Taken without what was wrong. ${problems.en}`,
		},
	};
}
