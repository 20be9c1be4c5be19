import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backOff } from "./back-off.ts";

describe("the wait before the next attempt", () => {
	const middle = () => 0.5;

	it("doubles from five seconds to an hour", () => {
		expect([1, 2, 3, 30].map((attempts) => backOff(attempts, middle))).toEqual([5_000, 10_000, 20_000, 3_600_000]);
	});

	it("is at least what the server asks, and never much more than an hour", () => {
		expect(backOff(1, middle, 60_000)).toBe(60_000);
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 10_000 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.nat(),
				(attempts, random, asked) => {
					const wait = backOff(attempts, () => random, asked);
					expect(wait).toBeGreaterThanOrEqual(3_750);
					expect(wait).toBeLessThanOrEqual(4_500_000);
				},
			),
		);
	});
});
