import * as z from "zod/mini";
import { schemas } from "../../../shared/model/kinds.ts";
import { requireRole } from "../../access/permission.ts";
import { archive, publish, restore } from "../change-state.ts";
import type { Actor, Context } from "../context.ts";
import { Refusal, recordNotFound } from "../refusal.ts";
import { revise } from "../revise.ts";
import { contactsOf, type RecordRow, readForUpdate } from "../stored.ts";

/** Lists of codes that can be set on many records at once. */
export const settableFields = ["actionLines", "stages", "audiences", "sectors", "regionalGoals", "ambitions"] as const;

export const BulkAction = z.discriminatedUnion("action", [
	z.object({ action: z.literal("publish") }),
	z.object({ action: z.literal("archive") }),
	z.object({ action: z.literal("restore") }),
	z.object({
		action: z.literal("set"),
		field: z.enum(settableFields),
		mode: z.enum(["add", "remove", "replace"]),
		values: z.array(z.string().check(z.regex(/^[a-z0-9-]{1,60}$/))).check(z.maxLength(100)),
	}),
]);
export type BulkAction = z.infer<typeof BulkAction>;

const noSuchField = () =>
	new Refusal(422, "no-such-field", {
		nl: "Dit soort item heeft dit veld niet.",
		en: "Records of this kind do not have this field.",
	});

const changedSince = () =>
	new Refusal(409, "revision-conflict", {
		nl: "Iemand heeft dit item gewijzigd nadat u het aanvinkte. Bekijk het eerst.",
		en: "Somebody changed this record after you ticked it. Look at it first.",
	});

/** The codes of a list field after an action on it. */
function codesAfter(standing: unknown, { mode, values }: BulkAction & { action: "set" }): string[] {
	const before = z.array(z.string()).safeParse(standing).data ?? [];
	if (mode === "add") return [...new Set([...before, ...values])];
	if (mode === "remove") return before.filter((code) => !values.includes(code));
	return [...new Set(values)];
}

/**
 * Does one action to one record through the same verb as for that record alone, in the caller's transaction. Gives the record
 * as it stood before and stands after; throws a {@link Refusal} when it cannot be.
 */
export async function applyTo(
	context: Context,
	actor: Actor,
	action: BulkAction,
	item: { recordId: string; revision: number },
): Promise<{ before: RecordRow; after: RecordRow }> {
	const before = await readForUpdate(context.db, item.recordId);
	if (!before) throw recordNotFound();
	requireRole(actor, "editor", before.region);
	switch (action.action) {
		case "publish":
			// What somebody has not seen is not published by a tick.
			if (before.revision !== item.revision) throw changedSince();
			if (before.state !== "published" || before.publishedRevision !== before.revision)
				await publish(context, actor, before.id, item.revision);
			break;
		case "archive":
			if (before.state !== "archived") await archive(context, actor, before.id);
			break;
		case "restore":
			if (before.state === "archived") await restore(context, actor, before.id);
			break;
		case "set": {
			if (!Object.hasOwn(schemas[before.kind].shape, action.field)) throw noSuchField();
			const codes = codesAfter(before.data[action.field], action);
			const record = { ...before.data, contacts: await contactsOf(context.db, before.id), [action.field]: codes };
			await revise(context, actor, before.id, { record, baseRevision: before.revision, language: "nl" });
		}
	}
	const after = await readForUpdate(context.db, item.recordId);
	if (!after) throw recordNotFound();
	return { before, after };
}
