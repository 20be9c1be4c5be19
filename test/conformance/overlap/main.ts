import { table } from "../../../scripts/lib/table.mjs";
import { parts } from "./pairs.ts";
import { bar, isUnderBar, scoreParts } from "./score.ts";

const share = (n: number) => n.toFixed(3);

/** Prints how well overlap is found, and gives 1 when the labelled pairs together are under the bar, else 0. */
export async function main(args: string[] = []): Promise<number> {
	const scores = [
		...parts.map((part) => ({ part, ...scoreParts(part) })),
		{ part: "all together", ...scoreParts(...parts) },
	];
	for (const { part, failures } of scores)
		if (part === "tuning" && args.includes("--failures")) for (const line of failures) console.log(line);
	const rows = scores.flatMap(
		({ part, overlapping, other, shown, reaching }) =>
			[
				[`${part}, where ${bar.recall} is found`, overlapping, other, reaching],
				[`${part}, as shown`, overlapping, other, shown],
			] as const,
	);
	console.log(`\noverlap (to reach: precision ${bar.precision} where ${bar.recall} is found)`);
	console.log(
		table(
			["pairs", "overlap", "do not", "from score", "precision", "recall"],
			rows.map(([what, overlapping, other, { from, precision, recall }]) => [
				what,
				String(overlapping),
				String(other),
				from.toFixed(2),
				share(precision),
				share(recall),
			]),
		),
	);
	const under = scores.filter(isUnderBar).map(({ part }) => part);
	if (under.length > 0) console.log(`Under that: ${under.join(", ")}.`);
	return under.includes("all together") ? 1 : 0;
}
