import { eq } from "drizzle-orm";
import { Hono, type Context as HonoContext } from "hono";
import * as z from "zod/mini";
import { RecordId } from "../../shared/model/values.ts";
import { type ApiEnvironment, requires } from "../access/authenticate.ts";
import { requireRole } from "../access/permission.ts";
import { records } from "../db/schema.ts";
import type { Context } from "../records/context.ts";
import { auditOf, editionsOf, restoreRevision, revisionsOf } from "../records/history.ts";
import { usageOf } from "../records/mentions.ts";
import { fieldChoices, merge } from "../records/merge.ts";
import { read } from "../records/read.ts";
import { recordNotFound } from "../records/refusal.ts";
import type { RecordRow } from "../records/stored.ts";
import { unmerge } from "../records/unmerge.ts";
import { callDifferent, verdictsOn, withdrawVerdict } from "../records/verdicts.ts";
import { jsonBody, languageOf } from "./answers.ts";
import { checked, upTo } from "./input.ts";
import { revisionTag } from "./revision-tag.ts";

const Page = z.object({
	before: z.optional(z.coerce.number().check(z.int(), z.positive())),
	limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
});
const fieldName = z.string().check(z.regex(/^[a-z][A-Za-z]{0,39}$/));
const Restore = z.object({
	fields: z.optional(z.array(fieldName).check(z.minLength(1), z.maxLength(60))),
	baseRevision: z.optional(z.int()),
});
const Merge = z.object({
	into: RecordId,
	fields: z.optional(z.record(fieldName, z.enum(fieldChoices))),
	baseRevision: z.optional(z.int()),
	intoRevision: z.optional(z.int()),
});
const Verdict = z.object({ verdict: z.literal("different") });

type ApiContext = HonoContext<ApiEnvironment>;

const body = async <T extends z.ZodMiniType>(c: ApiContext, schema: T): Promise<z.infer<T>> =>
	checked(c, schema, (await c.req.text()).trim() === "" ? {} : await jsonBody(c), 422);

function idIn(c: ApiContext, name = "id"): string {
	const id = RecordId.safeParse(c.req.param(name));
	if (!id.success) throw recordNotFound();
	return id.data;
}

const pageOf = (c: ApiContext) => checked(c, Page, { before: c.req.query("before"), limit: c.req.query("limit") }, 400);

/** What stands around one record: its history, what it may be the same as, where it is used. For editors of its region. */
export function recordPageRoutes(context: Context): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const editor = requires(context, "editor");
	const limited = upTo(64);

	/** The record of the address, when whoever asks is an editor of its region. */
	const recordIn = async (c: ApiContext): Promise<RecordRow> => {
		const [row] = await context.db
			.select()
			.from(records)
			.where(eq(records.id, idIn(c)));
		if (!row) throw recordNotFound();
		requireRole(c.get("actor"), "editor", row.region);
		return row;
	};

	app.get("/records/:id/revisions", editor, async (c) =>
		c.json(await revisionsOf(context.db, await recordIn(c), pageOf(c))),
	);

	app.post("/records/:id/revisions/:revision/restore", editor, limited, async (c) => {
		const revision = Number(/^\d{1,9}$/.exec(c.req.param("revision"))?.[0] ?? 0);
		const input = await body(c, Restore);
		const id = idIn(c);
		await restoreRevision(context, c.get("actor"), id, { ...input, revision, language: languageOf(c) });
		const detail = await read(context.db, id, languageOf(c));
		return c.json(detail, 200, { ETag: revisionTag(detail.revision) });
	});

	app.get("/records/:id/audit", editor, async (c) =>
		c.json(await auditOf(context.db, (await recordIn(c)).id, pageOf(c))),
	);

	app.get("/records/:id/usage", editor, async (c) => c.json(await usageOf(context.db, await recordIn(c))));

	app.get("/records/:id/editions", editor, async (c) =>
		c.json({ items: await editionsOf(context.db, await recordIn(c)) }),
	);

	app.get("/records/:id/verdicts", editor, async (c) =>
		c.json({ items: await verdictsOn(context.db, (await recordIn(c)).id) }),
	);

	app.put("/records/:id/verdicts/:other", editor, limited, async (c) => {
		await body(c, Verdict);
		await callDifferent(context, c.get("actor"), idIn(c), idIn(c, "other"));
		return c.body(null, 204);
	});

	app.delete("/records/:id/verdicts/:other", editor, async (c) => {
		await withdrawVerdict(context, c.get("actor"), idIn(c), idIn(c, "other"));
		return c.body(null, 204);
	});

	app.post("/records/:id/merge", editor, limited, async (c) => {
		const input = await body(c, Merge);
		return c.json(await merge(context, c.get("actor"), idIn(c), { ...input, language: languageOf(c) }));
	});

	app.post("/records/:id/unmerge", editor, limited, async (c) =>
		c.json(await unmerge(context, c.get("actor"), idIn(c), languageOf(c))),
	);

	return app;
}
