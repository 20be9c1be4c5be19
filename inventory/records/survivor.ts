import { eq } from "drizzle-orm";
import { records } from "../db/schema.ts";
import type { Context } from "./context.ts";

/** Longer chains of merges do not happen; a circle would be one. */
const mostSteps = 10;

/**
 * The id of the record that `id` was merged into, in the end; undefined when it was not merged, or when the database is away:
 * who asks is on the way to "not found" and has nothing better to do with the error.
 */
export async function survivorOf({ db }: Pick<Context, "db">, id: string): Promise<string | undefined> {
	let found: string | undefined;
	try {
		for (let step = 0; step < mostSteps; step++) {
			const [row] = await db
				.select({ into: records.mergedInto })
				.from(records)
				.where(eq(records.id, found ?? id));
			if (!row?.into) return found;
			found = row.into;
		}
		return undefined;
	} catch {
		return undefined;
	}
}
