import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { ClipReceipt } from "../../shared/model/clip.ts";
import { records, revisions } from "../db/schema.ts";
import { clipOf, onBothEngines, type TestInventory } from "../testing/inventory.ts";
import { fieldsThatMention, withMentionOf } from "./mentions.ts";
import { mergedData } from "./merge.ts";

const Detail = z.looseObject({
	id: z.string(),
	revision: z.int(),
	state: z.string(),
	data: z.record(z.string(), z.unknown()),
	contacts: z.array(z.looseObject({ name: z.string() })),
	mergedInto: z.nullable(z.string()),
	mergedFrom: z.array(z.object({ id: z.string(), title: z.string(), into: z.string(), state: z.string() })),
	sources: z.array(z.looseObject({ url: z.string() })),
	verdicts: z.array(z.object({ id: z.string(), title: z.string(), by: z.string(), at: z.string() })),
	revisions: z.array(z.looseObject({ revision: z.int(), via: z.string(), published: z.boolean() })),
	possibleDuplicates: z.array(z.object({ id: z.string(), relation: z.string(), reasons: z.array(z.string()) })),
});
const Merged = z.object({ state: z.string(), intoRevision: z.int(), mentions: z.int() });
const Entries = z.object({
	entries: z.array(z.object({ id: z.string(), different: z.optional(z.array(z.string())) })),
});
const Audit = z.object({ items: z.array(z.looseObject({ action: z.string(), recordId: z.string() })) });

let token = "";

/** One editor of one inventory. */
async function as(inventory: TestInventory) {
	token = await inventory.token("editor");
	const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
		inventory.call(`/api/v1${path}`, { method, token, headers, ...(body !== undefined && { body }) });
	return {
		call,
		read: async (id: string) => Detail.parse(await (await call("GET", `/records/${id}`)).json()),
		async clip(record: Record<string, unknown>, envelope: Record<string, unknown> = {}) {
			const { id, body } = clipOf(record, envelope);
			const response = await call("PUT", `/clips/${id}`, body);
			expect(response.status).toBe(201);
			return { id, body, receipt: ClipReceipt.parse(await response.json()) };
		},
		async save(id: string, change: Record<string, unknown>) {
			const { data, contacts, revision } = Detail.parse(await (await call("GET", `/records/${id}`)).json());
			const record = { ...data, contacts, ...change };
			const response = await call("PUT", `/records/${id}`, { record, baseRevision: revision });
			expect(response.status).toBe(200);
		},
		async merge(id: string, body: unknown) {
			const response = await call("POST", `/records/${id}/merge`, body);
			expect(response.status).toBe(200);
			return Merged.parse(await response.json());
		},
	};
}

const eventOf = (changes: Record<string, unknown>) => ({
	start: "2027-03-12T10:00:00+01:00",
	actionLines: ["choose"],
	stages: [],
	...changes,
});

