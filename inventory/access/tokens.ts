import { randomBytes } from "node:crypto";
import { and, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Database } from "../db/open.ts";
import { type Role, tokens } from "../db/schema.ts";
import type { Actor, Grant } from "../records/context.ts";
import { digest } from "./digest.ts";
import { capped, grantsOf, highestRole } from "./grants.ts";
import { everywhere } from "./permission.ts";

/**
 * Access is a secret of 256 random bits, of which only the SHA-256 is kept: with that much randomness a slow hash adds
 * nothing. Three purposes: `api` (scripts, the clipper), `link` (once, to get in), `session` (a workbench that was entered
 * with a token; people with an account have sessions of better-auth).
 */
export type Purpose = (typeof tokens.$inferSelect)["purpose"];
type TokenRow = typeof tokens.$inferSelect;

const prefixes = { api: "rt_", link: "rl_", session: "rs_" } as const satisfies Record<Purpose, string>;

const hour = 3_600_000;
export const lifetimes = { api: null, link: 7 * 24 * hour, session: 12 * hour } as const satisfies Record<
	Purpose,
	number | null
>;

/** What a new secret is for. Without `grants` it has its role in every region. */
export interface NewToken {
	purpose: Purpose;
	name: string;
	role: Role;
	client?: string | undefined;
	grants?: readonly Grant[] | undefined;
	staffId?: string | undefined;
	/** The token that a session was entered with. */
	parentId?: string | undefined;
}

/** Makes a secret and keeps its hash. The secret is returned once and can never be read back. */
export async function issue(db: Database, now: Date, { grants, ...input }: NewToken): Promise<string> {
	const secret = prefixes[input.purpose] + randomBytes(32).toString("base64url");
	const lifetime = lifetimes[input.purpose];
	await db.insert(tokens).values({
		id: uuidv7(),
		...input,
		grants: grants ? [...grants] : null,
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
		// A session ends with the token that it was entered with.
		or(
			isNull(tokens.parentId),
			sql`exists (select 1 from ${tokens} as parent where parent.id = ${tokens}.parent_id and parent.revoked_at is null)`,
		),
	);

/** Who a token stands for now; undefined when its owner may do nothing any more. */
async function actorOf(db: Database, row: TokenRow): Promise<Actor | undefined> {
	const own = row.grants ?? everywhere(row.role);
	const grants = row.staffId ? capped(own, await grantsOf(db, row.staffId)) : own;
	const role = highestRole(grants);
	return role && { id: row.id, name: row.name, role, grants, ...(row.staffId && { staff: row.staffId }) };
}

/** Who holds `secret`, or undefined when it is unknown, expired or revoked. */
export async function holderOf(db: Database, now: Date, purpose: Purpose, secret: string): Promise<Actor | undefined> {
	const [row] = await db
		.select()
		.from(tokens)
		.where(standing(purpose, secret, now));
	return row && actorOf(db, row);
}

/** Uses up a secret: whoever comes second gets undefined. */
export async function consume(db: Database, now: Date, purpose: Purpose, secret: string): Promise<Actor | undefined> {
	const [row] = await db
		.update(tokens)
		.set({ revokedAt: now })
		.where(standing(purpose, secret, now))
		.returning();
	return row && actorOf(db, row);
}

/** A token as its holder or an administrator sees it: everything but the secret. */
export interface StandingToken {
	id: string;
	name: string;
	role: Role;
	client: string | null;
	grants: readonly Grant[];
	createdAt: Date;
}

/** A token of somebody with an account is that account's; others carry the name of who they were made for. */
const ownedBy = (actor: Actor) =>
	actor.staff ? eq(tokens.staffId, actor.staff) : and(isNull(tokens.staffId), eq(tokens.name, actor.name));

async function visibleTo(db: Database, actor: Actor, now: Date): Promise<TokenRow[]> {
	const rows = await db
		.select()
		.from(tokens)
		.where(
			and(
				eq(tokens.purpose, "api"),
				isNull(tokens.revokedAt),
				or(isNull(tokens.expiresAt), gt(tokens.expiresAt, now)),
				actor.role === "admin" ? undefined : ownedBy(actor),
			),
		)
		.orderBy(desc(tokens.createdAt));
	const administers = actor.grants.filter(({ role }) => role === "admin").map(({ region }) => region);
	const isOwn = (row: TokenRow) =>
		actor.staff ? row.staffId === actor.staff : row.staffId === null && row.name === actor.name;
	// An administrator sees those that reach no further than the regions that she looks after.
	return rows.filter(
		(row) =>
			isOwn(row) ||
			(row.grants ?? everywhere(row.role)).every(
				({ region }) => administers.includes(null) || (region !== null && administers.includes(region)),
			),
	);
}

/** The tokens that stand and that `actor` may revoke, the newest first. */
export async function tokensFor(db: Database, now: Date, actor: Actor): Promise<StandingToken[]> {
	const rows = await visibleTo(db, actor, now);
	return rows.map(({ id, name, role, client, grants, createdAt }) => ({
		id,
		name,
		role,
		client,
		grants: grants ?? everywhere(role),
		createdAt,
	}));
}

/** From now on nobody gets in with it. Gives whose it was; undefined when there is none that `actor` may revoke. */
export async function revoke(db: Database, now: Date, actor: Actor, id: string): Promise<TokenRow | undefined> {
	const found = (await visibleTo(db, actor, now)).find((row) => row.id === id);
	if (!found) return undefined;
	const [revoked] = await db
		.update(tokens)
		.set({ revokedAt: now })
		.where(and(eq(tokens.id, id), isNull(tokens.revokedAt)))
		.returning();
	return revoked;
}
