import type { Browser, CDPSession } from "playwright-core";

/** Chromium's own "Slow 4G": 1.6 Mbit/s down, 0.75 up and 150 ms, with the factors that DevTools applies to them. */
const slow4g = {
	offline: false,
	latency: 150 * 3.75,
	downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
	uploadThroughput: (0.75 * 1024 * 1024 * 0.9) / 8,
};
export const slowerCpu = 4;

/** Where a page's items are: `item` within every `host`, or within its shadow root; both CSS selectors. */
export interface Items {
	host: string;
	item: string;
}

export interface Measured {
	/** Milliseconds from navigation to the wanted number of items laid out and painted. */
	time: number;
	/** Over the wire until then, headers and bodies, in bytes. */
	bytes: number;
	/** How many items the page holds in the end. */
	held: number;
	/** Cumulative layout shift until the page had come to rest (https://web.dev/articles/cls); no unit. */
	shift: number;
}

const mark = "first list";

/** Runs in the page, before anything else in it. */
function markFirstList({ host, item, enough, mark }: Items & { enough: number; mark: string }): void {
	const shown = () => {
		let found = 0;
		for (const list of document.querySelectorAll(host)) {
			for (const one of (list.shadowRoot ?? list).querySelectorAll(item)) {
				if (one instanceof HTMLElement && one.offsetHeight > 0 && ++found === enough) return true;
			}
		}
		return false;
	};
	const look = () => {
		if (!shown()) return requestAnimationFrame(look);
		// After this frame is painted: a message is handled once the frame is out.
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => performance.mark(mark);
			port2.postMessage(undefined);
		});
	};
	requestAnimationFrame(look);
}

/** Runs in the page: when the mark was set, once it is. */
const whenMarked = (mark: string) =>
	new Promise<number>((resolve) => {
		new PerformanceObserver((list) => {
			const [entry] = list.getEntriesByName(mark);
			if (entry) resolve(entry.startTime);
		}).observe({ type: "mark", buffered: true });
	});

/** Runs in the page: the sum of the shifts so far, after two more frames. */
const shiftSoFar = () =>
	new Promise<number>((resolve) => {
		let sum = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				if ("value" in entry && typeof entry.value === "number") sum += entry.value;
			}
		}).observe({ type: "layout-shift", buffered: true });
		requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum), 50)));
	});

/** Runs in the page. */
const countItems = ({ host, item }: Items) =>
	[...document.querySelectorAll(host)].reduce(
		(sum, list) => sum + (list.shadowRoot ?? list).querySelectorAll(item).length,
		0,
	);

/** Counts what comes over the wire; of an answer that is still coming, what came so far. */
function countBytes(devtools: CDPSession): () => number {
	const received = new Map<string, number>();
	const add = (id: string, bytes: number) => received.set(id, (received.get(id) ?? 0) + bytes);
	devtools.on("Network.responseReceived", ({ requestId, response }) => add(requestId, response.encodedDataLength));
	devtools.on("Network.dataReceived", ({ requestId, encodedDataLength }) => add(requestId, encodedDataLength));
	devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
		received.set(requestId, encodedDataLength),
	);
	return () => [...received.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/**
 * Opens `url` as a first visitor would, on a telephone with a slow network and a slow processor, and waits for `enough`
 * items. Throws when they do not come within 30 s, with what the page said of it.
 */
export async function measure(browser: Browser, url: string, items: Items, enough: number): Promise<Measured> {
	const context = await browser.newContext({
		viewport: { width: 412, height: 823 },
		locale: "nl-NL",
		timezoneId: "Europe/Amsterdam",
	});
	try {
		const page = await context.newPage();
		const said: string[] = [];
		page.on("console", (message) => said.push(message.text()));
		page.on("pageerror", (error) => said.push(error.message));
		const devtools = await context.newCDPSession(page);
		await devtools.send("Network.enable");
		await devtools.send("Network.emulateNetworkConditions", slow4g);
		await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowerCpu });
		const bytesSoFar = countBytes(devtools);
		await page.addInitScript(markFirstList, { host: items.host, item: items.item, enough, mark });
		await page.goto(url, { waitUntil: "commit" });
		const tooLate = new Promise<never>((_, reject) => {
			const problem = () => reject(new Error(`${url} did not show ${enough} items. ${said.join(" ")}`));
			const timeout = setTimeout(problem, 30_000);
			page.once("close", () => clearTimeout(timeout));
		});
		const time = await Promise.race([page.evaluate(whenMarked, mark), tooLate]);
		const bytes = bytesSoFar();
		await page.waitForLoadState("networkidle");
		const shift = await page.evaluate(shiftSoFar);
		return { time, bytes, shift, held: await page.evaluate(countItems, { host: items.host, item: items.item }) };
	} finally {
		await context.close();
	}
}
