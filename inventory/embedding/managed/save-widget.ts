import { eq, sql } from "drizzle-orm";
import type { WidgetAttributes, WidgetKind } from "../../../shared/model/widget.ts";
import { requireRole } from "../../access/permission.ts";
import { widgets } from "../../db/schema.ts";
import type { Actor, Context } from "../../records/context.ts";
import { writeAudit } from "../../records/stored.ts";
import { type Conditions, checkConditions, viewOf, type WidgetView } from "./stored-widget.ts";
import type { WidgetFiles } from "./widget-files.ts";

/**
 * Keeps a configuration under its name; resolves when the public file holds it. Throws a Refusal 412 when `conditions` ask
 * for another version than the one that stands. Saving what stands already changes nothing, not even the time.
 */
export async function saveWidget(
	context: Context,
	files: WidgetFiles,
	actor: Actor,
	input: { name: string; kind: WidgetKind; attributes: WidgetAttributes },
	conditions: Conditions = {},
): Promise<WidgetView & { created: boolean }> {
	const result = await context.db.transaction(async (tx) => {
		// There may be no row to lock yet, and of two who make the same name at once only one is first.
		await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`widget ${input.name}`}))`);
		const [before] = await tx.select().from(widgets).where(eq(widgets.name, input.name));
		// A configuration without a region is about all of them.
		for (const { attributes } of before ? [before, input] : [input])
			requireRole(actor, "editor", attributes.region ?? null);
		checkConditions(before, conditions);
		const row = { ...input, updatedBy: actor.name, updatedAt: context.now() };
		if (before && viewOf(before).tag === viewOf(row).tag) return { created: false, ...viewOf(before) };
		await tx.insert(widgets).values(row).onConflictDoUpdate({ target: widgets.name, set: row });
		await writeAudit(context, tx, actor, "save-widget", null, { name: input.name, kind: input.kind });
		return { created: !before, ...viewOf(row) };
	});
	await files.publish(input.name);
	return result;
}
