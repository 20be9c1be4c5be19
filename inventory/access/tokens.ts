import { createHash, randomBytes } from "node:crypto";
import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Database } from "../db/open.ts";
import { type Role, tokens } from "../db/schema.ts";
import type { Actor } from "../records/context.ts";
import { everywhere } from "./permission.ts";

/**
 * Access is a secret of 256 random bits, of which only the SHA-256 is kept: with that much randomness a slow hash adds
 * nothing. Three purposes: `api` (scripts, the clipper), `link` (once, to get in), `session` (the workbench's cookie).
 */
export type Purpose = (typeof tokens.$inferSelect)["purpose"];

const prefixes = { api: "rt_", link: "rl_", session: "rs_" } as const satisfies Record<Purpose, string>;

const hour = 3_600_000;
export const lifetimes = { api: null, link: 7 * 24 * hour, session: 12 * hour } as const satisfies Record<
	Purpose,
	number | null
>;

/** What is kept of a secret. */
export const digest = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** Makes a secret and keeps its hash. The secret is returned once and can never be read back. */
export async function issue(
	db: Database,
	now: Date,
	input: { purpose: Purpose; name: string; role: Role; client?: string },
): Promise<string> {
	const secret = prefixes[input.purpose] + randomBytes(32).toString("base64url");
	const lifetime = lifetimes[input.purpose];
	await db.insert(tokens).values({
		id: uuidv7(),
		...input,
		digest: digest(secret),
		createdAt: now,
		expiresAt: lifetime === null ? null : new Date(now.getTime() + lifetime),
	});
	return secret;
}

const standing = (purpose: Purpose, secret: string, now: Date) =>
	and(
		eq(tokens.digest, digest(secret)),
		eq(tokens.purpose, purpose),
		isNull(tokens.revokedAt),
		or(isNull(tokens.expiresAt), gt(tokens.expiresAt, now)),
	);

/** Who holds `secret`, or undefined when it is unknown, expired or revoked. */
export async function holderOf(db: Database, now: Date, purpose: Purpose, secret: string): Promise<Actor | undefined> {
	const [row] = await db
		.select()
		.from(tokens)
		.where(standing(purpose, secret, now));
	return row && { id: row.id, name: row.name, role: row.role, grants: everywhere(row.role) };
}

/** Uses up a secret: whoever comes second gets undefined. */
export async function consume(db: Database, now: Date, purpose: Purpose, secret: string): Promise<Actor | undefined> {
	const [row] = await db
		.update(tokens)
		.set({ revokedAt: now })
		.where(standing(purpose, secret, now))
		.returning();
	return row && { id: row.id, name: row.name, role: row.role, grants: everywhere(row.role) };
}

/** A token as its holder or an administrator sees it: everything but the secret. */
export interface StandingToken {
	id: string;
	name: string;
	role: Role;
	client: string | null;
	createdAt: Date;
}

/** Tokens carry the name of the person that they were made for; an administrator sees everybody's. */
const visibleTo = (actor: Actor, now: Date) =>
	and(
		eq(tokens.purpose, "api"),
		isNull(tokens.revokedAt),
		or(isNull(tokens.expiresAt), gt(tokens.expiresAt, now)),
		actor.role === "admin" ? undefined : eq(tokens.name, actor.name),
	);

/** The tokens that stand and that `actor` may revoke, the newest first. */
export async function tokensFor(db: Database, now: Date, actor: Actor): Promise<StandingToken[]> {
	const rows = await db.select().from(tokens).where(visibleTo(actor, now)).orderBy(desc(tokens.createdAt));
	return rows.map(({ id, name, role, client, createdAt }) => ({ id, name, role, client, createdAt }));
}

/** From now on nobody gets in with it. False when there is none that `actor` may revoke. */
export async function revoke(db: Database, now: Date, actor: Actor, id: string): Promise<boolean> {
	const revoked = await db
		.update(tokens)
		.set({ revokedAt: now })
		.where(and(eq(tokens.id, id), visibleTo(actor, now)))
		.returning();
	return revoked.length > 0;
}
