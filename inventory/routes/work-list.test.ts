import { expect, it } from "vitest";
import * as z from "zod/mini";
import { clipOf, onBothEngines, type TestInventory } from "../testing/inventory.ts";

const Progress = z.object({
	id: z.string(),
	counts: z.record(z.string(), z.int()),
	remaining: z.int(),
	results: z.array(
		z.object({
			id: z.string(),
			title: z.string(),
			state: z.string(),
			sentence: z.nullable(z.object({ nl: z.string() })),
		}),
	),
});
const Row = z.object({
	state: z.string(),
	revision: z.int(),
	publishedRevision: z.nullable(z.int()),
	data: z.looseObject({}),
});
const Searches = z.object({
	items: z.array(
		z.object({ id: z.string(), name: z.string(), own: z.boolean(), count: z.int(), region: z.nullable(z.string()) }),
	),
});
const Vocabularies = z.object({
	items: z.array(z.object({ id: z.string(), terms: z.array(z.object({ code: z.string(), count: z.int() })) })),
});

async function clip(inventory: TestInventory, record: Record<string, unknown> = {}) {
	const { id, body } = clipOf(record);
	const token = await inventory.token("clipper");
	expect((await inventory.call(`/api/v1/clips/${id}`, { method: "PUT", token, body })).status).toBe(201);
	return id;
}

