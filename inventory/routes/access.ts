import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod/mini";
import { type ApiEnvironment, requireAccount, requires } from "../access/authenticate.ts";
import { describeActor } from "../access/describe-actor.ts";
import { may, ranks, tooLittle } from "../access/permission.ts";
import { issue, revoke, tokensFor } from "../access/tokens.ts";
import { roles } from "../db/schema.ts";
import type { Context } from "../records/context.ts";
import { notFound, Refusal } from "../records/refusal.ts";
import { requireRegion } from "../records/regions.ts";
import { writeAudit } from "../records/stored.ts";
import { jsonBody } from "./answers.ts";

const TokenRequest = z.object({
	client: z.string().check(z.trim(), z.minLength(1), z.maxLength(80), z.regex(/^[^\p{C}]*$/u)),
	role: z.enum(roles),
	region: z.nullable(z.string().check(z.maxLength(100))),
});

/** Who am I, and which tokens there are. */
export function accessRoutes(context: Context): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();

	app.get("/me", requires(context, "clipper"), async (c) => c.json(await describeActor(context, c.get("actor"))));

	app.get("/tokens", requires(context, "clipper"), async (c) => {
		const actor = c.get("actor");
		const standing = await tokensFor(context.db, context.now(), actor);
		return c.json({ items: standing.map((token) => ({ ...token, current: token.id === actor.id })) });
	});

	app.post("/tokens", requires(context, "clipper"), bodyLimit({ maxSize: 4096 }), async (c) => {
		const actor = requireAccount(c);
		const input = TokenRequest.safeParse(await jsonBody(c));
		if (!input.success) {
			throw new Refusal(422, "invalid-token", {
				nl: "Geef client (waarvoor de toegangscode is), role en region (of null voor al uw regio's).",
				en: "Give client (what the token is for), role and region (or null for all your regions).",
			});
		}
		const { client, role, region } = input.data;
		if (region !== null) await requireRegion(context.db, region);
		// For all regions it follows the account: at each use it may do no more than the account may.
		if (region === null ? ranks[actor.role] < ranks[role] : !may(actor, role, region)) throw tooLittle();
		const grants = [{ region, role }];
		const { name, staff: staffId } = actor;
		const secret = await issue(context.db, context.now(), {
			purpose: "api",
			name,
			role,
			client,
			grants,
			staffId,
		});
		await writeAudit(context, context.db, actor, "create-token", null, { client, role, region });
		return c.json({ token: secret }, 201);
	});

	// `current` is the one that the request is made with: how a clipper takes its leave.
	app.delete("/tokens/:id", requires(context, "clipper"), async (c) => {
		const actor = c.get("actor");
		const id = z.uuid().safeParse(c.req.param("id") === "current" ? actor.id : c.req.param("id"));
		const revoked = id.success ? await revoke(context.db, context.now(), actor, id.data) : undefined;
		if (!revoked) {
			throw notFound({
				nl: "Deze toegangscode is er niet (meer).",
				en: "There is no such token (any more).",
			});
		}
		await writeAudit(context, context.db, actor, "revoke-token", null, { client: revoked.client, name: revoked.name });
		return c.body(null, 204);
	});

	return app;
}
