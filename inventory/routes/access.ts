import { asc } from "drizzle-orm";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import * as z from "zod/mini";
import { type ApiEnvironment, requires, sessionCookie } from "../access/authenticate.ts";
import { consume, holderOf, issue, lifetimes, revoke, tokensFor } from "../access/tokens.ts";
import { regions } from "../db/schema.ts";
import type { Actor, Context } from "../records/context.ts";
import { notFound, Refusal } from "../records/refusal.ts";
import { jsonBody } from "./answers.ts";

const SignIn = z.union([z.object({ token: z.string() }), z.object({ link: z.string() })]);

/** Who am I, signing in and out of the workbench, and which tokens there are. `secure` marks the cookie for https only. */
export function accessRoutes(context: Context, options: { secure: boolean }): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();

	const describe = async (actor: Actor) => ({
		name: actor.name,
		role: actor.role,
		regions: await context.db.select({ id: regions.id, name: regions.name }).from(regions).orderBy(asc(regions.name)),
	});

	app.get("/me", requires(context, "clipper"), async (c) => c.json(await describe(c.get("actor"))));
	app.get("/session", requires(context, "clipper"), async (c) => c.json(await describe(c.get("actor"))));

	app.post("/session", bodyLimit({ maxSize: 4096 }), async (c) => {
		const input = SignIn.safeParse(await jsonBody(c));
		const now = context.now();
		const actor = !input.success
			? undefined
			: "token" in input.data
				? await holderOf(context.db, now, "api", input.data.token.trim())
				: await consume(context.db, now, "link", input.data.link.trim());
		if (!actor) {
			throw new Refusal(401, "sign-in-failed", {
				nl: "Aanmelden lukt niet: het token of de link klopt niet, is verlopen of is al gebruikt. Vraag de beheerder om een nieuwe.",
				en: "Sign-in failed: the token or link is wrong, expired or used already. Ask the administrator for a new one.",
			});
		}
		const secret = await issue(context.db, now, { purpose: "session", name: actor.name, role: actor.role });
		setCookie(c, sessionCookie, secret, {
			httpOnly: true,
			sameSite: "Strict",
			secure: options.secure,
			path: "/api/v1",
			maxAge: lifetimes.session / 1000,
		});
		return c.json(await describe(actor));
	});

	app.delete("/session", async (c) => {
		const secret = getCookie(c, sessionCookie);
		if (secret) await consume(context.db, context.now(), "session", secret);
		deleteCookie(c, sessionCookie, { path: "/api/v1", secure: options.secure });
		return c.body(null, 204);
	});

	app.get("/tokens", requires(context, "clipper"), async (c) => {
		const actor = c.get("actor");
		const standing = await tokensFor(context.db, context.now(), actor);
		return c.json({ items: standing.map((token) => ({ ...token, current: token.id === actor.id })) });
	});

	// `current` is the one that the request is made with: how a clipper takes its leave.
	app.delete("/tokens/:id", requires(context, "clipper"), async (c) => {
		const actor = c.get("actor");
		const id = z.uuid().safeParse(c.req.param("id") === "current" ? actor.id : c.req.param("id"));
		if (!id.success || !(await revoke(context.db, context.now(), actor, id.data))) {
			throw notFound({
				nl: "Deze toegangscode is er niet (meer).",
				en: "There is no such token (any more).",
			});
		}
		return c.body(null, 204);
	});

	return app;
}
