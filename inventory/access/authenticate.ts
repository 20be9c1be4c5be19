import { and, eq, gt } from "drizzle-orm";
import type { Context as HonoContext } from "hono";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { type Role, sessions, staff } from "../db/schema.ts";
import type { Actor, Context } from "../records/context.ts";
import { Refusal } from "../records/refusal.ts";
import { digest } from "./digest.ts";
import { grantsOf, highestRole } from "./grants.ts";
import { ranks } from "./permission.ts";
import { requireSameOrigin } from "./same-origin.ts";
import { holderOf } from "./tokens.ts";

/** A session that was entered with a token. */
export const tokenSessionCookie = "regiotechniek-session";

/** A session of somebody with an account: the token, a dot, a signature. On https its name starts with `__Secure-`. */
export const accountCookies = ["__Secure-regiotechniek.session_token", "regiotechniek.session_token"];

/** What the API's routes find on the request once somebody is let in. */
export interface ApiEnvironment {
	Variables: { actor: Actor };
}

export const unauthorized = () =>
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

/** The token of an account's session that the request carries. */
export function accountTokenOf(c: HonoContext): string | undefined {
	const value = accountCookies.map((name) => getCookie(c, name)).find((found) => found !== undefined);
	return value?.split(".")[0] || undefined;
}

/** Whose session `token` is, as long as it lasts and the person may do something. */
export async function accountActor(context: Context, token: string): Promise<Actor | undefined> {
	const [row] = await context.db
		.select({ id: sessions.id, staffId: staff.id, name: staff.name })
		.from(sessions)
		.innerJoin(staff, eq(staff.id, sessions.userId))
		.where(and(eq(sessions.token, digest(token)), gt(sessions.expiresAt, context.now())));
	if (!row) return undefined;
	const grants = await grantsOf(context.db, row.staffId);
	const role = highestRole(grants);
	return role && { id: row.id, name: row.name, role, grants, staff: row.staffId, session: row.id };
}

/** The token that a program sends along. */
export const bearerOf = (c: HonoContext): string | undefined =>
	/^Bearer\s+(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];

async function actorOf(c: HonoContext, context: Context): Promise<Actor | undefined> {
	const bearer = bearerOf(c);
	if (bearer) return holderOf(context.db, context.now(), "api", bearer);
	const account = accountTokenOf(c);
	const session = getCookie(c, tokenSessionCookie);
	if (!account && !session) return undefined;
	requireSameOrigin(c);
	const actor = account && (await accountActor(context, account));
	if (actor) return actor;
	const holder = session ? await holderOf(context.db, context.now(), "session", session) : undefined;
	return holder && { ...holder, session: holder.id };
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

/** What only a person in the workbench may do: a program that holds a token must not let in others. */
export function requireSession(c: HonoContext<ApiEnvironment>): Actor {
	const actor = c.get("actor");
	if (actor.session) return actor;
	throw new Refusal(403, "session-only", {
		nl: "Dit kan alleen in de werkplaats zelf, niet met een toegangscode.",
		en: "This can be done in the workbench only, not with a token.",
	});
}

/** What only a person with an account may do, in the workbench. */
export function requireAccount(c: HonoContext<ApiEnvironment>): Actor & { staff: string } {
	const actor = requireSession(c);
	if (actor.staff) return { ...actor, staff: actor.staff };
	throw new Refusal(403, "account-only", {
		nl: "Hiervoor hebt u een account nodig: vraag de beheerder om een uitnodiging.",
		en: "This needs an account: ask the administrator for an invitation.",
	});
}
