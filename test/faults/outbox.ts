import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import * as z from "zod/mini";
import { type ExtensionBrowser, launchWithExtension } from "../support/extension-browser.ts";
import { startService } from "../support/service.ts";
import { alwaysFails, startFaultyProxy } from "./faulty-proxy.ts";
import { type Acknowledged, judge, type Verdict } from "./judge.ts";
import { readBack } from "./read-back.ts";

export interface OutboxRun extends Verdict {
	/** Clips that a person saved, and that the service should take. */
	saved: number;
	/** Clips that the service refuses; and those of them that were set apart with its sentence. */
	poisoned: number;
	setApart: number;
	/** Still waiting while the network was bad, and at the very end. */
	heldUp: number;
	left: number;
	/** Set apart though there was nothing wrong with them. */
	wronglySetApart: string[];
	workerKills: number;
	requests: number;
	fates: Record<string, number>;
	seconds: number;
}

export interface OutboxOptions {
	clips: number;
	random: () => number;
	onProgress(sentence: string): void;
}

/** One clip in this many is for a region that the inventory does not have, which only the service can know. */
const poisonOneIn = 25;

const syllables = "ba de fi go hu ka le mi no pu ra se ti vo wu zen dral kom sint plo brek tuin".split(" ");

interface ToSave {
	readonly title: string;
	readonly region: string;
}

