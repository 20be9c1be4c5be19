import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSampleRegion, sampleRegionIds } from "../../inventory/import/sample-regions.ts";
import { slugify } from "../../inventory/publish/project.ts";
import { toSchemaOrg } from "../../shared/formats/schema-org.ts";
import { EventItem, InitiativeItem, type Item, OpportunityItem } from "../../shared/model/feed.ts";
import { attendanceModes } from "../../shared/vocabularies/attendance-modes.ts";
import { eventStatuses } from "../../shared/vocabularies/event-statuses.ts";
import { opportunityTypes } from "../../shared/vocabularies/opportunity-types.ts";
import { codesOf } from "../../shared/vocabularies/vocabulary.ts";

/**
 * What Google's tables ask of Event and JobPosting structured data, checked on what stands in the page (after JSON).
 * developers.google.com/search/docs/appearance/structured-data/event and /job-posting, read November 2026.
 */

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
	typeof value === "object" && value !== null && !Array.isArray(value);
const at = (value: unknown, ...path: string[]): unknown =>
	path.reduce<unknown>((inside, name) => (isObject(inside) ? inside[name] : undefined), value);
const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
const isAddress = (value: unknown) => isText(value) && URL.canParse(String(value)) && /^https?:/.test(String(value));
const isMoment = (value: unknown) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)$/.test(String(value));
const isDay = (value: unknown) => /^\d{4}-\d\d-\d\d$/.test(String(value));
const isAmount = (value: unknown) => typeof value === "number" && value >= 0;
const oneOf =
	(...values: string[]) =>
	(value: unknown) =>
		values.includes(String(value).replace("https://schema.org/", ""));

interface Rule {
	path: string[];
	required: boolean;
	check: (value: unknown) => boolean;
}
const required = (path: string, check: Rule["check"]): Rule => ({ path: path.split("."), required: true, check });
const recommended = (path: string, check: Rule["check"]): Rule => ({ path: path.split("."), required: false, check });

function isPlace(value: unknown): boolean {
	const address = at(value, "address");
	if (at(value, "@type") !== "Place") return false;
	if (typeof address === "string") return isText(address);
	const parts = ["streetAddress", "postalCode", "addressLocality"].map((name) => at(address, name));
	return at(address, "@type") === "PostalAddress" && isText(at(address, "addressCountry")) && parts.some(isText);
}
/** Google's table knows places only; schema.org has VirtualLocation for what is held online. */
const isVirtual = (value: unknown) => at(value, "@type") === "VirtualLocation" && isAddress(at(value, "url"));

const eventRules: readonly Rule[] = [
	required("name", isText),
	required("startDate", isMoment),
	required(
		"location",
		(value) => listed(value).length > 0 && listed(value).every((one) => isPlace(one) || isVirtual(one)),
	),
	recommended("description", isText),
	recommended("endDate", isMoment),
	recommended(
		"eventStatus",
		oneOf("EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline"),
	),
	recommended(
		"eventAttendanceMode",
		oneOf("OfflineEventAttendanceMode", "OnlineEventAttendanceMode", "MixedEventAttendanceMode"),
	),
	recommended("previousStartDate", isMoment),
	recommended("image", (value) => listed(value).every(isAddress)),
	recommended("organizer.name", isText),
	recommended("organizer.url", isAddress),
	recommended("offers.price", isAmount),
	recommended("offers.priceCurrency", oneOf("EUR")),
	recommended("offers.url", isAddress),
	recommended("offers.availability", oneOf("InStock", "SoldOut", "PreOrder")),
];

const employmentTypes = oneOf(
	"FULL_TIME",
	"PART_TIME",
	"CONTRACTOR",
	"TEMPORARY",
	"INTERN",
	"VOLUNTEER",
	"PER_DIEM",
	"OTHER",
);

