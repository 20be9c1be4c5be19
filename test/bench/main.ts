import { parseArgs } from "node:util";
import { table } from "../../scripts/lib/table.mjs";
import { raceCapture } from "./capture.ts";
import { raceFeeds } from "./feeds.ts";
import { raceFirstList } from "./first-list.ts";
import { raceNetwork } from "./network.ts";
import { measureInventories } from "./scale/run.ts";
import { tableOf } from "./scale/table.ts";

const usage =
	"npm run bench -- [feeds] [first-list] [capture] [network] [inventory] [--seconds 4] [--runs 7] [--records 1000,10000,100000]";

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
		options: {
			seconds: { type: "string", default: "4" },
			runs: { type: "string", default: "7" },
			records: { type: "string", default: "1000,10000,100000" },
		},
	});
	const [seconds, runs] = [Number(values.seconds), Number(values.runs)];
	const sizes = values.records.split(",").map(Number);
	const names = ["feeds", "first-list", "capture", "network", "inventory"];
	const right = seconds > 0 && runs > 0 && sizes.every((size) => Number.isInteger(size) && size > 0);
	if (!right || positionals.some((name) => !names.includes(name))) {
		console.error(usage);
		return 1;
	}
	const wanted = (name: string) => positionals.length === 0 || positionals.includes(name);
	const rows: string[][] = [];
	if (wanted("feeds")) rows.push(...(await raceFeeds(seconds)));
	if (wanted("first-list")) rows.push(...(await raceFirstList(runs)));
	if (wanted("capture")) rows.push(...(await raceCapture(runs)));
	if (wanted("network")) rows.push(...(await raceNetwork(runs)));
	if (rows.length > 0) console.log(table(head, rows));
	// Takes a quarter of an hour, so only when asked for by name.
	if (positionals.includes("inventory")) console.log(tableOf(await measureInventories(sizes, console.error)));
	return 0;
}
