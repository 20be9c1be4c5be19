import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeDraft, draftFrom, manualDraft } from "./draft.ts";
import { clipKinds, type Draft, type Fields } from "./fields.ts";
import { problemsByField } from "./paths.ts";
import { eventTimes, toClip } from "./to-clip.ts";

const now = "2026-04-20T12:00:00+02:00";

function draftOf(kind: Draft["kind"], fields: Partial<Fields>): Draft {
	const page = { url: "https://a.nl/dag?utm_source=x", canonicalUrl: "https://a.nl/dag", capturedAt: now };
	return draftFrom({ page, kind, fields, evidence: { title: { from: "meta", confidence: 0.8 } } }, "flevoland");
}

function clipOf(draft: Draft) {
	const result = toClip(draft, "nl");
	if ("problems" in result) throw new Error(JSON.stringify([...result.problems]));
	return result.clip;
}
const problemsOf = (draft: Draft) => {
	const result = toClip(draft, "nl");
	return "problems" in result ? Object.fromEntries(result.problems) : {};
};

describe("a form as a clip", () => {
	it("is an initiative with its organisation as lead and its municipality known", () => {
		const clip = clipOf(
			draftOf("initiative", {
				title: "Techlab",
				organization: "ROC",
				place: "Emmeloord",
				stages: ["vmbo"],
				planningLabel: "voorjaar 2027",
				scale: "regional",
				description: "Elke week een andere machine.",
			}),
		);
		expect(clip).toMatchObject({
			kind: "initiative",
			region: "flevoland",
			record: {
				title: "Techlab",
				description: "Elke week een andere machine.",
				scale: "regional",
				stages: ["vmbo"],
				planning: { label: "voorjaar 2027" },
				partners: [{ name: "ROC", role: "lead" }],
				places: [{ name: "Emmeloord", municipality: "gm0171" }],
				sourceUrl: "https://a.nl/dag",
			},
			source: {
				url: "https://a.nl/dag?utm_source=x",
				canonicalUrl: "https://a.nl/dag",
				evidence: { title: { from: "meta" } },
			},
		});
	});

	it("is an event on the clock of Amsterdam", () => {
		const clip = clipOf(
			draftOf("event", { title: "Dag", startDate: "2026-05-16", startTime: "10:00", endTime: "15:00", place: "Urk" }),
		);
		expect(clip.record).toMatchObject({
			start: "2026-05-16T10:00:00+02:00",
			end: "2026-05-16T15:00:00+02:00",
			location: { municipality: "gm0184" },
		});
	});

	it("is an opportunity with its type", () => {
		expect(clipOf(draftOf("opportunity", { title: "Stage", opportunityType: "internship" })).record).toMatchObject({
			type: "internship",
			direction: "offer",
		});
	});

	it("says at the field what is wrong", () => {
		expect(problemsOf(draftOf("event", {}))).toEqual({
			title: "Dit veld is leeg: vul het in.",
			startDate: "Dit veld is verplicht: vul het in.",
		});
		expect(problemsOf(draftOf("opportunity", { title: "x" }))).toEqual({
			opportunityType: "Dit veld is verplicht: vul het in.",
		});
		expect(problemsOf({ ...draftOf("initiative", { title: "x" }), region: "" })).toEqual({
			region: "Dit veld is verplicht: vul het in.",
		});
		expect(
			problemsOf(draftOf("event", { title: "x", startDate: "2026-05-16", startTime: "15:00", endTime: "10:00" })),
		).toEqual({
			endDate: "Het einde ligt voor het begin: controleer beide.",
		});
		expect(problemsOf(draftOf("event", { title: "x", startTime: "10:00" }))).toEqual({
			startDate: "Dit veld is verplicht: vul het in.",
		});
		expect(problemsOf(draftOf("event", { title: "x", startDate: "2026-05-16", linkUrl: "geen adres" }))).toHaveProperty(
			"linkUrl",
		);
	});

	it("asks for the address of the source where the page has none for others", () => {
		const draft = manualDraft("chrome://version", "flevoland", now);
		expect(problemsOf({ ...draft, fields: { ...draft.fields, title: "x" } })).toHaveProperty("sourceUrl");
		const filled = { ...draft, fields: { ...draft.fields, title: "x", sourceUrl: "https://a.nl/folder.pdf" } };
		expect(clipOf(filled).source.url).toBe("https://a.nl/folder.pdf");
	});

	it("takes along which known records are something else", () => {
		const different = ["0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40"];
		expect(clipOf({ ...draftOf("initiative", { title: "Techlab" }), different })).toMatchObject({ different });
		expect(clipOf(draftOf("initiative", { title: "Techlab" })).different).toBeUndefined();
	});

	it("names a person as the source of what was changed", () => {
		const draft = changeDraft(draftOf("initiative", { title: "Oud" }), { field: "title", value: "Nieuw" });
		expect(clipOf(draft).source.evidence).toEqual({ title: { from: "human", confidence: 1 } });
	});

	it("loses nothing when the kind is switched and back", () => {
		const draft = draftOf("event", { title: "Dag", startDate: "2026-05-16", startTime: "10:00" });
		const there = changeDraft(draft, { field: "kind", value: "initiative" });
		expect(changeDraft(there, { field: "kind", value: "event" })).toEqual(draft);
	});

	it("never throws, whatever is typed", () => {
		const typed = fc.oneof(
			fc.string(),
			fc.constantFrom("2026-02-31", "25:99", "2026-05-16", "10:00", "", "https://a.nl"),
		);
		const fields = fc.record({
			title: typed,
			startDate: typed,
			startTime: typed,
			endDate: typed,
			endTime: typed,
			linkUrl: typed,
			validThrough: typed,
			place: typed,
		});
		fc.assert(
			fc.property(fc.constantFrom(...clipKinds), fields, (kind, some) => void toClip(draftOf(kind, some), "en")),
		);
	});
});

describe("the times of an event", () => {
	const times = (startDate: string, startTime = "", endDate = "", endTime = "") =>
		eventTimes({ startDate, startTime, endDate, endTime });

	it("last whole days when there are none, the end being exclusive", () => {
		expect(times("2026-05-16")).toEqual({ start: "2026-05-16T00:00:00+02:00", end: "2026-05-17T00:00:00+02:00" });
		expect(times("2026-05-16", "", "2026-05-18").end).toBe("2026-05-19T00:00:00+02:00");
	});

	it("have no end when only the beginning is known", () => {
		expect(times("2026-05-16", "19:30").end).toBeUndefined();
	});

	it("keep their offset across summer time", () => {
		expect(times("2026-10-24", "10:00", "2026-10-26", "17:00")).toEqual({
			start: "2026-10-24T10:00:00+02:00",
			end: "2026-10-26T17:00:00+01:00",
		});
	});
});

describe("problems of the server", () => {
	it("are brought to the fields of the form", () => {
		const problems = problemsByField("event", [
			{ field: "record.location.place", message: "a" },
			{ field: "record.organizer", message: "b" },
			{ field: "record.title", message: "c" },
			{ field: "record.title", message: "d" },
			{ field: "source.evidence", message: "e" },
		]);
		expect(Object.fromEntries(problems)).toEqual({ place: "a", organization: "b", title: "c", other: "e" });
	});
});
