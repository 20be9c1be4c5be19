import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { clipOf, openTestInventory, type TestInventory } from "../testing/inventory.ts";

const Answer = z.object({
	regions: z.array(
		z.object({
			id: z.string(),
			name: z.string(),
			coverage: z.object({
				rows: z.array(z.object({ code: z.string(), ids: z.array(z.string()) })),
				columns: z.array(z.object({ code: z.string(), ids: z.array(z.string()) })),
				cells: z.array(z.array(z.array(z.string()))),
				whiteSpots: z.array(z.object({ row: z.string(), column: z.string() })),
				total: z.int(),
			}),
		}),
	),
	initiatives: z.array(z.object({ id: z.string(), title: z.string(), region: z.string(), state: z.string() })),
	others: z.array(z.object({ id: z.string(), name: z.string() })),
	more: z.boolean(),
});

let inventory: TestInventory;
let token: string;

beforeAll(async () => {
	inventory = await openTestInventory({ samples: true });
	token = await inventory.token("editor");
}, 60_000);
afterAll(() => inventory?.close());

const ask = async (query: string, as = token) => inventory.call(`/api/v1/coverage${query}`, { token: as });
const read = async (query: string) => Answer.parse(await (await ask(query)).json());

describe("the coverage of a region", () => {
	it("ticks the twelve national actions as the plan of Oost does", async () => {
		const [oost] = (await read("?region=oost&rows=national-action")).regions;
		const connecting = oost?.coverage.rows.filter(({ code, ids }) => code && ids.length > 0).map(({ code }) => code);
		expect(connecting).toEqual([
			"primary-science-technology",
			"secondary-profile-choice",
			"partnerships-for-schools",
			"primary-teachers",
			"higher-education-fit",
			"intersectoral-mobility",
			"lifelong-learning",
		]);
	});

	it("counts what is published, and on request all that is not archived", async () => {
		const { id, body } = clipOf({ title: "Nog niet openbaar", stages: ["wo"] }, { region: "noord-veluwe" });
		expect((await inventory.call(`/api/v1/clips/${id}`, { method: "PUT", token, body })).status).toBe(201);
		const ids = async (query: string) => {
			const answer = await read(`?region=noord-veluwe${query}`);
			const { coverage } = answer.regions[0] ?? {};
			const column = coverage?.columns.find(({ code }) => code === "wo");
			expect(answer.initiatives).toHaveLength(coverage?.total ?? -1);
			return column?.ids;
		};
		expect(await ids("")).toEqual([]);
		expect(await ids("&of=all")).toEqual([id]);
	});

	it("has every municipality of the region as a column, and sets another region beside it", async () => {
		const { regions, others } = await read("?region=midden-brabant&columns=municipality&with=flevoland");
		expect(regions.map(({ name }) => name)).toEqual(["Midden-Brabant", "Flevoland"]);
		expect(regions[0]?.coverage.columns).toHaveLength(10);
		expect(others.map(({ id }) => id)).not.toContain("midden-brabant");
		expect(others).toHaveLength(4);
	});

	it("is a CSV with a line for each cell, in the language of the page", async () => {
		const answer = await ask(".csv?region=flevoland&rows=regional-goal&columns=scale&lang=en");
		expect(answer.headers.get("content-type")).toContain("text/csv");
		const lines = (await answer.text()).trim().split("\r\n");
		expect(lines[0]).toContain("Region,Regional goal,Scale,Number,Initiatives");
		expect(lines.find((line) => line.startsWith("Flevoland,Campuses that fit regional priorities,Regional,"))).toMatch(
			/Regional,\d+,.+;/,
		);
	});

	it("is for who edits there: another region's drafts stay out of sight, its public initiatives do not", async () => {
		const local = await inventory.token("editor", "oost");
		const status = async (query: string) => (await ask(query, local)).status;
		expect(await status("?region=oost&of=all")).toBe(200);
		expect(await status("?region=oost&with=flevoland")).toBe(200);
		expect(await status("?region=oost&with=flevoland&of=all")).toBe(403);
		expect(await status("?region=flevoland")).toBe(403);
	});

	it("says what is wrong with a question", async () => {
		expect((await ask("")).status).toBe(400);
		expect((await ask("?region=oost&rows=municipality")).status).toBe(400);
		expect((await ask("?region=atlantis")).status).toBe(404);
		expect(inventory.errors).toEqual([]);
	});
});

describe("the year in review", () => {
	/** What a reader sees, a line for each element. */
	const textOf = (html: string) =>
		html
			.replace(/<(?:svg|style)[\s\S]*?<\/(?:svg|style)>/g, "")
			.replace(/<\/?(?:a|strong|span|b)\b[^>]*>/g, "")
			.replace(/<[^>]*>/g, "\n")
			.replace(/[ \t]+/g, " ");
	const tileWith = (html: string, title: string) =>
		[...html.matchAll(/<li class="tile">[\s\S]*?<\/li>/g)]
			.map(([tile]) => textOf(tile))
			.find((tile) => tile.includes(title));

	it.each([
		["Edities van de Dagen van de Techniek", "7 edities", "tegen 4 edities in 2022"],
		["Bezoekers van de Dagen van de Techniek", "ruim 5.000 bezoekers"],
		["Bedrijven bij de Dagen van de Techniek", "152 bedrijven"],
		["Onderwijsinstellingen bij de Dagen van de Techniek", "26 onderwijsinstellingen"],
		["Aanwezigen bij de regionale inspiratiebijeenkomst", "75 aanwezigen"],
		["Organisaties in het Uitvoeringsoverleg", "14 organisaties"],
		["Bedrijven die een stichting verkennen", "circa 30 bedrijven"],
	])("of Midden-Brabant 2023 shows %s, with its source", async (title, ...figures) => {
		const html = await (await inventory.call("/midden-brabant/review/2023")).text();
		const tile = tileWith(html, title);
		for (const figure of [...figures, "Bron: Terugblik 2023 Programma Deltaplan Techniek"])
			expect(tile).toContain(figure);
	});

	it("adds its editions up to what the programme reported", async () => {
		const html = await (await inventory.call("/midden-brabant/review/2023")).text();
		const words = textOf(html).replace(/\s+/g, " ");
		expect(words).toContain("7 edities, tegen 4 edities een jaar eerder.");
		expect(words).toContain("Opgeteld 5.080 152 26");
		for (const chapter of ["Witte vlekken", "Het netwerk", "Meest verbonden", "Bronnen en verantwoording"])
			expect(words).toContain(chapter);
	});

	it("is there in English, of years that have something to tell, and needs no database", async () => {
		const english = await inventory.call("/midden-brabant/review/2023?lang=en");
		expect(await english.text()).toContain("over 5,000");
		expect(english.headers.get("content-security-policy")).toContain("default-src 'none'");
		const list = await (await inventory.call("/midden-brabant/review")).text();
		expect(list).toContain('href="/midden-brabant/review/2023"');
		expect(list).not.toContain("/review/2027");
		expect((await inventory.call("/midden-brabant/review/1999")).status).toBe(404);
		expect((await inventory.call("/atlantis/review")).status).toBe(404);
	});
});
