import { and, eq, ne, sql } from "drizzle-orm";
import type { RecordState } from "../../../shared/model/clip.ts";
import type { Indicator } from "../../../shared/model/indicator.ts";
import { schemas } from "../../../shared/model/kinds.ts";
import { fold } from "../../../shared/model/query.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { requireRole } from "../../access/permission.ts";
import type { Database } from "../../db/open.ts";
import { records } from "../../db/schema.ts";
import type { Actor, Context } from "../../records/context.ts";
import { writeNewRecord } from "../../records/new-record.ts";
import { Refusal } from "../../records/refusal.ts";
import { requireRegion } from "../../records/regions.ts";
import { invalidRecord } from "../../records/revise.ts";
import { writeAudit } from "../../records/stored.ts";

/** The names by which a table may call an indicator, as sentences need them. */
const names = {
	title: {
		nl: { its: "de titel", other: "een andere titel", taken: "Deze titel is al in gebruik." },
		en: { its: "the title", other: "another title", taken: "This title is taken." },
	},
	slug: {
		nl: { its: "het kenmerk", other: "een ander kenmerk", taken: "Dit kenmerk is al in gebruik." },
		en: { its: "the id", other: "another id", taken: "This id is taken." },
	},
} as const;

interface Standing {
	title: string;
	state: RecordState;
	slug: string | null;
}

/** `other` goes by the same name already. */
function taken(field: "title" | "slug", other: Standing, language: Language): Refusal {
	const { nl, en } = names[field];
	const which = field === "title" ? `“${other.title}”` : `“${other.slug}”: ${other.title}`;
	const archived = other.state === "archived";
	return new Refusal(
		409,
		"indicator-exists",
		{
			nl: `Deze regio heeft al een indicator met ${nl.its} ${which}.`,
			en: `This region already has an indicator with ${en.its} ${which}.`,
		},
		{
			detail: {
				nl: `${archived ? "Haal die terug uit het archief" : "Open die en wijzig hem"}, of kies ${nl.other}.`,
				en: `${archived ? "Restore it from the archive" : "Open that one and change it"}, or choose ${en.other}.`,
			},
			errors: [{ field, message: names[field][language].taken }],
		},
	);
}

/** Throws 409 when another indicator of the region has such a name: a table could not say which of the two it means. */
async function requireOwnNames(db: Database, region: string, { title, slug }: Indicator, language: Language) {
	const standing = await db
		.select({ title: records.title, state: records.state, slug: sql<string | null>`${records.data}->>'slug'` })
		.from(records)
		.where(and(eq(records.region, region), eq(records.kind, "indicator"), ne(records.state, "merged")));
	const titled = standing.find((one) => fold(one.title) === fold(title));
	if (titled) throw taken("title", titled, language);
	const slugged = standing.find((one) => slug !== undefined && one.slug === slug);
	if (slugged) throw taken("slug", slugged, language);
}

/**
 * Adds an indicator to a region, in review: it is edited and published like the rest. Throws 422 with a sentence for each
 * wrong field, and 409 when the title or slug is another indicator's already.
 */
export async function addIndicator(
	context: Context,
	actor: Actor,
	{ region, record, language }: { region: string; record: unknown; language: Language },
): Promise<{ id: string; revision: number }> {
	requireRole(actor, "editor", region);
	await requireRegion(context.db, region);
	const parsed = schemas.indicator.safeParse(record);
	if (!parsed.success) throw invalidRecord(parsed.error.issues, record, language);
	const { data } = parsed;
	return context.db.transaction(async (tx) => {
		// There is no row to lock yet, and of two who add the same one at once only one is first.
		await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`indicators ${region}`}))`);
		await requireOwnNames(tx, region, data, language);
		const id = await writeNewRecord(context, tx, actor, { kind: "indicator", region, data, via: "edit" });
		await writeAudit(context, tx, actor, "create", id);
		return { id, revision: 1 };
	});
}
