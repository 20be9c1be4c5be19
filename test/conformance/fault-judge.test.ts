import { describe, expect, it } from "vitest";
import { judge } from "../faults/judge.ts";

const promised = [
	{ id: "1", marker: "klant-1-1", titles: ["klant-1-1 / 1"] },
	{ id: "2", marker: "klant-1-2", titles: ["klant-1-2 / 1", "klant-1-2 / 2"] },
];
const one = { id: "1", title: "klant-1-1 / 1", revisions: ["klant-1-1 / 1"] };
const two = { id: "2", title: "klant-1-2 / 2", revisions: ["klant-1-2 / 1", "klant-1-2 / 2"] };

// The fault run is only worth its name when it would see a loss.
describe("judging a fault run", () => {
	it("finds nothing wrong when every promise was kept", () => {
		expect(judge(promised, [one, two])).toEqual({ acknowledged: 3, lost: [], doubled: [] });
	});

	it("finds a clip that was acknowledged and is not there", () => {
		expect(judge(promised, [two]).lost).toEqual(["klant-1-1: acknowledged, not there"]);
	});

	it("finds a revision that was acknowledged and undone", () => {
		const undone = { id: "2", title: "klant-1-2 / 1", revisions: ["klant-1-2 / 1"] };
		expect(judge(promised, [one, undone]).lost).toHaveLength(2);
	});

	it("finds a clip that is there twice", () => {
		expect(judge(promised, [one, two, { ...one, id: "9" }]).doubled).toEqual(["klant-1-1: both 1 and 9"]);
	});

	it("finds a revision that was stored twice", () => {
		const twice = { ...two, revisions: [...two.revisions, "klant-1-2 / 2"] };
		expect(judge(promised, [one, twice]).doubled).toEqual(["klant-1-2 / 2: revision stored 2 times"]);
	});

	it("does not mind a clip that was stored though its client never heard so", () => {
		const unheard = { id: "3", title: "klant-2-1 / 1", revisions: ["klant-2-1 / 1"] };
		expect(judge(promised, [one, two, unheard])).toMatchObject({ lost: [], doubled: [] });
	});
});
