import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { readObservations } from "../../shared/insight/indicators/read-table.ts";
import { runCommand } from "../admin/commands.ts";
import { onBothEngines, publicUrl } from "../testing/inventory.ts";

const source = { name: "Voorbeeldbron" };
const figures = {
	title: "Leerlingen in de techniek (voorbeeld)",
	slug: "leerlingen",
	unit: "%",
	definition: "Zo tellen we nu.",
	source,
	version: 2,
	earlier: [{ version: 1, unit: "leerlingen", source, until: "2021", definition: "Zo telden we toen." }],
	target: { value: 40, period: "2030" },
	observations: [
		{ period: "2021", value: 1200, version: 1 },
		{ period: "2023", value: 31, version: 2, note: "voorlopig" },
	],
};

const Answer = z.looseObject({
	added: z.number(),
	changed: z.number(),
	unchanged: z.number(),
	bad: z.array(z.object({ row: z.number(), text: z.string(), problems: z.array(z.object({ nl: z.string() })) })),
});
const Listed = z.object({ items: z.array(z.looseObject({ id: z.string(), title: z.string(), stale: z.boolean() })) });
const Stored = z.object({
	revision: z.number(),
	data: z.looseObject({ observations: z.array(z.looseObject({ period: z.string(), value: z.number() })) }),
});

