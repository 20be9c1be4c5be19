import { Refusal } from "../../records/refusal.ts";

/** Where a page of a list by moment ended, as text for a client to give back. */
export const writeCursor = (at: Date, id: string): string =>
	Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");

/** Throws 400 for what is none. */
export function readCursor(cursor: string): { at: Date; id: string } {
	const [at = "", id = ""] = Buffer.from(cursor, "base64url").toString().split(" ");
	if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) {
		throw new Refusal(400, "invalid-cursor", {
			nl: "De waarde van after klopt niet: neem next uit het vorige antwoord over.",
			en: "The value of after is not right: copy next from the previous answer.",
		});
	}
	return { at: new Date(at), id };
}
