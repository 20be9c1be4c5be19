import { randomBytes, randomInt } from "node:crypto";
import { and, eq, gt, lt } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Database } from "../db/open.ts";
import { deviceRequests } from "../db/schema.ts";
import type { Actor } from "../records/context.ts";
import { digest } from "./digest.ts";
import { issue } from "./tokens.ts";

/**
 * Device authorization (RFC 8628): a program shows a short code, a person who is signed in says yes to it, and the program,
 * which keeps asking, then gets a token of its own. That token may clip and nothing more.
 */

/** Seconds. */
export const codeLifetime = 600;
export const firstInterval = 5;

/** Letters that are hard to misread and make no words (RFC 8628, 6.1): eight of twenty are 34 bits, for ten minutes. */
const letters = "BCDFGHJKLMNPQRSTVWXZ";

const newUserCode = () =>
	Array.from({ length: 8 }, () => letters[randomInt(letters.length)])
		.join("")
		.replace(/^(.{4})/, "$1-");

/** What somebody typed as it was hashed: without case, hyphen or space. */
const plainCode = (typed: string) => typed.toUpperCase().replace(/[^A-Z]/g, "");

/** Takes in the request of a program that calls itself `client`. Both codes are returned once and can never be read back. */
export async function startDevice(
	db: Database,
	now: Date,
	client: string,
): Promise<{ deviceCode: string; userCode: string }> {
	// An hour longer than it holds, so that whoever is late hears why.
	await db.delete(deviceRequests).where(lt(deviceRequests.expiresAt, new Date(now.getTime() - 3_600_000)));
	const deviceCode = `rd_${randomBytes(32).toString("base64url")}`;
	const userCode = newUserCode();
	await db.insert(deviceRequests).values({
		id: uuidv7(),
		deviceDigest: digest(deviceCode),
		userDigest: digest(plainCode(userCode)),
		client,
		createdAt: now,
		expiresAt: new Date(now.getTime() + codeLifetime * 1000),
		interval: firstInterval,
		state: "pending",
	});
	return { deviceCode, userCode };
}

const open = (userCode: string, now: Date) =>
	and(
		eq(deviceRequests.userDigest, digest(plainCode(userCode))),
		eq(deviceRequests.state, "pending"),
		gt(deviceRequests.expiresAt, now),
	);

export interface DeviceRequest {
	client: string;
	createdAt: Date;
	expiresAt: Date;
}

/** The request that waits under a code, or undefined when there is none, it has expired or was decided on. */
export async function findDevice(db: Database, now: Date, userCode: string): Promise<DeviceRequest | undefined> {
	const [row] = await db.select().from(deviceRequests).where(open(userCode, now));
	return row && { client: row.client, createdAt: row.createdAt, expiresAt: row.expiresAt };
}

/** Says yes or no, once. False when there is nothing (any more) to decide on. */
export async function decideDevice(
	db: Database,
	now: Date,
	actor: Actor,
	input: { userCode: string; approve: boolean },
): Promise<boolean> {
	const decided = await db
		.update(deviceRequests)
		.set({
			state: input.approve ? "approved" : "denied",
			decidedBy: actor.name,
			staffId: actor.staff ?? null,
			// Wherever the person may clip at least, and nothing more.
			grants: actor.grants.map(({ region }) => ({ region, role: "clipper" as const })),
		})
		.where(open(input.userCode, now))
		.returning();
	return decided.length > 0;
}

export type DeviceAnswer =
	| { token: string }
	| { error: "authorization_pending" | "slow_down" | "access_denied" | "expired_token" | "invalid_grant" };

/** What the program hears when it asks. A token is handed out once: the request is gone with it. */
export async function claimDevice(db: Database, now: Date, deviceCode: string): Promise<DeviceAnswer> {
	return db.transaction(async (tx) => {
		const own = eq(deviceRequests.deviceDigest, digest(deviceCode));
		const [row] = await tx.select().from(deviceRequests).where(own).for("update");
		if (!row) return { error: "invalid_grant" };
		if (row.expiresAt <= now) return { error: "expired_token" };
		const tooSoon = row.polledAt !== null && now.getTime() - row.polledAt.getTime() < row.interval * 1000 - 500;
		if (row.state === "pending" || tooSoon) {
			const interval = tooSoon ? row.interval + 5 : row.interval;
			await tx.update(deviceRequests).set({ polledAt: now, interval }).where(own);
			return { error: tooSoon ? "slow_down" : "authorization_pending" };
		}
		await tx.delete(deviceRequests).where(own);
		if (row.state === "denied" || row.decidedBy === null) return { error: "access_denied" };
		const { client, decidedBy: name, grants } = row;
		const staffId = row.staffId ?? undefined;
		const wanted = { purpose: "api", name, role: "clipper", client, grants: grants ?? undefined, staffId } as const;
		return { token: await issue(tx, now, wanted) };
	});
}
