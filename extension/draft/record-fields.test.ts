import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftFrom } from "./draft.ts";
import type { Draft, Fields } from "./fields.ts";
import { differences, fieldsOf, mergedDraft, overlaid } from "./record-fields.ts";
import { toClip } from "./to-clip.ts";

const page = { url: "https://a.nl/dag", capturedAt: "2026-04-20T12:00:00+02:00" };
const draftOf = (kind: Draft["kind"], fields: Partial<Fields>): Draft =>
	draftFrom({ page, kind, fields, evidence: {} }, "flevoland");

function recordOf(draft: Draft): Record<string, unknown> {
	const result = toClip(draft, "nl");
	if ("problems" in result) throw new Error(JSON.stringify([...result.problems]));
	return { ...result.clip.record };
}

describe("a record in the form", () => {
	it.each([
		draftOf("initiative", { title: "Lab", organization: "ROC", place: "Urk", stages: ["vmbo"], planningLabel: "2027" }),
		draftOf("event", { title: "Dag", startDate: "2026-10-24", startTime: "10:00", endTime: "15:00", place: "Urk" }),
		draftOf("event", {
			title: "Dag",
			startDate: "2026-10-24",
			startTime: "10:00",
			endDate: "2026-10-26",
			endTime: "17:00",
		}),
		draftOf("event", { title: "Week", startDate: "2026-10-24", endDate: "2026-10-26" }),
		draftOf("event", { title: "Dag", startDate: "2026-10-24" }),
		draftOf("opportunity", {
			title: "Stage",
			opportunityType: "internship",
			validThrough: "2026-06-01",
			organization: "Bouw",
		}),
	])("is the form that it was made of ($fields.title)", (draft) => {
		expect(fieldsOf(draft.kind, recordOf(draft))).toEqual(draft.fields);
		expect(differences(draft, recordOf(draft))).toEqual([]);
	});

	it("never throws, whatever the inventory holds", () => {
		fc.assert(
			fc.property(
				fc.constantFrom("event", "initiative", "opportunity"),
				fc.dictionary(fc.string(), fc.jsonValue()),
				(kind, record) => void fieldsOf(kind, record),
			),
		);
	});
});

describe("a correction laid over what stands", () => {
	const standing = {
		title: "Lab",
		goal: "Meer techniek",
		partners: [
			{ id: "roc", name: "ROC", kind: "education", role: "lead" },
			{ name: "Gemeente", role: "partner" },
		],
		places: [{ name: "Urk", municipality: "gm0184" }],
		planning: { start: "2026-01-01", phase: "realisation" },
		stages: ["vmbo"],
	};

	it("keeps what the form does not show", () => {
		const mine = recordOf(draftOf("initiative", { title: "Lab 2", organization: "ROC", place: "Urk" }));
		expect(overlaid("initiative", standing, mine)).toMatchObject({
			title: "Lab 2",
			goal: "Meer techniek",
			partners: standing.partners,
			planning: { phase: "realisation" },
			stages: [],
		});
	});

	it("takes nothing of the first organisation along to another", () => {
		const mine = recordOf(draftOf("initiative", { title: "Lab", organization: "Bouwbedrijf" }));
		expect(overlaid("initiative", standing, mine)).toMatchObject({
			partners: [{ name: "Bouwbedrijf", role: "lead" }, standing.partners[1]],
			places: [],
		});
		const none = recordOf(draftOf("initiative", { title: "Lab" }));
		expect(overlaid("initiative", standing, none).partners).toEqual([standing.partners[1]]);
	});

	it("follows the choice of each field and the revision that stands", () => {
		const draft = draftOf("initiative", {
			title: "Mijn titel",
			organization: "Mijn ROC",
			place: "Urk",
			stages: ["mbo"],
		});
		expect(differences(draft, standing)).toContain("title");
		const merged = mergedDraft(draft, { record: standing, revision: 7 }, new Set(["organization", "stages"]));
		expect(merged.baseRevision).toBe(7);
		expect(recordOf(merged)).toMatchObject({
			title: "Mijn titel",
			goal: "Meer techniek",
			partners: standing.partners,
			stages: ["vmbo"],
		});
	});

	it("is what stands when everything of theirs is chosen, whatever was typed", () => {
		const text = fc.string({ minLength: 1, maxLength: 20 });
		const typed = fc.record({ title: text, organization: text, place: text, summary: text, planningLabel: text });
		fc.assert(
			fc.property(typed, (fields) => {
				const draft = draftOf("initiative", fields);
				const all = new Set(differences(draft, standing));
				const merged = mergedDraft(draft, { record: standing, revision: 2 }, all);
				expect(differences(merged, standing)).toEqual([]);
				expect(fieldsOf("initiative", overlaid("initiative", standing, recordOf(merged)))).toEqual(
					fieldsOf("initiative", standing),
				);
			}),
		);
	});
});
