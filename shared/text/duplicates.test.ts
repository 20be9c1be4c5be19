import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Comparable, compare, prepare, sameFrom } from "./duplicates.ts";

const event: Comparable = {
	kind: "event",
	title: "Techniekdag Dronten 2026",
	organization: "Techniekkring Dronten",
	place: "Dronten",
	start: "2026-05-17T10:00:00+02:00",
	keys: ["techniekkring.example/techniekdag"],
};
const against = (change: Partial<Comparable>, base = event) => compare(prepare({ ...base, ...change }), prepare(base));

describe("comparing two records", () => {
	it("finds what is written otherwise to be the same, with the reasons", () => {
		const { relation, reasons } = against({ title: "De techniek-dag in Dronten: kom kijken", keys: [] });
		expect(relation).toBe("same");
		expect(reasons.map(({ code }) => code)).toEqual(["similar-title", "same-organization", "same-place", "same-day"]);
	});

	it("calls the next year's another edition, even with the same title and page", () => {
		expect(against({ start: "2027-05-16" }).relation).toBe("edition");
		expect(against({ title: "Techniekdag Dronten 2027", start: undefined }).relation).toBe("edition");
		expect(against({ title: "3e Techniekdag Dronten" }, { ...event, title: "2e Techniekdag Dronten" }).relation).toBe(
			"edition",
		);
	});

	it("takes an event that moved by a week on its own page to be the same", () => {
		expect(against({ start: "2026-05-24" }).relation).toBe("same");
	});

	it("is not taken in by the same words of somebody else, or somewhere else", () => {
		const elsewhere = { keys: [], title: "Techniekdag", place: "Urk" };
		expect(against(elsewhere, { ...event, title: "Techniekdag" }).relation).toBe("other");
		const theirs = against({ organization: "Vakschool De Dijk", keys: [], start: undefined });
		expect(theirs.relation).toBe("other");
		expect(theirs.reasons).toContainEqual({ code: "other-organization", value: event.organization });
	});

	it("knows a town by its municipality", () => {
		const emmeloord = { ...event, title: "Techniekbus", place: "Emmeloord", keys: [] };
		expect(against({ place: "Noordoostpolder" }, emmeloord).relation).toBe("same");
	});

	it("finds nothing in a title that everybody uses, until something beside it agrees", () => {
		const opening = { kind: "event", title: "Open dag", keys: [] };
		expect(against({}, opening).relation).toBe("other");
		expect(against({}, { ...opening, organization: "Vakschool Urk" }).relation).toBe("same");
	});

	it("does not take each item of one page for the others", () => {
		const a = prepare({ ...event, title: "Lassen voor beginners" });
		const b = prepare({ ...event, title: "Drones bouwen", start: "2026-06-01" });
		expect(compare(a, b, true).relation).toBe("other");
	});

	it("gives a score from 0 to 1 whatever it is given, alike from either side, and finds itself", () => {
		const some = fc.record({
			kind: fc.constantFrom("event", "opportunity", "initiative"),
			title: fc.oneof(
				fc.string({ unit: "grapheme" }),
				fc.constantFrom("Techniekdag 2026", "Open dag", "Techniek & dag"),
			),
			organization: fc.option(fc.string(), { nil: undefined }),
			place: fc.option(fc.constantFrom("Urk", "Emmeloord", "x"), { nil: undefined }),
			start: fc.option(fc.constantFrom("2026-05-17", "2027-01-01T10:00:00Z", "voorjaar"), { nil: undefined }),
			keys: fc.array(fc.constantFrom("a.example/1", "m.a.example/1", ""), { maxLength: 2 }),
		});
		fc.assert(
			fc.property(some, some, (a, b) => {
				const { score, relation } = compare(prepare(a), prepare(b));
				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(1);
				if (relation === "same") expect(score).toBeGreaterThanOrEqual(sameFrom);
			}),
		);
		fc.assert(
			fc.property(some, (record) => {
				const page = { ...record, keys: ["a.example/1"] };
				expect(compare(prepare(page), prepare(page)).relation).toBe("same");
			}),
		);
	});
});
