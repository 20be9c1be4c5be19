import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { googleCalendar, outlookCalendar, route } from "./calendar-links.ts";

const dag = {
	title: "Open dag & meer",
	start: "2026-10-25T01:30:00+02:00",
	end: "2026-10-25T03:30:00+01:00",
	where: "De Ketelhal, Stoompad 1, Tilburg",
	about: ["Kom <b>kijken</b>\nen proberen", undefined, "https://inventory.example/e/1"],
};

describe("links into somebody's own calendar", () => {
	it("have the right instants in UTC, also across the change to winter time", () => {
		expect(new URL(googleCalendar(dag)).searchParams.get("dates")).toBe("20261024T233000Z/20261025T023000Z");
		const outlook = new URL(outlookCalendar("outlook.office.com", dag));
		expect([outlook.searchParams.get("startdt"), outlook.searchParams.get("enddt")]).toEqual([
			"2026-10-24T23:30:00Z",
			"2026-10-25T02:30:00Z",
		]);
		const open = { ...dag, end: undefined };
		expect(new URL(googleCalendar(open)).searchParams.get("dates")).toBe("20261024T233000Z/20261024T233000Z");
	});

	it("carry title, place, words and page, with nothing in them that is markup of the event's", () => {
		for (const address of [googleCalendar(dag), outlookCalendar("outlook.live.com", dag)]) {
			const { searchParams } = new URL(address);
			expect(searchParams.get("text") ?? searchParams.get("subject")).toBe("Open dag & meer");
			expect(searchParams.get("location")).toBe("De Ketelhal, Stoompad 1, Tilburg");
			expect(searchParams.get("details") ?? searchParams.get("body")).toBe(
				"Kom &lt;b&gt;kijken&lt;/b&gt;<br>en proberen<br><br>https://inventory.example/e/1",
			);
			// At Outlook a plus would stay a plus.
			expect(address).not.toContain("+");
		}
	});

	it("lead to the one service and nowhere else, whatever the event says", () => {
		const text = fc.string({ unit: "grapheme", maxLength: 20 });
		const half = fc.constantFrom("\ud800", "&path=/evil", "#x", "\n", "https://evil.example");
		const words = fc.oneof(text, half);
		fc.assert(
			fc.property(words, words, words, (title, where, about) => {
				const one = { ...dag, title, where, about: [about] };
				const google = new URL(googleCalendar(one));
				expect([google.origin, google.pathname, google.hash]).toEqual([
					"https://calendar.google.com",
					"/calendar/render",
					"",
				]);
				const outlook = new URL(outlookCalendar("outlook.office.com", one));
				expect([outlook.origin, outlook.searchParams.get("path")]).toEqual([
					"https://outlook.office.com",
					"/calendar/action/compose",
				]);
				expect(new URL(route(where || "x")).origin).toBe("https://www.openstreetmap.org");
			}),
			{ numRuns: 50 },
		);
	});
});
