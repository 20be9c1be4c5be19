import { eq } from "drizzle-orm";
import { Hono, type Context as HonoContext } from "hono";
import * as z from "zod/mini";
import { overlapOutcomes } from "../../shared/insight/overlap/outcomes.ts";
import { RecordId, Slug } from "../../shared/model/values.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { codesOf } from "../../shared/vocabularies/vocabulary.ts";
import { type ApiEnvironment, requires } from "../access/authenticate.ts";
import { regionsOf, requireRole } from "../access/permission.ts";
import { records } from "../db/schema.ts";
import { decide, takeBack } from "../insight/overlap/decisions.ts";
import { describeGroups, groupsIn } from "../insight/overlap/groups.ts";
import { overlapOfRecord } from "../insight/overlap/of-record.ts";
import { comparePending } from "../insight/overlap/pairs.ts";
import type { Context } from "../records/context.ts";
import { recordNotFound } from "../records/refusal.ts";
import { requireRegion } from "../records/regions.ts";
import { bodyOf, queryOf, upTo } from "./input.ts";

const flag = z._default(z.enum(["0", "1"]), "1");
const OfRecord = z.object({ across: flag });
const Groups = z.object({
	region: z.optional(Slug),
	across: flag,
	actionLine: z.optional(z.enum(codesOf(actionLines))),
	limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(50)), 12),
	/** How many groups were shown already. */
	after: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(10_000)), 0),
});
const OverlapDecision = z.object({ outcome: z.enum(overlapOutcomes) });

type ApiContext = HonoContext<ApiEnvironment>;

/** How long an answer may spend on comparing what changed, in milliseconds. */
const patience = 700;

function idIn(c: ApiContext, name = "id"): string {
	const id = RecordId.safeParse(c.req.param(name));
	if (!id.success) throw recordNotFound();
	return id.data;
}

/** Initiatives that do nearly the same, and what people decide of them. For editors. */
export function overlapRoutes(context: Context): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const editor = requires(context, "editor");
	const { db } = context;

	app.get("/records/:id/overlap", editor, async (c) => {
		const { across } = queryOf(c, OfRecord);
		const [row] = await db
			.select()
			.from(records)
			.where(eq(records.id, idIn(c)));
		if (!row) throw recordNotFound();
		requireRole(c.get("actor"), "editor", row.region);
		const within = across === "1" ? undefined : row.region;
		return c.json({ items: await overlapOfRecord(db, row, { regions: regionsOf(c.get("actor"), "editor"), within }) });
	});

	app.put("/records/:id/overlap/:other", editor, upTo(4), async (c) => {
		const { outcome } = await bodyOf(c, OverlapDecision);
		return c.json(await decide(context, c.get("actor"), idIn(c), idIn(c, "other"), outcome));
	});
	app.delete("/records/:id/overlap/:other", editor, async (c) => {
		await takeBack(context, c.get("actor"), idIn(c), idIn(c, "other"));
		return c.body(null, 204);
	});

	app.get("/overlap", editor, async (c) => {
		const { region, across, actionLine, limit, after } = queryOf(c, Groups);
		const visible = regionsOf(c.get("actor"), "editor");
		if (region !== undefined) {
			requireRole(c.get("actor"), "editor", region);
			await requireRegion(db, region);
		}
		const regions = region === undefined ? visible : [region];
		const progress = await comparePending(db, regions, patience);
		const query = { regions, visible, across: across === "1", actionLine };
		const { clusters, decisions } = await groupsIn(db, query);
		const items = await describeGroups(db, clusters.slice(after, after + limit), decisions, visible);
		const next = after + limit < clusters.length ? after + limit : null;
		return c.json({ items, total: clusters.length, next, progress });
	});

	return app;
}
