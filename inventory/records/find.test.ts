import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { wordKey } from "../../shared/text/word-forms.ts";
import { clipOf, onBothEngines, type TestInventory } from "../testing/inventory.ts";

const Found = z.object({
	items: z.array(
		z.object({
			id: z.string(),
			title: z.string(),
			attention: z.object({ missing: z.array(z.string()), twin: z.boolean(), startsOn: z.nullable(z.string()) }),
		}),
	),
	total: z.int(),
	countedTo: z.int(),
	next: z.nullable(z.string()),
	corrected: z.record(z.string(), z.array(z.string())),
});
const Index = z.object({ entries: z.array(z.object({ id: z.string() })), next: z.optional(z.string()) });

async function clip(inventory: TestInventory, record: Record<string, unknown>, envelope: Record<string, unknown> = {}) {
	const { id, body } = clipOf(record, envelope);
	const answer = await inventory.call(`/api/v1/clips/${id}`, {
		method: "PUT",
		token: await inventory.token("clipper"),
		body,
	});
	expect(answer.status, await answer.clone().text()).toBe(201);
	return id;
}

async function list(inventory: TestInventory, query: Record<string, string>) {
	const answer = await inventory.call(`/api/v1/records?${new URLSearchParams(query)}`, {
		token: await inventory.token("editor"),
	});
	expect(answer.status, await answer.clone().text()).toBe(200);
	return Found.parse(await answer.json());
}

const titles = async (inventory: TestInventory, query: Record<string, string>) =>
	(await list(inventory, query)).items.map(({ title }) => title);

const complete = { summary: "Wat het is.", partners: [{ name: "Werkplaats Noord" }] };

