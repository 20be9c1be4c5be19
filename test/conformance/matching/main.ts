import { table } from "../../../scripts/lib/table.mjs";
import { bar, isUnderBar, parts, readOffers, scoreRequests } from "./score.ts";

const share = (some: number, all: number) => (some / all).toFixed(3);

/** Prints how often the right offer is among the first three, and gives 1 when that is under the bar on held-out requests. */
export async function main(args: string[] = []): Promise<number> {
	let under = false;
	const rows = parts.map((part) => {
		const score = scoreRequests(part);
		if (args.includes("--failures") && part === "tuning") for (const line of score.failures) console.log(line);
		if (part === "held-out") under = isUnderBar(score);
		return [
			part,
			String(score.requests),
			share(score.first, score.requests),
			share(score.amongFirst, score.requests),
			share(score.nearest, score.requests),
			String(score.passedOver),
		];
	});
	console.log(
		`\nsupply and demand (to reach: the right one among the first ${bar.first} for ${bar.share}; ${readOffers().offers.length} offers)`,
	);
	console.log(
		table(
			[
				"requests",
				"number",
				"right first",
				`among first ${bar.first}`,
				"by distance alone",
				"of their type, ruled out",
			],
			rows,
		),
	);
	if (under) console.error("\nMatching is under the bar on the held-out requests.");
	return under ? 1 : 0;
}
