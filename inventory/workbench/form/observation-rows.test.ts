import { describe, expect, it } from "vitest";
import { Indicator } from "../../../shared/model/indicator.ts";
import { changedDefinition, lastPeriod } from "./definition-change.ts";
import { takeTable, versionsOf, withSlice } from "./observation-rows.ts";
import { sliceFrom, sliceText } from "./slice.ts";

const draft = {
	title: "Voorbeeld",
	unit: "leerlingen",
	definition: "Zo telden we toen.",
	source: { name: "Voorbeeldbron" },
	observations: [
		{ period: "2022", value: 10 },
		{ period: "2023", value: "elf" },
		{ period: "2021", value: 9 },
	],
};

describe("a table pasted into the observations", () => {
	it("changes what is there, adds what is new, and leaves a row that is not right yet in its place", () => {
		const taken = takeTable(draft, "2022\t12,5\n2024\t14\tvoorlopig\nooit\t1", []);
		expect(taken).toMatchObject({ added: 1, changed: 1, unchanged: 0, left: "ooit\t1" });
		expect(taken.observations).toEqual([
			{ period: "2022", value: 12.5, version: 1 },
			{ period: "2023", value: "elf" },
			{ period: "2021", value: 9, version: 1 },
			{ period: "2024", value: 14, note: "voorlopig", version: 1 },
		]);
	});

	it("keeps the headings above what is left, and takes nothing of a table without a value", () => {
		expect(takeTable(draft, "periode;waarde\n2024;veel\n2025;1", []).left).toBe("periode;waarde\n2024;veel");
		const none = takeTable(draft, "periode;school\n2024;A", []);
		expect(none.problem).toBeDefined();
		expect(none.left).toBe("periode;school\n2024;A");
		expect(none.observations).toEqual(draft.observations);
	});
});

describe("a change of definition", () => {
	const next = { ...draft, observations: draft.observations.slice(2) };
	const after = { ...next, ...changedDefinition(next, { until: lastPeriod(next), note: "Nieuwe telling" }) };

	it("keeps the old one with the observations that it measured, and starts another", () => {
		expect(after).toMatchObject({
			version: 2,
			earlier: [
				{
					version: 1,
					unit: "leerlingen",
					definition: "Zo telden we toen.",
					source: { name: "Voorbeeldbron" },
					until: "2021",
					note: "Nieuwe telling",
				},
			],
			observations: [{ period: "2021", value: 9, version: 1 }],
		});
		expect(versionsOf(after)).toEqual([2, 1]);
		expect(Indicator.safeParse(after).success).toBe(true);
	});

	it("gives what comes after it to the new definition", () => {
		expect(takeTable(after, "2021;40", []).observations).toEqual([
			{ period: "2021", value: 9, version: 1 },
			{ period: "2021", value: 40, version: 2 },
		]);
	});
});

describe("a slice as text", () => {
	it("is read back as it was", () => {
		const slice = { school: "Het Voorbeeld", municipality: "gm0034" };
		expect(sliceText(slice, "nl")).toBe("School: Het Voorbeeld; Gemeente: Almere");
		expect(sliceFrom(sliceText(slice, "nl"))).toEqual(slice);
	});

	it("stays text until it says of what it is, and nothing is no slice", () => {
		expect(sliceFrom("Het Voorbeeld")).toBe("Het Voorbeeld");
		expect(sliceFrom(" ")).toBeUndefined();
		expect(withSlice({ period: "2023", breakdown: { school: "A" } }, "school", "")).toEqual({ period: "2023" });
	});
});
