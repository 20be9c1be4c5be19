import type { ItemDocument } from "../../shared/model/feed.ts";
import { isFeedKind } from "../../shared/model/kinds.ts";
import { type FacetParameter, type FeedQuery, facetParameters } from "../../shared/model/query.ts";
import { anEvent, anInitiative, anOpportunity, day, feedOf, makers, type TestFeed } from "./feeds.ts";
import { figures, hundredFigures } from "./figures.ts";
import { fullItems, injections, itemFile, poisoned } from "./full-items.ts";
import { march } from "./march.ts";
import { networkOf } from "./networks.ts";
import { actionList, placedItems } from "./placed.ts";

/** What the test server answers, to send with whatever server there is. */
export interface Answer {
	status: number;
	type: string;
	body: string;
	headers?: Record<string, string>;
	/** Wait this many milliseconds before answering. */
	delay?: number;
	/** Break the connection instead of answering. */
	cut?: boolean;
}

const many = 45;

/** Regions where feeds are reported to be down. */
const down = new Set<string>();
/** Regions to which the connection breaks. */
const cut = new Set<string>();
/** How often each path was asked for. */
const asked = new Map<string, number>();

const json = (body: unknown, status = 200): Answer => ({
	status,
	type: "application/json",
	body: JSON.stringify(body),
});

const script = "javascript:globalThis.hacked=true";
const markup = "<img src=x onerror=globalThis.hacked=true>";

/** Items of a region, by what the region's name promises. */
function itemsOf(region: string, kind: keyof typeof makers): unknown[] {
	const make = makers[kind];
	const [, poison] = /^vergif-(\d+)$/.exec(region) ?? [];
	if (poison) return fullItems[kind]().map((item) => poisoned(item, injections[Number(poison)] ?? ""));
	if (region.startsWith("maart")) return kind === "events" ? march() : [];
	switch (region) {
		case "leeg":
			return [];
		case "vol":
			return fullItems[kind]();
		case "drie":
			return [0, 1, 2].map((index) => make(index));
		case "rommel":
			return [make(0), null, 7, { title: "zonder id" }, { ...make(1), title: "" }, make(2), make(2)];
		case "vijandig":
			return [
				{ ...make(0), title: markup, summary: markup, url: script, registrationUrl: script, applyUrl: script },
				{
					...make(1),
					title: `</a>"'\${1}`,
					url: " \tjava\nscript:globalThis.hacked=true",
					location: { place: markup },
				},
			];
		case "statussen":
			return [
				anEvent(0, { status: "cancelled", title: "Geannuleerde dag" }),
				anEvent(1, { status: "full", title: "Volle dag", sample: "voorbeeld" }),
				anEvent(2, { status: "postponed", title: "Uitgestelde dag" }),
				anEvent(3, { status: "rescheduled", title: "Verplaatste dag", previousStart: "2026-01-10T10:00:00+01:00" }),
				anEvent(4, { attendance: "online", title: "Dag op het scherm", price: { amount: 0 }, end: undefined }),
				anEvent(5, { title: "Dag in New York", timeZone: "America/New_York" }),
				{ ...anEvent(6, { title: "Dag op Mars" }), timeZone: "Mars/Olympus" },
			];
		case "verlopen":
			return [
				anOpportunity(0, { title: "Verlopen", validThrough: day(-1) }),
				anOpportunity(1, { title: "Laatste dag", validThrough: day(0) }),
				anOpportunity(2, { title: "Zonder einde", validThrough: undefined }),
				anInitiative(0, { title: "Zonder einddatum" }),
			].slice(0, 3);
		case "kaart":
			return placedItems(kind);
		case "actielijst":
			return actionList();
		default:
			return Array.from({ length: many }, (_, index) => make(index));
	}
}

/** Notes in the page what goes wrong there, `seen`, and how far things moved, `shifted`. */
const watch = `
	window.seen = [];
	window.shifted = 0;
	new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shifted += entry.value))).observe({
		type: "layout-shift",
		buffered: true,
	});
	addEventListener("error", (event) => seen.push(event.message));
	addEventListener("unhandledrejection", (event) => seen.push(String(event.reason)));
	document.addEventListener("securitypolicyviolation", (event) => seen.push(event.violatedDirective + " " + event.blockedURI));
`;

