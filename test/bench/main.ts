import { parseArgs } from "node:util";
import { table } from "../../scripts/lib/table.mjs";
import { raceCapture } from "./capture.ts";
import { raceFeeds } from "./feeds.ts";
import { raceFirstList } from "./first-list.ts";

const usage = "npm run bench -- [feeds] [first-list] [capture] [--seconds 4] [--runs 7]";

const head = [
	"measured",
	"who",
	"middle",
	"95th percentile",
	"ratio",
	"over the wire",
	"layout shift",
	"to reach",
	"reached",
];

/** Measures here and now, side by side; prints one table. Gives 0 when everything could be measured: ratios are for people. */
export async function main(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { seconds: { type: "string", default: "4" }, runs: { type: "string", default: "7" } },
	});
	const [seconds, runs] = [Number(values.seconds), Number(values.runs)];
	if (!(seconds > 0) || !(runs > 0) || positionals.some((name) => !["feeds", "first-list", "capture"].includes(name))) {
		console.error(usage);
		return 1;
	}
	const wanted = (name: string) => positionals.length === 0 || positionals.includes(name);
	const rows: string[][] = [];
	if (wanted("feeds")) rows.push(...(await raceFeeds(seconds)));
	if (wanted("first-list")) rows.push(...(await raceFirstList(runs)));
	if (wanted("capture")) rows.push(...(await raceCapture(runs)));
	console.log(table(head, rows));
	return 0;
}
