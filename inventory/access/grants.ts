import { eq } from "drizzle-orm";
import type { Database } from "../db/open.ts";
import { grants, type Role } from "../db/schema.ts";
import type { Grant } from "../records/context.ts";
import { ranks } from "./permission.ts";

/** What somebody may do where, every region first. */
export async function grantsOf(db: Database, staffId: string): Promise<Grant[]> {
	const rows = await db.select().from(grants).where(eq(grants.staffId, staffId));
	return rows
		.map(({ region, role }) => ({ region, role }))
		.sort((a, b) => (a.region ?? "").localeCompare(b.region ?? ""));
}

/** The highest role that `list` has anywhere; undefined when it has none. */
export const highestRole = (list: readonly Grant[]): Role | undefined =>
	list.reduce<Role | undefined>(
		(best, { role }) => (best === undefined || ranks[role] > ranks[best] ? role : best),
		undefined,
	);

/** What both allow: a token never does more than the person whose it is may do at that moment. */
export function capped(token: readonly Grant[], owner: readonly Grant[]): Grant[] {
	const both = new Map<string | null, Role>();
	for (const a of token) {
		for (const b of owner) {
			if (a.region !== null && b.region !== null && a.region !== b.region) continue;
			const region = a.region ?? b.region;
			const role = ranks[a.role] < ranks[b.role] ? a.role : b.role;
			const before = both.get(region);
			if (before === undefined || ranks[role] > ranks[before]) both.set(region, role);
		}
	}
	return [...both].map(([region, role]) => ({ region, role }));
}
