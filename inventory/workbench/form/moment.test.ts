import { describe, expect, it } from "vitest";
import { inOtherZone, instantOf, isUnfinished, momentFrom, wallTime } from "./moment.ts";

describe("a moment in the form", () => {
	it("is shown and stored on the clocks of the event, in summer and in winter", () => {
		expect(wallTime("2026-07-01T17:30:00Z", "Europe/Amsterdam")).toEqual({ date: "2026-07-01", time: "19:30" });
		expect(instantOf({ date: "2026-07-01", time: "19:30" }, "Europe/Amsterdam")).toBe("2026-07-01T19:30:00+02:00");
		expect(instantOf({ date: "2026-11-21", time: "19:30" }, "Europe/Amsterdam")).toBe("2026-11-21T19:30:00+01:00");
	});

	it("is no instant while the year is being typed or the time is missing", () => {
		expect(instantOf({ date: "0002-11-21", time: "19:30" }, "Europe/Amsterdam")).toBeUndefined();
		expect(instantOf({ date: "2026-11-21", time: "" }, "Europe/Amsterdam")).toBeUndefined();
	});

	it("keeps the part that was filled in until the rest is there", () => {
		const half = momentFrom({ date: "2026-11-21", time: "" }, "Europe/Amsterdam");
		expect(isUnfinished(half)).toBe(true);
		expect(wallTime(half, "Europe/Amsterdam")).toEqual({ date: "2026-11-21", time: "" });
		const early = momentFrom({ date: "0020-11-21", time: "19:30" }, "Europe/Amsterdam");
		expect(wallTime(early, "Europe/Amsterdam")).toEqual({ date: "0020-11-21", time: "19:30" });
		expect(momentFrom({ date: "", time: "" }, "Europe/Amsterdam")).toBeUndefined();
	});

	it("keeps the time on the clock when the zone is corrected", () => {
		const draft = { start: "2026-07-01T19:30:00+02:00", timeZone: "Europe/Amsterdam" };
		expect(inOtherZone(draft, "Europe/London")).toEqual({
			start: "2026-07-01T19:30:00+01:00",
			timeZone: "Europe/London",
		});
	});
});
