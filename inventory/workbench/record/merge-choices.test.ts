import { describe, expect, it } from "vitest";
import { canHaveBoth, comparedFields, fieldsToSend, firstChoice, likelySurvivor } from "./merge-choices.ts";

const one = {
	kind: "initiative",
	data: { title: "Techniekbus", stages: ["po"], goal: "Ervaren", nature: "activity" },
} as const;
const other = {
	kind: "initiative",
	data: { title: "De techniekbus", stages: ["vmbo"], result: "62 scholen", nature: "activity", ambitions: [] },
} as const;

describe("choosing between two records", () => {
	it("asks about what differs, in the order of the form, and not about what is the same or empty", () => {
		expect(comparedFields(one, other)).toEqual({ differing: ["title", "goal", "stages", "result"], equal: ["nature"] });
	});

	it("starts from what only one has, both of lists, and else from the record that stays", () => {
		const first = (field: string) => firstChoice(one, other, field, "other");
		expect(["title", "stages", "goal", "result"].map(first)).toEqual(["other", "both", "this", "other"]);
		expect(canHaveBoth(one, other, "title")).toBe(false);
	});

	it("sends only what is not as the record that stays has it, seen from the one that goes", () => {
		const choices = { title: "this", goal: "other", stages: "both" } as const;
		expect(fieldsToSend(choices, "this")).toEqual({ goal: "this", stages: "both" });
		expect(fieldsToSend(choices, "other")).toEqual({ title: "this", stages: "both" });
	});

	it("lets the one stay that the public knows, else the older", () => {
		const [old, young] = ["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"];
		expect(likelySurvivor({ state: "clipped", createdAt: old }, { state: "published", createdAt: young })).toBe(
			"other",
		);
		expect(likelySurvivor({ state: "clipped", createdAt: young }, { state: "in-review", createdAt: old })).toBe(
			"other",
		);
		expect(likelySurvivor({ state: "published", createdAt: old }, { state: "published", createdAt: young })).toBe(
			"this",
		);
	});
});
