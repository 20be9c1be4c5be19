import { table } from "../../../scripts/lib/table.mjs";
import { bar, scoreSuggestions } from "./score.ts";

/** Prints how many suggestions hold on the sample regions' initiatives, and gives 1 when a field is under its bar, else 0. */
export function main(args: string[] = []): number {
	const scores = scoreSuggestions();
	if (args.includes("--failures"))
		for (const { field, misses } of scores) for (const miss of misses) console.log(`${field}: ${miss}`);
	console.log("\nsuggestions on the initiatives of the sample regions, their tags removed");
	console.log(
		table(
			["field", "shown", "accepted", "precision", "of all tags", "precision to reach"],
			scores.map(({ field, shown, accepted, precision, recall }) => [
				field,
				String(shown),
				String(accepted),
				precision.toFixed(3),
				recall.toFixed(3),
				String(bar[field] ?? ""),
			]),
		),
	);
	const under = scores.filter(({ field, precision }) => !(precision >= (bar[field] ?? 0)));
	if (under.length > 0) console.error(`\nSuggestions under the bar: ${under.map(({ field }) => field).join(", ")}.`);
	return under.length > 0 ? 1 : 0;
}
