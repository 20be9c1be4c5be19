import { and, asc, eq, gte } from "drizzle-orm";
import type { RecordState } from "../../shared/model/clip.ts";
import type { Kind } from "../../shared/model/kinds.ts";
import type { Database } from "../db/open.ts";
import { records, sources } from "../db/schema.ts";

/** One known record, as little as finding duplicates needs. Gone ones come with their state, so that a copy can drop them. */
export interface KnownEntry {
	id: string;
	kind: Kind;
	title: string;
	state: RecordState;
	updatedAt: string;
	/** Match key of the page it was found on. */
	key?: string;
	place?: string;
	start?: string;
	organization?: string;
}

function detailsOf(data: unknown): Pick<KnownEntry, "place" | "start" | "organization"> {
	if (typeof data !== "object" || data === null) return {};
	const inner = (value: unknown, name: string): string | undefined => {
		const found: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
		return typeof found === "string" ? found : undefined;
	};
	const place = inner(Reflect.get(data, "location"), "place");
	const start = inner(data, "start");
	const organization = inner(Reflect.get(data, "organization") ?? Reflect.get(data, "organizer"), "name");
	return { ...(place && { place }), ...(start && { start }), ...(organization && { organization }) };
}

/**
 * The compact index of a region from which a client finds duplicates without telling which pages are visited.
 * `since` is the cursor of an earlier answer: only what changed from then on comes back.
 */
export async function known(
	db: Database,
	region: string,
	since?: Date,
): Promise<{ region: string; cursor: string; entries: KnownEntry[] }> {
	const rows = await db
		.select({ record: records, key: sources.matchKey })
		.from(records)
		.leftJoin(sources, eq(sources.recordId, records.id))
		.where(and(eq(records.region, region), since && gte(records.updatedAt, since)))
		.orderBy(asc(records.updatedAt), asc(sources.id));
	const entries = new Map<string, KnownEntry>();
	for (const { record, key } of rows) {
		entries.set(record.id, {
			id: record.id,
			kind: record.kind,
			title: record.title,
			state: record.state,
			updatedAt: record.updatedAt.toISOString(),
			...(key && { key }),
			...detailsOf(record.data),
		});
	}
	const cursor = rows.at(-1)?.record.updatedAt ?? since ?? new Date(0);
	return { region, cursor: cursor.toISOString(), entries: [...entries.values()] };
}
