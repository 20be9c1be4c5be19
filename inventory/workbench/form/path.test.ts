import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differingFields, isEmpty, sameValue, tidy, valueAt, withValue } from "./path.ts";

describe("a path into a draft", () => {
	it("reads and writes inside objects and lists", () => {
		const draft = { title: "A", partners: [{ name: "X" }, { name: "Y" }] };
		const changed = withValue(draft, "partners.1.name", "Z");
		expect(valueAt(changed, "partners.1.name")).toBe("Z");
		expect(draft.partners[1]?.name).toBe("Y");
	});

	it("makes the objects on the way and takes empty ones away again", () => {
		const made = withValue({ title: "A" }, "planning.start", "2026-11-21");
		expect(made).toEqual({ title: "A", planning: { start: "2026-11-21" } });
		expect(withValue(made, "planning.start", undefined)).toEqual({ title: "A" });
	});

	it("keeps a list entry in place when its last field is emptied", () => {
		expect(withValue({ partners: [{ name: "X" }, { name: "Y" }] }, "partners.0.name", undefined)).toEqual({
			partners: [{}, { name: "Y" }],
		});
	});

	it("never reaches into what objects inherit", () => {
		expect(valueAt({}, "constructor.name")).toBeUndefined();
		withValue({}, "__proto__.polluted", "yes");
		expect(Reflect.get({}, "polluted")).toBeUndefined();
	});

	it("reads back whatever was written, for any path and value", () => {
		const key = fc.stringMatching(/^[a-z]{1,6}$/);
		fc.assert(
			fc.property(
				fc.dictionary(key, fc.jsonValue()),
				fc.array(key, { minLength: 1, maxLength: 4 }),
				fc.string(),
				(draft, keys, value) => {
					// A list has numbered places only: a named path through one is not something a form asks for.
					fc.pre(!keys.some((_, length) => Array.isArray(valueAt(draft, keys.slice(0, length).join(".")))));
					expect(valueAt(withValue(draft, keys.join("."), value), keys.join("."))).toBe(value);
				},
			),
		);
	});
});

describe("what counts as the same", () => {
	it("ignores the order of keys and the ways of writing nothing", () => {
		expect(sameValue({ a: 1, b: [] }, { b: undefined, a: 1 })).toBe(true);
		expect(sameValue([], undefined)).toBe(true);
		expect(sameValue({ public: false, name: "A" }, { name: "A" })).toBe(true);
	});

	it("sees a changed order in a list, and zero as a value", () => {
		expect(sameValue(["a", "b"], ["b", "a"])).toBe(false);
		expect(isEmpty(0)).toBe(false);
		expect(differingFields({ price: { amount: 0 } }, {})).toEqual(["price"]);
	});

	it("leaves out entries in which nothing was filled in", () => {
		expect(tidy({ title: "A", partners: [{}, { name: "X" }], contacts: [{ public: false }], goal: "" })).toEqual({
			title: "A",
			partners: [{ name: "X" }],
			contacts: [],
		});
	});
});