onBothEngines("the page of a record", (inventory) => {
	it("gives its revision as ETag, and takes a change only on the revision that was seen", async () => {
		const { call, clip } = await as(inventory());
		const { id, body } = await clip({});
		const seen = await call("GET", `/records/${id}`);
		expect(seen.headers.get("etag")).toBe('"r1"');
		const change = (goal: string, tag?: string) =>
			call("PUT", `/records/${id}`, { record: { ...body.record, goal } }, tag ? { "If-Match": tag } : {});
		const unguarded = await change("Eerst");
		expect(unguarded.status).toBe(428);
		expect(unguarded.headers.get("content-type")).toContain("application/problem+json");
		const saved = await change("Eerst", '"r1"');
		expect([saved.status, saved.headers.get("etag")]).toEqual([200, '"r2"']);
		const late = await change("Later", '"r1"');
		expect(late.status).toBe(412);
		expect(await late.json()).toMatchObject({ revision: 2, fields: ["goal"] });
		expect((await change("Later", "nonsense")).status).toBe(412);
		expect((await call("PUT", `/records/${id}`, { record: body.record, baseRevision: 1 })).status).toBe(409);
	});

	it("restores a whole revision or one field as a new revision, and rewrites nothing", async () => {
		const { call, clip, read, save } = await as(inventory());
		const { id, body } = await clip({ goal: "Eerste doel", result: "Eerste resultaat" });
		await save(id, { goal: "Tweede doel", result: "Tweede resultaat" });
		await call("POST", `/records/${id}/publish`);
		const field = await call("POST", `/records/${id}/revisions/1/restore`, { fields: ["goal"], baseRevision: 2 });
		expect(field.status).toBe(200);
		let now = await read(id);
		expect(now).toMatchObject({ revision: 3, data: { goal: "Eerste doel", result: "Tweede resultaat" } });
		expect(now.revisions.map(({ revision, via, published }) => [revision, via, published])).toEqual([
			[3, "restore", false],
			[2, "edit", true],
			[1, "clip", false],
		]);
		const stale = await call("POST", `/records/${id}/revisions/1/restore`, { baseRevision: 2 });
		expect(stale.status).toBe(409);
		await call("POST", `/records/${id}/revisions/1/restore`, {});
		now = await read(id);
		expect(now.revision).toBe(4);
		expect(now.data).toMatchObject({ ...body.record, goal: "Eerste doel", result: "Eerste resultaat" });
		await call("POST", `/records/${id}/revisions/1/restore`, {});
		expect((await read(id)).revision).toBe(4);
		expect((await call("POST", `/records/${id}/revisions/99/restore`, {})).status).toBe(404);
		const paged = await call("GET", `/records/${id}/revisions?limit=2`);
		expect(await paged.json()).toMatchObject({ items: [{ revision: 4 }, { revision: 3 }], next: 3 });
		const audit = Audit.parse(await (await call("GET", `/records/${id}/audit`)).json());
		expect(audit.items.map(({ action }) => action)).toEqual([
			"restore-revision",
			"restore-revision",
			"publish",
			"revise",
			"clip",
		]);
	});

	it("finds the same thing by page, title, day and organisation, and says an edition is an edition", async () => {
		const { clip } = await as(inventory());
		const one = Math.random().toString(36).slice(2, 8);
		const record = { title: `Robotdag ${one} 2027`, organizer: { name: `Robotclub ${one}` } };
		const first = await clip(eventOf(record), { kind: "event" });
		const same = await clip(eventOf({ ...record, title: `De robotdag van ${one}` }), { kind: "event" });
		expect(same.receipt.possibleDuplicates.find(({ id }) => id === first.id)).toMatchObject({
			relation: "same",
			reasons: expect.arrayContaining(["Zelfde organisatie", "Zelfde dag"]),
		});
		const next = { ...record, title: `Robotdag ${one} 2028`, start: "2028-09-12T10:00:00+02:00" };
		const edition = await clip(eventOf(next), { kind: "event" });
		expect(edition.receipt.possibleDuplicates.find(({ id }) => id === first.id)).toMatchObject({ relation: "edition" });
	});

	it("never asks again about what somebody called something else, until that is taken back", async () => {
		const { call, clip, read } = await as(inventory());
		const title = `Lassen met ${Math.random().toString(36).slice(2, 8)}`;
		const first = await clip({ title });
		const second = await clip({ title: `${title}!` });
		const duplicates = async (id: string) => (await read(id)).possibleDuplicates.map((one) => one.id);
		expect(second.receipt.possibleDuplicates.map(({ id }) => id)).toEqual([first.id]);
		const path = `/records/${second.id}/verdicts/${first.id}`;
		expect((await call("PUT", path, { verdict: "different" })).status).toBe(204);
		expect((await call("PUT", path, { verdict: "different" })).status).toBe(204);
		expect([await duplicates(first.id), await duplicates(second.id)]).toEqual([[], []]);
		expect((await read(first.id)).verdicts).toMatchObject([{ id: second.id, title: `${title}!`, by: "test-editor" }]);
		const index = Entries.parse(await (await call("GET", "/index?region=flevoland")).json());
		expect(index.entries.find(({ id }) => id === first.id)?.different).toEqual([second.id]);
		expect((await call("DELETE", path)).status).toBe(204);
		expect(await duplicates(first.id)).toEqual([second.id]);
		expect((await call("PUT", `/records/${first.id}/verdicts/${first.id}`, { verdict: "different" })).status).toBe(422);
		expect((await call("PUT", path, { verdict: "same" })).status).toBe(422);
	});

	it("takes over what the clipper's user called something else", async () => {
		const { clip } = await as(inventory());
		const title = `Frezen met ${Math.random().toString(36).slice(2, 8)}`;
		const first = await clip({ title });
		const second = await clip({ title: `${title}!` }, { different: [first.id] });
		expect(second.receipt.possibleDuplicates).toEqual([]);
	});

	it("merges by field, and sources, contacts and address go along; undone, all is as it was", async () => {
		const { call, clip, read, save, merge } = await as(inventory());
		const going = await clip({ goal: "Het goede doel", stages: ["mbo"], summary: "Hun samenvatting" });
		const staying = await clip({ goal: "Een ander doel", stages: ["vmbo"], summary: "Onze samenvatting" });
		await save(going.id, { contacts: [{ name: "Persoon Voorbeeld", email: "p@school.example", public: false }] });
		await save(staying.id, { contacts: [{ name: "Iemand Voorbeeld", public: false }] });
		await call("POST", `/records/${going.id}/publish`);
		await call("POST", `/records/${staying.id}/publish`);
		const before = { going: await read(going.id), staying: await read(staying.id) };

		const guarded = { into: staying.id, fields: { goal: "this", stages: "both" }, baseRevision: 2 };
		const stale = await call("POST", `/records/${going.id}/merge`, { ...guarded, intoRevision: 1 });
		expect(stale.status).toBe(409);
		await merge(going.id, { ...guarded, intoRevision: 2 });
		const after = await read(staying.id);
		expect(after.data).toMatchObject({
			goal: "Het goede doel",
			stages: ["vmbo", "mbo"],
			summary: "Onze samenvatting",
		});
		expect(after.contacts.map(({ name }) => name)).toEqual(["Iemand Voorbeeld", "Persoon Voorbeeld"]);
		expect(after.sources.map(({ url }) => url).sort()).toEqual(
			[...before.going.sources, ...before.staying.sources].map(({ url }) => url).sort(),
		);
		expect(after.mergedFrom.map(({ id }) => id)).toEqual([going.id]);
		expect(after.revisions[0]).toMatchObject({ revision: 3, via: "merge" });
		expect((await read(going.id)).mergedInto).toBe(staying.id);
		const moved = await inventory().call(`/flevoland/initiatives/${going.id}`);
		expect([moved.status, moved.headers.get("location")]).toEqual([301, `/flevoland/initiatives/${staying.id}`]);
		const audit = Audit.parse(await (await call("GET", `/records/${staying.id}/audit`)).json());
		expect(audit.items.some(({ action, recordId }) => action === "clip" && recordId === going.id)).toBe(true);

		expect((await call("POST", `/records/${going.id}/unmerge`)).status).toBe(200);
		const undone = { going: await read(going.id), staying: await read(staying.id) };
		for (const side of ["going", "staying"] as const) {
			expect(undone[side]).toMatchObject({
				state: "published",
				data: before[side].data,
				contacts: before[side].contacts,
				sources: before[side].sources,
				mergedInto: null,
				mergedFrom: [],
			});
		}
		expect((await inventory().call(`/flevoland/initiatives/${going.id}`)).status).toBe(200);
		expect((await call("POST", `/records/${going.id}/unmerge`)).status).toBe(409);
	});

	it("cannot undo a merge once the other changed, nor change what was merged away", async () => {
		const { call, clip, save, merge } = await as(inventory());
		const [going, staying] = [await clip({}), await clip({})];
		await merge(going.id, { into: staying.id });
		await save(staying.id, { goal: "Daarna gewijzigd" });
		expect((await call("POST", `/records/${going.id}/unmerge`)).status).toBe(409);
		const change = { record: { ...going.body.record, goal: "Te laat" }, baseRevision: 1 };
		expect((await call("PUT", `/records/${going.id}`, change)).status).toBe(409);
		const reclipped = { ...going.body, record: { ...going.body.record, goal: "Te laat" }, baseRevision: 1 };
		expect((await call("PUT", `/clips/${going.id}`, reclipped)).status).toBe(409);
		expect((await call("PUT", `/clips/${going.id}`, going.body)).status).toBe(200);
		expect((await call("POST", `/records/${going.id}/revisions/1/restore`, {})).status).toBe(409);
		expect((await call("POST", `/records/${going.id}/merge`, { into: staying.id })).status).toBe(409);
		expect((await call("POST", `/records/${staying.id}/merge`, { into: going.id })).status).toBe(422);
	});

	it("leads every id of a chain of merges to the last, and the calendar goes on under the name its readers have", async () => {
		const { call, clip, read, merge } = await as(inventory());
		const title = `Ketendag ${Math.random().toString(36).slice(2, 8)}`;
		const [a, b, c] = [
			await clip(eventOf({ title }), { kind: "event" }),
			await clip(eventOf({ title: `${title} twee` }), { kind: "event" }),
			await clip(eventOf({ title: `${title} drie` }), { kind: "event" }),
		];
		await call("POST", `/records/${a.id}/publish`);
		await merge(a.id, { into: b.id });
		await merge(b.id, { into: c.id });
		expect((await read(a.id)).mergedInto).toBe(c.id);
		expect((await read(c.id)).mergedFrom.map(({ id }) => id).sort()).toEqual([a.id, b.id].sort());
		await call("POST", `/records/${c.id}/publish`);
		for (const path of [`/flevoland/events/${a.id}`, `/feeds/flevoland/events/${a.id}.json`]) {
			const moved = await inventory().call(path);
			expect([moved.status, moved.headers.get("location")]).toEqual([301, path.replace(a.id, c.id)]);
		}
		const item = await (await inventory().call(`/feeds/flevoland/events/${c.id}.json`)).json();
		expect(item).toMatchObject({ item: { id: c.id, aliases: [a.id, b.id].sort() } });
		const calendar = await (await inventory().call("/feeds/flevoland/events.ics")).text();
		const unfolded = calendar.replace(/\r\n /g, "");
		expect(unfolded.split(`SUMMARY:${title}`).length).toBe(2);
		expect(unfolded).toContain(`X-REGIOTECHNIEK-ALIAS:${b.id}@regiotechniek`);
	});

	it("merges organisations: every mention follows, the count is known before, and undone it goes back", async () => {
		const { call, clip, read, merge, save } = await as(inventory());
		const one = Math.random().toString(36).slice(2, 8);
		const organization = async (name: string, slug: string) => {
			const made = await clip({});
			// The clipper makes no organisations: imports and people do.
			const data = { title: name, slug, kind: "education" as const, places: [] };
			const { db } = inventory().database;
			await db.update(records).set({ kind: "organization", title: name, data }).where(eq(records.id, made.id));
			await db.update(revisions).set({ data }).where(eq(revisions.recordId, made.id));
			await call("POST", `/records/${made.id}/publish`);
			return made.id;
		};
		const staying = await organization(`ROC ${one}`, `roc-${one}`);
		const going = await organization(`R.O.C. ${one}`, `r-o-c-${one}`);
		const byId = await clip({ partners: [{ id: `r-o-c-${one}`, name: "R.O.C.", role: "lead" }] });
		const byName = await clip(eventOf({ organizer: { name: `R.O.C. ${one}` } }), { kind: "event" });
		const waiting = await clip({ partners: [{ id: `r-o-c-${one}`, name: "R.O.C." }] });
		for (const { id } of [byId, waiting]) await call("POST", `/records/${id}/publish`);
		await save(waiting.id, { goal: "Nog niet openbaar" });

		const usage = await (await call("GET", `/records/${going}/usage`)).json();
		expect(usage).toMatchObject({ total: 3 });
		expect(await merge(going, { into: staying })).toMatchObject({ mentions: 3 });
		expect((await read(byId.id)).data.partners).toEqual([{ id: `roc-${one}`, name: `ROC ${one}`, role: "lead" }]);
		expect((await read(byName.id)).data.organizer).toEqual({ id: `roc-${one}`, name: `ROC ${one}` });
		expect(await read(byId.id)).toMatchObject({ revision: 2, revisions: [{ via: "merge", published: true }, {}] });
		expect(await (await call("GET", `/records/${staying}/usage`)).json()).toMatchObject({ total: 3 });
		// Its public revision still has the old name; the feed knows where that leads.
		const item = await (await inventory().call(`/feeds/flevoland/initiatives/${waiting.id}.json`)).json();
		expect(item).toMatchObject({ item: { partners: [{ id: `roc-${one}`, name: `ROC ${one}` }] } });

		expect((await call("POST", `/records/${going}/unmerge`)).status).toBe(200);
		expect((await read(byId.id)).data.partners).toMatchObject([{ id: `r-o-c-${one}` }]);
		expect(await (await call("GET", `/records/${going}/usage`)).json()).toMatchObject({ total: 3 });
	});

	it("puts the editions of a series beside each other, with what each brought about, and publishes the figures", async () => {
		const { call, clip } = await as(inventory());
		const id = `techniekdagen-${Math.random().toString(36).slice(2, 8)}`;
		const edition = (year: number, results?: Record<string, unknown>) =>
			clip(
				eventOf({
					title: `Dagen van de techniek ${year} ${id}`,
					start: `${year}-10-03T10:00:00+02:00`,
					series: { id, name: "Dagen van de Techniek", edition: String(year) },
					...(results && { results }),
				}),
				{ kind: "event" },
			);
		const first = await edition(2025, { visitors: 1200, companies: 35, schools: 12, note: "Meer dan verwacht." });
		const second = await edition(2026);
		const editions = await (await call("GET", `/records/${second.id}/editions`)).json();
		expect(editions).toMatchObject({
			items: [
				{ id: second.id, edition: "2026", results: null },
				{ id: first.id, edition: "2025", results: { visitors: 1200 } },
			],
		});
		await call("POST", `/records/${first.id}/publish`);
		const page = await (await inventory().call(`/flevoland/events/${first.id}`)).text();
		expect(page).toContain("1.200 bezoekers, 35 bedrijven en 12 scholen. Meer dan verwacht.");
		const wrong = await call("PUT", `/records/${first.id}`, {
			record: { ...first.body.record, results: { visitors: -1 } },
			baseRevision: 1,
		});
		expect(wrong.status).toBe(422);
	});
});

