// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { capture } from "./capture.ts";
import { pageOf, withJsonLd } from "./page.fixture.ts";

const now = "2026-04-20T12:00:00+02:00";
const read = (html: string, url = "https://a.nl/agenda") => capture(pageOf(html, url), now);

const row = (n: number) =>
	`<li><h3><a href="/agenda/${n}">Workshop ${n}</a></h3><p>1${n} mei 2026, 19.00 uur, Tilburg</p><a href="/agenda/${n}">Lees meer</a></li>`;

describe("a page that lists many", () => {
	it("offers its rows, each with what stands in it and where it leads", () => {
		const { candidates, kind, fields, notes } = read(
			`<main><h1>Agenda</h1><ul>${[1, 2, 3].map(row).join("")}</ul><a href="?page=2">Volgende</a></main>`,
		);
		expect(candidates).toHaveLength(3);
		expect(candidates?.[0]).toMatchObject({
			kind: "event",
			title: "Workshop 1",
			url: "https://a.nl/agenda/1",
			start: "2026-05-11",
			startTime: "19:00",
			place: "Tilburg",
		});
		expect([kind, fields.startDate, notes?.[0]?.code]).toEqual(["initiative", undefined, "listing"]);
	});

	it("knows jobs from events by what the page says it lists", () => {
		const { candidates } = read(
			`<main><h1>Vacatures</h1>${["Lasser", "Frezer", "Monteur"].map((it) => `<a href="/v/${it}"><h2>${it}</h2><p>Urk</p></a>`).join("")}</main>`,
			"https://a.nl/werken-bij",
		);
		expect(candidates?.map((it) => [it.kind, it.title, it.start])).toEqual([
			["opportunity", "Lasser", undefined],
			["opportunity", "Frezer", undefined],
			["opportunity", "Monteur", undefined],
		]);
	});

	it("takes the many of structured data with their places and organisers", () => {
		const events = ["Een", "Twee"].map((name, n) => ({
			"@type": "Event",
			name,
			url: `/e/${n}`,
			startDate: `2026-05-1${n}T10:00`,
			location: { "@type": "Place", address: { addressLocality: "Ede" } },
			organizer: { name: "Wij" },
		}));
		expect(capture(withJsonLd(events), now).candidates?.[1]).toMatchObject({
			title: "Twee",
			url: "https://www.voorbeeld.nl/e/1",
			start: "2026-05-11",
			startTime: "10:00",
			place: "Ede",
			organization: "Wij",
		});
	});

	it("gives the address that is the item's, not that of its neighbours, and no other protocol", () => {
		const { candidates } = read(
			`<main><h1>Agenda</h1><ul><li><a href="javascript:alert(1)">Een</a></li>${[1, 2, 3].map(row).join("")}</ul></main>`,
		);
		expect(candidates?.every((it) => it.url?.startsWith("https://a.nl/agenda/"))).toBe(true);
	});

	it.each([
		[
			"about one thing, with links below it",
			`<main><h1>Open dag</h1><p>${"Kom kijken in onze werkplaats. ".repeat(20)}</p><ul><li><a href="/1">Route</a></li><li><a href="/2">Folder</a></li><li><a href="/3">Pers</a></li></ul></main>`,
			"https://a.nl/open-dag",
		],
		[
			"about one thing, with related events beside it",
			`<main><h1>Workshop</h1><p>${"Leer solderen. ".repeat(20)}</p><div class="related"><ul>${[1, 2, 3].map(row).join("")}</ul></div></main>`,
			"https://a.nl/agenda/workshop",
		],
		["with two links only", `<main><h1>Agenda</h1><ul>${[1, 2].map(row).join("")}</ul></main>`, "https://a.nl/agenda"],
	])("is none when it is %s", (_, html, url) => {
		expect(read(html, url).candidates).toBeUndefined();
	});
});
