import { describe, expect, it } from "vitest";
import { bestFor } from "../../../shared/insight/matching/match-of.ts";
import { isUnderBar, parts, readOffers, readRequests, scoreRequests } from "./score.ts";

describe("the labelled requests", () => {
	it("are at least fifty, thirty of them held out, among at least two hundred offers, all invented", () => {
		const [tuning = [], heldOut = []] = parts.map((part) => readRequests(part).requests);
		expect(tuning.length + heldOut.length).toBeGreaterThanOrEqual(50);
		expect(heldOut.length).toBeGreaterThanOrEqual(30);
		const { offers } = readOffers();
		expect(offers.length).toBeGreaterThanOrEqual(200);
		const ids = new Set(offers.map(({ id }) => id));
		for (const { right } of [...tuning, ...heldOut]) for (const id of right) expect(ids).toContain(id);
		for (const { wish } of [...tuning, ...heldOut, ...offers]) expect(wish.sample).toBe("voorbeeld");
	});

	it.each(parts)("have the right offer among the first three at or above the bar: %s", (part) => {
		const score = scoreRequests(part);
		expect(isUnderBar(score), score.failures.join("\n")).toBe(false);
		// Tempting wrong ones are there to be ruled out.
		expect(score.passedOver).toBeGreaterThan(score.requests);
	});

	it("are never offered what has expired, is too far, or is of another route or stage", () => {
		const { offers, today } = readOffers();
		for (const { wish } of parts.flatMap((part) => readRequests(part).requests))
			for (const { side } of bestFor({ wish }, offers, { today, limit: 300 })) {
				expect((side.wish.validThrough ?? today) >= today).toBe(true);
				if (wish.learningPath && side.wish.learningPath) expect(side.wish.learningPath).toBe(wish.learningPath);
			}
	});
});