describe("merging data", () => {
	it("takes per field what was chosen, joins lists without doubling, and leaves the rest", () => {
		const staying = { title: "A", stages: ["mbo"], partners: [{ name: "ROC", role: "lead" }], goal: "Blijft" };
		const going = { title: "B", stages: ["mbo", "hbo"], partners: [{ name: "roc ", role: "lead" }, { name: "TU" }] };
		const choices = { title: "this", stages: "both", partners: "both", goal: "into" } as const;
		expect(mergedData(staying, going, choices)).toEqual({
			title: "B",
			stages: ["mbo", "hbo"],
			partners: [{ name: "ROC", role: "lead" }, { name: "TU" }],
			goal: "Blijft",
		});
		expect(mergedData(staying, going, { goal: "this" })).not.toHaveProperty("goal");
	});

	it("keeps one mention of a partner that was there under both names", () => {
		const [from, to] = [
			{ slug: "r-o-c", name: "R.O.C." },
			{ slug: "roc", name: "ROC" },
		];
		const data = {
			partners: [
				{ id: "roc", name: "ROC", role: "lead" },
				{ name: "r.o.c.", role: "lead" },
			],
			partOf: "r-o-c",
		};
		expect(fieldsThatMention(data, from)).toEqual(["partners", "partOf"]);
		expect(withMentionOf(data, from, to)).toEqual({ partners: [data.partners[0]], partOf: "roc" });
	});
});
