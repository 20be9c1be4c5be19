import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { everywhere } from "../access/permission.ts";
import { audit, importItems, importRuns, importSources, records, revisions } from "../db/schema.ts";
import { onBothEngines } from "../testing/inventory.ts";
import { openPartnerSite } from "../testing/partner-site.ts";
import { createImporter, type Importer } from "./importer.ts";
import { batchSize, startRun } from "./run.ts";
import type { RunRow, SourceRow } from "./run-row.ts";
import { addSource, cancelRun, changeSource, removeSource, type SourceInput } from "./sources.ts";

const editor = { id: "t", name: "Anna", role: "editor", grants: everywhere("editor") } as const;

interface Entry {
	uid: string;
	title?: string;
	start?: string;
	place?: string;
	url?: string;
	more?: string[];
}

const calendar = (entries: readonly Entry[]) =>
	[
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//test//NL",
		...entries.flatMap(({ uid, title, start = "20270105T183000Z", place = "Praktijkhal", url, more = [] }) => [
			"BEGIN:VEVENT",
			`UID:${uid}`,
			`DTSTART:${start}`,
			...(title ? [`SUMMARY:${title}`] : []),
			`LOCATION:${place}`,
			...(url ? [`URL:${url}`] : []),
			...more,
			"END:VEVENT",
		]),
		"END:VCALENDAR",
		"",
	].join("\r\n");