/** Paragraphs and line breaks, and no other markup: what people typed stays text. */
function isSafeHtml(value: unknown): boolean {
	if (!isText(value)) return false;
	const rest = String(value).replace(/<\/?p>|<br>/g, "");
	return !/[<>]/.test(rest) && !/&(?!amp;|lt;|gt;|quot;|#39;)/.test(rest);
}

const jobRules: readonly Rule[] = [
	required("title", isText),
	required("description", isSafeHtml),
	required("datePosted", isDay),
	required("hiringOrganization.name", isText),
	required("jobLocation", isPlace),
	required("jobLocation.address.addressCountry", isText),
	recommended("validThrough", isMoment),
	recommended("employmentType", (value) => listed(value).length > 0 && listed(value).every(employmentTypes)),
	recommended("directApply", (value) => typeof value === "boolean"),
	recommended("identifier.name", isText),
	recommended("identifier.value", isText),
	recommended("hiringOrganization.sameAs", isAddress),
	recommended("baseSalary.currency", oneOf("EUR")),
	recommended("baseSalary.value.unitText", oneOf("HOUR", "DAY", "WEEK", "MONTH", "YEAR")),
	recommended(
		"baseSalary.value",
		(value) => isAmount(at(value, "value")) || (isAmount(at(value, "minValue")) && isAmount(at(value, "maxValue"))),
	),
];

/** What is not right with the structured data: a required field that is missing, or any field with a value of the wrong kind. */
function faults(thing: unknown): string[] {
	const type = String(at(thing, "@type"));
	const rules = type === "Event" ? eventRules : type === "JobPosting" ? jobRules : [];
	const wrong = rules.filter(({ path, required: needed, check }) => {
		const value = at(thing, ...path);
		return value === undefined ? needed : !check(value);
	});
	const general = [
		at(thing, "@context") === "https://schema.org" ? "" : "@context",
		isAddress(at(thing, "url")) ? "" : "url",
		type === "Event" &&
		at(thing, "previousStartDate") !== undefined &&
		!oneOf("EventRescheduled")(at(thing, "eventStatus"))
			? "previousStartDate without EventRescheduled"
			: "",
	].filter(Boolean);
	return [...wrong.map(({ path }) => `${type}.${path.join(".")}`), ...general];
}

/** As a page or a partner's page carries it. */
const published = (item: Item): unknown => {
	const thing = toSchemaOrg(item);
	return thing && JSON.parse(JSON.stringify(thing));
};

const common = (kind: string) => ({
	id: "0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40",
	url: `https://inventaris.example/flevoland/${kind}/0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40`,
	updatedAt: "2026-11-21T10:00:00.000Z",
	partners: [],
});

const folder = join(import.meta.dirname, "../../demo/regions");

describe.each(sampleRegionIds)("the structured data of %s", (id) => {
	it("has the required fields, and the recommended ones that the item has an answer to, of the right kind", async () => {
		const { records } = await readSampleRegion(join(folder, id), "2026-11-21");
		const counts: Record<string, number> = {};
		for (const { kind, data } of records) {
			const named = (value: unknown) =>
				isObject(value) ? { ...value, id: value.id ?? slugify(String(value.name)) } : undefined;
			const base = { ...data, ...common(`${kind}s`), initiative: undefined };
			const thing = published(
				kind === "event"
					? EventItem.parse({ ...base, organizer: named(Reflect.get(data, "organizer")) })
					: kind === "opportunity"
						? OpportunityItem.parse({ ...base, organization: named(Reflect.get(data, "organization")) })
						: InitiativeItem.parse({ ...base, title: data.title }),
			);
			if (thing === undefined) continue;
			expect([data.title, faults(thing)]).toEqual([data.title, []]);
			const type = String(at(thing, "@type"));
			counts[type] = (counts[type] ?? 0) + 1;
		}
		expect(counts.Event).toBeGreaterThanOrEqual(15);
		expect(counts.JobPosting).toBeGreaterThanOrEqual(3);
		expect(counts.Project).toBeGreaterThan(0);
	});
});

const words = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== "");
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const days = fc
	.integer({ min: 0, max: 3000 })
	.map((n) => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const webAddress = fc.webUrl().filter((url) => url.length < 2000);
const location = fc.record(
	{
		name: fc.oneof(words, fc.constant("")),
		streetAddress: fc.oneof(words, fc.constant("")),
		postalCode: fc.constantFrom("5013 ZP", ""),
		place: fc.oneof(words, fc.constant("")),
		municipality: fc.constantFrom("gm0855", "gm0034"),
		latitude: fc.double({ min: -90, max: 90, noNaN: true }),
		longitude: fc.double({ min: -180, max: 180, noNaN: true }),
		url: webAddress,
	},
	{ requiredKeys: [] },
);
const without = (value: object) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));

