import type { Browser } from "playwright-core";
import { withStructure } from "../../shared/insight/network/with-structure.ts";
import type { NetworkLink } from "../../shared/model/network.ts";
import { ticks } from "../../widgets/network/layout.ts";
import { launchChromium } from "../support/browsers.ts";
import { bundlePeer } from "./peers.ts";
import { type Content, serve } from "./serve.ts";
import { median, percentile } from "./statistics.ts";

const size = { nodes: 2000, links: 6000 };

/** The most that our first drawing may take, against the bare run, and the longest that a page may be held up, in milliseconds. */
const agreed = { ratio: 1.5, task: 200 };

/** A network as large as agreed: communities that overlap a little, the same every time. */
function network(): string {
	let seed = 7;
	const random = () => {
		seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
		return seed / 2 ** 32;
	};
	const nodes = Array.from({ length: size.nodes }, (_, index) => {
		const organization = index % 3 > 0;
		return {
			id: `${organization ? "organization" : "initiative"}:n${index}`,
			kind: organization ? ("organization" as const) : ("initiative" as const),
			title: `${organization ? "Organisatie" : "Initiatief"} ${index}`,
			actionLines: [],
			stages: [],
			places: [],
		};
	});
	const links: NetworkLink[] = [];
	const known = new Set<string>();
	while (links.length < size.links) {
		const from = Math.floor(random() * size.nodes);
		const to = random() < 0.05 ? Math.floor(random() * size.nodes) : from + 1 + Math.floor(random() * 60);
		const [source, target] = [nodes[from]?.id, nodes[to % size.nodes]?.id];
		if (!source || !target || source === target || known.has(`${source} ${target}`)) continue;
		known.add(`${source} ${target}`);
		links.push({ source, target, kind: "partner" });
	}
	return JSON.stringify({
		format: "techniek-network/1",
		region: { id: "proef", name: "Proef" },
		generatedAt: "2026-11-21T10:00:00Z",
		...withStructure(nodes, links),
	});
}

const page = (inner: string) =>
	`<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Netwerk</title><link rel="icon" href="data:,"></head><body>${inner}</body></html>`;

interface Drawn {
	/** Milliseconds from navigation to the first and the last drawing. */
	first: number;
	last: number;
	/** The longest task until then, in milliseconds; 0 when none took more than 50. */
	task: number;
}

/** Runs in the page, before anything else in it: notes when marks are drawn, which both do by filling, and long tasks. */
function note(): void {
	const seen = { first: 0, last: 0, task: 0 };
	Reflect.set(globalThis, "seen", seen);
	// Both fill what they traced, so without arguments.
	const fill: (this: CanvasRenderingContext2D) => void = CanvasRenderingContext2D.prototype.fill;
	CanvasRenderingContext2D.prototype.fill = function (this: CanvasRenderingContext2D) {
		fill.call(this);
		seen.last = performance.now();
		seen.first ||= seen.last;
	};
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) seen.task = Math.max(seen.task, duration);
	}).observe({ type: "longtask", buffered: true });
}

/** Runs in the page: what was noted, once four seconds have passed without a drawing: longer than between two of ours. */
const whenStill = () =>
	new Promise<Drawn>((resolve) => {
		const look = () => {
			const seen = Reflect.get(globalThis, "seen") as Drawn;
			if (seen.first && performance.now() - seen.last > 4000) resolve(seen);
			else setTimeout(look, 100);
		};
		look();
	});

async function measure(browser: Browser, url: string): Promise<Drawn> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	try {
		const tab = await context.newPage();
		await tab.addInitScript(note);
		await tab.goto(url, { waitUntil: "commit" });
		return await tab.evaluate(whenStill);
	} finally {
		await context.close();
	}
}

/** From navigation to a network on screen, ours and that of a bare run of d3-force with as many steps, in the same Chromium. */
export async function raceNetwork(runs: number): Promise<string[][]> {
	const { script } = await bundlePeer("bare-force");
	const pages = new Map<string, Content>([
		["/network.json", { type: "application/json", text: network() }],
		["/bare-force.js", { type: "text/javascript", text: script }],
		[
			"/bare",
			{
				type: "text/html",
				text: page(
					`<canvas width="900" height="650" data-src="/network.json" data-ticks="${ticks}"></canvas><script type="module" src="/bare-force.js"></script>`,
				),
			},
		],
		[
			"/ours",
			{
				type: "text/html",
				text: page(
					`<script src="/embed/v1.js" async></script><techniek-network src="/network.json"></techniek-network>`,
				),
			},
		],
	]);
	const server = await serve(pages);
	const browser = await launchChromium();
	const [bare, ours]: [Drawn[], Drawn[]] = [[], []];
	try {
		for (let round = 0; round <= runs; round++) {
			const [theirs, own] = [
				await measure(browser, `${server.origin}/bare`),
				await measure(browser, `${server.origin}/ours`),
			];
			// The first round warms the browser and is not counted.
			if (round > 0) {
				bare.push(theirs);
				ours.push(own);
			}
		}
	} finally {
		await browser.close();
		server.stop();
	}
	const what = `network of ${size.nodes} nodes and ${size.links} links on screen, ${ticks} steps`;
	const row = (who: string, times: number[], ratio: number, reach = "", good?: boolean) => [
		what,
		who,
		`${median(times).toFixed(0)} ms`,
		`${percentile(times, 0.95).toFixed(0)} ms`,
		`${ratio.toFixed(2)}x`,
		"",
		"",
		reach,
		good === undefined ? "" : good ? "yes" : "NO",
	];
	const ratioOf = (time: (drawn: Drawn) => number) =>
		median(ours.map((own, round) => time(own) / (bare[round]?.first ?? Number.NaN)));
	const [first, last] = [ratioOf((drawn) => drawn.first), ratioOf((drawn) => drawn.last)];
	const tasks = ours.map(({ task }) => task);
	const longest = Math.max(...tasks);
	const reach = `at most ${agreed.ratio.toFixed(2)}x the bare d3-force run`;
	return [
		row(
			"bare d3-force run, drawn once",
			bare.map((drawn) => drawn.first),
			1,
		),
		row(
			"<techniek-network>, first drawing",
			ours.map((drawn) => drawn.first),
			first,
			reach,
			first <= agreed.ratio,
		),
		row(
			"the same, settled after all steps",
			ours.map((drawn) => drawn.last),
			last,
			reach,
			last <= agreed.ratio,
		),
		[
			"longest task meanwhile",
			"bare d3-force run",
			`${median(bare.map(({ task }) => task)).toFixed(0)} ms`,
			`${percentile(
				bare.map(({ task }) => task),
				0.95,
			).toFixed(0)} ms`,
			"",
			"",
			"",
			"",
			"",
		],
		[
			"longest task meanwhile",
			"<techniek-network>",
			`${median(tasks).toFixed(0)} ms`,
			`${percentile(tasks, 0.95).toFixed(0)} ms`,
			"",
			"",
			"",
			`under ${agreed.task} ms`,
			longest < agreed.task ? "yes" : "NO",
		],
	];
}
