import { and, desc, eq, ilike, inArray, isNull, lt, or } from "drizzle-orm";
import { audit, records } from "../db/schema.ts";
import type { Actor, Context } from "../records/context.ts";
import { regionsOf } from "./permission.ts";

export interface AuditSearch {
	/** A part of the name. */
	by?: string | undefined;
	action?: string | undefined;
	record?: string | undefined;
	/** The last id of the page before. */
	after?: number | undefined;
	limit: number;
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (character) => `\\${character}`);

/**
 * Who did what, the latest first. Of records an administrator sees what happened in her regions; what is about no record
 * (sign-ins, staff, widgets) only who administers every region, and of others what they did themselves.
 */
export async function findAudit({ db }: Context, actor: Actor, search: AuditSearch) {
	const regions = regionsOf(actor, "admin");
	const mine =
		regions === "all"
			? undefined
			: or(inArray(records.region, [...regions]), and(isNull(audit.recordId), eq(audit.by, actor.name)));
	const rows = await db
		.select({
			id: audit.id,
			at: audit.at,
			by: audit.by,
			action: audit.action,
			detail: audit.detail,
			recordId: audit.recordId,
			title: records.title,
			region: records.region,
		})
		.from(audit)
		.leftJoin(records, eq(records.id, audit.recordId))
		.where(
			and(
				mine,
				search.by ? ilike(audit.by, `%${escapeLike(search.by)}%`) : undefined,
				search.action ? eq(audit.action, search.action) : undefined,
				search.record ? eq(audit.recordId, search.record) : undefined,
				search.after ? lt(audit.id, search.after) : undefined,
			),
		)
		.orderBy(desc(audit.id))
		.limit(search.limit + 1);
	const page = rows.slice(0, search.limit);
	return {
		items: page.map(({ recordId, title, region, at, ...entry }) => ({
			...entry,
			at: at.toISOString(),
			record: recordId === null ? null : { id: recordId, title, region },
		})),
		next: rows.length > search.limit ? String(page.at(-1)?.id ?? "") : null,
	};
}
