import { Refusal } from "../records/refusal.ts";

/** The ETag of a record: its revision, which every change of its data moves on. */
export const revisionTag = (revision: number) => `"r${revision}"`;

const revisionIn = (tag: string): number | undefined => {
	const digits = /^\s*"r(\d{1,9})"\s*$/.exec(tag)?.[1];
	return digits === undefined ? undefined : Number(digits);
};

/**
 * Runs a change on the revision that the client saw: by `If-Match`, or by `baseRevision` in the body. Throws 428 when it says
 * neither, and 412 when `If-Match` names another revision than the one that stands; `baseRevision` keeps its 409.
 */
export async function guarded(
	ifMatch: string | undefined,
	baseRevision: number | undefined,
	change: (baseRevision: number) => Promise<void>,
): Promise<void> {
	if (ifMatch === undefined) {
		if (baseRevision !== undefined) return change(baseRevision);
		throw new Refusal(428, "revision-required", {
			nl: "Noem de versie waarop u voortbouwt: If-Match met de ETag van het item, of baseRevision in het verzoek.",
			en: "Name the revision that you build on: If-Match with the record's ETag, or baseRevision in the body.",
		});
	}
	try {
		// A tag that is none of ours names no revision, so it cannot be the one that stands.
		await change(revisionIn(ifMatch) ?? -1);
	} catch (error) {
		if (!(error instanceof Refusal) || error.code !== "revision-conflict") throw error;
		throw new Refusal(412, error.code, error.title, error.extra);
	}
}
