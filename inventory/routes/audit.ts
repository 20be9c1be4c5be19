import { Hono } from "hono";
import * as z from "zod/mini";
import { type ApiEnvironment, requires } from "../access/authenticate.ts";
import { findAudit } from "../access/find-audit.ts";
import type { Context } from "../records/context.ts";
import { Refusal } from "../records/refusal.ts";

const Search = z.object({
	by: z.optional(z.string().check(z.maxLength(100))),
	action: z.optional(z.string().check(z.regex(/^[a-z-]{1,40}$/))),
	record: z.optional(z.uuid()),
	after: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
	limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
});

/** `/audit`: who did what. For administrators. */
export const auditRoutes = (context: Context): Hono<ApiEnvironment> =>
	new Hono<ApiEnvironment>().get("/audit", requires(context, "admin"), async (c) => {
		const search = Search.safeParse(Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value)));
		if (!search.success) {
			throw new Refusal(400, "invalid-parameter", {
				nl: "Er is gefilterd op iets dat niet kan: by, action, record, after en limit.",
				en: "The filter is not right: by, action, record, after and limit.",
			});
		}
		return c.json(await findAudit(context, c.get("actor"), search.data));
	});
