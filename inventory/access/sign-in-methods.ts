import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Database } from "../db/open.ts";
import { signInMethods } from "../db/schema.ts";

const passwordOf = (staffId: string) =>
	and(eq(signInMethods.userId, staffId), eq(signInMethods.providerId, "credential"));

/** The hash of somebody's password; undefined without one. */
export async function passwordHash(db: Database, staffId: string): Promise<string | undefined> {
	const [row] = await db.select().from(signInMethods).where(passwordOf(staffId));
	return row?.password ?? undefined;
}

export async function forgetPassword(db: Database, staffId: string): Promise<void> {
	await db.delete(signInMethods).where(passwordOf(staffId));
}

/** Puts a password in place of what was there. `hash` is better-auth's. */
export async function keepPassword(db: Database, now: Date, staffId: string, hash: string): Promise<void> {
	await forgetPassword(db, staffId);
	await db.insert(signInMethods).values({
		id: uuidv7(),
		userId: staffId,
		providerId: "credential",
		accountId: staffId,
		password: hash,
		createdAt: now,
		updatedAt: now,
	});
}
