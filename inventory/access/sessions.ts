import { and, desc, eq, gt, isNull, ne } from "drizzle-orm";
import { sessions, tokens } from "../db/schema.ts";
import type { Actor, Context } from "../records/context.ts";

/** A session of the workbench that stands. */
export interface OpenSession {
	id: string;
	since: string;
	until: string;
	/** The browser, as it calls itself; null when it was entered with a token. */
	userAgent: string | null;
}

const ofToken = (staffId: string) =>
	and(eq(tokens.purpose, "session"), isNull(tokens.revokedAt), eq(tokens.staffId, staffId));

/** The sessions of an account, the newest first. */
export async function sessionsOf({ db, now }: Context, staffId: string): Promise<OpenSession[]> {
	const own = await db
		.select()
		.from(sessions)
		.where(and(eq(sessions.userId, staffId), gt(sessions.expiresAt, now())))
		.orderBy(desc(sessions.createdAt));
	const entered = await db
		.select()
		.from(tokens)
		.where(and(ofToken(staffId), gt(tokens.expiresAt, now())))
		.orderBy(desc(tokens.createdAt));
	return [
		...own.map(({ id, createdAt, expiresAt, userAgent }) => ({
			id,
			since: createdAt.toISOString(),
			until: expiresAt.toISOString(),
			userAgent,
		})),
		...entered.map(({ id, createdAt, expiresAt }) => ({
			id,
			since: createdAt.toISOString(),
			until: (expiresAt ?? createdAt).toISOString(),
			userAgent: null,
		})),
	];
}

/** Ends one session of an account. False when there is none. */
export async function endSession({ db, now }: Context, staffId: string, id: string): Promise<boolean> {
	const own = await db
		.delete(sessions)
		.where(and(eq(sessions.id, id), eq(sessions.userId, staffId)))
		.returning();
	const entered = await db
		.update(tokens)
		.set({ revokedAt: now() })
		.where(and(ofToken(staffId), eq(tokens.id, id)))
		.returning();
	return own.length + entered.length > 0;
}

/** Ends all sessions of an account; with `except` all but that one. */
export async function endSessions({ db, now }: Context, staffId: string, except?: Actor["session"]): Promise<void> {
	await db
		.delete(sessions)
		.where(and(eq(sessions.userId, staffId), except === undefined ? undefined : ne(sessions.id, except)));
	await db
		.update(tokens)
		.set({ revokedAt: now() })
		.where(and(ofToken(staffId), except === undefined ? undefined : ne(tokens.id, except)));
}