/** An image for a map. */
const tile =
	'<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><path fill="#dde5d6" d="M0 0h256v256H0z"/></svg>';

const host = (head: string, body: string, headers: Record<string, string> = {}): Answer => ({
	status: 200,
	type: "text/html",
	headers,
	body: `<!doctype html><html lang="nl"><head><title>Partner</title><script src="/testing/watch.js"></script>${head}</head><body>${body}</body></html>`,
});

const embed = '<script src="/embed/v1.js" async></script>';
const lists = `<techniek-events region="drie"><a href="/">Agenda</a></techniek-events>
	<techniek-opportunities region="drie"></techniek-opportunities><techniek-initiatives region="drie"></techniek-initiatives>`;
const strict = [
	"default-src 'none'",
	"script-src 'self'",
	"connect-src 'self'",
	"img-src 'self'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
].join("; ");

/** Pages of partners. */
const hosts: Partial<Record<string, Answer>> = {
	/** A feed as a file on the partner's own site. */
	"vol.json": json(feedOf("events", fullItems.events())),
	strict: host(
		embed + embed + embed.replace("v1", "v2"),
		`${lists}<techniek-dashboard region="drie"></techniek-dashboard>`,
		{ "content-security-policy": strict },
	),
	/** No policy at all may be made here. */
	structured: host(embed, '<techniek-events region="vol" structured-data=""></techniek-events>', {
		"content-security-policy": strict.replace(/trusted-types .*$/, "trusted-types 'none'"),
	}),
	/** The script may run, and nothing that it loads. */
	"no-parts": host(embed, '<techniek-dashboard region="drie"><a href="/">Cijfers</a></techniek-dashboard>', {
		"content-security-policy":
			"default-src 'self'; script-src http://localhost:*/embed/v1.js http://localhost:*/testing/watch.js",
	}),
	twice: host(
		embed + embed + embed.replace("v1", "v2"),
		`${lists}<div data-techniek="events" data-region="drie"></div>`,
	),
	places: host(
		embed,
		'<div id="early" data-techniek="events" data-region="drie" data-heading-level="2"><a href="/">Agenda</a></div><div data-techniek="raadsel">Blijft</div>',
	),
	reserved: host(
		`${embed}<link rel="stylesheet" href="/hosts/reserved.css">`,
		`<h1>School</h1><techniek-events region="traag" limit="5"><a href="/">Agenda</a></techniek-events><footer>Voet</footer>`,
	),
	"reserved.css": {
		status: 200,
		type: "text/css",
		body: "techniek-events { display: block; min-height: 2000px } footer { background: silver }",
	},
	hostile: host(
		`${embed}<link rel="stylesheet" href="/hosts/hostile.css">`,
		`<main><techniek-events region="midden" limit="3"></techniek-events></main>`,
	),
	"hostile.css": {
		status: 200,
		type: "text/css",
		body: `html { font-size: 62.5% } * { all: unset } html, body, main { display: block }
			body { font: 16px serif; letter-spacing: 9px; text-transform: uppercase; text-align: right; word-spacing: 2em }`,
	},
};

function queryOf(parameters: URLSearchParams): FeedQuery {
	const query: FeedQuery = {
		q: parameters.get("q") ?? undefined,
		from: parameters.get("from") ?? undefined,
		to: parameters.get("to") ?? undefined,
	};
	for (const parameter of facetParameters satisfies readonly FacetParameter[]) {
		const values = parameters.getAll(parameter);
		if (values.length) query[parameter] = values;
	}
	return query;
}

/** One item's own file. */
function single(region: string, kind: string, id: string): Answer {
	if (!(kind === "events" || kind === "opportunities" || kind === "initiatives")) return json({}, 404);
	if (cut.has(region)) return { ...json({}), cut: true };
	if (down.has(region)) return json({ title: "Even niet" }, 503);
	const [, poison] = /^vergif-(\d+)$/.exec(region) ?? [];
	const item = (poison ? fullItems[kind]() : itemsOf(region, kind).filter(isItem)).find((one) => one.id === id);
	if (!item) return json({ title: "Onbekend" }, 404);
	const file = itemFile(kind, item);
	return json(poison ? poisoned(file, injections[Number(poison)] ?? "") : file);
}

