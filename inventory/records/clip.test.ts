import { expect, it } from "vitest";
import * as z from "zod/mini";
import { ClipReceipt } from "../../shared/model/clip.ts";
import { Problem } from "../../shared/model/problem.ts";
import { clipOf, onBothEngines, type TestInventory } from "../testing/inventory.ts";

const Found = z.object({
	total: z.int(),
	items: z.array(z.object({ id: z.string(), revision: z.int(), state: z.string() })),
});

async function put(inventory: TestInventory, clip: { id: string; body: unknown }, token?: string) {
	return inventory.call(`/api/v1/clips/${clip.id}`, {
		method: "PUT",
		token: token ?? (await inventory.token("clipper")),
		body: clip.body,
	});
}

const problemOf = async (response: Response) => Problem.parse(await response.json());

onBothEngines("a clip", (inventory) => {
	it("is stored once, however often it is sent", async () => {
		const clip = clipOf();
		const first = await put(inventory(), clip);
		expect(first.status).toBe(201);
		expect(ClipReceipt.parse(await first.json())).toMatchObject({ id: clip.id, revision: 1, state: "clipped" });
		const again = await put(inventory(), clip);
		expect(again.status).toBe(200);
		expect(ClipReceipt.parse(await again.json())).toMatchObject({ id: clip.id, revision: 1 });
		const editor = await inventory().token("editor");
		const found = Found.parse(await (await inventory().call(`/api/v1/records?q=${clip.id}`, { token: editor })).json());
		expect(found.items.map((item) => item.id)).toEqual([clip.id]);
	});

	it("is stored once when the same clip arrives ten times at once", async () => {
		const clip = clipOf();
		const token = await inventory().token("clipper");
		const answers = await Promise.all(Array.from({ length: 10 }, () => put(inventory(), clip, token)));
		expect(answers.map((answer) => answer.status).sort()).toEqual([...Array(9).fill(200), 201]);
	});

	it("stays the same clip after an editor has changed the record", async () => {
		const clip = clipOf();
		await put(inventory(), clip);
		const editor = await inventory().token("editor");
		const revised = await inventory().call(`/api/v1/records/${clip.id}`, {
			method: "PUT",
			token: editor,
			body: { record: { ...clip.body.record, title: "Verbeterde titel" }, baseRevision: 1 },
		});
		expect(revised.status).toBe(200);
		const repeated = await put(inventory(), clip);
		expect(repeated.status).toBe(200);
		expect(ClipReceipt.parse(await repeated.json()).revision).toBe(2);
	});

	it("needs the revision it was made from to change a record, and is told which fields differ", async () => {
		const clip = clipOf();
		await put(inventory(), clip);
		const changed = { id: clip.id, body: { ...clip.body, record: { ...clip.body.record, goal: "Meer leerlingen" } } };
		const refused = await put(inventory(), changed);
		expect(refused.status).toBe(409);
		expect(await problemOf(refused)).toMatchObject({ revision: 1, fields: ["goal"] });
		const accepted = await put(inventory(), { id: clip.id, body: { ...changed.body, baseRevision: 1 } });
		expect(accepted.status).toBe(200);
		expect(ClipReceipt.parse(await accepted.json()).revision).toBe(2);
	});

	it("does not show a clipper the private contacts that an editor added", async () => {
		const clip = clipOf();
		await put(inventory(), clip);
		const contacts = [{ name: "Geheim Persoon", email: "geheim@school.example" }];
		await inventory().call(`/api/v1/records/${clip.id}`, {
			method: "PUT",
			token: await inventory().token("editor"),
			body: { record: { ...clip.body.record, contacts }, baseRevision: 1 },
		});
		const refused = await put(inventory(), { id: clip.id, body: { ...clip.body, record: { title: "Anders" } } });
		expect(refused.status).toBe(409);
		expect(await refused.text()).not.toMatch(/[Gg]eheim/);
	});

	it("keeps the contacts that an editor added when a clipper, who cannot see them, corrects the record", async () => {
		const clip = clipOf();
		await put(inventory(), clip);
		const editor = await inventory().token("editor");
		const contacts = [{ name: "Persoon Voorbeeld", email: "persoon@school.example", public: false }];
		const path = `/api/v1/records/${clip.id}`;
		await inventory().call(path, {
			method: "PUT",
			token: editor,
			body: { record: { ...clip.body.record, contacts }, baseRevision: 1 },
		});
		const corrected = { ...clip.body, record: { ...clip.body.record, goal: "Meer leerlingen" }, baseRevision: 2 };
		expect((await put(inventory(), { id: clip.id, body: corrected })).status).toBe(200);
		const standing: unknown = await (await inventory().call(path, { token: editor })).json();
		expect(standing).toMatchObject({ revision: 3, contacts });
	});

	it("gets a sentence for each wrong field, and is not stored", async () => {
		const clip = clipOf(
			{ title: "", stages: ["kleuterschool"], sourceUrl: "javascript:alert(1)" },
			{ region: "atlantis" },
		);
		const refused = await put(inventory(), clip);
		expect(refused.status).toBe(422);
		expect(refused.headers.get("content-type")).toContain("application/problem+json");
		const { errors = [] } = await problemOf(refused);
		expect(errors.map((error) => error.field).sort()).toEqual(["record.sourceUrl", "record.stages.0", "record.title"]);
		for (const error of errors) expect(error.message).toMatch(/^[A-Z].*[.]$/);
		const unknown = await put(inventory(), clipOf({}, { region: "atlantis" }));
		expect((await problemOf(unknown)).errors?.map((error) => error.field)).toEqual(["region"]);
	});

	it.each([
		["no JSON", "{", 400],
		["a number", "7", 422],
		["null", "null", 422],
		["an empty object", "{}", 422],
		["a kind we do not have", JSON.stringify({ kind: "recipe" }), 422],
	])("refuses %s with a sentence", async (_, body, status) => {
		const refused = await inventory().call(`/api/v1/clips/${clipOf().id}`, {
			method: "PUT",
			token: await inventory().token("clipper"),
			body,
			headers: { "Content-Type": "application/json" },
		});
		expect(refused.status).toBe(status);
		expect((await problemOf(refused)).title).toMatch(/\.$/);
	});

	it("refuses an id that is no UUID", async () => {
		const refused = await put(inventory(), { ...clipOf(), id: "eerste-clip" });
		expect(refused.status).toBe(422);
		expect((await problemOf(refused)).errors?.[0]?.field).toBe("id");
	});

	it("is refused without a token, with a wrong one, and over 256 kB", async () => {
		const clip = clipOf();
		const path = `/api/v1/clips/${clip.id}`;
		expect((await inventory().call(path, { method: "PUT", body: clip.body })).status).toBe(401);
		expect((await inventory().call(path, { method: "PUT", body: clip.body, token: "rt_wrong" })).status).toBe(401);
		const large = { ...clip.body, note: "x".repeat(257 * 1024) };
		const refused = await inventory().call(path, {
			method: "PUT",
			body: large,
			token: await inventory().token("clipper"),
		});
		expect(refused.status).toBe(413);
		expect((await problemOf(refused)).title).toContain("256 kB");
	});

	it("names possible duplicates with reasons, and holds editions apart", async () => {
		const unique = Math.random().toString(36).slice(2, 8);
		const first = clipOf({ title: `Meisjesdag techniek ${unique} Almere 2025` });
		await put(inventory(), first);
		const variant = clipOf({ title: `Meisjesdag techniek ${unique} Almere 2025!` });
		const receipt = ClipReceipt.parse(await (await put(inventory(), variant)).json());
		expect(receipt.possibleDuplicates[0]).toMatchObject({
			id: first.id,
			reasons: expect.arrayContaining(["Zelfde titel"]),
		});
		const edition = clipOf({ title: `Meisjesdag techniek ${unique} Almere 2026` });
		const other = ClipReceipt.parse(await (await put(inventory(), edition)).json());
		for (const candidate of other.possibleDuplicates) {
			expect(candidate.score).toBeLessThan(receipt.possibleDuplicates[0]?.score ?? 0);
			expect(candidate.reasons.join()).toContain("andere editie");
		}
	});

	it("recognises the page it was clipped from by its match key", async () => {
		const first = clipOf({ title: "Werkplaats voor jonge makers" });
		await put(inventory(), first);
		const second = clipOf({ title: "Iets heel anders" });
		second.body.source.url = `${first.body.source.url.replace("https://", "http://www.")}#meer`;
		const receipt = ClipReceipt.parse(await (await put(inventory(), second)).json());
		expect(receipt.possibleDuplicates.find((candidate) => candidate.id === first.id)?.reasons).toContain(
			"Zelfde webpagina",
		);
	});

	it("is found by a beginning, another form and a typing error of a word, not by the names of fields", async () => {
		const title = `Excursies naar composietfabriek ${Math.random().toString(36).slice(2, 7)}`;
		const clip = clipOf({ title, goal: "Leerlingen ontdekken kunststoffen" });
		await put(inventory(), clip);
		const token = await inventory().token("editor");
		const ids = async (q: string) =>
			Found.parse(
				await (await inventory().call(`/api/v1/records?q=${encodeURIComponent(q)}`, { token })).json(),
			).items.map((item) => item.id);
		for (const q of ["compos", "kunststof", "leerling ontdek", "compositfabriek"])
			expect(await ids(q)).toContain(clip.id);
		expect(await ids("actionLines")).toEqual([]);
		expect(await ids("100% \\ ' & |")).toEqual([]);
	});

	it("comes back in the compact index, and only what changed since", async () => {
		const token = await inventory().token("clipper");
		const Index = z.object({
			cursor: z.string(),
			entries: z.array(z.object({ id: z.string(), key: z.optional(z.string()) })),
		});
		const index = async (since = "") => {
			const response = await inventory().call(
				`/api/v1/index?region=flevoland${since && `&since=${encodeURIComponent(since)}`}`,
				{ token },
			);
			return Index.parse(await response.json());
		};
		const before = await index();
		inventory().clock.now = new Date(inventory().clock.now.getTime() + 5000);
		const clip = clipOf();
		await put(inventory(), clip);
		const delta = await index(new Date(inventory().clock.now.getTime() - 1000).toISOString());
		expect(delta.entries.map((entry) => entry.id)).toEqual([clip.id]);
		expect(delta.entries[0]?.key).toBe(`school.example/techniekclub/${clip.id}`);
		expect(before.entries.some((entry) => entry.id === clip.id)).toBe(false);
	});
});
