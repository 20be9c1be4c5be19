import { Hono } from "hono";
import * as z from "zod/mini";
import { RecordId } from "../../shared/model/values.ts";
import { type ApiEnvironment, requires } from "../access/authenticate.ts";
import { requireRole } from "../access/permission.ts";
import { archive, publish, restore } from "../records/change-state.ts";
import type { Context } from "../records/context.ts";
import { read } from "../records/read.ts";
import { recordNotFound } from "../records/refusal.ts";
import { revise } from "../records/revise.ts";
import { languageOf } from "./answers.ts";
import { bodyOf, optionalBodyOf, upTo } from "./input.ts";
import { guarded, revisionTag } from "./revision-tag.ts";

const Revision = z.object({ record: z.record(z.string(), z.unknown()), baseRevision: z.optional(z.int()) });
const Publication = z.object({ baseRevision: z.optional(z.int()) });

/** One record, and what can be done with it. For editors. */
export function recordRoutes(context: Context): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const editor = requires(context, "editor");
	const limited = upTo(1024);
	const idOf = (text: string) => {
		const id = RecordId.safeParse(text);
		if (!id.success) throw recordNotFound();
		return id.data;
	};

	app.get("/records/:id", editor, async (c) => {
		const detail = await read(context.db, idOf(c.req.param("id")), languageOf(c));
		requireRole(c.get("actor"), "editor", detail.region);
		return c.json(detail, 200, { ETag: revisionTag(detail.revision) });
	});

	app.put("/records/:id", editor, limited, async (c) => {
		const id = idOf(c.req.param("id"));
		const { record, baseRevision } = await bodyOf(c, Revision);
		await guarded(c.req.header("if-match"), baseRevision, (base) =>
			revise(context, c.get("actor"), id, { record, baseRevision: base, language: languageOf(c) }),
		);
		const detail = await read(context.db, id, languageOf(c));
		return c.json(detail, 200, { ETag: revisionTag(detail.revision) });
	});

	app.post("/records/:id/publish", editor, limited, async (c) => {
		const { baseRevision } = await optionalBodyOf(c, Publication);
		return c.json(await publish(context, c.get("actor"), idOf(c.req.param("id")), baseRevision));
	});

	app.post("/records/:id/archive", editor, async (c) =>
		c.json(await archive(context, c.get("actor"), idOf(c.req.param("id")))),
	);

	app.post("/records/:id/restore", editor, async (c) =>
		c.json(await restore(context, c.get("actor"), idOf(c.req.param("id")))),
	);

	return app;
}
