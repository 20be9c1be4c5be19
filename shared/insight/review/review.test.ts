import { describe, expect, it } from "vitest";
import { EventItem, IndicatorItem, InitiativeItem } from "../../model/feed.ts";
import { editionsOf, heldIn } from "./editions.ts";
import { figureOf, isOf } from "./figures.ts";
import { ranIn, spansIn } from "./ran-in.ts";
import { reviewOf, reviewYears } from "./review-of.ts";

let count = 0;
const published = () => {
	const id = `01999999-0000-7000-8000-${String(++count).padStart(12, "0")}`;
	return { id, url: `https://inventaris.example/${id}`, updatedAt: "2026-01-01T00:00:00Z", title: `Iets ${count}` };
};
const initiative = (data: object) => InitiativeItem.parse({ ...published(), partners: [], ...data });
const event = (data: object) => EventItem.parse({ ...published(), partners: [], ...data });
const indicator = (data: object) =>
	IndicatorItem.parse({ ...published(), unit: "edities", source: { name: "Terugblik" }, observations: [], ...data });

const region = { id: "flevoland", name: "Flevoland", municipalities: [] };
const nothing = { region, events: [], initiatives: [], organizations: [], indicators: [] };

describe("whether an initiative ran in a year", () => {
	it.each([
		["2022 tot en met 2024", [2021, 2025], [2022, 2023, 2024]],
		["Techniekpact 2016-2020", [2015, 2021], [2016, 2018, 2020]],
		["Sinds 2022", [2021], [2022, 2023, 2026]],
		["Om de twee weken, sinds 2023 intensiever", [2022], [2023, 2025]],
		["Onderzoek gestart in 2023", [2022], [2023, 2024]],
		["Jaarlijks in oktober, voor het eerst in 2014", [2013], [2014, 2020]],
		["Verkenning sinds maart 2021", [2020], [2021]],
		["Voorjaar/najaar 2014; evaluatie in 2015", [2013, 2016], [2014, 2015]],
	])("reads it from “%s”", (label, not, yes) => {
		const item = { planning: { label }, status: "running" as const };
		for (const year of not) expect(ranIn(item, year)).toBeUndefined();
		for (const year of yes) expect(ranIn(item, year)).toBe("dated");
	});

	it("believes dates before words, and takes what runs without a year as ongoing", () => {
		const dated = {
			planning: { start: "2019-05-01", end: "2020-02-01", label: "Sinds 2010" },
			status: "completed" as const,
		};
		expect([2018, 2019, 2020, 2021].map((year) => ranIn(dated, year))).toEqual([
			undefined,
			"dated",
			"dated",
			undefined,
		]);
		expect(ranIn({ planning: { label: "Elke zes weken" }, status: "running" }, 2023)).toBe("ongoing");
		expect(ranIn({ status: "preparing" }, 2023)).toBeUndefined();
		expect(ranIn({ planning: { label: "2023" }, status: "idea" }, 2023)).toBeUndefined();
		expect(spansIn("postbus 20230, 7 tot 67 jaar")).toEqual([]);
	});
});

