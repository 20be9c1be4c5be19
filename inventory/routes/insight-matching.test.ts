import { eq, inArray } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import * as z from "zod/mini";
import { textsUnder } from "../../test/conformance/private/addresses.ts";
import { records, regions } from "../db/schema.ts";
import { countIntroductions } from "../insight/matching/outcome-indicator.ts";
import { clipOf, onBothEngines, type TestInventory } from "../testing/inventory.ts";

const Saying = z.object({ nl: z.string(), en: z.string() });
const Matches = z.looseObject({
	record: z.looseObject({ id: z.string(), personal: z.boolean() }),
	items: z.array(
		z.looseObject({
			id: z.string(),
			score: z.number(),
			fits: z.boolean(),
			reasons: z.array(Saying),
			broken: z.array(z.looseObject({ condition: z.string(), nl: z.string() })),
			introduction: z.nullable(z.object({ id: z.string(), status: z.string(), revision: z.number() })),
		}),
	),
});
const Introduction = z.looseObject({
	id: z.string(),
	status: z.string(),
	revision: z.number(),
	contacts: z.object({
		request: z.array(z.looseObject({ name: z.string() })),
		offer: z.array(z.looseObject({ name: z.string() })),
	}),
	steps: z.array(z.looseObject({ status: z.string(), by: z.string() })),
});
const List = z.object({ items: z.array(z.looseObject({ id: z.string() })), next: z.nullable(z.string()) });

const harderwijk = { place: "Harderwijk", municipality: "gm0243" };
const school = { name: "Vakcollege Voorbeeld" };

