import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aColor } from "../testing/choices.ts";
import { contrastOf, flooredRatio, readableOn, textContrast, textOn } from "./contrast.ts";

describe("contrast as WCAG 2.2 counts it", () => {
	it("gives the ratios that are published for known pairs", () => {
		expect(contrastOf("#000000", "#ffffff")).toBe(21);
		expect(contrastOf("#ffffff", "#ffffff")).toBe(1);
		// The greys on white on either side of 4.5, https://webaim.org/articles/contrast/.
		expect(contrastOf("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
		expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
		expect(contrastOf("#ff0000", "#ffffff")).toBeCloseTo(4.0, 2);
	});

	it("never rounds up to what is not reached", () => {
		expect(flooredRatio(contrastOf("#777777", "#ffffff"))).toBe(4.4);
	});

	it("does not care which of the two is in front, and lies between 1 and 21", () => {
		fc.assert(
			fc.property(aColor, aColor, (one, other) => {
				const ratio = contrastOf(one, other);
				expect(ratio).toBe(contrastOf(other, one));
				expect(ratio).toBeGreaterThanOrEqual(1);
				expect(ratio).toBeLessThanOrEqual(21);
			}),
		);
	});

	it("always finds readable text for a button, and a readable colour near the one that was wanted", () => {
		fc.assert(
			fc.property(aColor, aColor, (color, background) => {
				expect(contrastOf(textOn(background), background)).toBeGreaterThanOrEqual(textContrast);
				expect(contrastOf(readableOn(color, background), background)).toBeGreaterThanOrEqual(textContrast);
			}),
		);
	});

	it("leaves a colour alone that is readable", () => {
		expect(readableOn("#8a2a1b", "#ffffff")).toBe("#8a2a1b");
		expect(readableOn("#e17000", "#ffffff")).not.toBe("#e17000");
	});
});
