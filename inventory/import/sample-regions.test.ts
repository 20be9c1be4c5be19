import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { eventStatuses } from "../../shared/vocabularies/event-statuses.ts";
import { opportunityTypes } from "../../shared/vocabularies/opportunity-types.ts";
import { codesOf } from "../../shared/vocabularies/vocabulary.ts";
import { readSampleRegion, type SampleRecord, sampleRegionIds } from "./sample-regions.ts";

const folder = (id: string) => join(import.meta.dirname, "../../demo/regions", id);
const today = "2026-11-21";

type Loose = {
	slug?: string;
	status?: string;
	type?: string;
	sample?: string;
	actionLines?: string[];
	partners?: { id?: string }[];
};
const of = (records: SampleRecord[], kind: string) =>
	records.filter((record) => record.kind === kind).map((record) => record.data as Loose);

describe.each(sampleRegionIds)("sample region %s", (id) => {
	it("satisfies every schema, with unique ids", async () => {
		expect(existsSync(folder(id))).toBe(true);
		const { region, records } = await readSampleRegion(folder(id), today);
		expect(region.id).toBe(id);
		expect(new Set(records.map((record) => record.id)).size).toBe(records.length);
	});

	it("has enough events and opportunities, all marked as invented", async () => {
		const { records } = await readSampleRegion(folder(id), today);
		const least = id === "midden-brabant" ? 60 : 15;
		for (const kind of ["event", "opportunity"]) {
			expect(of(records, kind).length).toBeGreaterThanOrEqual(least);
			expect(of(records, kind).every((data) => data.sample === "voorbeeld")).toBe(true);
		}
		expect(new Set(of(records, "event").map((data) => data.status ?? "scheduled"))).toEqual(
			new Set(codesOf(eventStatuses)),
		);
		expect(new Set(of(records, "opportunity").map((data) => data.type))).toEqual(new Set(codesOf(opportunityTypes)));
	});

	it("names only partners that exist as organisations, and an action line on every initiative", async () => {
		const { records } = await readSampleRegion(folder(id), today);
		const known = new Set(of(records, "organization").map((data) => data.slug));
		for (const data of of(records, "initiative")) {
			expect(data.actionLines?.every((line) => line in actionLines) && data.actionLines.length > 0).toBe(true);
			for (const partner of data.partners ?? []) expect(known).toContain(partner.id);
		}
	});
});

describe("the sample regions together", () => {
	it("hold about 120 initiatives and 100 organisations", async () => {
		const all = await Promise.all(sampleRegionIds.map((id) => readSampleRegion(folder(id), today)));
		const count = (kind: string) => all.reduce((sum, { records }) => sum + of(records, kind).length, 0);
		expect(count("initiative")).toBeGreaterThanOrEqual(115);
		expect(count("organization")).toBeGreaterThanOrEqual(100);
	});
});
