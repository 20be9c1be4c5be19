import { describe, expect, it } from "vitest";
import { capturePage, parts, readPages } from "./pages.ts";
import { judge, scoresOf, underBar } from "./score.ts";

describe("the labelled corpus", () => {
	it("has at least 60 pages, a third of them held out", () => {
		const [tuning, heldOut] = parts.map((part) => readPages(part).length);
		const all = (tuning ?? 0) + (heldOut ?? 0);
		expect(all).toBeGreaterThanOrEqual(60);
		expect(heldOut ?? 0).toBeGreaterThanOrEqual(all / 3);
	});

	it.each(parts)("is read at or above the bar: %s", (part) => {
		const judgements = readPages(part).flatMap((page) => judge(page.name, page.label, capturePage(page)));
		expect(underBar(scoresOf(judgements)), JSON.stringify(scoresOf(judgements), null, "\t")).toEqual([]);
	});
});
