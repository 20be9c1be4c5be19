import type { OpenDatabase } from "../db/open.ts";
import { staff } from "../db/schema.ts";
import type { Context } from "../records/context.ts";
import { everywhere, operator } from "./permission.ts";
import { inviteStaff } from "./staff.ts";

/** Under this name the first one comes in, and finds a new link with `staff link`. */
const firstName = "beheerder";

/**
 * The secret of a one-time link for the first administrator, while nobody has an account yet; undefined from then on. Of several
 * processes that start at once on one database only one gets it.
 */
export const firstAdministrator = (
	context: Context,
	{ alone }: Pick<OpenDatabase, "alone">,
): Promise<string | undefined> =>
	alone("first administrator", async () => {
		const [anybody] = await context.db.select({ id: staff.id }).from(staff).limit(1);
		if (anybody) return undefined;
		return (await inviteStaff(context, operator, { name: firstName, grants: everywhere("admin") })).link;
	});
