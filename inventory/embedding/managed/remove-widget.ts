import { eq } from "drizzle-orm";
import { requireRole } from "../../access/permission.ts";
import { widgets } from "../../db/schema.ts";
import type { Actor, Context } from "../../records/context.ts";
import { writeAudit } from "../../records/stored.ts";
import { type Conditions, checkConditions, widgetNotFound } from "./stored-widget.ts";
import type { WidgetFiles } from "./widget-files.ts";

/** Drops a configuration and its public file; pages that name it then show their fallback. Throws 404, or 412 as saving does. */
export async function removeWidget(
	context: Context,
	files: WidgetFiles,
	actor: Actor,
	name: string,
	conditions: Conditions = {},
): Promise<void> {
	await context.db.transaction(async (tx) => {
		const [before] = await tx.select().from(widgets).where(eq(widgets.name, name)).for("update");
		if (!before) throw widgetNotFound();
		requireRole(actor, "editor", before.attributes.region ?? null);
		checkConditions(before, conditions);
		await tx.delete(widgets).where(eq(widgets.name, name));
		await writeAudit(context, tx, actor, "remove-widget", null, { name, kind: before.kind });
	});
	await files.publish(name);
}
