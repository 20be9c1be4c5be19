import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { onBothEngines } from "../testing/inventory.ts";
import { pageQuery, stretchesOf } from "./find.ts";
import { conditionOf, type ListFilters } from "./list-search.ts";

const now = new Date("2026-11-21T10:00:00Z");

onBothEngines("the work list of 5,000 records", (inventory) => {
	beforeAll(async () => {
		const { db } = inventory().database;
		// What is derived is given here, so that filling takes a moment.
		await db.execute(sql`alter table records disable trigger records_derive`);
		await db.execute(sql`insert into records
			(id, kind, region, state, revision, title, title_key, data, created_at, updated_at, search, attention, starts_on)
			select gen_random_uuid(), 'event', 'flevoland', (array['clipped', 'in-review', 'published', 'archived'])[1 + n % 4], 1,
				'Nummer ' || n, 'nummer ' || n, '{}', now() - n * interval '1 hour', now() - n * interval '1 hour',
				array_to_tsvector(array['techniek', '=techniek', 'woord' || n % 500, '=woord' || n % 500, '#stages:mbo']),
				n % 3, '2026-12-01'
			from generate_series(1, 5000) as n`);
		await db.execute(sql`insert into search_words (word, key)
			select word, word from (select translate(md5(n::text), '0123456789', 'ghijklmnop') as word from generate_series(1, 20000) as n) as made`);
		await db.execute(
			sql`insert into search_words (word, key) values ('techniek', 'techniek'), ('robotica', 'robotica')`,
		);
		await db.execute(sql`analyze records`);
		await db.execute(sql`analyze search_words`);
	}, 60_000);

	const plans = async (filters: ListFilters) => {
		const { db } = inventory().database;
		const condition = await conditionOf(db, filters, "all", now);
		const made = stretchesOf(filters, now).map((stretch) => pageQuery(db, condition, stretch, 51).getSQL());
		return Promise.all(made.map(async (query) => JSON.stringify(await db.execute(sql`explain ${query}`))));
	};

	it.each<[string, ListFilters]>([
		["the queue", { state: "clipped" }],
		["a common word", { q: "techniek" }],
		["a rare word", { q: "woord17" }],
		["a word with a typing error", { q: "robtica" }],
		["a word that is still being typed, in a region", { q: "tech", region: "flevoland" }],
		["a code", { stage: "mbo", state: "published" }],
		["an attention view", { view: "stale" }],
	])("is read from an index for %s", async (_, filters) => {
		for (const plan of await plans(filters)) {
			expect(plan).toMatch(/Index Scan (?:Backward )?using records_\w+ on records|Bitmap Index Scan on records_/);
			expect(plan).not.toMatch(/Seq Scan on records\b/);
		}
	});

	it("looks up typing errors and parts of compounds among the words in use by their index", async () => {
		const { db } = inventory().database;
		for (const condition of [
			sql`search_words.word like ${"%techniek%"} or search_words.key = ${"techniek"}`,
			sql`search_words.word % ${"robtica"} or ${"robtica"} <% search_words.word`,
		]) {
			const plan = JSON.stringify(await db.execute(sql`explain select word from search_words where ${condition}`));
			expect(plan).toContain("search_words_trgm");
			expect(plan).not.toContain("Seq Scan");
		}
	});
});
