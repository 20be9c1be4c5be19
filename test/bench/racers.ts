import type { EventItem, Feed } from "../../shared/model/feed.ts";
import type { Items } from "./measure.ts";
import { type Bundle, bundlePeer } from "./peers.ts";
import type { Content } from "./serve.ts";

/** Who takes part, on a page of its own. */
export interface Racer extends Items {
	/** Its page. */
	path: string;
	who: string;
	/** How many items its page holds, or the race would not be fair. */
	holds: number;
	/** Path of the racer that its time is divided by. */
	against: string;
	/** Largest ratio that is good; left out for those we only compare with. */
	ratio?: number;
	/** Nothing on its page may move. */
	still?: boolean;
}

/** The most that one feed page and one snippet hold. */
export const largestPage = 100;

const ours = { host: "techniek-events", item: "[part~=item]" };
const html = { host: "ul.agenda", item: "li" };

const lit = "/lit";
const staticPart = "/static-100";

export const racers: readonly Racer[] = [
	{ path: lit, who: "bare Lit list of 200", holds: 200, against: lit, host: "bare-list", item: "li" },
	{ path: "/region", who: "<techniek-events region>", holds: 20, against: lit, ratio: 1.05, ...ours },
	{ path: "/still", who: "the same, its height reserved", holds: 20, against: lit, ratio: 1.05, still: true, ...ours },
	{ path: "/src", who: '<techniek-events src limit="100">', holds: 100, against: lit, ratio: 1.05, ...ours },
	{
		path: "/fullcalendar",
		who: "FullCalendar, list",
		holds: 200,
		against: lit,
		host: "#calendar",
		item: "a[role=listitem]",
	},
	{
		path: "/event-calendar",
		who: "EventCalendar, list",
		holds: 200,
		against: lit,
		host: "#calendar",
		item: ".ec-event",
	},
	{ path: "/static", who: "static HTML of 200", holds: 200, against: lit, ...html },
	{ path: staticPart, who: "static HTML of 100", holds: 100, against: staticPart, ...html },
	{
		path: "/snippet",
		who: "server-rendered snippet of 100",
		holds: 100,
		against: staticPart,
		ratio: 1.15,
		still: true,
		...ours,
	},
];

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A school's page: something above the list, and below it what would move when the list grows. */
const pageWith = (inner: string, head = "") => `<!doctype html><html lang="nl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Techniekagenda</title><link rel="icon" href="data:,">${head}
<style>body{font:16px/1.5 sans-serif;max-width:50em;margin:auto;padding:1em}li{margin-block:1em}</style></head>
<body><h1>Techniek bij ons op school</h1><p>Wat er de komende tijd te doen is.</p>
${inner}
<footer><h2>Contact</h2><p>Vragen over techniek bij ons op school? Kom langs op een open avond.</p></footer></body></html>`;

const day = new Intl.DateTimeFormat("nl", { dateStyle: "full", timeStyle: "short", timeZone: "Europe/Amsterdam" });

const staticPage = (items: readonly EventItem[]) =>
	pageWith(
		`<ul class="agenda">${items
			.map(
				(item) => `<li><p><time datetime="${item.start}">${day.format(new Date(item.start))}</time></p>
<h3><a href="${item.url}">${escaped(item.title)}</a></h3><p>${item.location?.name}, ${item.location?.place}</p>
<p>${escaped(item.summary ?? "")}</p><p>${escaped(item.organizer?.name ?? "")}</p></li>`,
			)
			.join("\n")}</ul>`,
	);

/** What a partner pastes. */
const pasted = (inventory: string, attributes: string) =>
	`<script src="${inventory}/embed/v1.js" async></script><techniek-events ${attributes}><a href="/agenda">Techniekagenda</a></techniek-events>`;

/** Holds before the script has come, too, which a property of the element cannot. */
const reserved = "<style>techniek-events{display:block;min-height:100vh}</style>";

const page = (text: string): Content => ({ type: "text/html", text });

function peerPages(name: string, { script, style }: Bundle): [string, Content][] {
	const link = `<link rel="stylesheet" href="/${name}.css">`;
	const inner = `<div id="calendar"></div><script src="/${name}.js" async></script>`;
	return [
		[`/${name}`, page(pageWith(inner, link))],
		[`/${name}.js`, { type: "text/javascript", text: script }],
		[`/${name}.css`, { type: "text/css", text: style }],
	];
}

/** Everything that the racers' pages load, by path. `snippet` is what the inventory at the address `inventory` rendered. */
export async function raceContent(
	feed: Feed<"events">,
	inventory: string,
	snippet: string,
): Promise<Map<string, Content>> {
	const bareList = await bundlePeer("lit-list");
	const region = pasted(inventory, `region="${feed.region.id}"`);
	return new Map<string, Content>([
		["/events.json", { type: "application/json", text: JSON.stringify(feed) }],
		["/lit", page(pageWith(`<script src="/lit.js" async></script><bare-list src="/events.json"></bare-list>`))],
		["/lit.js", { type: "text/javascript", text: bareList.script }],
		["/region", page(pageWith(region))],
		["/still", page(pageWith(region, reserved))],
		["/src", page(pageWith(pasted("", `src="/events.json" limit="${largestPage}"`)))],
		...peerPages("fullcalendar", await bundlePeer("fullcalendar-list")),
		...peerPages("event-calendar", await bundlePeer("event-calendar-list")),
		["/static", page(staticPage(feed.items))],
		["/static-100", page(staticPage(feed.items.slice(0, largestPage)))],
		["/snippet", page(pageWith(snippet))],
	]);
}
