import { type Indicator, measurementKey, type Observation } from "../../model/indicator.ts";
import type { BadRow, GoodRow, Sentence } from "./read-table.ts";

export interface Addition {
	readonly observations: Observation[];
	readonly added: number;
	readonly changed: number;
	readonly unchanged: number;
	readonly bad: readonly Omit<BadRow, "text">[];
}

const twice = (first: number): Sentence => ({
	nl: `Deze periode en uitsplitsing staan ook in rij ${first}; die telt.`,
	en: `This period and breakdown are in row ${first} too; that one counts.`,
});
const noVersion = (version: number): Sentence => ({
	nl: `Er is geen definitie ${version} van deze indicator.`,
	en: `This indicator has no definition ${version}.`,
});

/** What a row says of an observation that is there; a note that it does not give stays. */
const renewed = (standing: Observation, said: Observation): Observation => ({ ...standing, ...said });

const same = (a: Observation, b: Observation) => a.value === b.value && a.note === b.note;

/**
 * Puts rows of a table into an indicator's observations: a new period or slice is added, one that is there gets the row's value and
 * note. A row that names no definition is measured by the present one. Nothing that is not in the table is touched.
 */
export function addObservations(
	indicator: Pick<Indicator, "version" | "earlier" | "observations">,
	rows: readonly GoodRow[],
): Addition {
	const versions = new Set([indicator.version, ...indicator.earlier.map(({ version }) => version)]);
	const observations = [...indicator.observations];
	const places = new Map(observations.map((one, index) => [measurementKey(one), index]));
	const met = new Map<string, number>();
	const bad: Omit<BadRow, "text">[] = [];
	const counts = { added: 0, changed: 0, unchanged: 0 };
	for (const { row, observation } of rows) {
		const said: Observation = { ...observation, version: observation.version ?? indicator.version };
		const key = measurementKey(said);
		const before = met.get(key);
		if (!versions.has(said.version)) bad.push({ row, problems: [noVersion(said.version)] });
		else if (before !== undefined) bad.push({ row, problems: [twice(before)] });
		else {
			met.set(key, row);
			const place = places.get(key);
			const standing = place === undefined ? undefined : observations[place];
			if (place === undefined || !standing) {
				observations.push(said);
				counts.added++;
			} else {
				const next = renewed(standing, said);
				observations[place] = next;
				counts[same(standing, next) ? "unchanged" : "changed"]++;
			}
		}
	}
	return { observations, ...counts, bad };
}
