import { overlapFrom, overlapOf } from "../../../shared/insight/overlap/overlap-of.ts";
import { type Part, readPairs, readSamples } from "./pairs.ts";

/** The agreed line: this precision where this share of what overlaps is found. */
export const bar = { precision: 0.9, recall: 0.8 };

export interface Point {
	readonly from: number;
	readonly precision: number;
	readonly recall: number;
}

export interface Score {
	readonly overlapping: number;
	readonly other: number;
	/** At the score from which overlap is shown. */
	readonly shown: Point;
	/** At the highest score that finds enough. */
	readonly reaching: Point;
	readonly failures: readonly string[];
}

export function scoreParts(...measured: readonly Part[]): Score {
	const { subjects, rarity } = readSamples();
	const judged = measured
		.flatMap((part) => readPairs(part, subjects))
		.map((pair) => ({ ...pair, score: overlapOf(pair.base, pair.beside, rarity).score }))
		.sort((a, b) => b.score - a.score);
	const overlapping = judged.filter(({ overlaps }) => overlaps).length;
	const point = (from: number): Point => {
		const said = judged.filter(({ score }) => score >= from);
		const right = said.filter(({ overlaps }) => overlaps).length;
		return { from, precision: right / said.length, recall: right / overlapping };
	};
	const reaching = judged.map(({ score }) => point(score)).find(({ recall }) => recall >= bar.recall);
	return {
		overlapping,
		other: judged.length - overlapping,
		shown: point(overlapFrom),
		reaching: reaching ?? point(0),
		failures: judged
			.filter(({ overlaps, score }) => overlaps !== score >= overlapFrom)
			.map(({ overlaps, score, about }) => `${overlaps ? "missed" : "wrong"} ${score.toFixed(2)} ${about}`),
	};
}

export const isUnderBar = ({ reaching }: Score): boolean =>
	!(reaching.recall >= bar.recall && reaching.precision >= bar.precision);
