import { describe, expect, it } from "vitest";
import { municipalities } from "./municipalities.ts";
import { municipalityCentres } from "./municipality-centres.ts";

describe("the centres of municipalities", () => {
	it("are there for every municipality, and for nothing else", () => {
		expect(Object.keys(municipalityCentres).sort()).toEqual(Object.keys(municipalities).sort());
	});

	it("lie in the Netherlands, no two at one place", () => {
		const centres = Object.values(municipalityCentres);
		for (const [latitude, longitude] of centres) {
			expect(latitude).toBeGreaterThan(50.7);
			expect(latitude).toBeLessThan(53.6);
			expect(longitude).toBeGreaterThan(3.3);
			expect(longitude).toBeLessThan(7.3);
		}
		expect(new Set(centres.map(String)).size).toBe(centres.length);
	});
});