describe("the structured data of any event", () => {
	const events = fc
		.record({
			title: words,
			start: days.map((day) => `${day}T19:00:00+01:00`),
			status: fc.constantFrom(...codesOf(eventStatuses)),
			attendance: fc.constantFrom(...codesOf(attendanceModes)),
			summary: maybe(words),
			description: maybe(words),
			location: maybe(location),
			previousStart: maybe(fc.constant("2024-01-01T10:00:00+01:00")),
			registrationUrl: maybe(webAddress),
			price: maybe(fc.record({ amount: maybe(fc.nat()), note: maybe(words) }).map(without)),
			organizer: maybe(words.map((name) => ({ id: "iemand", name }))),
			image: maybe(webAddress.map((url) => ({ url, alt: "Een foto" }))),
		})
		.map((record) => EventItem.parse({ ...common("events"), ...without(record) }));

	it("satisfies the table, or there is none because nobody says where it is", () => {
		fc.assert(
			fc.property(events, (event) => {
				const thing = published(event);
				const { name, streetAddress, postalCode, place, municipality } = event.location ?? {};
				const somewhere = [name, streetAddress, postalCode, place, municipality].some(Boolean);
				expect(thing !== undefined).toBe(somewhere || event.attendance !== "offline");
				if (thing !== undefined) expect(faults(thing)).toEqual([]);
			}),
			{ numRuns: 500 },
		);
	});
});

describe("the structured data of any opportunity", () => {
	const opportunities = fc
		.record({
			title: words,
			type: fc.constantFrom(...codesOf(opportunityTypes)),
			direction: fc.constantFrom("offer", "request"),
			summary: maybe(fc.oneof(words, fc.constant("Eerste regel\n\nTweede <script>alert(1)</script> & regel"))),
			description: maybe(words),
			location: maybe(location),
			organization: maybe(words.map((name) => ({ id: "iemand", name }))),
			datePosted: maybe(days),
			validThrough: maybe(days),
			hours: maybe(fc.record({ min: maybe(fc.nat(40)), max: maybe(fc.nat(40)) }).map(without)),
			salary: maybe(
				fc
					.record({ min: maybe(fc.nat()), max: maybe(fc.nat()), unit: fc.constantFrom("hour", "month", "year") })
					.map(without),
			),
		})
		.map((record) => OpportunityItem.parse({ ...common("opportunities"), ...without(record) }));

	it("is a posting that satisfies the table, or none", () => {
		let postings = 0;
		fc.assert(
			fc.property(opportunities, (opportunity) => {
				const thing = published(opportunity);
				if (thing === undefined) return;
				postings++;
				expect(faults(thing)).toEqual([]);
				expect(opportunity.direction).toBe("offer");
			}),
			{ numRuns: 2000 },
		);
		expect(postings).toBeGreaterThan(20);
	});

	const whole = {
		...common("opportunities"),
		title: "CNC-frezer",
		type: "vacancy",
		summary: "Kleine series, grote machines.",
		organization: { id: "leij", name: "Machinefabriek De Leij" },
		location: { place: "Tilburg" },
		datePosted: "2026-11-01",
		validThrough: "2027-07-01",
		hours: { min: 32, max: 40 },
	};
	const posting = (changes: Record<string, unknown> = {}) => published(OpportunityItem.parse({ ...whole, ...changes }));

	it.each(["summary", "organization", "location", "datePosted"])("is none without its %s", (field) => {
		expect(posting()).toBeDefined();
		expect(posting({ [field]: undefined })).toBeUndefined();
	});

	it("ends at the end of its last day, in Dutch time", () => {
		expect(at(posting(), "validThrough")).toBe("2027-07-01T23:59:59+02:00");
		expect(at(posting({ validThrough: "2026-12-31" }), "validThrough")).toBe("2026-12-31T23:59:59+01:00");
	});

	it("says full time or part time only when somebody gave the hours", () => {
		expect(at(posting(), "employmentType")).toEqual(["FULL_TIME", "PART_TIME"]);
		expect(at(posting({ hours: { min: 38, max: 40 } }), "employmentType")).toBe("FULL_TIME");
		expect(at(posting({ hours: { max: 24 } }), "employmentType")).toBe("PART_TIME");
		expect(at(posting({ hours: { note: "In overleg" } }), "employmentType")).toBeUndefined();
	});

	it("keeps what people typed as text in its HTML", () => {
		const text = "Lassen & frezen\nin <b>Tilburg</b>\n\nBel ons";
		expect(at(posting({ summary: undefined, description: text }), "description")).toBe(
			"<p>Lassen &amp; frezen<br>in &lt;b&gt;Tilburg&lt;/b&gt;</p><p>Bel ons</p>",
		);
	});
});

describe("the structured data of an initiative", () => {
	it("is a Project for an activity and an Organization for a structure", () => {
		const initiative = { ...common("initiatives"), title: "Robotlab", places: [{ name: "Dronten" }] };
		const of = (nature: string) => published(InitiativeItem.parse({ ...initiative, nature }));
		expect(at(of("activity"), "@type")).toBe("Project");
		expect(of("structure")).toMatchObject({
			"@type": "Organization",
			name: "Robotlab",
			areaServed: [{ name: "Dronten" }],
		});
	});
});
