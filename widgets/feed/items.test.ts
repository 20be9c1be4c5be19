import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import { items as schemas } from "../../shared/model/feed.ts";
import { readEvent } from "../events/read-event.ts";
import { readInitiative } from "../initiatives/read-initiative.ts";
import { readOpportunity } from "../opportunities/read-opportunity.ts";
import { anEvent, anInitiative, anOpportunity } from "../testing/feeds.ts";
import { readFeed } from "./read-feed.ts";
import { moment } from "./readers.ts";

const readItem = { events: readEvent, opportunities: readOpportunity, initiatives: readInitiative };

const line = fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }).filter((text) => !!text.trim());
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const day = fc
	.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const instant = fc
	.tuple(
		day,
		fc.integer({ min: 0, max: 23 }),
		fc.integer({ min: 0, max: 59 }),
		fc.constantFrom("+01:00", "+02:00", "-05:00", "Z"),
	)
	.map(
		([date, hour, minute, offset]) =>
			`${date}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00${offset}`,
	);
const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
const partner = fc.record({
	id: slug,
	name: line,
	role: fc.constantFrom("lead", "partner", "funder"),
	url: maybe(fc.webUrl()),
});
const location = maybe(fc.record({ name: maybe(line), place: maybe(line), postalCode: maybe(fc.constant("5038 AB")) }));
const common = {
	id: fc.uuid(),
	url: fc.webUrl({ withFragments: true, withQueryParameters: true }),
	updatedAt: instant,
	title: line,
	summary: maybe(fc.string({ maxLength: 200 })),
	sample: maybe(fc.constant("voorbeeld")),
	stages: fc.subarray(["po", "vmbo", "mbo", "working"]),
	audiences: fc.subarray(["pupils", "parents"]),
	sectors: fc.subarray(["metal", "ict"]),
	actionLines: fc.subarray(["choose", "learn", "work"]),
};

/** Items of each kind, mostly such as the schema accepts. */
const arbitraries: Record<WidgetKind, fc.Arbitrary<unknown>> = {
	events: fc.record({
		...common,
		type: maybe(fc.constantFrom("open-day", "fair")),
		start: instant,
		end: maybe(instant),
		timeZone: fc.constantFrom("Europe/Amsterdam", "America/New_York", "Mars/Olympus"),
		status: fc.constantFrom("scheduled", "cancelled", "full", "postponed", "rescheduled"),
		previousStart: maybe(instant),
		attendance: fc.constantFrom("offline", "online", "mixed"),
		location,
		organizer: maybe(fc.record({ id: slug, name: line })),
		partners: fc.array(partner, { maxLength: 3 }),
		price: maybe(fc.record({ amount: maybe(amount), note: maybe(line) })),
		registrationUrl: maybe(fc.webUrl()),
	}),
	opportunities: fc.record({
		...common,
		type: fc.constantFrom("vacancy", "guest-lesson"),
		direction: fc.constantFrom("offer", "request"),
		organization: maybe(fc.record({ id: slug, name: line })),
		location,
		hours: maybe(fc.record({ min: maybe(amount), max: maybe(amount), note: maybe(line) })),
		salary: maybe(
			fc.record({ min: maybe(amount), max: maybe(amount), unit: fc.constantFrom("hour", "month", "year") }),
		),
		datePosted: maybe(day),
		validThrough: maybe(day),
		start: maybe(day),
		applyUrl: maybe(fc.webUrl()),
	}),
	initiatives: fc.record({
		...common,
		nature: fc.constantFrom("activity", "structure"),
		ambitions: fc.constant([]),
		goal: maybe(line),
		status: fc.constantFrom("running", "idea"),
		planning: maybe(
			fc.record({ start: maybe(day), end: maybe(day), label: maybe(line), phase: maybe(fc.constant("design")) }),
		),
		partners: fc.array(partner, { maxLength: 3 }),
		places: fc.array(fc.record({ name: line }), { maxLength: 3 }),
		result: maybe(line),
	}),
};

/** Fields that no widget shows or searches so far. */
const unused = new Set(["updatedAt", "ambitions", "nationalActions", "regionalGoals", "funding"]);

