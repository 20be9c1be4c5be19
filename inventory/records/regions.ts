import { eq } from "drizzle-orm";
import type { Database } from "../db/open.ts";
import { regions } from "../db/schema.ts";
import { notFound } from "./refusal.ts";

export async function isRegion(db: Database, id: string): Promise<boolean> {
	const [row] = await db.select({ id: regions.id }).from(regions).where(eq(regions.id, id));
	return row !== undefined;
}

/** Throws 404 for a region that is not here. */
export async function requireRegion(db: Database, id: string): Promise<void> {
	if (await isRegion(db, id)) return;
	throw notFound({
		nl: `De regio "${id}" kennen we niet: kies een regio uit /api/v1/me.`,
		en: `We do not know the region "${id}": choose one from /api/v1/me.`,
	});
}
