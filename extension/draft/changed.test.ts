import { describe, expect, it } from "vitest";
import { changesSince } from "./changed.ts";
import { changeDraft, draftFrom } from "./draft.ts";
import type { Draft, Fields } from "./fields.ts";

const page = { url: "https://a.nl/dag", capturedAt: "2026-04-20T12:00:00+02:00" };
function clipped(fields: Partial<Fields>, kind: Draft["kind"] = "event"): Draft {
	const captured = { page, kind, fields, evidence: {} };
	return { ...draftFrom(captured, "flevoland"), captured: fields };
}
const before = clipped({ title: "Open dag", startDate: "2031-05-17", place: "Urk", summary: "Kom kijken." });

describe("a page that was clipped before", () => {
	it("tells what it says otherwise, also what it no longer says and says for the first time", () => {
		const now = { title: "Open dag", startDate: "2031-05-24", startTime: "10:00", summary: "Kom kijken." };
		expect(changesSince(before, { fields: now })).toEqual([
			{ field: "place", was: "Urk", now: "" },
			{ field: "startDate", was: "2031-05-17", now: "2031-05-24" },
			{ field: "startTime", was: "", now: "10:00" },
		]);
	});

	it("has not changed by white space, nor in fields that its kind does not have", () => {
		const now = { title: " Open  dag", startDate: "2031-05-17", place: "Urk", summary: "Kom\nkijken." };
		expect(changesSince(before, { fields: { ...now, planningLabel: "voorjaar 2031" } })).toEqual([]);
	});

	it("is compared with what stood there, not with what a person made of it, which is told beside it", () => {
		const own = changeDraft(before, { field: "place", value: "Espel" });
		expect(changesSince(own, { fields: before.captured ?? {} })).toEqual([]);
		expect(changesSince(own, { fields: { ...before.captured, place: "Ens" } })).toEqual([
			{ field: "place", was: "Urk", now: "Ens", own: "Espel" },
		]);
		// Somebody knew it before the page did.
		expect(changesSince(own, { fields: { ...before.captured, place: "Espel" } })).toEqual([]);
	});

	it("is not compared where nothing was read", () => {
		expect(
			changesSince(draftFrom({ page, kind: "event", fields: {}, evidence: {} }, ""), { fields: {} }),
		).toBeUndefined();
	});
});
