import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateIn, fromZone, inZone } from "./zoned-time.ts";

const zone = "Europe/Amsterdam";

describe("zoned time", () => {
	it("writes winter and summer with their own offset", () => {
		expect(inZone(Date.parse("2026-01-15T12:00:00Z"), zone)).toBe("2026-01-15T13:00:00+01:00");
		expect(inZone(Date.parse("2026-07-15T12:00:00Z"), zone)).toBe("2026-07-15T14:00:00+02:00");
	});

	it("moves a time that summer time skips forward by an hour", () => {
		expect(inZone(fromZone("2026-03-29", "02:30", zone), zone)).toBe("2026-03-29T03:30:00+02:00");
	});

	it("takes the first of the two hours when clocks go back", () => {
		expect(inZone(fromZone("2026-10-25", "02:30", zone), zone)).toBe("2026-10-25T02:30:00+02:00");
	});

	it("keeps the instant and its wall clock through a round trip, in any zone", () => {
		const zones = fc.constantFrom(zone, "America/New_York", "Asia/Kathmandu", "Pacific/Auckland", "UTC");
		const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) }).map((n) => n - (n % 60_000));
		fc.assert(
			fc.property(instants, zones, (instant, z) => {
				const written = inZone(instant, z);
				expect(Date.parse(written)).toBe(instant);
				const again = fromZone(written.slice(0, 10), written.slice(11, 16), z);
				expect(inZone(again, z).slice(0, 16)).toBe(written.slice(0, 16));
				expect(dateIn(z, instant)).toBe(written.slice(0, 10));
			}),
		);
	});

	it("adds days across months and years", () => {
		expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
		expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
	});
});
