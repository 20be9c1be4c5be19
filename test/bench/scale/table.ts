import { table } from "../../../scripts/lib/table.mjs";
import { median, percentile } from "../statistics.ts";
import { type Figures, measures } from "./run.ts";

const head = ["measured", "records", "middle", "95th percentile", "growth", "to reach", "reached"];

/** Growth of the 95th percentile that reading and searching may have from the smallest inventory to the largest. */
const reach = 1.5;
const limited: ReadonlySet<string> = new Set(["feed", "filtered", "search"]);

/** Milliseconds that the 95th percentile may take, however many records there are. */
const within: ReadonlyMap<string, number> = new Map([
	["overlap", 100],
	["matching", 100],
]);

/** The 95th percentile against that of the smallest inventory. */
export const growth = (times: readonly number[], smallest: readonly number[]) =>
	percentile(times, 0.95) / percentile(smallest, 0.95);

const yes = (reached: boolean) => (reached ? "yes" : "NO");

/** One table of everything measured, what is compared under one another. */
export function tableOf(figures: readonly Figures[]): string {
	const [smallest] = figures;
	const rows: string[][] = [];
	for (const [name, words] of Object.entries(measures)) {
		for (const { records, times } of figures) {
			const found = times.get(name);
			if (!found) continue;
			const base = records === smallest?.records ? undefined : smallest?.times.get(name);
			const ratio = base && growth(found, base);
			const judged = ratio !== undefined && limited.has(name);
			const most = within.get(name);
			const slowest = percentile(found, 0.95);
			rows.push([
				words,
				String(records),
				`${median(found).toFixed(1)} ms`,
				`${slowest.toFixed(1)} ms`,
				ratio === undefined ? "" : `${ratio.toFixed(2)}x`,
				judged ? `under ${reach}x` : most === undefined ? "" : `within ${most} ms`,
				judged ? yes(ratio < reach) : most === undefined ? "" : yes(slowest <= most),
			]);
		}
	}
	for (const { records, start } of figures)
		rows.push(["start, all published", String(records), `${start.toFixed(1)} s`]);
	for (const { records, memory } of figures)
		rows.push([
			"memory of the service",
			String(records),
			`${memory.after.toFixed(0)} MB`,
			`at most ${memory.most.toFixed(0)} MB`,
		]);
	for (const { records, disk } of figures)
		rows.push([
			"on disk: database, published files",
			String(records),
			`${disk.database.toFixed(0)} MB`,
			`${disk.published.toFixed(0)} MB`,
		]);
	return table(head, rows);
}
