import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agoText, momentText, numberFrom, numberText } from "./dates.ts";

describe("times as staff read them", () => {
	it("shows an instant on the clocks of its zone", () => {
		expect(momentText("2026-11-21T19:30:00+01:00", "nl")).toBe("21 november 2026 om 19:30");
		expect(momentText("2026-11-21T19:30:00+01:00", "en", "Europe/London")).toBe("21 November 2026 at 18:30");
	});

	it("falls back to Amsterdam for a zone that does not exist, and to the text for a time that does not", () => {
		expect(momentText("2026-11-21T19:30:00+01:00", "nl", "Europe/Nergens")).toContain("19:30");
		expect(momentText("voorjaar", "nl")).toBe("voorjaar");
	});

	it("says how long ago within a week, and the date after it", () => {
		const now = Date.parse("2026-11-21T12:00:00Z");
		expect(agoText("2026-11-21T11:58:00Z", "nl", now)).toBe("2 minuten geleden");
		expect(agoText("2026-11-21T11:59:30Z", "nl", now)).toBe("zojuist");
		expect(agoText("2026-11-20T11:58:00Z", "nl", now)).toBe("gisteren");
		expect(agoText("2026-01-05T11:58:00Z", "nl", now)).toBe("5 jan 2026");
	});
});

describe("numbers as staff write them", () => {
	it("reads a decimal comma and a decimal point", () => {
		expect(numberFrom("12,5")).toBe(12.5);
		expect(numberFrom(" 12.5 ")).toBe(12.5);
	});

	it("does not guess at anything else", () => {
		for (const text of ["", "tien", "1.000,50", "0x10", "1e3", "€ 5"]) expect(numberFrom(text)).toBeUndefined();
	});

	it("reads back what it shows, in both languages", () => {
		fc.assert(
			fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom("nl" as const, "en" as const), (n, language) => {
				expect(numberFrom(numberText(n / 100, language))).toBeCloseTo(n / 100, 6);
			}),
		);
	});
});
