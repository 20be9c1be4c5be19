import { decodeEntities } from "../../../shared/formats/json-ld.ts";
import type { Kind } from "../../../shared/model/kinds.ts";
import { type ForeignItem, isObject, textOf } from "../items.ts";
import { plainText } from "./html-text.ts";

/** One item of schema.org in JSON. */
type Thing = Record<string, unknown>;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const things = (value: unknown): Thing[] => listOf(value).filter(isObject);

/** `https://schema.org/Event`, `schema:Event` and `Event` are one. */
const localName = (name: string) => name.replace(/^.*[/#:]/, "");

/** The first value that is text; of an item its name or address. */
function text(value: unknown): string | undefined {
	for (const one of listOf(value)) {
		const found = isObject(one) ? text(one.name ?? one["@value"] ?? one.url ?? one["@id"]) : textOf(one);
		if (found) return decodeEntities(found);
		if (typeof one === "number") return String(one);
	}
	return undefined;
}

const number = (value: unknown): number | undefined => {
	const found = Number(text(value)?.replace(",", ".") ?? Number.NaN);
	return Number.isFinite(found) ? found : undefined;
};

const code = (value: unknown): string => localName(text(value) ?? "");

const isType = (thing: Thing, test: RegExp) =>
	listOf(thing["@type"]).some((type) => test.test(localName(String(type))));

function place(value: unknown): Thing | undefined {
	const [thing] = things(value).filter((one) => !isType(one, /^VirtualLocation$/));
	if (!thing) {
		const name = listOf(value).map(textOf).find(Boolean);
		return name ? { name } : undefined;
	}
	const [address] = things(thing.address ?? (isType(thing, /^PostalAddress$/) ? thing : undefined));
	const [geo] = things(thing.geo);
	const [latitude, longitude] = [number(geo?.latitude), number(geo?.longitude)];
	return {
		name: textOf(thing.name) && text(thing.name),
		streetAddress: address ? text(address.streetAddress) : text(thing.address),
		postalCode: text(address?.postalCode),
		place: text(address?.addressLocality),
		...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
	};
}

function organization(value: unknown): Thing | undefined {
	// A person who organises is left out: no names of persons come in by themselves.
	const one = listOf(value).find((each) => !isObject(each) || !isType(each, /^Person$/));
	const name = text(one);
	return name ? { name, ...(isObject(one) && { url: text(one.url) }) } : undefined;
}

function image(value: unknown): Thing | undefined {
	const [one] = listOf(value);
	const url = isObject(one) ? text(one.url ?? one.contentUrl) : text(one);
	return url ? { url, alt: (isObject(one) && text(one.caption ?? one.description)) || "" } : undefined;
}

const statuses: Readonly<Record<string, string>> = {
	EventCancelled: "cancelled",
	EventPostponed: "postponed",
	EventRescheduled: "rescheduled",
};
const attendances: Readonly<Record<string, string>> = {
	OnlineEventAttendanceMode: "online",
	MixedEventAttendanceMode: "mixed",
};

function eventOf(thing: Thing, page: string): Thing {
	const [offer] = things(thing.offers);
	const amount = number(offer?.price ?? offer?.lowPrice);
	return {
		title: text(thing.name),
		description: plainText(textOf(thing.description) ?? ""),
		start: text(thing.startDate),
		end: text(thing.endDate),
		status: statuses[code(thing.eventStatus)] ?? "scheduled",
		previousStart: text(thing.previousStartDate),
		attendance: attendances[code(thing.eventAttendanceMode)] ?? "offline",
		location: place(thing.location),
		organizer: organization(thing.organizer),
		price: amount === undefined ? undefined : { amount },
		registrationUrl: text(offer?.url),
		image: image(thing.image),
		sourceUrl: text(thing.url) ?? page,
	};
}

const units: Readonly<Record<string, string>> = { HOUR: "hour", MONTH: "month", YEAR: "year" };

function salary(value: unknown): Thing | undefined {
	const [base] = things(value);
	const [range] = things(base?.value);
	const unit = units[(text(range?.unitText) ?? text(base?.unitText) ?? "").toUpperCase()];
	const single = number(range?.value ?? base?.value);
	const [min, max] = [number(range?.minValue) ?? single, number(range?.maxValue)];
	return unit && (min !== undefined || max !== undefined) ? { min, max, unit } : undefined;
}

function jobOf(thing: Thing, page: string): Thing {
	const hours = text(thing.workHours);
	return {
		title: text(thing.title) ?? text(thing.name),
		description: plainText(textOf(thing.description) ?? ""),
		type: listOf(thing.employmentType).some((one) => /intern/i.test(String(one))) ? "internship" : "vacancy",
		direction: "offer",
		organization: organization(thing.hiringOrganization),
		location: place(listOf(thing.jobLocation)[0]),
		hours: hours ? { note: hours } : undefined,
		salary: salary(thing.baseSalary),
		datePosted: text(thing.datePosted),
		validThrough: text(thing.validThrough),
		start: text(thing.jobStartDate),
		applyUrl: text(thing.url) ?? page,
		sourceUrl: text(thing.url) ?? page,
	};
}

/** Everything in the blocks that has a type, from the outside in; lists and graphs are opened. */
function* walk(value: unknown, depth = 0): Generator<Thing> {
	if (depth > 12) return;
	for (const one of listOf(value)) {
		if (Array.isArray(one)) yield* walk(one, depth + 1);
		if (!isObject(one)) continue;
		if (one["@type"] !== undefined) yield one;
		for (const inner of ["@graph", "itemListElement", "item", "subEvent", "mainEntity", "event", "events"])
			yield* walk(one[inner], depth + 1);
	}
}

const wanted = { event: /(?:Event|Festival|Hackathon|CourseInstance)$/, opportunity: /^JobPosting$/ } as const;

/** The Events or JobPostings in JSON-LD `blocks` of the page at `page`. Other kinds have no type there that we read. */
export function itemsOfSchemaOrg(blocks: readonly unknown[], kind: Kind, page: string): ForeignItem[] {
	if (kind !== "event" && kind !== "opportunity") return [];
	const found = new Map<string, ForeignItem>();
	for (const thing of walk(blocks)) {
		if (!isType(thing, wanted[kind])) continue;
		const data = kind === "event" ? eventOf(thing, page) : jobOf(thing, page);
		// A reference to an item that is written out elsewhere.
		if (data.title === undefined && Object.keys(thing).length <= 2) continue;
		const [identifier] = listOf(thing.identifier);
		const named = isObject(identifier) ? text(identifier.value) : text(identifier);
		const id = textOf(thing["@id"]) ?? named ?? textOf(thing.url);
		const key = id ?? [data.title, data.start ?? page].filter(Boolean).join(" | ");
		// The dates of a series may share one page.
		const own = found.has(key) ? `${key} | ${data.start ?? found.size}` : key;
		const { organizer: _organizer, performer: _performer, attendee: _attendee, contactPoint: _contact, ...raw } = thing;
		found.set(own, { key: own, data, raw });
	}
	return [...found.values()];
}