onBothEngines("a source", (inventory) => {
	let site: Awaited<ReturnType<typeof openPartnerSite>>;
	let importer: Importer;
	beforeAll(async () => {
		site = await openPartnerSite();
		importer = createImporter(inventory().context, {
			allowed: site.allowed,
			complain: (error) => {
				throw error;
			},
		});
	});
	afterAll(() => site.close());

	const db = () => inventory().context.db;
	const sourceOf = (path: string, changes: Partial<SourceInput> = {}) =>
		addSource(
			inventory().context,
			editor,
			{
				region: "flevoland",
				kind: "event",
				name: path,
				address: site.url(path),
				format: "auto",
				schedule: null,
				paused: false,
				mapping: {},
				...changes,
			},
			site.allowed,
		);
	const again = async ({ id }: SourceRow): Promise<SourceRow> => {
		const [row] = await db().select().from(importSources).where(eq(importSources.id, id));
		if (!row) throw new Error("no source");
		return row;
	};
	const run = async (source: SourceRow): Promise<RunRow> => importer.run(editor, await again(source));
	const recordsOf = async ({ id }: SourceRow) =>
		db()
			.select({ record: records, item: importItems })
			.from(importItems)
			.innerJoin(records, eq(records.id, importItems.recordId))
			.where(eq(importItems.sourceId, id))
			.orderBy(importItems.key);
	/** Everything that a run could have written, but the run itself. */
	const written = async () => {
		const all = await Promise.all([
			db().select().from(records).orderBy(records.id),
			db().select().from(revisions).orderBy(revisions.recordId, revisions.revision),
			db().select().from(audit).orderBy(audit.id),
			db().select().from(importItems).orderBy(importItems.sourceId, importItems.key),
			db().select().from(importSources).orderBy(importSources.id),
		]);
		return JSON.stringify(all);
	};
	/** What an editor does in the workbench. */
	const correct = async (id: string, changes: Record<string, unknown>) => {
		const token = await inventory().token("editor");
		const [row] = await db().select().from(records).where(eq(records.id, id));
		const body = { record: { ...row?.data, ...changes }, baseRevision: row?.revision };
		const answer = await inventory().call(`/api/v1/records/${id}`, { method: "PUT", token, body });
		expect(answer.status).toBe(200);
	};

	it("that did not change costs one conditional request and writes nothing", async () => {
		const body = calendar([{ uid: "a", title: "Open avond" }]);
		site.pages.set("/same.ics", { body, etag: '"1"' });
		const source = await sourceOf("/same.ics");
		expect(await run(source)).toMatchObject({ state: "done", counts: { added: 1, read: 1 } });
		const before = await written();
		site.asked.length = 0;
		expect(await run(source)).toMatchObject({ state: "unchanged", counts: { added: 0, changed: 0, unchanged: 1 } });
		expect(site.asked.map(({ path, status }) => [path, status])).toEqual([["/same.ics", 304]]);
		// Some sites know no validators: then the body tells.
		site.pages.set("/same.ics", { body });
		expect(await run(source)).toMatchObject({ state: "unchanged" });
		expect(await written()).toBe(before);
	});

	it("changes what changed, marks what vanished, and takes back what returns", async () => {
		const [a, b] = [
			{ uid: "a", title: "Techniekdag" },
			{ uid: "b", title: "Lasdag" },
		];
		site.pages.set("/change.ics", { body: calendar([a, b]) });
		const source = await sourceOf("/change.ics");
		await run(source);
		site.pages.set("/change.ics", { body: calendar([{ ...a, title: "Techniekdag voor iedereen" }]) });
		expect((await run(source)).counts).toMatchObject({ added: 0, changed: 1, vanished: 1 });
		const found = await recordsOf(source);
		expect(found.map(({ record }) => [record.title, record.revision, record.state])).toEqual([
			["Techniekdag voor iedereen", 2, "in-review"],
			["Lasdag", 1, "in-review"],
		]);
		expect(found[1]?.item.vanishedAt).not.toBeNull();
		site.pages.set("/change.ics", { body: calendar([a, b]) });
		expect((await run(source)).counts).toMatchObject({ added: 0, changed: 1, unchanged: 1, returned: 1 });
		expect((await recordsOf(source))[1]?.item.vanishedAt).toBeNull();
	});

	it("never overwrites the fields that a person corrected, and goes on with the others", async () => {
		site.pages.set("/kept.ics", { body: calendar([{ uid: "a", title: "Rondleidng" }]) });
		const source = await sourceOf("/kept.ics");
		await run(source);
		const [first] = await recordsOf(source);
		await correct(first?.record.id ?? "", { title: "Rondleiding", audiences: ["parents"] });
		site.pages.set("/kept.ics", { body: calendar([{ uid: "a", title: "Rondleidng!", place: "Hal 2" }]) });
		const report = await run(source);
		expect(report.counts).toMatchObject({ changed: 1, skipped: 0 });
		expect(report.report).toMatchObject([
			{ key: "a", about: "kept", nl: expect.stringMatching(/^title door een medewerker/) },
		]);
		const data = async () => (await recordsOf(source))[0]?.record.data;
		expect(await data()).toMatchObject({ title: "Rondleiding", audiences: ["parents"], location: { name: "Hal 2" } });
		site.pages.set("/kept.ics", { body: calendar([{ uid: "a", title: "Rondleidng!", place: "Hal 3" }]) });
		expect((await run(source)).report).toEqual([]);
		expect(await data()).toMatchObject({ title: "Rondleiding", audiences: ["parents"], location: { name: "Hal 3" } });
	});

	it("whose UIDs all changed doubles nothing", async () => {
		const entries = Array.from({ length: 250 }, (_, index) => ({
			uid: `oud-${index}`,
			title: `Les ${index % 50}`,
			start: `202701${String(10 + Math.floor(index / 50)).padStart(2, "0")}T090000Z`,
		}));
		// One whose title changed along with its UID is known by the page that is its own.
		const page = { uid: "oud-pagina", title: "Beurs", url: "https://school.example/beurs" };
		site.pages.set("/uids.ics", { body: calendar([...entries, page]) });
		const source = await sourceOf("/uids.ics");
		await run(source);
		const ids = async () => (await recordsOf(source)).map(({ record }) => record.id).sort();
		const before = await ids();
		const renamed = entries.map((entry) => ({ ...entry, uid: entry.uid.replace("oud", "nieuw") })).reverse();
		site.pages.set("/uids.ics", {
			body: calendar([...renamed, { ...page, uid: "nieuw-pagina", title: "Beurs 2027" }]),
		});
		expect((await run(source)).counts).toMatchObject({ read: 251, added: 0, changed: 1, unchanged: 250, vanished: 0 });
		expect(await ids()).toEqual(before);
		expect(before).toHaveLength(251);
	});

	it("with new items beside known ones takes them for what they are", async () => {
		const one = { uid: "x1", title: "Dubbel", url: "https://school.example/agenda" };
		site.pages.set("/mixed.ics", { body: calendar([one]) });
		const source = await sourceOf("/mixed.ics");
		await run(source);
		// The same title, time and place under another UID, while the first is still there; and one page for all.
		const body = calendar([{ ...one, uid: "x0" }, one, { ...one, uid: "x2", title: "Anders" }]);
		site.pages.set("/mixed.ics", { body });
		expect((await run(source)).counts).toMatchObject({ added: 2, unchanged: 1, vanished: 0 });
	});

	it("skips a wrong item with a sentence, and what stands twice", async () => {
		const body = calendar([
			{ uid: "goed", title: "Goed" },
			{ uid: "fout" },
			{ uid: "url", title: "Zonder adres", url: "http://" },
		]);
		site.pages.set("/wrong.ics", { body });
		const source = await sourceOf("/wrong.ics");
		const { counts, report } = await run(source);
		expect(counts).toMatchObject({ read: 3, added: 2, skipped: 1 });
		expect(report).toMatchObject(
			[
				{ key: "fout", about: "skipped", nl: "Dit item is niet overgenomen. Titel ontbreekt.", en: /Title is missing/ },
				{ key: "url", about: "note", nl: /Webpagina: Dit is geen webadres/ },
			].map((note) => ({
				...note,
				...Object.fromEntries(
					Object.entries(note)
						.filter(([, v]) => v instanceof RegExp)
						.map(([k, v]) => [k, expect.stringMatching(v)]),
				),
			})),
		);
	});

	it("that cannot be read says why, and keeps what was there", async () => {
		site.pages.set("/gone.ics", { body: calendar([{ uid: "a", title: "Blijft" }]) });
		const source = await sourceOf("/gone.ics");
		await run(source);
		site.pages.delete("/gone.ics");
		expect(await run(source)).toMatchObject({ state: "failed", problem: { nl: expect.stringMatching(/404/) } });
		site.pages.set("/gone.ics", { body: "<p>Onderhoud" });
		expect(await run(source)).toMatchObject({ state: "failed", problem: { nl: expect.stringMatching(/geen feed/) } });
		expect((await recordsOf(source))[0]?.item.vanishedAt).toBeNull();
	});

	it("runs once at a time, stops when told to, and goes on after a process that was killed", async () => {
		const entries = Array.from({ length: batchSize + 1 }, (_, index) => ({
			uid: `c${index}`,
			title: `Cursus ${index}`,
		}));
		site.pages.set("/once.ics", { body: calendar(entries) });
		const source = await sourceOf("/once.ics");
		const first = await startRun(inventory().context, editor, source, { allowed: site.allowed });
		await expect(run(source)).rejects.toMatchObject({ status: 409 });
		await cancelRun(inventory().context, editor, source.id);
		expect(await first.work()).toMatchObject({ state: "cancelled", counts: { added: batchSize } });
		await startRun(inventory().context, editor, source, { allowed: site.allowed });
		inventory().clock.now = new Date(inventory().clock.now.getTime() + 11 * 60_000);
		expect(await run(source)).toMatchObject({ state: "done", counts: { added: 1, unchanged: batchSize, vanished: 0 } });
		const states = await db()
			.select({ state: importRuns.state })
			.from(importRuns)
			.where(eq(importRuns.sourceId, source.id))
			.orderBy(importRuns.startedAt);
		expect(states.map(({ state }) => state)).toEqual(["cancelled", "failed", "done"]);
	});

	it("follows our own feed to its last page, and no further than its site", async () => {
		const feed = (items: object[], next: string | null) =>
			JSON.stringify({ format: "techniek-feed/1", kind: "events", items, next });
		const item = (id: string) => ({
			id,
			url: `https://elders.example/${id}`,
			title: `Item ${id}`,
			start: "2027-01-05T19:30:00+01:00",
		});
		site.pages.set("/feed.json", { body: feed([item("1"), item("2")], site.url("/feed.json?after=2")) });
		site.pages.set("/feed.json?after=2", { body: feed([item("3")], "http://169.254.169.254/") });
		const source = await sourceOf("/feed.json");
		expect(await run(source)).toMatchObject({ state: "done", counts: { added: 3 } });
		expect((await recordsOf(source))[0]?.record.data).toMatchObject({ sourceUrl: "https://elders.example/1" });
	});

	it("reads the pages of a sitemap that robots.txt leaves open", async () => {
		const page = (name: string) =>
			`<html><script type="application/ld+json">${JSON.stringify({ "@type": "EducationEvent", name, startDate: "2027-02-01T19:00", location: { "@type": "Place", name: "Hal", address: { addressLocality: "Almere" } } })}</script>`;
		const loc = (path: string) => `<url><loc>${site.url(path)}</loc></url>`;
		site.pages.set("/sitemap.xml", {
			body: `<?xml version="1.0"?><urlset>${["/p/1", "/p/2", "/geheim/3", "/p/weg"].map(loc).join("")}<url><loc>https://elders.example/x</loc></url></urlset>`,
		});
		site.pages.set("/robots.txt", { body: "User-agent: *\nDisallow: /geheim/\n" });
		site.pages.set("/p/1", { body: page("Dag een") });
		site.pages.set("/p/2", { body: page("Dag twee") });
		site.pages.set("/geheim/3", { body: page("Geheim") });
		const source = await sourceOf("/sitemap.xml");
		site.asked.length = 0;
		const { counts, report } = await run(source);
		expect(counts).toMatchObject({ added: 2, skipped: 2 });
		expect(report.map(({ key }) => key)).toEqual([site.url("/p/weg"), "robots.txt"]);
		expect(site.asked.map(({ path }) => path)).toEqual(["/sitemap.xml", "/robots.txt", "/p/1", "/p/2", "/p/weg"]);
		expect((await recordsOf(source))[0]?.record.data).toMatchObject({ location: { name: "Hal", place: "Almere" } });
	});

	it("keeps its records when it is removed, and finds them again when it comes back", async () => {
		site.pages.set("/back.ics", { body: calendar([{ uid: "a", title: "Blijvend" }]) });
		const source = await sourceOf("/back.ics");
		await run(source);
		const [{ record } = { record: undefined }] = await recordsOf(source);
		await removeSource(inventory().context, editor, source.id);
		const next = await sourceOf("/back.ics");
		expect((await run(next)).counts).toMatchObject({ added: 0, unchanged: 1 });
		expect((await recordsOf(next))[0]?.record.id).toBe(record?.id);
	});

	it("comes due on its schedule, and is read anew after a change of how", async () => {
		site.pages.set("/due.csv", { body: "Naam;Dag\nOpen huis;05-01-2027\n" });
		const columns = { Naam: "title", Dag: "startDate" };
		const source = await sourceOf("/due.csv", { schedule: "0 6 * * *", mapping: { columns } });
		expect(source.nextRunAt?.toISOString()).toBe("2026-11-22T05:00:00.000Z");
		await run(source);
		expect((await recordsOf(source))[0]?.record.data).toMatchObject({ start: "2027-01-05T00:00:00+01:00" });
		const { name, format, schedule } = source;
		const mapping = { columns, defaults: { type: "open-day" } };
		await changeSource(inventory().context, editor, source.id, { name, format, schedule, paused: true, mapping });
		expect((await again(source)).nextRunAt).toBeNull();
		expect((await run(source)).state).toBe("done");
	});
});
