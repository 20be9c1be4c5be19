import { and, eq } from "drizzle-orm";
import type { Database } from "../db/open.ts";
import { introductions } from "../db/schema.ts";

/** An introduction that went along with a merge, and as which of its two sides. */
export interface MovedIntroduction {
	id: string;
	side: "request" | "offer";
}

const columns = { request: introductions.requestId, offer: introductions.offerId } as const;
const others = { request: introductions.offerId, offer: introductions.requestId } as const;
const changeOf = (side: MovedIntroduction["side"], id: string) =>
	side === "request" ? { requestId: id } : { offerId: id };

/**
 * Lets the introductions of a record that is merged go on with the one that stays. Where that one was introduced to the same record
 * already, each keeps what was written of it.
 */
export async function moveIntroductions(tx: Database, from: string, to: string): Promise<MovedIntroduction[]> {
	const moved: MovedIntroduction[] = [];
	for (const side of ["request", "offer"] as const) {
		const other = others[side];
		const standing = await tx.select({ other }).from(introductions).where(eq(columns[side], to));
		const taken = new Set([to, ...standing.map((row) => row.other)]);
		const rows = await tx.select({ id: introductions.id, other }).from(introductions).where(eq(columns[side], from));
		for (const row of rows) {
			if (taken.has(row.other)) continue;
			await tx.update(introductions).set(changeOf(side, to)).where(eq(introductions.id, row.id));
			moved.push({ id: row.id, side });
		}
	}
	return moved;
}

/** Gives introductions back to the record that they were of, unless they were changed to be of yet another. */
export async function moveIntroductionsBack(
	tx: Database,
	moved: readonly MovedIntroduction[],
	from: string,
	to: string,
): Promise<void> {
	for (const { id, side } of moved)
		await tx
			.update(introductions)
			.set(changeOf(side, to))
			.where(and(eq(introductions.id, id), eq(columns[side], from)));
}
