import { and, asc, eq, inArray } from "drizzle-orm";
import * as z from "zod/mini";
import { type Coverable, columnAxes, rowAxes } from "../../../shared/insight/coverage/axes.ts";
import { type Coverage, coverageOf } from "../../../shared/insight/coverage/coverage-of.ts";
import { Initiative } from "../../../shared/model/initiative.ts";
import type { Region } from "../../../shared/model/region.ts";
import { Slug } from "../../../shared/model/values.ts";
import { requireRole } from "../../access/permission.ts";
import { records } from "../../db/schema.ts";
import type { PublishedSite } from "../../publish/site.ts";
import type { Actor, Context } from "../../records/context.ts";
import { requireRegion } from "../../records/regions.ts";

/** What a matrix is asked for. `of`: what the public sees, or every initiative that is not archived. */
export const CoverageQuery = z.object({
	region: Slug,
	/** A second region to set beside it. */
	with: z.optional(Slug),
	rows: z._default(z.enum(rowAxes), "action-line"),
	columns: z._default(z.enum(columnAxes), "stage"),
	of: z._default(z.enum(["published", "all"]), "published"),
});
export type CoverageQuery = z.infer<typeof CoverageQuery>;

export interface CoveredInitiative {
	id: string;
	title: string;
	region: string;
	state: string;
}

export interface CoverageAnswer {
	/** One, or two to compare. */
	regions: { id: string; name: string; coverage: Coverage }[];
	/** Those that stand in the cells. */
	initiatives: CoveredInitiative[];
	/** The regions that can be set beside it. */
	others: { id: string; name: string }[];
	/** There are more initiatives than one matrix counts. */
	more: boolean;
}

/** Nobody reads a matrix of more than these; it also keeps one question from taking all of the service. */
const most = 5000;

interface Titled extends Coverable {
	readonly title: string;
	readonly state: string;
}

async function storedIn({ db }: Context, region: string): Promise<Titled[]> {
	const rows = await db
		.select({ id: records.id, state: records.state, title: records.title, data: records.data })
		.from(records)
		.where(
			and(
				eq(records.region, region),
				eq(records.kind, "initiative"),
				inArray(records.state, ["clipped", "in-review", "published"]),
			),
		)
		.orderBy(asc(records.titleKey), asc(records.id))
		.limit(most + 1);
	return rows.map(({ data, ...row }) => ({ ...Initiative.safeParse(data).data, ...row }));
}

async function publishedIn(site: PublishedSite, region: string): Promise<Titled[]> {
	const items = (await site.items(region, "initiatives"))?.items ?? [];
	return items
		.map((item) => ({ ...item, state: "published" }))
		.sort((one, other) => one.title.localeCompare(other.title, "nl"));
}

/**
 * The coverage of a region, or of two side by side. Throws a Refusal 403 for a region that the actor has no business in (the
 * second one may be any when only what is public is asked), 404 for one that does not exist.
 */
export async function coverage(
	context: Context,
	site: PublishedSite,
	actor: Actor,
	query: CoverageQuery,
): Promise<CoverageAnswer> {
	const { rows, columns, of } = query;
	requireRole(actor, "editor", query.region);
	if (query.with && of === "all") requireRole(actor, "editor", query.with);
	const known = await site.regions();
	const answer: CoverageAnswer = {
		regions: [],
		initiatives: [],
		others: known.filter(({ id }) => id !== query.region).map(({ id, name }) => ({ id, name })),
		more: false,
	};
	const asked = query.with && query.with !== query.region ? [query.region, query.with] : [query.region];
	for (const id of asked) {
		await requireRegion(context.db, id);
		const region: Pick<Region, "id" | "name" | "municipalities"> = known.find((one) => one.id === id) ?? {
			id,
			name: id,
			municipalities: [],
		};
		const found = of === "all" ? await storedIn(context, id) : await publishedIn(site, id);
		answer.more ||= found.length > most;
		const counted = found.slice(0, most);
		const { name, municipalities } = region;
		answer.regions.push({ id, name, coverage: coverageOf(counted, { rows, columns, municipalities }) });
		answer.initiatives.push(...counted.map(({ id: own, title, state }) => ({ id: own, title, region: id, state })));
	}
	return answer;
}
