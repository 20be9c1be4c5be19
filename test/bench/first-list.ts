import { launchChromium } from "../support/browsers.ts";
import { eventsFeed } from "./events.ts";
import { startInventory } from "./inventory.ts";
import { type Measured, measure, slowerCpu } from "./measure.ts";
import { installPeers } from "./peers.ts";
import { largestPage, type Racer, raceContent, racers } from "./racers.ts";
import { serve } from "./serve.ts";
import { median, percentile } from "./statistics.ts";

const count = 200;
const enough = 20;

/** Layout shift is written with three digits; less than it can show is none. */
const still = 0.0005;

/** What a racer has to reach, and whether it did in this run; both empty for those we only compare with. */
export function verdict(racer: Racer, ratio: number, shift: number): [reach: string, reached: string] {
	const against = racers.find(({ path }) => path === racer.against)?.who ?? "";
	const wanted = [
		...(racer.ratio ? [`at most ${racer.ratio.toFixed(2)}x the ${against}`] : []),
		...(racer.still ? ["nothing moves"] : []),
	];
	if (wanted.length === 0) return ["", ""];
	const good = !(racer.ratio && !(ratio <= racer.ratio)) && !(racer.still && shift >= still);
	return [wanted.join(", "), good ? "yes" : "NO"];
}

/**
 * From navigation to 20 events on screen, in `runs` rounds in which everyone runs once, each with an empty cache. The
 * peers read one feed of 200 events from the server of the page, everything with brotli 11. Ours reads that same file
 * (`src`), or asks a running inventory that holds the same events (`region`), as partners do; static HTML and the snippet,
 * which that inventory renders, have theirs in the page.
 */
export async function raceFirstList(runs: number): Promise<string[][]> {
	await installPeers();
	const feed = eventsFeed(count);
	const inventory = await startInventory(feed);
	const results = new Map<string, Measured[]>(racers.map(({ path }) => [path, []]));
	try {
		const server = await serve(await raceContent(feed, inventory.url, await inventory.snippet(largestPage)));
		const browser = await launchChromium();
		try {
			for (let round = 0; round <= runs; round++) {
				for (const racer of racers) {
					const measured = await measure(browser, server.origin + racer.path, racer, enough);
					if (measured.held !== racer.holds) {
						throw new Error(
							`${racer.who} holds ${measured.held} items instead of ${racer.holds}: that is another race.`,
						);
					}
					// The first round warms the browser and is not counted.
					if (round > 0) results.get(racer.path)?.push(measured);
				}
			}
		} finally {
			await browser.close();
			server.stop();
		}
	} finally {
		await inventory.stop();
	}
	return racers.map((racer) => {
		const own = results.get(racer.path) ?? [];
		const base = results.get(racer.against) ?? [];
		// Within a round they met the same machine, so the ratio is taken there.
		const ratio = median(own.map(({ time }, round) => time / (base[round]?.time ?? Number.NaN)));
		const times = own.map(({ time }) => time);
		const shift = Math.max(...own.map((one) => one.shift));
		return [
			`${enough} events on screen, ${slowerCpu}x CPU, slow 4G`,
			racer.who,
			`${median(times).toFixed(0)} ms`,
			`${percentile(times, 0.95).toFixed(0)} ms`,
			`${ratio.toFixed(2)}x`,
			`${(median(own.map(({ bytes }) => bytes)) / 1000).toFixed(1)} kB`,
			shift.toFixed(3),
			...verdict(racer, ratio, shift),
		];
	});
}
