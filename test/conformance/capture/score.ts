import type { Captured } from "../../../extension/draft/fields.ts";
import { matchKeyOfTitle, matchKeyOfUrl } from "../../../shared/text/match-key.ts";
import type { Expected, Label } from "./pages.ts";

/** What is measured, and the form fields that count towards it. */
export const measures = {
	title: ["title"],
	date: ["startDate", "startTime", "validThrough"],
	place: ["place"],
	organisation: ["organization"],
	kind: ["kind"],
	end: ["endDate", "endTime"],
	period: ["planningLabel"],
	type: ["opportunityType"],
	description: ["summary"],
	price: ["price"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Measure = keyof typeof measures | "candidates" | "reason";

/** The measures that have a bar, and the bar. */
export const barred: readonly Measure[] = ["title", "date", "place", "organisation", "kind"];
export const bar = { precision: 0.95, recall: 0.9 } as const;

/** One value looked for on one page: what was found, whether that is right, and whether there was anything to find. */
export interface Judgement {
	readonly page: string;
	readonly measure: Measure;
	readonly field: string;
	readonly expected: string | undefined;
	readonly got: string | undefined;
	readonly isRight: boolean;
}

/** Names of organisations without what only lawyers write. */
const nameKey = (text: string) =>
	matchKeyOfTitle(text.replace(/\(voorbeeld\)/i, "")).replace(/^(?:de|het|stichting) /, "");

function agrees(field: string, got: string, expected: string): boolean {
	switch (field) {
		case "organization":
			return nameKey(got) === nameKey(expected);
		case "summary":
			return matchKeyOfTitle(got).includes(matchKeyOfTitle(expected));
		case "title":
		case "place":
		case "planningLabel":
			return matchKeyOfTitle(got) === matchKeyOfTitle(expected);
		default:
			return got === expected;
	}
}

function found(captured: Captured, field: string): string | undefined {
	if (field === "kind") return captured.kind;
	if (field === "price") return captured.facts?.price?.value.amount?.toString();
	const value = Object.entries(captured.fields).find(([name]) => name === field)?.[1];
	return typeof value === "string" && value !== "" ? value : undefined;
}

const isUnjudged = (field: string, label: NonNullable<Label["expected"]>, wanted: Expected | undefined) =>
	wanted === "?" ||
	(wanted === undefined && ["summary", "opportunityType"].includes(field)) ||
	// The deadline of an event and the first day of a job are other questions.
	(field === "validThrough" && label.kind !== "opportunity") ||
	(["startDate", "startTime", "endDate", "endTime"].includes(field) && label.kind === "opportunity") ||
	(field === "planningLabel" && label.kind !== "initiative") ||
	(field === "price" && label.kind !== "event");

/** Every judgement on one page. */
export function judge(page: string, label: Label, captured: Captured): Judgement[] {
	const judgements: Judgement[] = [];
	const add = (
		measure: Measure,
		field: string,
		expected: string | undefined,
		got: string | undefined,
		isRight: boolean,
	) => judgements.push({ page, measure, field, expected, got, isRight });
	if (label.unreadable)
		add("reason", "unreadable", label.unreadable, captured.unreadable, captured.unreadable === label.unreadable);
	else if (captured.unreadable) add("reason", "unreadable", undefined, captured.unreadable, false);
	if (label.candidates ?? captured.candidates) {
		const show = (one: { title: string; url?: string | undefined; start?: string | undefined }) =>
			[matchKeyOfTitle(one.title), matchKeyOfUrl(one.url ?? ""), one.start ?? ""].join(" | ");
		const wanted = new Set((label.candidates ?? []).map(show));
		const got = new Set((captured.candidates ?? []).map(show));
		for (const one of new Set([...wanted, ...got]))
			add(
				"candidates",
				"candidates",
				wanted.has(one) ? one : undefined,
				got.has(one) ? one : undefined,
				wanted.has(one) && got.has(one),
			);
	}
	const { expected } = label;
	if (!expected) return judgements;
	for (const [measure, fields] of Object.entries(measures)) {
		for (const field of fields) {
			const wanted: Expected | undefined = expected[field];
			if (isUnjudged(field, expected, wanted)) continue;
			const accepted = wanted === undefined ? [] : [wanted].flat().map(String);
			const got = found(captured, field);
			if (accepted.length === 0 && got === undefined) continue;
			add(
				measure as Measure,
				field,
				accepted.length > 0 ? accepted.join(" / ") : undefined,
				got,
				got !== undefined && accepted.some((one) => agrees(field, got, one)),
			);
		}
	}
	return judgements;
}

export interface Score {
	readonly measure: Measure;
	/** How many there were to find. */
	readonly labelled: number;
	readonly found: number;
	/** Of what was found, the share that is right; and of what there was to find. 0 to 1, NaN of nothing. */
	readonly precision: number;
	readonly recall: number;
}

export function scoresOf(judgements: readonly Judgement[]): Score[] {
	return [...Object.keys(measures), "candidates", "reason"].flatMap((name) => {
		const own = judgements.filter(({ measure }) => measure === name);
		if (own.length === 0) return [];
		const labelled = own.filter(({ expected }) => expected !== undefined).length;
		const foundOnes = own.filter(({ got }) => got !== undefined).length;
		const right = own.filter(({ isRight }) => isRight).length;
		return [
			{ measure: name as Measure, labelled, found: foundOnes, precision: right / foundOnes, recall: right / labelled },
		];
	});
}

/** The measures with a bar that are under it. */
export const underBar = (scores: readonly Score[]) =>
	barred.filter((name) => {
		const score = scores.find(({ measure }) => measure === name);
		return !score || !(score.precision >= bar.precision && score.recall >= bar.recall);
	});