const hostile = fc.oneof(
	fc.anything(),
	fc.constantFrom(
		"javascript:alert(1)",
		" java\tscript:alert(1)",
		"data:text/html,<script>alert(1)</script>",
		"//evil.example",
		"vbscript:x",
		"<img src=x onerror=alert(1)>",
	),
);
const kinds = ["events", "opportunities", "initiatives"] as const;

describe.each(kinds)("reading an item of %s", (kind) => {
	it("brings everything that the schema accepts through unchanged", () => {
		let accepted = 0;
		fc.assert(
			fc.property(arbitraries[kind], (made) => {
				const parsed = schemas[kind].safeParse(JSON.parse(JSON.stringify(made)));
				if (!parsed.success) return;
				accepted++;
				const item = JSON.parse(JSON.stringify(parsed.data));
				const read = readItem[kind](item);
				expect(read).toBeDefined();
				expect(item).toMatchObject(JSON.parse(JSON.stringify(read)));
				for (const field of Object.keys(item)) {
					if (!unused.has(field)) expect(read).toHaveProperty(field);
				}
			}),
			{ numRuns: 400 },
		);
		expect(accepted).toBeGreaterThan(200);
	});

	it("never throws and never gives an unsafe link, whatever is in the place of a field", () => {
		const make = { events: anEvent, opportunities: anOpportunity, initiatives: anInitiative }[kind];
		const sound = make(0);
		const field = fc.constantFrom(...Object.keys(sound), "url", "registrationUrl", "applyUrl", "location", "partners");
		fc.assert(
			fc.property(field, hostile, field, hostile, (one, value, other, another) => {
				const read = readItem[kind]({ ...sound, [one]: value, [other]: another });
				const links = [
					read?.url,
					read && "registrationUrl" in read ? read.registrationUrl : undefined,
					read && "applyUrl" in read ? read.applyUrl : undefined,
				];
				for (const link of links)
					if (link !== undefined) expect(new URL(link).protocol).toMatch(/^(https?|mailto|tel):$/);
				if (read) expect(read.title.trim()).not.toBe("");
			}),
			{ numRuns: 1000 },
		);
	});
});

describe("reading a moment", () => {
	it("takes days that a calendar has, and no others", () => {
		const days = [
			"2026-11-21",
			"2028-02-29",
			"2026-12-31T23:59:59Z",
			"2026-03-29T02:30:00+01:00",
			"0001-01-01T00:00:00Z",
		];
		expect(days.filter((one) => moment(one) !== one)).toEqual([]);
		// Browsers make the 2nd of March of the first.
		const none = [
			"2026-02-30T10:00:00+01:00",
			"2026-02-29",
			"2026-04-31",
			"2026-13-01",
			"2026-11-21T25:00Z",
			"gisteren",
			"",
		];
		expect(none.filter((one) => moment(one) !== undefined)).toEqual([]);
	});
});

describe("reading a feed", () => {
	const sound = {
		format: "techniek-feed/1",
		kind: "events",
		total: 2,
		items: [anEvent(0), anEvent(1)],
		next: null,
		facets: {},
	};

	it("gives what can be used of anything, or says that it is no feed", () => {
		const key = fc.constantFrom("format", "kind", "region", "generatedAt", "total", "items", "next", "facets");
		fc.assert(
			fc.property(key, fc.anything(), (name, value) => {
				try {
					const page = readFeed("events", readEvent, { ...sound, [name]: value });
					expect(page.total).toBeGreaterThanOrEqual(page.items.length);
					if (name !== "items") expect(page.items).toHaveLength(2);
				} catch (error) {
					expect(error).toHaveProperty("code");
					expect(["format", "kind", "items"]).toContain(name);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it("keeps the first of two items with one id", () => {
		const items = [anEvent(0, { title: "Eerste" }), anEvent(0, { title: "Tweede" })];
		const page = readFeed("events", readEvent, { ...sound, items });
		expect(page.items.map(({ title }) => title)).toEqual(["Eerste"]);
		expect(page.dropped).toBe(1);
	});

	it("refuses a later format and another kind", () => {
		expect(() => readFeed("events", readEvent, { ...sound, format: "techniek-feed/2" })).toThrow(
			expect.objectContaining({ code: "version" }),
		);
		expect(() => readFeed("initiatives", readInitiative, sound)).toThrow(expect.objectContaining({ code: "kind" }));
		expect(() => readFeed("events", readEvent, "<!doctype html>")).toThrow(expect.objectContaining({ code: "format" }));
	});
});
