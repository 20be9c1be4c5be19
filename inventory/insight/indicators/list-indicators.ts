import { and, eq, inArray } from "drizzle-orm";
import { periodOf } from "../../../shared/insight/indicators/period.ts";
import { type Latest, latestOf } from "../../../shared/insight/indicators/series.ts";
import { distanceOf, type Target, targetOf } from "../../../shared/insight/indicators/target.ts";
import { type Indicator, indicatorFields } from "../../../shared/model/indicator.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { requireRole } from "../../access/permission.ts";
import { records } from "../../db/schema.ts";
import type { Actor, Context } from "../../records/context.ts";
import { requireRegion } from "../../records/regions.ts";

export interface ListedIndicator {
	id: string;
	title: string;
	slug: string | null;
	unit: string;
	perspective: Indicator["perspective"] | null;
	state: string;
	sample: boolean;
	observations: number;
	latest: Latest | null;
	target: Target | null;
	/** How far the one is from the other, in words. */
	distance: (Readonly<Record<Language, string>> & { reached: boolean }) | null;
	updatedAt: string;
	/** The end of the last period that was measured, in years with a fraction. */
	measuredUntil: number | null;
	/** Nothing was measured of the last two years. */
	stale: boolean;
}

/** No region steers by more; it also keeps one question from taking all of the service. */
const most = 2000;
/** A figure of last year often comes late in the next one. */
const freshYears = 2;

const yearOf = (moment: Date): number =>
	moment.getUTCFullYear() + (moment.getTime() - Date.UTC(moment.getUTCFullYear(), 0, 1)) / (365.25 * 86_400_000);

function listed(
	row: { id: string; state: string; updatedAt: Date },
	indicator: Omit<Indicator, "contacts">,
	now: number,
): ListedIndicator {
	const ends = indicator.observations.flatMap(({ period }) => periodOf(period)?.end ?? []);
	const measuredUntil = ends.length > 0 ? ends.reduce((a, b) => Math.max(a, b)) : null;
	const distance = distanceOf(indicator);
	return {
		id: row.id,
		title: indicator.title,
		slug: indicator.slug ?? null,
		unit: indicator.unit,
		perspective: indicator.perspective ?? null,
		state: row.state,
		sample: indicator.sample !== undefined,
		observations: indicator.observations.length,
		latest: latestOf(indicator) ?? null,
		target: targetOf(indicator) ?? null,
		distance: distance ? { ...distance.words, reached: distance.reached } : null,
		updatedAt: row.updatedAt.toISOString(),
		measuredUntil,
		stale: measuredUntil === null || now - measuredUntil > freshYears,
	};
}

/** Stale ones first, and of those the longest without a figure; what was never measured leads. */
const byNeed = (a: ListedIndicator, b: ListedIndicator): number =>
	Number(b.stale) - Number(a.stale) ||
	(a.measuredUntil ?? 0) - (b.measuredUntil ?? 0) ||
	a.title.localeCompare(b.title, "nl");

/** The indicators of a region as staff keep them, those that want attention first. For editors there. */
export async function listIndicators(context: Context, actor: Actor, region: string): Promise<ListedIndicator[]> {
	requireRole(actor, "editor", region);
	await requireRegion(context.db, region);
	const rows = await context.db
		.select({ id: records.id, state: records.state, updatedAt: records.updatedAt, data: records.data })
		.from(records)
		.where(
			and(
				eq(records.region, region),
				eq(records.kind, "indicator"),
				inArray(records.state, ["clipped", "in-review", "published"]),
			),
		)
		.limit(most);
	const now = yearOf(context.now());
	return rows
		.flatMap((row) => {
			const parsed = indicatorFields.safeParse(row.data);
			return parsed.success ? [listed(row, parsed.data, now)] : [];
		})
		.sort(byNeed);
}