describe("the figures of a year", () => {
	it("takes a period that ends in the year, and a longer one that holds during it", () => {
		expect(["2023", "2022-2023", "2023-06", "2023-06-01", "2022-2024"].map((text) => isOf(text, 2023))).toEqual(
			Array(5).fill(true),
		);
		expect(["2022", "2023-2024", "2024-01-01", "ooit"].map((text) => isOf(text, 2023))).toEqual(Array(4).fill(false));
	});

	it("sets the year beside the one before, with the parts, and leaves flows to their drawing", () => {
		const item = indicator({
			observations: [
				{ period: "2022", value: 4 },
				{ period: "2023", value: 7, note: "Elke editie kreeg een bijdrage" },
				{ period: "2023", value: 2, breakdown: { stage: "mbo" } },
				{ period: "2024", value: 9 },
			],
		});
		expect(figureOf(item, 2023)).toMatchObject({
			now: { value: 7, unit: "edities", note: "Elke editie kreeg een bijdrage" },
			before: { value: 4, period: "2022" },
			comparable: true,
			parts: [{ slice: { stage: "mbo" }, now: { value: 2 }, before: undefined }],
			source: { name: "Terugblik" },
		});
		expect(figureOf(item, 2021)).toBeUndefined();
		const flow = indicator({ observations: [{ period: "2023", value: 5, breakdown: { from: "vmbo", to: "mbo" } }] });
		expect(figureOf(flow, 2023)).toBeUndefined();
	});

	it("keeps the source and unit of the definition that was measured by, and does not compare across a change", () => {
		const item = indicator({
			version: 2,
			unit: "bezoekers per dag",
			source: { name: "Telling" },
			earlier: [{ version: 1, unit: "bezoekers", source: { name: "Schatting" }, until: "2022" }],
			observations: [
				{ period: "2022", value: 4000 },
				{ period: "2023", value: 700, version: 2 },
			],
		});
		expect(figureOf(item, 2023)).toMatchObject({ comparable: false, source: { name: "Telling" } });
		expect(figureOf(item, 2022)).toMatchObject({ now: { unit: "bezoekers" }, source: { name: "Schatting" } });
	});
});

describe("the editions of a year", () => {
	const series = { id: "dagen", name: "Dagen van de Techniek" };

	it("adds up what is known, beside the year before, without what was cancelled", () => {
		const events = [
			event({ start: "2022-05-14T10:00:00+02:00", series }),
			event({ start: "2023-05-13T10:00:00+02:00", series, results: { visitors: 900, companies: 30 } }),
			event({ start: "2023-09-30T10:00:00+02:00", series, results: { visitors: 100 } }),
			event({ start: "2023-10-07T10:00:00+02:00", series, status: "cancelled", results: { visitors: 1 } }),
			event({ start: "2023-03-01T10:00:00+01:00", series: { id: "cafe", name: "Café zonder telling" } }),
		];
		const [group, ...others] = editionsOf(events, 2023);
		expect(others).toEqual([]);
		expect(group).toMatchObject({
			title: "Dagen van de Techniek",
			totals: { editions: 2, visitors: 1000, companies: 30, schools: undefined },
			before: { editions: 1, visitors: undefined },
		});
		expect(heldIn(events, 2023)).toHaveLength(3);
	});

	it("takes the year of where the event was, not of who reads", () => {
		const late = event({ start: "2023-12-31T23:30:00Z" });
		expect(heldIn([late], 2024)).toEqual([late]);
	});
});

describe("a year in review", () => {
	it("has each initiative under every line that it serves, the network of that year, and what was missing", () => {
		const partners = [{ id: "school", name: "School", kind: "education" }];
		const running = initiative({
			actionLines: ["choose", "learn"],
			stages: ["vmbo"],
			planning: { label: "2023" },
			partners,
		});
		const other = initiative({ actionLines: ["work"], planning: { label: "2019" }, partners });
		const review = reviewOf({ ...nothing, initiatives: [running, other] }, 2023);
		expect(review.lines.map(({ initiatives }) => initiatives.length)).toEqual([1, 1, 0]);
		expect(review.network).toMatchObject({ organizations: 1, links: 1, apart: 0 });
		expect(review.coverage.total).toBe(1);
		expect(review.coverage.whiteSpots).toContainEqual({ row: "work", column: "vmbo" });
		expect(review.coverage.whiteSpots).not.toContainEqual({ row: "learn", column: "vmbo" });
	});

	it("exists for years of which there is something to tell, none of them still to come", () => {
		const source = {
			...nothing,
			initiatives: [initiative({ planning: { start: "2021-03-01", end: "2022-03-01" } })],
			indicators: [indicator({ observations: [{ period: "2018-2019", value: 1 }] })],
			events: [event({ start: "2027-01-10T10:00:00+01:00" })],
		};
		expect(reviewYears(source, 2026)).toEqual([2022, 2021, 2019]);
		expect(reviewYears(nothing, 2026)).toEqual([]);
	});
});
