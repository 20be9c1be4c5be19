import { asc } from "drizzle-orm";
import { regions } from "../db/schema.ts";
import type { Actor, Context } from "../records/context.ts";
import { highestRole } from "./grants.ts";
import { may } from "./permission.ts";

/** Who somebody is, for the programs and pages that ask: the regions are those that one may do something in. */
export async function describeActor(context: Context, actor: Actor) {
	const all = await context.db.select({ id: regions.id, name: regions.name }).from(regions).orderBy(asc(regions.name));
	return {
		name: actor.name,
		role: actor.role,
		/** The account, of people who have one. */
		staff: actor.staff ?? null,
		everywhere: actor.grants.some(({ region }) => region === null),
		regions: all
			.filter(({ id }) => may(actor, "clipper", id))
			.map((region) => ({
				...region,
				role: highestRole(actor.grants.filter((grant) => grant.region === null || grant.region === region.id)),
			})),
	};
}