/** The items of these regions were made by the schema. */
const isItem = (item: unknown): item is ItemDocument["item"] =>
	typeof item === "object" && item !== null && "id" in item;

const isTitled = (item: unknown): item is TestFeed["items"][number] =>
	typeof item === "object" && item !== null && "title" in item && typeof item.title === "string";

/** Indicators of a region, by what the region's name promises. */
function figuresOf(region: string): unknown[] {
	const [, poison] = /^vergif-(\d+)$/.exec(region) ?? [];
	if (poison) return figures().map((item) => poisoned(item, injections[Number(poison)] ?? ""));
	if (region === "leeg") return [];
	if (region === "honderd") return hundredFigures();
	if (region === "rommel") return [...figures(), null, 7, { title: "zonder id" }];
	return figures();
}

function feed(url: URL, region: string, kind: string): Answer {
	if (
		kind === "indicators" &&
		!down.has(region) &&
		!cut.has(region) &&
		!["fout", "weg", "geen-feed"].includes(region)
	) {
		const items = figuresOf(region);
		const head = { format: "techniek-feed/1", kind, region: { id: region, name: region } };
		const answer = json({
			...head,
			generatedAt: new Date().toISOString(),
			total: items.length,
			items,
			next: null,
			facets: {},
		});
		return { ...answer, delay: region === "traag" ? 600 : 0 };
	}
	if (kind === "network" && !down.has(region) && !cut.has(region) && !["fout", "weg", "geen-feed"].includes(region))
		return { ...json(networkOf(region)), delay: region === "traag" ? 600 : 0 };
	if (kind === "indicators" || kind === "network") return feed(url, region, "events");
	if (!isFeedKind(kind) || !(kind === "events" || kind === "opportunities" || kind === "initiatives"))
		return json({}, 404);
	if (cut.has(region)) return { ...json({}), cut: true };
	if (down.has(region)) return json({ title: "Even niet" }, 503);
	const parameters = url.searchParams;
	if (region === "fout") return json({ title: "Stuk" }, 500);
	if (region === "weg" || parameters.get("stage") === "onbekend")
		return json({ title: "Onbekend", detail: "stage=onbekend begrijpen we niet." }, 400);
	if (region === "geen-feed") return { status: 200, type: "text/html", body: "<!doctype html><p>Welkom" };
	const items = itemsOf(region, kind);
	if (!items.every(isTitled)) {
		const sound = items.filter(isTitled);
		return json({ ...feedOf(kind, sound), items });
	}
	const answer = json(
		feedOf(kind, items, {
			query: queryOf(parameters),
			limit: Number(parameters.get("limit") ?? 100),
			offset: Number(parameters.get("after") ?? 0),
			self: url.href,
		}),
	);
	return { ...answer, delay: region === "traag" ? 600 : 0 };
}

/** Answers what the tests ask for; undefined for everything else. */
export function answer(url: URL): Answer | undefined {
	const path = url.pathname;
	asked.set(path, (asked.get(path) ?? 0) + 1);
	const [, first, second = "", third = "", fourth] = path.split("/");
	if (first === "feeds" && fourth) return single(second, third, fourth.replace(/\.json$/, ""));
	if (first === "feeds") return feed(url, second, third.replace(/\.json$/, ""));
	if (first === "testing" && second === "down") return json(down.add(third).size);
	if (first === "testing" && second === "up") return json(down.delete(third) || cut.delete(third));
	if (first === "testing" && second === "cut") return json(cut.add(third).size);
	if (first === "testing" && second === "asked") return json(asked.get(url.searchParams.get("path") ?? "") ?? 0);
	if (first === "testing" && second === "tile") return { status: 200, type: "image/svg+xml", body: tile };
	if (first === "testing" && second === "no-tile") return json({}, 404);
	if (first === "testing" && second === "watch.js") return { status: 200, type: "text/javascript", body: watch };
	return first === "hosts" ? hosts[second] : undefined;
}
