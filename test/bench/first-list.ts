import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { launchChromium } from "../support/browsers.ts";
import { eventsFeed } from "./events.ts";
import { median, percentile } from "./statistics.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const count = 200;
const enough = 20;

/** Chromium's own "Slow 4G": 1.6 Mbit/s down, 0.75 up and 150 ms, with the factors that DevTools applies to them. */
const slow4g = {
	offline: false,
	latency: 150 * 3.75,
	downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
	uploadThroughput: (0.75 * 1024 * 1024 * 0.9) / 8,
};
const slowerCpu = 4;

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const pageWith = (inner: string) => `<!doctype html><html lang="nl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Techniekagenda</title>
<style>body{font:16px/1.5 sans-serif;max-width:50em;margin:auto;padding:1em}li{margin-block:1em}</style></head>
<body><h1>Techniek bij ons op school</h1><p>Wat er de komende tijd te doen is.</p>${inner}</body></html>`;

async function bundledPeer(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "regiotechniek-peer-"));
	try {
		await build({
			configFile: false,
			root,
			logLevel: "error",
			publicDir: false,
			// As production code, like ours: Lit's development build warns and is larger.
			define: { "process.env.NODE_ENV": '"production"' },
			build: {
				target: "es2022",
				outDir: folder,
				emptyOutDir: true,
				lib: { entry: "test/bench/peers/lit-list.js", formats: ["iife"], name: "peer", fileName: () => "peer.js" },
			},
		});
		return await readFile(join(folder, "peer.js"), "utf8");
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** The racers: address of the page, and who it is. The first is what the others are compared with. */
const racers = [
	["/lit", "bare Lit list"],
	["/ours", "<techniek-events>"],
	["/ours-100", '<techniek-events limit="100">'],
	["/static", "static HTML"],
] as const;

async function files(): Promise<Map<string, { type: string; bytes: Buffer }>> {
	const feed = eventsFeed(count);
	const day = new Intl.DateTimeFormat("nl", { dateStyle: "full", timeStyle: "short", timeZone: "Europe/Amsterdam" });
	const list = feed.items
		.map(
			(item) => `<li><p><time datetime="${item.start}">${day.format(new Date(item.start))}</time></p>
<h3><a href="${item.url}">${escaped(item.title)}</a></h3><p>${item.location?.name}, ${item.location?.place}</p>
<p>${escaped(item.summary ?? "")}</p><p>${escaped(item.organizer?.name ?? "")}</p></li>`,
		)
		.join("\n");
	const ours = (limit: string) =>
		pageWith(
			`<script src="/embed/v1.js" async></script><techniek-events src="/events.json"${limit}><a href="/agenda">Techniekagenda</a></techniek-events>`,
		);
	const text: [path: string, type: string, content: string][] = [
		["/lit", "text/html", pageWith(`<script src="/peer.js" async></script><bare-list src="/events.json"></bare-list>`)],
		["/ours", "text/html", ours("")],
		["/ours-100", "text/html", ours(' limit="100"')],
		["/static", "text/html", pageWith(`<ul>${list}</ul>`)],
		["/events.json", "application/json", JSON.stringify(feed)],
		["/peer.js", "text/javascript", await bundledPeer()],
		["/embed/v1.js", "text/javascript", await readFile(join(root, "dist/embed/v1.js"), "utf8")],
	];
	return new Map(
		text.map(([path, type, content]) => [path, { type: `${type}; charset=utf-8`, bytes: brotliCompressSync(content) }]),
	);
}

/** Runs in the page: resolves with the time since navigation at which `enough` items were laid out and painted. */
const untilShown = (enough: number) =>
	new Promise<number>((resolve) => {
		const shown = () => {
			let found = 0;
			for (const list of document.querySelectorAll("ul, bare-list, techniek-events")) {
				for (const item of (list.shadowRoot ?? list).querySelectorAll("li[part~=item], body > ul > li")) {
					if (item instanceof HTMLElement && item.offsetHeight > 0) found++;
				}
			}
			return found;
		};
		const look = () => {
			if (shown() < enough) return requestAnimationFrame(look);
			// After this frame is painted: a message is handled once the frame is out.
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve(performance.now());
				port2.postMessage(undefined);
			});
		};
		look();
	});

async function race(browser: Browser, url: string): Promise<number> {
	const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
	try {
		const page = await context.newPage();
		const devtools = await context.newCDPSession(page);
		await devtools.send("Network.enable");
		await devtools.send("Network.emulateNetworkConditions", slow4g);
		await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowerCpu });
		await page.goto(url, { waitUntil: "commit" });
		return await page.evaluate(untilShown, enough);
	} finally {
		await context.close();
	}
}

/**
 * From navigation to 20 events on screen, in `runs` rounds in which everyone runs once, each with an empty cache. All read
 * the same feed of 200 events from the same server with brotli; the static page has them in its HTML.
 */
export async function raceFirstList(runs: number): Promise<string[][]> {
	const content = await files();
	const server = createServer((request, answer) => {
		const found = content.get(request.url ?? "");
		if (!found) return answer.writeHead(404).end();
		answer
			.writeHead(200, { "Content-Type": found.type, "Content-Encoding": "br", "Content-Length": found.bytes.length })
			.end(found.bytes);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
	const browser = await launchChromium();
	const times = new Map<string, number[]>(racers.map(([path]) => [path, []]));
	try {
		for (let round = 0; round <= runs; round++) {
			for (const [path] of racers) {
				const time = await race(browser, origin + path);
				// The first round warms the browser and is not counted.
				if (round > 0) times.get(path)?.push(time);
			}
		}
	} finally {
		await browser.close();
		server.close();
		server.closeAllConnections();
	}
	const base = times.get(racers[0][0]) ?? [];
	return racers.map(([path, who]) => {
		const own = times.get(path) ?? [];
		// Within a round they met the same machine, so the ratio is taken there.
		const ratio = median(own.map((time, round) => time / (base[round] ?? Number.NaN)));
		return [
			`${enough} of ${count} events on screen, ${slowerCpu}x CPU, slow 4G`,
			who,
			`${median(own).toFixed(0)} ms`,
			`${percentile(own, 0.95).toFixed(0)} ms`,
			`${ratio.toFixed(2)}x`,
			path.startsWith("/ours") ? "at most 1.05x" : "",
		];
	});
}