onBothEngines("the figures of a region", (inventory) => {
	/** Indicators come in by file; the file's name is the source that they come from. */
	async function published(record: Record<string, unknown> & { title: string }): Promise<string> {
		const folder = await mkdtemp(join(tmpdir(), "regiotechniek-indicator-"));
		await writeFile(join(folder, "indicator.json"), JSON.stringify([record]));
		const args = ["import", "indicator.json", "--region", "flevoland", "--as", "indicator"];
		expect(await runCommand(inventory().administration, args, folder)).toMatch(/^1 toegevoegd/);
		await rm(folder, { recursive: true });
		const token = await inventory().token("admin");
		const found = await inventory().call("/api/v1/indicators?region=flevoland", { token });
		const id = Listed.parse(await found.json()).items.find(({ title }) => title === record.title)?.id ?? "";
		const done = await inventory().call(`/api/v1/records/${id}/publish`, { method: "POST", token });
		expect(done.status).toBe(200);
		return id;
	}
	async function bring(text: string, trial = false) {
		const token = await inventory().token("editor", "flevoland");
		const body = { region: "flevoland", text, trial };
		const response = await inventory().call("/api/v1/indicators/observations", { method: "POST", token, body });
		expect(response.status).toBe(200);
		return Answer.parse(await response.json());
	}
	async function stored(id: string) {
		const token = await inventory().token("editor", "flevoland");
		return Stored.parse(await (await inventory().call(`/api/v1/records/${id}`, { token })).json());
	}

	it("take what is right of a table, give back what is not, and leave the rest as it was", async () => {
		const id = await published(figures);
		const table = [
			"indicator;periode;waarde;school;toelichting;versie",
			"leerlingen;2023;31,5;;;",
			"leerlingen;2024;33;;;",
			"leerlingen;2024;30;Het Voorbeeld;;",
			"leerlingen;2024;34;;;",
			"leerlingen;2020;1100;;;1",
			"leerlingen;2020;1;;;9",
			"onbekend;2024;1;;;",
			"leerlingen;ooit;1;;;",
			";2024;1;;;",
		].join("\n");
		const tried = await bring(table, true);
		expect(await stored(id)).toMatchObject({ revision: 1 });
		const answer = await bring(table);
		expect(answer).toEqual(tried);
		expect(answer).toMatchObject({ added: 3, changed: 1, unchanged: 0, heading: table.split("\n")[0] });
		expect(answer.bad.map(({ row, problems }) => [row, problems[0]?.nl])).toEqual([
			[5, "Deze periode en uitsplitsing staan ook in rij 3; die telt."],
			[7, "Er is geen definitie 9 van deze indicator."],
			[8, "De indicator “onbekend” is er in deze regio niet. Gebruik het kenmerk of de titel."],
			[9, "Dit is geen periode, zoals 2023, 2022-2023 (een schooljaar), 2023-06 of 2023-06-01."],
			[10, "Er is geen kolom die de indicator noemt. Zet er een kolom “indicator” bij met het kenmerk of de titel."],
		]);
		expect(answer.bad[3]?.text).toBe("leerlingen;ooit;1;;;");
		const { revision, data } = await stored(id);
		expect(revision).toBe(2);
		expect(data).toMatchObject({ definition: figures.definition, target: figures.target });
		expect(data.observations).toEqual([
			{ period: "2021", value: 1200, version: 1 },
			{ period: "2023", value: 31.5, version: 2, note: "voorlopig" },
			{ period: "2024", value: 33, version: 2 },
			{ period: "2024", value: 30, version: 2, breakdown: { school: "Het Voorbeeld" } },
			{ period: "2020", value: 1100, version: 1 },
		]);
		expect(await bring(table)).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
		expect(await stored(id)).toMatchObject({ revision: 2 });
	});

	it("come back through their own CSV, and are listed with what wants attention first", async () => {
		const id = await published({ ...figures, slug: "uitstroom", title: "Uitstroom (voorbeeld)" });
		await published({
			...figures,
			slug: "vers",
			title: "Vers (voorbeeld)",
			observations: [{ period: "2026", value: 41, version: 2 }],
		});
		await published({ title: "Nooit gemeten (voorbeeld)", unit: "bedrijven", source });
		const csv = await inventory().call(`/feeds/flevoland/indicators/${id}.csv`);
		expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
		const text = await csv.text();
		expect(await bring(text)).toMatchObject({ added: 0, changed: 0, unchanged: 2, bad: [] });
		const all = await (await inventory().call("/feeds/flevoland/indicators.csv")).text();
		expect(readObservations(all).good.filter(({ indicator }) => indicator === "uitstroom")).toHaveLength(2);
		const token = await inventory().token("editor", "flevoland");
		const list = Listed.parse(await (await inventory().call("/api/v1/indicators?region=flevoland", { token })).json());
		expect(list.items.map(({ title, stale }) => [title, stale])).toEqual(
			[
				["Nooit gemeten (voorbeeld)", true],
				["Uitstroom (voorbeeld)", true],
				["Leerlingen in de techniek (voorbeeld)", false],
				["Vers (voorbeeld)", false],
			].filter(([title]) => list.items.some((one) => one.title === title)),
		);
		expect(list.items.find((one) => one.title === "Vers (voorbeeld)")).toMatchObject({
			latest: { period: "2026", value: 41 },
			distance: {
				reached: true,
				nl: "2026: 41%, 1 procentpunt boven de streefwaarde (40% in 2030). De streefwaarde is gehaald.",
			},
		});
	});

	it("are shown on a page with the definition of each, and refuse one that nobody gave", async () => {
		const id = await published({ ...figures, slug: "pagina", title: "Pagina (voorbeeld)" });
		const page = await (await inventory().call(`/flevoland/indicators/${id}`)).text();
		for (const said of [
			"Zo tellen we nu.",
			"Zo telden we toen.",
			"31%",
			"1.200",
			"9 procentpunt onder de streefwaarde",
			"Vanaf 2023 geldt definitie 2 in plaats van 1",
			`${publicUrl}/feeds/flevoland/indicators/${id}.csv`,
		])
			expect(page).toContain(said);
		const token = await inventory().token("editor", "flevoland");
		const record = { ...figures, observations: [{ period: "2023", value: 1, version: 3 }] };
		const refused = await inventory().call(`/api/v1/records/${id}`, {
			method: "PUT",
			token,
			body: { record, baseRevision: 1 },
		});
		expect(refused.status).toBe(422);
		expect(await refused.json()).toMatchObject({
			errors: [{ field: "observations.0.version", message: expect.stringContaining("definitie") }],
		});
	});

	it("get one more by an editor, in review, which is then edited and published like the rest", async () => {
		const token = await inventory().token("editor", "flevoland");
		const record = { title: "Zij-instroom (voorbeeld)", slug: "zij-instroom", unit: "personen", source };
		const contacts = [{ name: "Voorbeeld Een", email: "een@school.example" }];
		const add = (body: unknown, language = "nl") =>
			inventory().call("/api/v1/indicators", {
				method: "POST",
				token,
				body,
				headers: { "Accept-Language": language },
			});
		const made = await add({ region: "flevoland", record: { ...record, contacts } });
		expect(made.status).toBe(201);
		const { id, revision } = z.object({ id: z.string(), revision: z.number() }).parse(await made.json());
		expect([revision, made.headers.get("location")]).toEqual([1, `/api/v1/records/${id}`]);
		const read = async () => (await inventory().call(`/api/v1/records/${id}`, { token })).json();
		expect(await read()).toMatchObject({ kind: "indicator", region: "flevoland", state: "in-review", revision: 1 });
		expect(await read()).toMatchObject({ data: record, contacts: [{ ...contacts[0], public: false }] });
		expect(await bring("indicator;periode;waarde\nzij-instroom;2025;12")).toMatchObject({ added: 1, bad: [] });
		const change = { record: { ...record, unit: "mensen", contacts }, baseRevision: 2 };
		const changed = await inventory().call(`/api/v1/records/${id}`, { method: "PUT", token, body: change });
		expect(changed.status).toBe(200);
		const shown = await inventory().call(`/api/v1/records/${id}/publish`, { method: "POST", token });
		expect(shown.status).toBe(200);
		const feed = await (await inventory().call("/feeds/flevoland/indicators.json")).text();
		expect(feed).toContain("Zij-instroom (voorbeeld)");
		expect(feed).not.toContain("Voorbeeld Een");

		const titled = await add({
			region: "flevoland",
			record: { ...record, slug: "anders", title: " zij-INSTROOM (voorbeeld)" },
		});
		expect(titled.status).toBe(409);
		expect(titled.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
		expect(await titled.json()).toMatchObject({
			title: "Deze regio heeft al een indicator met de titel “Zij-instroom (voorbeeld)”.",
			detail: "Open die en wijzig hem, of kies een andere titel.",
			errors: [{ field: "title", message: "Deze titel is al in gebruik." }],
		});
		await inventory().call(`/api/v1/records/${id}/archive`, { method: "POST", token });
		const slugged = await add({ region: "flevoland", record: { ...record, title: "Iets anders (voorbeeld)" } }, "en");
		expect([slugged.status, await slugged.json()]).toMatchObject([
			409,
			{
				title: "This region already has an indicator with the id “zij-instroom”: Zij-instroom (voorbeeld).",
				detail: "Restore it from the archive, or choose another id.",
				errors: [{ field: "slug", message: "This id is taken." }],
			},
		]);

		const wrong = await add({ region: "flevoland", record: { unit: "%", source: { name: "x", url: "geen adres" } } });
		expect(wrong.status).toBe(422);
		expect(await wrong.json()).toMatchObject({
			errors: [
				{ field: "title", message: "Dit veld is verplicht: vul het in." },
				{ field: "source.url", message: expect.stringContaining("webadres") },
			],
		});
		const everywhere = { token: await inventory().token("editor"), method: "POST" };
		const body = { region: "nergens", record };
		expect((await inventory().call("/api/v1/indicators", { ...everywhere, body })).status).toBe(404);
	});

	it("get one of two that are added with the same title at once", async () => {
		const token = await inventory().token("editor", "flevoland");
		const body = { region: "flevoland", record: { title: "Tegelijk (voorbeeld)", unit: "%", source } };
		const add = () => inventory().call("/api/v1/indicators", { method: "POST", token, body });
		const both = await Promise.all([add(), add()]);
		expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
	});

	it("are brought by the command that imports files", async () => {
		const id = await published({ ...figures, slug: "opdracht", title: "Opdracht (voorbeeld)" });
		const folder = await mkdtemp(join(tmpdir(), "regiotechniek-cijfers-"));
		await writeFile(join(folder, "cijfers.csv"), "indicator;periode;waarde\nopdracht;2024;35,5\nopdracht;x;1\n");
		const args = ["import", "cijfers.csv", "--region", "flevoland", "--as", "indicator"];
		const said = await runCommand(inventory().administration, args, folder);
		await rm(folder, { recursive: true });
		expect(said).toContain("1 metingen toegevoegd, 0 gewijzigd, 0 ongewijzigd, 1 rijen overgeslagen.");
		expect(said).toContain("rij 3: Dit is geen periode");
		expect((await stored(id)).data.observations).toHaveLength(3);
	});
});
