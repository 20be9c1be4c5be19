import { describe, expect, it } from "vitest";
import { timeInChromium } from "./in-chromium.ts";
import { parts, readPairs } from "./pairs.ts";
import { bar, isUnderBar, scoreIndex, scorePairs } from "./score.ts";

describe("the labelled pairs of records", () => {
	it("are at least 300, half of them held out, of both sorts", () => {
		const [tuning = [], heldOut = []] = parts.map(readPairs);
		expect(tuning.length + heldOut.length).toBeGreaterThanOrEqual(300);
		expect(heldOut.length).toBeGreaterThanOrEqual((tuning.length + heldOut.length) / 2);
		const why = new Set(heldOut.filter(({ isSame }) => !isSame).map((pair) => pair.why));
		for (const sort of ["other edition", "other place", "renamed organisation"]) expect(why).toContain(sort);
	});

	it.each(parts)("are told apart at or above the bar: %s", (part) => {
		expect(isUnderBar(scorePairs(part)), JSON.stringify(scorePairs(part))).toBe(false);
	});

	it("are found among 20,000 records, within the time", () => {
		const score = scoreIndex("held-out", 20_000);
		expect(score.records).toBe(20_000);
		expect(isUnderBar(score), JSON.stringify(score)).toBe(false);
		expect(score.p95).toBeLessThanOrEqual(bar.milliseconds);
	});

	it("are found within the time in a real Chromium too", async () => {
		const { records, p95 } = await timeInChromium("held-out", 20_000);
		expect(records).toBe(20_000);
		expect(p95).toBeLessThanOrEqual(bar.milliseconds);
	});
});