onBothEngines("the work list", (inventory) => {
	it.each([
		["stages", "stage"],
		["vacatures", "vacature"],
		["excursies", "excursie"],
		["gastlessen", "gastles"],
		["bedrijven", "bedrijf"],
		["initiatieven", "initiatief"],
	])("finds %s by %s and the other way round", async (plural, singular) => {
		const many = await clip(inventory(), { title: `Voorbeeld met ${plural} erin` });
		const one = await clip(inventory(), { title: "Iets anders", summary: `Hier gaat het om een ${singular}.` });
		for (const q of [plural, singular]) {
			const ids = (await list(inventory(), { q })).items.map(({ id }) => id);
			expect(ids).toEqual(expect.arrayContaining([many, one]));
		}
	});

	it("finds words with a typing error, and says what it searched for", async () => {
		const technology = await clip(inventory(), { title: "Dag van de techniek" });
		const robots = await clip(inventory(), { title: "Zomerkamp", summary: "Een week robotica voor groep 8." });
		const first = await list(inventory(), { q: "tecniek" });
		expect(first.items.map(({ id }) => id)).toContain(technology);
		expect(first.corrected.tecniek).toContain("techniek");
		expect((await list(inventory(), { q: "robtica" })).items.map(({ id }) => id)).toEqual([robots]);
	});

	it("finds while typing, parts of compounds, places and organisations, accents or not, all words at once", async () => {
		await clip(inventory(), {
			title: "Elektrotechniek in de praktijk",
			places: [{ name: "Zeewolde" }],
			partners: [{ name: "Stichting Café Één", role: "lead" }],
		});
		for (const q of ["elektrot", "zeewol", "zeewolde technieks", "cafe een", "Café", "praktijk zeewolde"]) {
			const expected = q === "zeewolde technieks" ? [] : ["Elektrotechniek in de praktijk"];
			expect(await titles(inventory(), { q }), q).toEqual(expected);
		}
		expect(await titles(inventory(), { q: "techniek zeewolde" })).toEqual(["Elektrotechniek in de praktijk"]);
	});

	it("takes what somebody types for words, whatever it is", async () => {
		for (const q of ["'", "\\", "a' | 'b", "%_", "!()&|:*<->", "🎉", "=stage", "#stages:mbo", "x".repeat(200)]) {
			expect((await list(inventory(), { q })).countedTo).toBeGreaterThan(0);
		}
	});

	it("holds words under the keys of shared/text", async () => {
		const words =
			"stages bedrijven beurzen gastlessen industrieen kopieen series banen baan scholen lassen les mens".split(" ");
		words.push(
			"workshops",
			"leerwerkplekken",
			"initiatieven",
			"initiatief",
			"techniekdagen",
			"en",
			"reeen",
			"zien",
			"ss",
		);
		for (const word of words) {
			const rows = await inventory()
				.database.db.select({ key: sql<string>`search_word_key(${word})` })
				.from(sql`(select) as nothing`);
			expect([word, rows[0]?.key]).toEqual([word, wordKey(word)]);
		}
	});

	it("gives what needs attention first, then what waits longest, and says why", async () => {
		const clock = inventory().clock;
		const source = clipOf().body.source;
		const event = (title: string, start: string) => ({
			record: { title, start, summary: "Kom kijken.", organizer: { name: "ROC" }, location: { place: "Almere" } },
			envelope: { kind: "event", source },
		});
		const put = async (title: string, { record, envelope }: { record: object; envelope: object }) => {
			clock.now = new Date(clock.now.getTime() + 1000);
			const { id } = clipOf();
			const answer = await inventory().call(`/api/v1/clips/${id}`, {
				method: "PUT",
				token: await inventory().token("clipper"),
				body: { region: "flevoland", record, ...envelope },
			});
			expect(answer.status, title).toBe(201);
			return id;
		};
		const plain = await put("gewoon", event("Rijpe wachter", "2027-06-01T10:00:00+02:00"));
		const later = await put("later", event("Latere wachter", "2027-06-02T10:00:00+02:00"));
		const near = await put("bijna", event("Al bijna", "2026-11-25T10:00:00+01:00"));
		const twin = await put("dubbel", event("Rijpe wachter", "2027-06-01T12:00:00+02:00"));
		const bare = await put("kaal", {
			record: { title: "Kaal", start: "2027-06-01T10:00:00+02:00" },
			envelope: { kind: "event", source },
		});
		const queue = await list(inventory(), { state: "clipped", kind: "event" });
		expect(queue.items.map(({ id }) => id)).toEqual([bare, twin, near, plain, later]);
		expect(queue.items[0]?.attention.missing).toEqual(["summary", "location", "organizer"]);
		expect(queue.items[1]?.attention.twin).toBe(true);
		expect(queue.items[2]?.attention.startsOn).toBe("2026-11-25");

		// Page by page it is the same list, across the reasons.
		const paged: string[] = [];
		for (let after = ""; ; ) {
			const page = await list(inventory(), { state: "clipped", kind: "event", limit: "2", ...(after && { after }) });
			paged.push(...page.items.map(({ id }) => id));
			if (!page.next) break;
			after = page.next;
		}
		expect(paged).toEqual([bare, twin, near, plain, later]);

		// Its double put away, a record is none any more.
		await inventory().call(`/api/v1/records/${plain}/archive`, {
			method: "POST",
			token: await inventory().token("editor"),
		});
		const after = await list(inventory(), { state: "clipped", kind: "event" });
		expect(after.items.map(({ id }) => id)).toEqual([bare, near, later, twin]);
	});

	it("shows what was not updated for a year, ends soon, has no action line or is incomplete", async () => {
		const { clock } = inventory();
		const now = clock.now;
		clock.now = new Date("2025-01-01T10:00:00Z");
		const stale = await clip(inventory(), { title: "Vergeten", ...complete });
		clock.now = now;
		const ending = await clip(inventory(), { title: "Bijna klaar", ...complete, planning: { end: "2026-12-01" } });
		const lineless = await clip(inventory(), { title: "Zonder lijn", ...complete, actionLines: [] });
		const ids = async (view: string) => (await list(inventory(), { view })).items.map(({ id }) => id);
		expect(await ids("stale")).toEqual([stale]);
		expect(await ids("ending")).toEqual([ending]);
		expect(await ids("no-action-line")).toContain(lineless);
		expect(await ids("no-action-line")).not.toContain(ending);
		expect(await ids("incomplete")).toContain(lineless);
		expect(await ids("incomplete")).not.toContain(ending);
	});

	it("refuses a cursor that is none with a sentence", async () => {
		const token = await inventory().token("editor");
		for (const after of [
			"x",
			Buffer.from('[0,"nu","1"]').toString("base64url"),
			Buffer.from("{}").toString("base64url"),
		]) {
			expect((await inventory().call(`/api/v1/records?after=${after}`, { token })).status).toBe(400);
		}
		expect((await inventory().call("/api/v1/index?region=flevoland&limit=1&next=x", { token })).status).toBe(400);
	});

	it("gives the index of what is known page by page, each record once", async () => {
		const token = await inventory().token("clipper");
		const whole = Index.parse(await (await inventory().call("/api/v1/index?region=flevoland", { token })).json());
		const paged: string[] = [];
		for (let next = ""; ; ) {
			const answer = await inventory().call(`/api/v1/index?region=flevoland&limit=7${next && `&next=${next}`}`, {
				token,
			});
			const page = Index.parse(await answer.json());
			expect(page.entries.length).toBeLessThanOrEqual(7);
			paged.push(...page.entries.map(({ id }) => id));
			if (!page.next) break;
			next = page.next;
		}
		expect(whole.next).toBeUndefined();
		expect(paged).toEqual(whole.entries.map(({ id }) => id));
	});
});