/** Fills in and saves forms in the panel, as fast as the panel goes. Runs in the page. */
async function saveInPanel(clips: readonly ToSave[]): Promise<void> {
	const until = async <T>(what: string, look: () => T | null | undefined | false): Promise<T> => {
		for (let n = 0; n < 2000; n += 1) {
			const found = look();
			if (found) return found;
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		throw new Error(`${what} never came: ${document.body.textContent?.slice(0, 500)}`);
	};
	const type = (selector: string, value: string, event = "input") => {
		const control = document.querySelector<HTMLInputElement>(selector);
		if (!control) throw new Error(`There is no ${selector}`);
		control.value = value;
		control.dispatchEvent(new Event(event, { bubbles: true }));
	};
	for (const { title, region } of clips) {
		const manual = await until("the empty panel", () =>
			document.querySelector<HTMLButtonElement>(".idle button:last-child"),
		);
		manual.click();
		const select = await until("the form", () => document.querySelector<HTMLSelectElement>("#field-region"));
		if (![...select.options].some((option) => option.value === region)) select.add(new Option(region, region));
		type("#field-region", region, "change");
		type("#field-title", title);
		type("#field-sourceUrl", `https://voorbeeld.example/${encodeURIComponent(title)}`);
		document.querySelector<HTMLFormElement>("#draft")?.requestSubmit();
		await until(`saving ${title}`, () => document.querySelector("#notice.good")?.textContent?.includes(title));
	}
}

const Kept = z.array(
	z.object({
		id: z.string(),
		title: z.string(),
		state: z.string(),
		refusal: z.optional(z.object({ status: z.int() })),
	}),
);

/** What the clipper's database holds, read past the clipper. */
async function keptIn(panel: Page) {
	return Kept.parse(
		await panel.evaluate(
			() =>
				new Promise((resolve, reject) => {
					const opening = indexedDB.open("regiotechniek-clipper");
					opening.onerror = () => reject(opening.error);
					opening.onsuccess = () => {
						const database = opening.result;
						const all = database.transaction("clips").objectStore("clips").getAll();
						all.onerror = () => reject(all.error);
						all.onsuccess = () => {
							database.close();
							resolve(all.result);
						};
					};
				}),
		),
	);
}

/**
 * Saves clips in the panel of a real Chromium with the clipper in it, through a network that fails, while the clipper's
 * background is killed over and over. Then waits until nothing but refused clips is left, and reads everything back from
 * the service.
 */
export async function runOutbox({ clips, random, onProgress }: OutboxOptions): Promise<OutboxRun> {
	const started = performance.now();
	const service = await startService();
	const proxy = await startFaultyProxy(service.url, random);
	let browser: ExtensionBrowser | undefined;
	const finish = new AbortController();
	let workerKills = 0;
	let killing: Promise<void> = Promise.resolve();
	try {
		const [clipper, editor] = [await service.token("clipper"), await service.token("editor")];
		browser = await launchWithExtension();
		const { stopWorker, context, pageUrl, connect } = browser;
		await connect({ address: proxy.url, token: clipper, region: "flevoland" });
		const panel = await context.newPage();
		const openPanel = async () => {
			await panel.goto(pageUrl("panel/panel.html"));
			await panel.locator("#recent-title").waitFor();
		};
		await openPanel();

		proxy.faulty = true;
		killing = (async () => {
			while (!finish.signal.aborted) {
				await wait(500 + random() * 5500);
				if (finish.signal.aborted) return;
				if (await stopWorker().catch(() => false)) workerKills += 1;
			}
		})();

		const poisonous = (n: number) => n % poisonOneIn === poisonOneIn - 1;
		// Words of their own: a thousand titles that look alike would measure the search for duplicates.
		const word = () => Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)]).join("");
		const all = Array.from({ length: clips }, (_, n) => ({
			title: `${word()} ${word()} ${n + 1}${n === 0 ? ` ${alwaysFails}` : ""} / 1`,
			region: poisonous(n) ? "atlantis" : "flevoland",
		}));
		const good = all.filter((it) => it.region === "flevoland");
		for (let n = 0; n < all.length; n += 50) {
			await panel.evaluate(saveInPanel, all.slice(n, n + 50));
			onProgress(`${Math.min(n + 50, all.length)} of ${clips} saved`);
		}

		const waiting = async () => (await keptIn(panel)).filter((it) => it.state === "queued" || it.state === "sending");
		/** Opens the panel until nothing waits but the clip that fails for as long as the network does. */
		const drained = async (allowed: number, seconds: number) => {
			const end = Date.now() + seconds * 1000;
			for (let round = 1; Date.now() < end; round += 1) {
				const left = await waiting();
				if (left.length <= allowed) return left.length;
				if (round % 10 === 0) onProgress(`${left.length} wait`);
				await openPanel();
				await wait(300 + random() * 1700);
			}
			return (await waiting()).length;
		};
		const heldUp = (await drained(1, 120 + clips)) - 1;
		finish.abort();
		await killing;
		proxy.faulty = false;
		const left = await drained(0, 60);

		const kept = await keptIn(panel);
		const apart = kept.filter((it) => it.state === "attention");
		const poison = new Set(all.filter((it) => it.region === "atlantis").map((it) => it.title));
		const byTitle = new Map([...proxy.seen].map(([id, title]) => [title, id]));
		// A person was told "saved" of each of these: that is the promise, whatever the network heard.
		const promised: Acknowledged[] = good.map(({ title }) => ({
			id: byTitle.get(title) ?? "never sent",
			marker: title,
			titles: [title],
		}));
		const found = await readBack(service.url, editor);
		const verdict = judge(promised, found);
		return {
			...verdict,
			acknowledged: proxy.acknowledged.size,
			saved: good.length,
			poisoned: poison.size,
			setApart: apart.filter((it) => poison.has(it.title) && it.refusal?.status === 422).length,
			wronglySetApart: apart.filter((it) => !poison.has(it.title)).map((it) => it.title),
			heldUp,
			left,
			workerKills,
			requests: [...proxy.counts.values()].reduce((sum, count) => sum + count, 0),
			fates: Object.fromEntries(proxy.counts),
			seconds: (performance.now() - started) / 1000,
		};
	} finally {
		finish.abort();
		await killing.catch(() => {});
		await browser?.close();
		await proxy.close();
		await service.stop();
	}
}

/** Whether a run kept every promise: all there, none twice, the queue empty, and only what was refused set apart. */
export const isGood = (run: OutboxRun): boolean =>
	run.acknowledged > 0 &&
	run.lost.length === 0 &&
	run.doubled.length === 0 &&
	run.heldUp <= 0 &&
	run.left === 0 &&
	run.setApart === run.poisoned &&
	run.wronglySetApart.length === 0;
