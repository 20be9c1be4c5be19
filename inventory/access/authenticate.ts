import type { Context as HonoContext } from "hono";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { Role } from "../db/schema.ts";
import type { Actor, Context } from "../records/context.ts";
import { Refusal } from "../records/refusal.ts";
import { ranks } from "./permission.ts";
import { holderOf } from "./tokens.ts";

export const sessionCookie = "regiotechniek-session";

/** What the API's routes find on the request once somebody is let in. */
export interface ApiEnvironment {
	Variables: { actor: Actor };
}

const unauthorized = () =>
	new Refusal(
		401,
		"unauthorized",
		{ nl: "Meld u eerst aan.", en: "Sign in first." },
		{
			detail: {
				nl: "Het token of de sessie ontbreekt, is verlopen of is ingetrokken.",
				en: "The token or session is missing, has expired or was revoked.",
			},
		},
	);

/** A cookie travels by itself, so what it authorises must come from our own page: the browser says so in `Origin`. */
function requireSameOrigin(c: HonoContext): void {
	if (c.req.method === "GET" || c.req.method === "HEAD") return;
	const origin = c.req.header("origin");
	const host = c.req.header("host");
	if (c.req.header("sec-fetch-site") === "same-origin") return;
	if (origin && host && URL.canParse(origin) && new URL(origin).host === host) return;
	throw new Refusal(403, "cross-site", {
		nl: "Dit verzoek komt van een andere site en is geweigerd.",
		en: "This request comes from another site and was refused.",
	});
}

async function actorOf(c: HonoContext, context: Context): Promise<Actor | undefined> {
	const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
	if (bearer) return holderOf(context.db, context.now(), "api", bearer);
	const session = getCookie(c, sessionCookie);
	if (!session) return undefined;
	requireSameOrigin(c);
	return holderOf(context.db, context.now(), "session", session);
}

/** Lets in who holds a standing token or session of at least `role`; 401 without, 403 with too little. */
export const requires = (context: Context, role: Role) =>
	createMiddleware<ApiEnvironment>(async (c, next) => {
		const actor = await actorOf(c, context);
		if (!actor) {
			c.header("WWW-Authenticate", 'Bearer realm="regiotechniek"');
			throw unauthorized();
		}
		if (ranks[actor.role] < ranks[role]) {
			throw new Refusal(403, "forbidden", {
				nl: "Uw toegang is hiervoor niet ruim genoeg: vraag de beheerder om een andere rol.",
				en: "Your access does not cover this: ask the administrator for another role.",
			});
		}
		c.set("actor", actor);
		await next();
	});
