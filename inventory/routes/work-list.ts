import { Hono } from "hono";
import * as z from "zod/mini";
import { actionColumnNames, actionColumns } from "../../shared/formats/action-list.ts";
import { tableCsv } from "../../shared/formats/csv.ts";
import { RecordId, Slug } from "../../shared/model/values.ts";
import { type ApiEnvironment, requires } from "../access/authenticate.ts";
import { regionsOf, requireRole } from "../access/permission.ts";
import { actionList } from "../records/action-list.ts";
import { BulkAction } from "../records/bulk/action.ts";
import { start, step } from "../records/bulk/run.ts";
import type { Actor, Context } from "../records/context.ts";
import { find } from "../records/find.ts";
import { ListFilters } from "../records/list-search.ts";
import { notFound } from "../records/refusal.ts";
import { requireRegion } from "../records/regions.ts";
import { listRegions, RegionInput, saveRegion } from "../records/save-region.ts";
import {
	bringBackSearch,
	changeSearch,
	countedTo,
	countViews,
	listSearches,
	removeSearch,
	SavedSearchInput,
	saveSearch,
} from "../records/saved-searches.ts";
import { vocabularyUse } from "../records/vocabulary-use.ts";
import { languageOf } from "./answers.ts";
import { bodyOf, queryOf, upTo } from "./input.ts";

const Search = z.extend(ListFilters, {
	limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
	after: z.optional(z.string().check(z.maxLength(300))),
});
const InRegion = z.object({ region: z.optional(Slug) });
const Bulk = z.object({
	do: BulkAction,
	records: z.optional(z.array(z.object({ id: RecordId, revision: z.int() })).check(z.maxLength(5000))),
	filters: z.optional(ListFilters),
});

const uuidOf = (text: string): string => {
	const id = z.uuid().safeParse(text);
	if (id.success) return id.data;
	throw notFound({ nl: "Dit nummer kennen we niet.", en: "We do not know this number." });
};

/** The work list and what stands around it: bulk actions, saved searches, the action list, regions and vocabularies. For editors. */
export function workListRoutes(context: Context): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const editor = requires(context, "editor");
	const { db } = context;
	const visibleTo = (actor: Actor) => regionsOf(actor, "editor");
	/** A region that was asked for by name is one that the actor may see. */
	const mayAsk = (actor: Actor, region: string | undefined) => region && requireRole(actor, "editor", region);

	app.get("/records", editor, async (c) => {
		const search = queryOf(c, Search);
		mayAsk(c.get("actor"), search.region);
		return c.json(await find(db, search, visibleTo(c.get("actor")), context.now()));
	});

	app.get("/attention", editor, async (c) => {
		const { region } = queryOf(c, InRegion);
		mayAsk(c.get("actor"), region);
		const items = await countViews(db, visibleTo(c.get("actor")), context.now(), region);
		return c.json({ items, countedTo });
	});

	app.post("/bulk", editor, upTo(1024), async (c) => {
		const { do: action, records, filters } = await bodyOf(c, Bulk);
		const actor = c.get("actor");
		mayAsk(actor, filters?.region);
		const chosen = filters ? { filters, visible: visibleTo(actor) } : { records: records ?? [] };
		const id = await start(context, actor, action, chosen);
		return c.json(await step(context, actor, id, "do"));
	});
	app.post("/bulk/:id/continue", editor, async (c) =>
		c.json(await step(context, c.get("actor"), uuidOf(c.req.param("id")), "do")),
	);
	app.post("/bulk/:id/undo", editor, async (c) =>
		c.json(await step(context, c.get("actor"), uuidOf(c.req.param("id")), "undo")),
	);

	app.get("/searches", editor, async (c) => {
		const actor = c.get("actor");
		return c.json({ items: await listSearches(context, actor, visibleTo(actor)), countedTo });
	});
	app.post("/searches", editor, upTo(16), async (c) =>
		c.json(await saveSearch(context, c.get("actor"), await bodyOf(c, SavedSearchInput)), 201),
	);
	app.put("/searches/:id", editor, upTo(16), async (c) => {
		const input = await bodyOf(c, SavedSearchInput);
		await changeSearch(context, c.get("actor"), uuidOf(c.req.param("id")), input);
		return c.body(null, 204);
	});
	app.delete("/searches/:id", editor, async (c) => {
		await removeSearch(context, c.get("actor"), uuidOf(c.req.param("id")));
		return c.body(null, 204);
	});
	app.post("/searches/:id/restore", editor, async (c) => {
		await bringBackSearch(context, c.get("actor"), uuidOf(c.req.param("id")));
		return c.body(null, 204);
	});

	app.get("/action-list", editor, async (c) => {
		const filters = queryOf(c, ListFilters);
		const actor = c.get("actor");
		mayAsk(actor, filters.region);
		const options = { visible: visibleTo(actor), now: context.now(), language: languageOf(c) };
		return c.json({ items: await actionList(db, filters, options) });
	});
	// A link, so the language is in the address: a browser's own preference may be another than the page's.
	app.get("/action-list.csv", editor, async (c) => {
		const { lang: language = languageOf(c), ...filters } = queryOf(
			c,
			z.extend(ListFilters, { lang: z.optional(z.enum(["nl", "en"])) }),
		);
		const actor = c.get("actor");
		mayAsk(actor, filters.region);
		const rows = await actionList(db, filters, { visible: visibleTo(actor), now: context.now(), language });
		const headings = actionColumnNames.map((name) => actionColumns[name][language]);
		const csv = tableCsv(
			headings,
			rows.map(({ cells }) => actionColumnNames.map((name) => cells[name])),
		);
		return c.body(csv, 200, {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="${language === "nl" ? "actielijst" : "action-list"}.csv"`,
		});
	});

	app.get("/regions", editor, async (c) => c.json({ items: await listRegions(context, visibleTo(c.get("actor"))) }));
	app.put("/regions/:id", requires(context, "admin"), upTo(64), async (c) => {
		const id = Slug.safeParse(c.req.param("id"));
		if (!id.success) {
			throw notFound({
				nl: "Een regio heeft een naam van kleine letters, cijfers en streepjes als adres.",
				en: "A region has a name of lower-case letters, digits and hyphens as its address.",
			});
		}
		const { created, region } = await saveRegion(context, c.get("actor"), id.data, await bodyOf(c, RegionInput));
		return c.json(region, created ? 201 : 200);
	});

	app.get("/vocabularies", editor, async (c) => {
		const { region } = queryOf(c, InRegion);
		mayAsk(c.get("actor"), region);
		if (region) await requireRegion(db, region);
		return c.json({ items: await vocabularyUse(db, visibleTo(c.get("actor")), region) });
	});

	return app;
}
