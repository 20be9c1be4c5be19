import { asc, eq, inArray } from "drizzle-orm";
import * as z from "zod/mini";
import { Region } from "../../shared/model/region.ts";
import { requireRole } from "../access/permission.ts";
import { regions } from "../db/schema.ts";
import type { Actor, Context } from "./context.ts";
import type { VisibleRegions } from "./list-search.ts";
import { writeAudit } from "./stored.ts";

/** What an administrator may say of a region; its id is in the address and stays. */
export const RegionInput = z.omit(Region, { id: true });
export type RegionInput = z.infer<typeof RegionInput>;

/** The regions that somebody sees, by name. */
export async function listRegions({ db }: Context, visible: VisibleRegions): Promise<Region[]> {
	const rows = await db
		.select({ data: regions.data })
		.from(regions)
		.where(visible === "all" ? undefined : inArray(regions.id, [...visible, ""]))
		.orderBy(asc(regions.name));
	return rows.map(({ data }) => data);
}

/**
 * Changes a region, for its administrator, or adds one, for who is that everywhere. Its feeds and pages stand when this resolves.
 */
export async function saveRegion(
	context: Context,
	actor: Actor,
	id: string,
	input: RegionInput,
): Promise<{ created: boolean; region: Region }> {
	const region = await context.db.transaction(async (tx) => {
		const [before] = await tx.select().from(regions).where(eq(regions.id, id)).for("update");
		requireRole(actor, "admin", before ? id : null);
		// What this page does not know of a region stays.
		const data = { ...before?.data, ...input, id };
		await tx
			.insert(regions)
			.values({ id, name: data.name, data })
			.onConflictDoUpdate({ target: regions.id, set: { name: data.name, data } });
		await writeAudit(context, tx, actor, before ? "change-region" : "add-region", null, { region: id });
		return { created: !before, region: data };
	});
	await context.regionsChanged();
	return region;
}
