import { expect, it } from "vitest";
import { bar, type Field, scoreSuggestions } from "./score.ts";

it("suggests for the sample regions' initiatives what their plans chose, often enough", () => {
	const scores = scoreSuggestions();
	for (const [field, precision] of Object.entries(bar) as [Field, number][]) {
		const score = scores.find((it) => it.field === field);
		// A figure over a handful would say nothing.
		expect(score?.shown, field).toBeGreaterThan(80);
		expect(score?.precision, field).toBeGreaterThanOrEqual(precision);
	}
});
