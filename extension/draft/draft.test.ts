import { describe, expect, it } from "vitest";
import { draftOfCandidate } from "./candidates.ts";
import { completenessOf } from "./completeness.ts";
import { changeDraft, draftFrom, keyOf } from "./draft.ts";
import type { Draft, Fields } from "./fields.ts";
import { discreet, personalIn, without } from "./personal.ts";
import { noTags, withTags } from "./recent-tags.ts";
import { toClip } from "./to-clip.ts";
import { UndoStack } from "./undo.ts";

const page = { url: "https://a.nl/agenda#top", capturedAt: "2026-04-20T12:00:00+02:00", language: "nl" };
const draftOf = (fields: Partial<Fields>, kind: Draft["kind"] = "initiative"): Draft =>
	draftFrom({ page, kind, fields, evidence: {} }, "flevoland");

describe("undoing", () => {
	it("takes typing on in one field as one step, and a suggestion as a step of its own", () => {
		const undo = new UndoStack();
		let draft = draftOf({ title: "A" });
		const type = (value: string) => {
			undo.push(draft, "title", true);
			draft = changeDraft(draft, { field: "title", value });
		};
		for (const value of ["AB", "ABC"]) type(value);
		undo.push(draft, "stages", false);
		draft = changeDraft(draft, { field: "stages", value: ["mbo"] });
		expect(undo.top?.field).toBe("stages");
		expect(undo.pop()?.draft.fields).toMatchObject({ title: "ABC", stages: [] });
		expect(undo.pop()?.draft.fields.title).toBe("A");
		expect(undo.pop()).toBeUndefined();
	});
});

describe("the place of a draft on disk", () => {
	it("is its own for each tab, and for each clip that is corrected", () => {
		const draft = draftOf({});
		const keys = [draft, { ...draft, tab: 1 }, { ...draft, tab: 2 }, { ...draft, tab: 1, clipId: "x" }].map(keyOf);
		expect(new Set(keys).size).toBe(4);
	});
});

describe("one of many", () => {
	const evidence = { from: "text", confidence: 0.7 } as const;

	it("becomes a clip of its own page", () => {
		const draft = draftOfCandidate(
			{ kind: "event", title: "Open dag", url: "https://a.nl/dag/1", start: "2031-05-10", place: "Urk", evidence },
			page,
			"flevoland",
		);
		const result = toClip(draft, "nl");
		expect(result).toMatchObject({
			clip: {
				kind: "event",
				region: "flevoland",
				record: { title: "Open dag", sourceUrl: "https://a.nl/dag/1", location: { municipality: "gm0184" } },
				source: { url: "https://a.nl/dag/1", evidence: { title: evidence } },
			},
		});
	});

	it("without a page of its own points at its title on the page that lists it", () => {
		const draft = draftOfCandidate({ kind: "initiative", title: "Lab & meer", evidence }, page, "flevoland");
		expect(draft.page.url).toBe("https://a.nl/agenda#:~:text=Lab%20%26%20meer");
		expect("clip" in toClip(draft, "nl")).toBe(true);
	});
});

describe("recent tags", () => {
	it("are the last used, each once, and not without end", () => {
		const first = withTags(noTags, { actionLines: ["choose"], stages: ["vmbo", "mbo"], audiences: [], sectors: [] });
		const second = withTags(first, { actionLines: [], stages: ["mbo", "hbo"], audiences: [], sectors: [] });
		expect(second).toMatchObject({ actionLines: ["choose"], stages: ["mbo", "hbo", "vmbo"] });
		const many = Array.from({ length: 20 }, (_, n) => `tag-${n}`);
		expect(withTags(second, { actionLines: [], stages: many, audiences: [], sectors: [] }).stages).toHaveLength(6);
	});
});

describe("completeness", () => {
	it("counts what is wanted of a kind; dates stand for a period in words", () => {
		const empty = completenessOf(draftOf({}));
		expect([empty.filled, empty.missing.length]).toEqual([0, empty.total]);
		const some = completenessOf(draftOf({ title: "Lab", startDate: "2026-01-01", stages: ["mbo"] }));
		expect(some.filled).toBe(3);
		expect(some.missing).not.toContain("planningLabel");
	});
});

describe("personal data", () => {
	const summary = "Meld u aan bij Sam Voorbeeld (sam.voorbeeld@school.example). Tot dan!";

	it("is found in what becomes public, until somebody lets it go on purpose", () => {
		const draft = draftOf({ summary });
		const mail = personalIn(draft).find(({ kind }) => kind === "email");
		expect(mail).toMatchObject({ field: "summary", text: "sam.voorbeeld@school.example" });
		expect(
			personalIn({ ...draft, allowed: ["sam.voorbeeld@school.example"] }).some(({ kind }) => kind === "email"),
		).toBe(false);
		expect(personalIn({ ...draftOf({}), note: summary })).toEqual([]);
	});

	it("leaves no crumbs when it is left out", () => {
		const start = summary.indexOf("sam.");
		const end = start + "sam.voorbeeld@school.example".length;
		expect(without(summary, { start, end })).toBe("Meld u aan bij Sam Voorbeeld. Tot dan!");
	});

	it("does not go along around a quote", () => {
		const quote = { exact: "Techlab", prefix: "Mail sam.voorbeeld@school.example over ", suffix: " in Urk" };
		expect(discreet({ from: "text", confidence: 1, quote }, [])).toEqual({
			from: "text",
			confidence: 1,
			quote: { exact: "Techlab", suffix: " in Urk" },
		});
		const exact = { from: "text", confidence: 1, quote: { exact: summary } } as const;
		expect(discreet(exact, [])).toEqual({ from: "text", confidence: 1 });
	});
});