onBothEngines("supply and demand", (given) => {
	let inventory: TestInventory;
	let editor: string;
	let clipper: string;
	let foreign: string;

	const wish = async (record: Record<string, unknown>, options: { region?: string; published?: boolean } = {}) => {
		const { region = "flevoland", published = false } = options;
		const { id, body } = clipOf({}, { kind: "opportunity", region });
		const whole = { ...body, record: { title: `Kans ${id}`, type: "excursion", ...record } };
		const sent = await inventory.call(`/api/v1/clips/${id}`, { method: "PUT", token: clipper, body: whole });
		expect(sent.status).toBe(201);
		if (published) expect((await publish(id)).status).toBe(200);
		return id;
	};
	const publish = (id: string) =>
		inventory.call(`/api/v1/records/${id}/publish`, { method: "POST", token: editor, body: {} });
	const ask = async (path: string, token = editor) => (await inventory.call(`/api/v1${path}`, { token })).json();
	const matches = async (id: string, query = "") => Matches.parse(await ask(`/records/${id}/matches${query}`));
	const bring = (request: string, offer: string, more: object = {}, token = editor) =>
		inventory.call("/api/v1/introductions", { method: "POST", token, body: { request, offer, ...more } });

	beforeAll(async () => {
		inventory = given();
		const { db } = inventory.context;
		await db
			.insert(regions)
			.values({ id: "oost", name: "Oost", data: { id: "oost", name: "Oost", municipalities: [] } });
		clipper = await inventory.token("clipper");
		editor = await inventory.token("editor");
		foreign = await inventory.token("editor", "oost");
	});

	it("finds the best offers for a request and leaves out what breaks a hard condition", async () => {
		const request = await wish({
			direction: "request",
			title: "Excursie in mei naar een metaalbedrijf",
			organization: school,
			stages: ["vmbo"],
			sectors: ["metal"],
			location: harderwijk,
			start: "2027-05-01",
			end: "2027-05-31",
			withinKm: 40,
		});
		const near = { stages: ["vmbo"], sectors: ["metal"], location: harderwijk };
		const right = await wish({ ...near, title: "Rondleiding langs de lasrobots van ons metaalbedrijf" });
		const other = await wish({ ...near, sectors: ["ict"], location: { place: "Nunspeet", municipality: "gm0302" } });
		const elsewhere = await wish(
			{ ...near, location: { place: "Ermelo", municipality: "gm0233" } },
			{ region: "oost", published: true },
		);
		const wrong = {
			stage: await wish({ ...near, stages: ["po"] }),
			standing: await wish({ ...near, validThrough: "2026-11-01" }),
			distance: await wish({ ...near, location: { place: "Tilburg", municipality: "gm0855" } }),
			period: await wish({ ...near, start: "2027-06-10" }),
			type: await wish({ ...near, type: "guest-lesson" }),
			self: await wish({ ...near, organization: school }),
		};
		const archived = await wish(near);
		await inventory.call(`/api/v1/records/${archived}/archive`, { method: "POST", token: editor, body: {} });
		const hidden = await wish(near, { region: "oost" });

		const found = await matches(request, "?limit=10");
		expect(found.items.map(({ id }) => id)).toEqual([right, hidden, elsewhere, other]);
		expect(found.items[0]?.reasons.map(({ nl }) => nl)).toContain("Beide in Harderwijk.");
		const back = await matches(right);
		expect(back.items.find(({ id }) => id === request)?.score).toBe(found.items[0]?.score);

		const missed = await matches(request, "?why=not&limit=20");
		for (const [condition, id] of Object.entries(wrong)) {
			if (condition === "type") continue;
			expect(missed.items.find((item) => item.id === id)?.broken.map((one) => one.condition)).toEqual([condition]);
		}

		// An editor of one region sees of the others what is public, and of its own everything.
		const mine = await inventory.token("editor", "flevoland");
		const seen = Matches.parse(await ask(`/records/${request}/matches?limit=10`, mine));
		expect(seen.items.map(({ id }) => id)).toEqual([right, elsewhere, other]);
		expect((await inventory.call(`/api/v1/records/${request}/matches`, { token: foreign })).status).toBe(403);

		const open = z
			.object({
				items: z.array(z.looseObject({ id: z.string(), matches: z.array(z.looseObject({ id: z.string() })) })),
				next: z.nullable(z.string()),
			})
			.parse(await ask("/matching?region=flevoland&limit=1"));
		expect(open.items.map(({ id, matches: best }) => [id, best.map((one) => one.id)])).toEqual([
			[request, [right, hidden, elsewhere]],
		]);
		const offers = List.parse(await ask("/matching?region=oost&direction=offer&limit=1"));
		expect(offers.next).not.toBeNull();
		const rest = List.parse(await ask(`/matching?region=oost&direction=offer&after=${offers.next}`));
		expect([...offers.items, ...rest.items].map(({ id }) => id).sort()).toEqual([elsewhere, hidden].sort());
	});

	it("keeps what became of an introduction, with its history, its audit and both contacts", async () => {
		const person = { name: "Voorbeeld Contact", email: "contact@voorbeeld.example" };
		const place = { type: "assignment", location: harderwijk };
		const request = await wish({ ...place, direction: "request", organization: school, contacts: [person] });
		const offer = await wish(
			{ ...place, contacts: [{ ...person, name: "Bedrijf Contact" }] },
			{ region: "oost", published: true },
		);
		const made = await bring(request, offer, { note: "Belde op maandag" });
		expect([made.status, made.headers.get("etag")]).toEqual([201, '"r1"']);
		const introduction = Introduction.parse(await made.json());
		expect(introduction.contacts.offer).toEqual([expect.objectContaining({ name: "Bedrijf Contact" })]);

		const again = await bring(request, offer);
		expect([again.status, await again.json()]).toEqual([
			409,
			expect.objectContaining({ current: { id: introduction.id, status: "proposed", revision: 1 } }),
		]);

		const path = `/api/v1/introductions/${introduction.id}`;
		const change = (body: object, headers: Record<string, string> = {}, token = editor) =>
			inventory.call(path, { method: "PATCH", token, body, headers });
		expect((await change({ status: "introduced" })).status).toBe(428);
		expect((await change({ status: "introduced" }, { "If-Match": '"r9"' })).status).toBe(412);
		expect((await change({ status: "no" }, { "If-Match": '"r1"' })).status).toBe(422);
		expect((await change({ status: "introduced" }, { "If-Match": '"r1"' }, foreign)).status).toBe(403);
		const after = await change({ status: "introduced" }, { "If-Match": '"r1"' });
		expect(after.headers.get("etag")).toBe('"r2"');
		expect((await change({ status: "agreed", baseRevision: 1 })).status).toBe(409);
		expect((await change({ status: "proposed", baseRevision: 2 })).status).toBe(200);

		const read = Introduction.parse(await ask(`/introductions/${introduction.id}`));
		expect(read.steps.map(({ status }) => status)).toEqual(["proposed", "introduced", "proposed"]);
		// Contacts of the other region are for its own editors.
		const mine = await inventory.token("editor", "flevoland");
		const seen = Introduction.parse(await ask(`/introductions/${introduction.id}`, mine));
		expect([seen.contacts.request.length, seen.contacts.offer.length]).toEqual([1, 0]);
		expect((await inventory.call(path, { token: foreign })).status).toBe(403);
		expect(JSON.stringify(await ask(`/records/${request}/audit`))).toContain('"introduction"');
		expect((await matches(request)).items.find(({ id }) => id === offer)?.introduction?.revision).toBe(3);

		expect(List.parse(await ask("/introductions?region=flevoland&status=proposed")).items).toHaveLength(1);
		expect(List.parse(await ask("/introductions?region=flevoland&status=done")).items).toEqual([]);
		expect(List.parse(await ask(`/introductions?record=${offer}`)).items).toHaveLength(1);
		expect(List.parse(await ask("/introductions", foreign)).items).toEqual([]);
	});

	it("does not bring together what breaks a hard condition, and says which", async () => {
		const request = await wish({ direction: "request", organization: school, stages: ["po"] });
		const offer = await wish({ stages: ["hbo"] });
		const answer = await bring(request, offer);
		expect([answer.status, await answer.json()]).toEqual([
			422,
			expect.objectContaining({ detail: "De vraag is voor Basisonderwijs, het aanbod voor Hbo." }),
		]);
		expect((await bring(request, uuidv7())).status).toBe(404);
	});

	it("counts the outcomes in an indicator that an editor reviews", async () => {
		const { context } = inventory;
		const [found] = List.parse(await ask("/introductions?region=flevoland")).items;
		await countIntroductions(context, "flevoland");
		expect(await countIntroductions(context, "flevoland")).toBe(false);
		const indicator = async () =>
			(await context.db.select().from(records).where(eq(records.kind, "indicator"))).find(
				({ region }) => region === "flevoland",
			);
		const row = await indicator();
		expect(row).toMatchObject({ title: "Bemiddelde vragen", state: "in-review" });
		expect(row?.data).toMatchObject({
			observations: [
				{ period: "2026", value: 1 },
				{ period: "2026", value: 1, breakdown: { status: "Voorgesteld" } },
			],
		});
		expect((await publish(row?.id ?? "")).status).toBe(200);
		await inventory.call(`/api/v1/introductions/${found?.id}`, {
			method: "PATCH",
			token: editor,
			body: { status: "done", baseRevision: 3 },
		});
		expect(await countIntroductions(context, "flevoland")).toBe(true);
		expect(await indicator()).toMatchObject({
			state: "published",
			revision: 2,
			publishedRevision: 1,
			data: { observations: [{ value: 1 }, { value: 1, breakdown: { status: "Uitgevoerd" } }] },
		});
	});

	it("publishes no personal request, and tells no clipper of one", async () => {
		const marker = "Zonnebloem zoekt een stage";
		const personal = {
			direction: "request",
			type: "internship",
			title: marker,
			audiences: ["students"],
			stages: ["mbo"],
		};
		const offer = await wish({ type: "internship", stages: ["mbo"] });
		const id = await wish(personal);
		const refused = await publish(id);
		expect(refused.status).toBe(422);
		expect(await refused.json()).toMatchObject({
			title: "Dit is een persoonlijke vraag: die wordt niet gepubliceerd.",
		});
		// Editors do see what suits it.
		const found = await matches(id);
		expect([found.record.personal, found.items.map((item) => item.id)]).toEqual([true, [offer]]);
		expect((await matches(offer)).items.map((item) => item.id)).toContain(id);

		const index = async (query = "") => JSON.stringify(await ask(`/index?region=flevoland${query}`, clipper));
		expect(await index()).not.toContain(marker);
		expect(await index("&since=2020-01-01T00:00:00Z")).not.toContain(marker);
		const { id: twin, body } = clipOf({}, { kind: "opportunity" });
		const same = { ...body, record: personal };
		const receipt = await inventory.call(`/api/v1/clips/${twin}`, { method: "PUT", token: clipper, body: same });
		expect(await receipt.json()).toMatchObject({ possibleDuplicates: [] });

		// One that turns out to be personal after it was published leaves the public at once.
		const late = await wish(
			{ ...personal, organization: school, title: "Stage gevraagd voor een leerling" },
			{ published: true },
		);
		const feed = async () => (await inventory.call("/feeds/flevoland/opportunities.json")).text();
		expect(await feed()).toContain(late);
		const known: unknown = await ask(`/records/${late}`);
		const data = z.looseObject({ data: z.looseObject({}) }).parse(known).data;
		const changed = await inventory.call(`/api/v1/records/${late}`, {
			method: "PUT",
			token: editor,
			body: { record: { ...data, contacts: [], personal: true }, baseRevision: 1 },
		});
		expect(await changed.json()).toMatchObject({ state: "in-review", publishedRevision: null });
		expect(await feed()).not.toContain(late);
		expect(await index("&since=2020-01-01T00:00:00Z")).toContain(late);
		expect(await index()).not.toContain(late);

		// Whatever the database says, no published file holds it: also not when the row was set to published by hand.
		await inventory.context.db
			.update(records)
			.set({ state: "published", publishedRevision: 1 })
			.where(inArray(records.id, [id, twin]));
		await inventory.context.published("flevoland");
		let files = 0;
		for await (const { path, text } of textsUnder(inventory.dataDir, ["database"])) {
			files++;
			for (const secret of [marker, id, twin]) expect([path, text.includes(secret)]).toEqual([path, false]);
		}
		expect(files).toBeGreaterThan(3);
		for (const path of [`/feeds/flevoland/opportunities/${id}.json`, `/flevoland/opportunities/${id}`])
			expect((await inventory.call(path)).status).toBe(404);
		for (const path of [
			"/feeds/flevoland/opportunities.json?q=zonnebloem",
			"/snippets/flevoland/opportunities",
			"/catalog.jsonld",
		])
			expect(await (await inventory.call(path)).text()).not.toContain(marker);
	});

	it("lets introductions go along with a merge, and back when it is undone", async () => {
		const place = { type: "excursion", location: harderwijk };
		const [once, twice] = [await wish(place), await wish(place)];
		const requests = [
			await wish({ ...place, direction: "request", organization: school }),
			await wish({ ...place, direction: "request", organization: school }),
		];
		const of = async (record: string) => List.parse(await ask(`/introductions?record=${record}`)).items.length;
		for (const request of requests) expect((await bring(request, once)).status).toBe(201);
		// This pair is known on both sides: each keeps its own story.
		expect((await bring(requests[0] ?? "", twice)).status).toBe(201);
		const post = (path: string, body: object) =>
			inventory.call(`/api/v1/records/${once}/${path}`, { method: "POST", token: editor, body });
		expect((await post("merge", { into: twice })).status).toBe(200);
		expect([await of(once), await of(twice)]).toEqual([1, 2]);
		expect((await post("unmerge", {})).status).toBe(200);
		expect([await of(once), await of(twice)]).toEqual([2, 1]);
	});
});
