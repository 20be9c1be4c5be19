import { eq } from "drizzle-orm";
import type { Context as HonoContext } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { sessions } from "../db/schema.ts";
import type { Actor, Context } from "../records/context.ts";
import { Refusal } from "../records/refusal.ts";
import { writeAudit } from "../records/stored.ts";
import { sessionLifetime } from "./auth.ts";
import { accountActor, accountCookies, accountTokenOf, tokenSessionCookie } from "./authenticate.ts";
import { digest } from "./digest.ts";
import { consume, issue, lifetimes } from "./tokens.ts";

/** How somebody came in, for the audit. */
export type Way = "link" | "token" | "password" | "passkey" | "provider";

/** Ends the session that the request brought along: who signs in gets a new one, whatever was planted before. */
export async function leave(c: HonoContext, context: Context): Promise<void> {
	const account = accountTokenOf(c);
	if (account) await context.db.delete(sessions).where(eq(sessions.token, digest(account)));
	const secret = getCookie(c, tokenSessionCookie);
	if (secret) await consume(context.db, context.now(), "session", secret);
}

/** Takes the cookies out of the browser. */
export function dropCookies(c: HonoContext, secure: boolean): void {
	for (const name of [tokenSessionCookie, ...accountCookies]) {
		if (getCookie(c, name) === undefined) continue;
		deleteCookie(c, name, { path: "/api/v1", secure: secure || name.startsWith("__Secure-") });
	}
}

/** A session for who showed a token, or a link that belongs to no account. */
export async function enterWithToken(
	c: HonoContext,
	context: Context,
	actor: Actor,
	options: { secure: boolean; way: "token" | "link" },
): Promise<void> {
	await leave(c, context);
	dropCookies(c, options.secure);
	const secret = await issue(context.db, context.now(), {
		purpose: "session",
		name: actor.name,
		role: actor.role,
		grants: actor.grants,
		staffId: actor.staff,
		...(options.way === "token" && { parentId: actor.id }),
	});
	setCookie(c, tokenSessionCookie, secret, {
		httpOnly: true,
		sameSite: "Strict",
		secure: options.secure,
		path: "/api/v1",
		maxAge: lifetimes.session / 1000,
	});
	await writeAudit(context, context.db, actor, "sign-in", null, { with: options.way });
}

/** Hands on the cookies that better-auth sets. */
export function handOnCookies(c: HonoContext, answer: Response): void {
	for (const cookie of answer.headers.getSetCookie()) c.header("Set-Cookie", cookie, { append: true });
}

/** The token of the session that `answer` begins. */
function newToken(answer: Response): string | undefined {
	for (const cookie of answer.headers.getSetCookie()) {
		const [name = "", value = ""] = cookie.split(";")[0]?.split("=", 2) ?? [];
		if (accountCookies.includes(name) && value) return decodeURIComponent(value).split(".")[0];
	}
	return undefined;
}

/**
 * Lets somebody in with the session that better-auth began in `answer`. Undefined when it began none; throws 403 when the
 * person has no role (any more).
 */
export async function enterWithAccount(
	c: HonoContext,
	context: Context,
	answer: Response,
	options: { secure: boolean; way: Way },
): Promise<Actor | undefined> {
	const token = newToken(answer);
	if (!token) return undefined;
	const now = context.now();
	const own = eq(sessions.token, digest(token));
	const expiresAt = new Date(now.getTime() + sessionLifetime * 1000);
	const userAgent = c.req.header("user-agent")?.slice(0, 300) ?? null;
	await context.db.update(sessions).set({ createdAt: now, updatedAt: now, expiresAt, userAgent }).where(own);
	const actor = await accountActor(context, token);
	if (!actor) {
		await context.db.delete(sessions).where(own);
		throw new Refusal(403, "no-role", {
			nl: "U hebt hier geen rol (meer). Vraag de beheerder om toegang.",
			en: "You have no role here (any more). Ask the administrator for access.",
		});
	}
	await leave(c, context);
	dropCookies(c, options.secure);
	handOnCookies(c, answer);
	await writeAudit(context, context.db, actor, "sign-in", null, { with: options.way });
	return actor;
}
