import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameValue } from "../form/path.ts";
import { decide, reconcile } from "./reconcile.ts";

const base = { title: "Techniekdag", goal: "Kennismaken", stages: ["vmbo"] };

describe("two people who changed one record", () => {
	it("keeps both changes when they touched different fields", () => {
		const result = reconcile(base, { ...base, title: "Techniekdag 2027" }, { ...base, goal: "Kiezen" });
		expect(result).toEqual({
			merged: { title: "Techniekdag 2027", goal: "Kiezen", stages: ["vmbo"] },
			conflicts: [],
			taken: ["goal"],
		});
	});

	it("asks only about fields that both changed differently", () => {
		const result = reconcile(base, { ...base, title: "A", stages: ["mbo"] }, { ...base, title: "B", stages: ["mbo"] });
		expect(result.conflicts).toEqual([{ field: "title", mine: "A", theirs: "B" }]);
		expect(decide(result, { title: "theirs" })).toEqual({ ...base, title: "B", stages: ["mbo"] });
		expect(decide(result, {})).toEqual({ ...base, title: "A", stages: ["mbo"] });
	});

	it("takes over that they removed a field", () => {
		const { goal: _, ...without } = base;
		expect(reconcile(base, base, without).merged).toEqual(without);
	});

	const draft = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom("1", "2", "3"));

	it("loses no change of mine and none of theirs, whatever they are", () => {
		fc.assert(
			fc.property(draft, draft, draft, (from, mine, theirs) => {
				const result = reconcile(from, mine, theirs);
				const asked = new Set(result.conflicts.map(({ field }) => field));
				for (const field of ["a", "b", "c"]) {
					const iChanged = !sameValue(mine[field], from[field]);
					const expected = iChanged || asked.has(field) ? mine[field] : theirs[field];
					expect(result.merged[field]).toBe(expected);
				}
			}),
		);
	});

	it("gives theirs when every choice is theirs and I changed nothing else", () => {
		fc.assert(
			fc.property(draft, draft, (from, theirs) => {
				expect(decide(reconcile(from, from, theirs), {})).toEqual(theirs);
			}),
		);
	});
});
