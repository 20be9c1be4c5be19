import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { v5 as nameBased } from "uuid";
import * as z from "zod/mini";
import { type DataOf, type Kind, schemas } from "../../shared/model/kinds.ts";
import { Region } from "../../shared/model/region.ts";
import type { RecordId } from "../../shared/model/values.ts";
import { addDays, fromZone, inZone } from "../../shared/text/zoned-time.ts";

/** A record of a sample region, its dates filled in relative to the day of loading. */
export interface SampleRecord {
	id: RecordId;
	kind: Kind;
	data: DataOf[Kind];
}

export interface SampleRegion {
	region: Region;
	records: SampleRecord[];
}

const zone = "Europe/Amsterdam";
const days = z.int();
/** `initiative` is the key of an initiative in the same region. */
const Keyed = z.looseObject({ key: z.string(), initiative: z.optional(z.string()) });
/**
 * Events say in how many days or, when they are of a year long past, on which date, at what time and for how many minutes;
 * `movedFromInDays` is where a rescheduled one stood.
 */
const SampleEvent = z.extend(Keyed, {
	inDays: z.optional(days),
	on: z.optional(z.iso.date()),
	at: z.string().check(z.regex(/^\d\d:\d\d$/)),
	minutes: z.int().check(z.positive()),
	movedFromInDays: z.optional(days),
});
const SampleOpportunity = z.extend(Keyed, {
	postedDaysAgo: days,
	validForDays: days,
	startsInDays: z.optional(days),
});

type SampleData = Record<string, unknown> & { key: string; initiative?: string | undefined };

/** An event's relative days made dates: what stands in the file beside them is the record's own data. */
function eventData(entry: unknown, today: string): SampleData {
	const { inDays = 0, on = addDays(today, inDays), at, minutes, movedFromInDays, ...data } = SampleEvent.parse(entry);
	const start = fromZone(on, at, zone);
	return {
		...data,
		start: inZone(start, zone),
		end: inZone(start + minutes * 60_000, zone),
		...(movedFromInDays !== undefined && {
			previousStart: inZone(fromZone(addDays(today, movedFromInDays), at, zone), zone),
		}),
	};
}

function opportunityData(entry: unknown, today: string): SampleData {
	const { postedDaysAgo, validForDays, startsInDays, ...data } = SampleOpportunity.parse(entry);
	return {
		...data,
		datePosted: addDays(today, -postedDaysAgo),
		validThrough: addDays(today, validForDays),
		...(startsInDays !== undefined && { start: addDays(today, startsInDays) }),
	};
}

const files: readonly { file: string; kind: Kind; data: (entry: unknown, today: string) => SampleData }[] = [
	{ file: "organizations.json", kind: "organization", data: (entry) => Keyed.parse(entry) },
	{ file: "initiatives.json", kind: "initiative", data: (entry) => Keyed.parse(entry) },
	{ file: "indicators.json", kind: "indicator", data: (entry) => Keyed.parse(entry) },
	{ file: "events.json", kind: "event", data: eventData },
	{ file: "opportunities.json", kind: "opportunity", data: opportunityData },
];

/** The same on every machine. Name-based UUIDs are RecordIds by construction. */
const idOf = (region: string, kind: Kind, key: string) =>
	nameBased(`https://regiotechniek.example/${region}/${kind}/${key}`, nameBased.URL) as RecordId;

/**
 * Reads one folder of `demo/regions`. `today` is a date such as `2026-11-21`. An entry's `key` gives it the same id on every
 * machine. Throws with file and key when an entry does not satisfy its kind's schema: samples are ours, so that is a bug.
 */
export async function readSampleRegion(folder: string, today: string): Promise<SampleRegion> {
	const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(folder, file), "utf8"));
	const region = Region.parse(await json("region.json"));
	const records: SampleRecord[] = [];
	for (const { file, kind, data } of files) {
		for (const entry of z.array(z.unknown()).parse(await json(file))) {
			const { key, initiative, ...rest } = data(entry, today);
			if (initiative && !records.some((record) => record.id === idOf(region.id, "initiative", initiative)))
				throw new Error(`${folder}/${file}, ${key}: there is no initiative ${initiative}`);
			const link = initiative && { initiative: { id: idOf(region.id, "initiative", initiative) } };
			const parsed = schemas[kind].safeParse({ ...rest, ...link });
			if (!parsed.success) throw new Error(`${folder}/${file}, ${key}: ${z.prettifyError(parsed.error)}`);
			records.push({ id: idOf(region.id, kind, key), kind, data: parsed.data });
		}
	}
	return { region, records };
}

export const sampleRegionIds = ["midden-brabant", "noord-veluwe", "flevoland", "oost", "noordwest"] as const;
