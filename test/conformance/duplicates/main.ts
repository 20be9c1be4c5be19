import { table } from "../../../scripts/lib/table.mjs";
import { timeInChromium } from "./in-chromium.ts";
import { parts } from "./pairs.ts";
import { bar, isUnderBar, scoreIndex, scorePairs } from "./score.ts";

const share = (n: number) => n.toFixed(3);

/** Prints how well duplicates are found, and gives 1 when the held-out pairs or the time are beyond the bar, else 0. */
export async function main(args: string[] = []): Promise<number> {
	let under = false;
	const rows = parts.flatMap((part) => {
		const pairs = scorePairs(part);
		const among = scoreIndex(part, 20_000);
		if (part === "tuning" && args.includes("--failures"))
			for (const line of [...pairs.failures, ...among.failures]) console.log(line);
		if (part === "held-out") under = isUnderBar(pairs) || isUnderBar(among) || among.p95 > bar.milliseconds;
		const row = (what: string, score: typeof pairs, time: string) => [
			`${part}, ${what}`,
			String(score.same),
			String(score.found),
			String(score.wrong),
			share(score.precision),
			share(score.recall),
			time,
		];
		return [row("pair by pair", pairs, ""), row(`among ${among.records} records`, among, `${among.p95.toFixed(1)} ms`)];
	});
	console.log("\nduplicates (to reach: 0.95 and 0.95, within 50 ms at the 95th percentile, here in Node)");
	console.log(table(["pairs", "to find", "found", "wrongly", "precision", "recall", "95% within"], rows));
	const there = await timeInChromium("held-out", 20_000);
	console.log(
		`In Chromium, among ${there.records} records: 95% within ${there.p95.toFixed(1)} ms; the index is built in ${Math.round(there.built)} ms.`,
	);
	under ||= there.p95 > bar.milliseconds;
	if (under) console.error("\nDuplicates are under the bar on the held-out pairs.");
	return under ? 1 : 0;
}