onBothEngines("the work list's actions", (inventory) => {
	const tokens: Partial<Record<"editor" | "admin", string>> = {};
	const tokenOf = async (role: "editor" | "admin") => {
		tokens[role] ??= await inventory().token(role);
		return tokens[role];
	};
	const post = async (path: string, body?: unknown) =>
		inventory().call(`/api/v1${path}`, {
			method: "POST",
			token: await tokenOf("editor"),
			...(body !== undefined && { body }),
		});
	const act = async (path: string, body?: unknown) => {
		const answer = await post(path, body);
		expect(answer.status, await answer.clone().text()).toBe(200);
		return Progress.parse(await answer.json());
	};
	const record = async (id: string) =>
		Row.parse(await (await inventory().call(`/api/v1/records/${id}`, { token: await tokenOf("editor") })).json());
	const ticked = (...ids: string[]) => ids.map((id) => ({ id, revision: 1 }));

	it("publish many at once, tell of each, and never stop at one that cannot", async () => {
		const [one, two, changed] = [await clip(inventory()), await clip(inventory()), await clip(inventory())];
		const body = { record: { title: "Intussen anders" }, baseRevision: 1 };
		const token = await tokenOf("editor");
		await inventory().call(`/api/v1/records/${changed}`, { method: "PUT", token, body });
		const progress = await act("/bulk", { do: { action: "publish" }, records: ticked(one, changed, two) });
		expect(progress.remaining).toBe(0);
		expect(progress.results.map(({ id, state }) => [id, state])).toEqual([
			[one, "done"],
			[changed, "refused"],
			[two, "done"],
		]);
		expect(progress.results[1]).toMatchObject({
			title: "Intussen anders",
			sentence: { nl: expect.stringContaining("gewijzigd") },
		});
		expect(await record(two)).toMatchObject({ state: "published", publishedRevision: 1 });
		const feed = await (await inventory().call("/feeds/flevoland/initiatives.json?limit=100")).text();
		expect(feed).toContain(one);
		expect(feed).not.toContain(changed);
	});

	it("are undone for what was not changed since, and say which was", async () => {
		const [one, two] = [await clip(inventory()), await clip(inventory())];
		const { id } = await act("/bulk", { do: { action: "publish" }, records: ticked(one, two) });
		await post(`/records/${two}/archive`);
		const undone = await act(`/bulk/${id}/undo`);
		expect(undone.results).toMatchObject([
			{ id: one, state: "undone" },
			{ id: two, state: "kept", sentence: { nl: expect.stringContaining("na de actie gewijzigd") } },
		]);
		expect(await record(one)).toMatchObject({ state: "clipped", publishedRevision: null });
		expect(await record(two)).toMatchObject({ state: "archived" });
		expect(await (await inventory().call("/feeds/flevoland/initiatives.json?limit=100")).text()).not.toContain(one);
	});

	it("set a field on all that match, by revisions, and take it back", async () => {
		const ids = [
			await clip(inventory(), { goal: "meerlingproef" }),
			await clip(inventory(), { goal: "meerlingproef" }),
		];
		const set = { action: "set", field: "stages", mode: "add", values: ["mbo"] };
		const { id, counts } = await act("/bulk", { do: set, filters: { q: "meerlingproef" } });
		expect(counts).toEqual({ done: 2 });
		for (const one of ids) expect(await record(one)).toMatchObject({ revision: 2, data: { stages: ["vmbo", "mbo"] } });
		await act(`/bulk/${id}/undo`);
		for (const one of ids)
			expect(await record(one)).toMatchObject({ revision: 3, state: "clipped", data: { stages: ["vmbo"] } });
		const wrong = await act("/bulk", { do: { ...set, values: ["no-such-stage"] }, filters: { q: "meerlingproef" } });
		expect(wrong.counts).toEqual({ refused: 2 });
	});

	it("archive and restore, and leave alone what stands that way already", async () => {
		const [one, two] = [await clip(inventory()), await clip(inventory())];
		await act("/bulk", { do: { action: "archive" }, records: ticked(one) });
		const again = await act("/bulk", { do: { action: "archive" }, records: ticked(one, two) });
		expect(again.counts).toEqual({ same: 1, done: 1 });
		const back = await act("/bulk", { do: { action: "restore" }, records: ticked(one, two) });
		expect(back.counts).toEqual({ done: 2 });
	});

	it("are somebody's own, and refused with a sentence when they make no sense", async () => {
		const { id } = await act("/bulk", { do: { action: "archive" }, records: ticked(await clip(inventory())) });
		const other = await inventory().call(`/api/v1/bulk/${id}/undo`, {
			method: "POST",
			token: await inventory().token("editor"),
		});
		expect(other.status).toBe(404);
		expect((await post("/bulk", { do: { action: "publish" }, records: [] })).status).toBe(422);
		expect((await post("/bulk", { do: { action: "explode" }, records: [] })).status).toBe(422);
		expect((await post("/bulk", "{")).status).toBe(400);
		expect((await post("/bulk/x/undo")).status).toBe(404);
	});

	it("keep searches, one's own and shared in the region, with counts; a removed one can come back", async () => {
		await clip(inventory(), { title: "Zoekvoorbeeld" });
		const filters = { q: "zoekvoorbeeld" };
		await post("/searches", { name: " Mijn zoekopdracht ", filters, region: null });
		expect((await post("/searches", { name: "Gedeeld", filters, region: "flevoland" })).status).toBe(201);
		expect((await post("/searches", { name: "Nergens", filters, region: "atlantis" })).status).toBe(404);
		const list = async (token: string) =>
			Searches.parse(await (await inventory().call("/api/v1/searches", { token })).json()).items;
		const mine = await list(await tokenOf("editor"));
		expect(mine).toMatchObject([
			{ name: "Gedeeld", own: true, count: 1, region: "flevoland" },
			{ name: "Mijn zoekopdracht", own: true, count: 1, region: null },
		]);
		const colleague = await inventory().token("editor");
		expect((await list(colleague)).map(({ name, own }) => [name, own])).toEqual([["Gedeeld", false]]);
		const [shared, own] = mine;
		const as = (token: string, method: string, id = "", body?: unknown) =>
			inventory().call(`/api/v1/searches/${id}`, { method, token, ...(body !== undefined && { body }) });
		expect((await as(colleague, "DELETE", own?.id)).status).toBe(404);
		const renamed = { name: "Hernoemd", filters, region: "flevoland" };
		expect((await as(colleague, "PUT", shared?.id, renamed)).status).toBe(204);
		const token = await tokenOf("editor");
		expect((await as(token, "DELETE", shared?.id)).status).toBe(204);
		expect((await list(token)).map(({ name }) => name)).toEqual(["Mijn zoekopdracht"]);
		expect((await post(`/searches/${shared?.id}/restore`)).status).toBe(204);
		expect((await list(token)).map(({ name }) => name)).toEqual(["Hernoemd", "Mijn zoekopdracht"]);
	});

	it("give the action list as rows and as CSV in which nothing is a formula", async () => {
		await clip(inventory(), {
			title: "Lasbus",
			goal: "=HYPERLINK(1)",
			actionLines: ["choose"],
			planning: { label: "voorjaar 2027" },
			partners: [{ name: "ROC Voorbeeld" }],
			funding: [{ note: "eigen middelen" }],
		});
		const token = await tokenOf("editor");
		const csv = await (await inventory().call("/api/v1/action-list.csv?q=lasbus&lang=nl", { token })).text();
		expect(csv).toBe(
			"Actielijn,Doel,Activiteit,Planning,Partners,Resultaat,Middelen\r\n" +
				'Kiezen voor techniek,"\'=HYPERLINK(1)",Lasbus,voorjaar 2027,ROC Voorbeeld,,eigen middelen\r\n',
		);
		const json = await inventory().call("/api/v1/action-list?q=lasbus", {
			token,
			headers: { "Accept-Language": "en" },
		});
		expect(await json.json()).toMatchObject({ items: [{ cells: { actionLine: "Choosing technology" } }] });
	});

	it("let an administrator add and change regions, and count the terms in use", async () => {
		const token = await tokenOf("admin");
		const put = (id: string, body: unknown, as = token) =>
			inventory().call(`/api/v1/regions/${id}`, { method: "PUT", token: as, body });
		expect((await put("west-voorbeeld", { name: "West", municipalities: ["gm0855"] })).status).toBe(201);
		expect((await put("west-voorbeeld", { name: "West-Voorbeeld", municipalities: [] })).status).toBe(200);
		expect((await put("x", { name: "", municipalities: ["nergens"] })).status).toBe(422);
		expect((await put("Groot!", { name: "Groot" })).status).toBe(404);
		expect((await put("oost", { name: "Oost" }, await tokenOf("editor"))).status).toBe(403);
		const regions = await (await inventory().call("/api/v1/regions", { token })).json();
		expect(regions).toMatchObject({ items: [{ id: "flevoland" }, { id: "west-voorbeeld", name: "West-Voorbeeld" }] });
		expect((await inventory().call("/feeds/west-voorbeeld/events.json")).status).toBe(200);

		const used = async (region: string) => {
			const answer = await inventory().call(`/api/v1/vocabularies?region=${region}`, { token });
			const stages = Vocabularies.parse(await answer.json()).items.find(({ id }) => id === "stages");
			return stages?.terms.find(({ code }) => code === "vmbo")?.count;
		};
		expect(await used("flevoland")).toBeGreaterThan(0);
		expect(await used("west-voorbeeld")).toBe(0);
	});
});
