import { scaleLinear } from "d3-scale";
import { line, linkHorizontal } from "d3-shape";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { curve, linear, polyline, roundScale } from "./scale.ts";

const value = fc.oneof(
	fc.integer({ min: -1000, max: 1_000_000 }),
	fc.double({ min: -1e6, max: 1e9, noNaN: true }).filter((one) => one === 0 || Math.abs(one) > 1e-6),
);
const spot = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));

describe("scales and shapes", () => {
	it("are round where those of d3 are, around zero as everywhere", () => {
		fc.assert(
			fc.property(value, value, (one, other) => {
				const [low, high] = [Math.min(0, one, other), Math.max(0, one, other)];
				fc.pre(high > low);
				const d3 = scaleLinear().domain([low, high]).nice(4);
				const own = roundScale(low, high, 4);
				expect(d3.domain().map((end) => end + 0)).toEqual([own.low + 0, own.high + 0]);
				expect(own.ticks.map((tick) => tick + 0)).toEqual(d3.ticks(4).map((tick) => tick + 0));
				const [a, b] = [d3.range([300, 10])(one), linear([own.low, own.high], [300, 10])(one)];
				expect(b).toBeCloseTo(a, 6);
			}),
			{ numRuns: 500 },
		);
	});

	it("have a place for one value that stands alone", () => {
		expect(roundScale(0, 0, 4).ticks.length).toBeGreaterThan(1);
		expect(linear([3, 3], [0, 100])(3)).toBe(0);
	});

	it("are drawn as d3 draws them", () => {
		fc.assert(
			fc.property(fc.array(spot, { minLength: 2, maxLength: 9 }), (spots) => {
				expect(polyline(spots)).toBe(line()(spots));
				const [source, target] = spots;
				if (!source || !target) return;
				expect(curve(source, target)).toBe(linkHorizontal<unknown, [number, number]>()({ source, target }));
			}),
		);
	});
});
