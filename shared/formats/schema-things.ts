import type { EventItem, InitiativeItem, OpportunityItem } from "../model/feed.ts";
import type { Location } from "../model/values.ts";

/**
 * The things of schema.org that items are: Event, JobPosting, Project and Organization. What Google requires of an Event or
 * JobPosting is there, or there is none: half a posting counts as an error against the site that it stands on.
 * Its tables: developers.google.com/search/docs/appearance/structured-data/event and job-posting.
 * Small on purpose, and free of tables and schemas: partners' pages load it too.
 */

export const context = "https://schema.org";

export type Thing = Record<string, unknown>;

interface Mention {
	name: string;
	url?: string;
}
/** With the municipality as its place where that is all that is known. */
export type Whereabouts = Omit<Location, "municipality">;
interface Common {
	title: string;
	url?: string;
	summary?: string;
	description?: string;
	image?: { url: string };
}

/** What is used of an event, and so on. Dates are RFC 3339. */
export interface EventFacts
	extends Common,
		Pick<EventItem, "start" | "end" | "status" | "previousStart" | "attendance" | "price" | "registrationUrl"> {
	location?: Whereabouts;
	organizer?: Mention;
	series?: { name: string };
}
export interface OpportunityFacts
	extends Common,
		Pick<OpportunityItem, "direction" | "hours" | "salary" | "datePosted" | "validThrough" | "start"> {
	id: string;
	type: string;
	location?: Whereabouts;
	organization?: Mention;
}
export interface InitiativeFacts extends Common, Pick<InitiativeItem, "nature" | "goal" | "sourceUrl"> {
	planning?: { start?: string; end?: string };
	places: readonly { name: string }[];
	partners: readonly (Mention & Pick<InitiativeItem["partners"][number], "role">)[];
}

const organization = (mention: Mention | undefined): Thing | undefined =>
	mention && { "@type": "Organization", name: mention.name, ...(mention.url && { url: mention.url }) };

const pictures = (item: { image?: { url: string } }) => item.image && [item.image.url];

/** A postal address as far as it is known; undefined when nothing of it is. The inventory is Dutch. */
function addressOf({ streetAddress, postalCode, place }: Whereabouts): Thing | undefined {
	if (!streetAddress && !postalCode && !place) return undefined;
	return {
		"@type": "PostalAddress",
		streetAddress: streetAddress || undefined,
		postalCode: postalCode || undefined,
		addressLocality: place || undefined,
		addressCountry: "NL",
	};
}

function placeOf(location: Whereabouts, address: Thing | string): Thing {
	const { latitude, longitude } = location;
	return {
		"@type": "Place",
		name: location.name || location.place,
		address,
		geo:
			latitude !== undefined && longitude !== undefined
				? { "@type": "GeoCoordinates", latitude, longitude }
				: undefined,
	};
}

const eventStatuses = {
	scheduled: "EventScheduled",
	full: "EventScheduled",
	cancelled: "EventCancelled",
	postponed: "EventPostponed",
	rescheduled: "EventRescheduled",
} as const satisfies Record<EventItem["status"], string>;

const attendance = {
	offline: "OfflineEventAttendanceMode",
	online: "OnlineEventAttendanceMode",
	mixed: "MixedEventAttendanceMode",
} as const satisfies Record<EventItem["attendance"], string>;

/** An imported calendar has its whole address in the name: then that is the address, as text. */
function eventLocation(item: EventFacts): Thing | Thing[] | undefined {
	const { location, attendance: mode } = item;
	const address = location && (addressOf(location) ?? (location.name || undefined));
	const physical = mode !== "online" && location && address ? placeOf(location, address) : undefined;
	const virtual =
		mode === "offline"
			? undefined
			: { "@type": "VirtualLocation", url: location?.url ?? item.registrationUrl ?? item.url };
	return physical && virtual ? [physical, virtual] : (physical ?? virtual);
}

function offerOf({ price, status, registrationUrl, url }: EventFacts): Thing | undefined {
	if (price?.amount === undefined || status === "cancelled") return undefined;
	return {
		"@type": "Offer",
		price: price.amount,
		priceCurrency: "EUR",
		url: registrationUrl ?? url,
		availability: `${context}/${status === "full" ? "SoldOut" : "InStock"}`,
	};
}

/** Undefined where no place is known, without which Google takes no event. */
export function eventThing(item: EventFacts): Thing | undefined {
	const location = eventLocation(item);
	if (!location) return undefined;
	return {
		"@type": "Event",
		name: item.title,
		description: item.description || item.summary || undefined,
		startDate: item.start,
		endDate: item.end,
		// Only beside EventRescheduled does it say anything.
		previousStartDate: item.status === "rescheduled" ? item.previousStart : undefined,
		eventStatus: `${context}/${eventStatuses[item.status]}`,
		eventAttendanceMode: `${context}/${attendance[item.attendance]}`,
		location,
		organizer: organization(item.organizer),
		image: pictures(item),
		isAccessibleForFree: item.price?.amount === 0 ? true : undefined,
		superEvent: item.series && { "@type": "EventSeries", name: item.series.name },
		offers: offerOf(item),
	};
}

const jobTypes = [
	"vacancy",
	"internship",
	"graduation-project",
	"holiday-job",
	"work-study",
] as const satisfies readonly OpportunityItem["type"][];

/** Full time is 35 hours and more, as Statistics Netherlands counts. Undefined when nobody says how many hours it is. */
function employmentTypeOf({ type, hours }: OpportunityFacts): string | string[] | undefined {
	if (type === "internship" || type === "graduation-project") return "INTERN";
	if (type === "holiday-job") return "TEMPORARY";
	if (type === "work-study") return "OTHER";
	const [least, most] = [hours?.min ?? hours?.max, hours?.max ?? hours?.min];
	if (least === undefined || most === undefined) return undefined;
	if (most < 35) return "PART_TIME";
	return least < 35 ? ["FULL_TIME", "PART_TIME"] : "FULL_TIME";
}

function salaryOf({ salary }: OpportunityFacts): Thing | undefined {
	if (salary?.min === undefined && salary?.max === undefined) return undefined;
	const { min, max } = salary;
	return {
		"@type": "MonetaryAmount",
		currency: "EUR",
		value: {
			"@type": "QuantitativeValue",
			...(min === undefined || max === undefined || min === max
				? { value: min ?? max }
				: { minValue: min, maxValue: max }),
			unitText: salary.unit.toUpperCase(),
		},
	};
}

const entities: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

/** Google reads a job's description as HTML: text becomes paragraphs, and nothing in it markup. */
const paragraphs = (text: string) =>
	text
		.replace(/[&<>"']/g, (character) => entities[character] ?? "")
		.split(/\n\s*\n/)
		.map((paragraph) => `<p>${paragraph.trim().replace(/\s*\n\s*/g, "<br>")}</p>`)
		.join("");

const amsterdam = new Intl.DateTimeFormat("en", { timeZone: "Europe/Amsterdam", timeZoneName: "longOffset" });

/** The last second of a day in the programme's zone: `validThrough` includes its day. Clocks change long before the evening. */
function endOfDay(date: string): string {
	const parts = amsterdam.formatToParts(Date.parse(`${date.slice(0, 10)}T20:00:00Z`));
	const offset = parts.find(({ type }) => type === "timeZoneName")?.value.slice(3);
	return `${date.slice(0, 10)}T23:59:59${offset}`;
}

/** Only what somebody offers and gets a job or place by is a JobPosting, and only with all that Google requires of one. */
export function jobThing(item: OpportunityFacts): Thing | undefined {
	if (item.direction !== "offer" || !jobTypes.some((type) => type === item.type)) return undefined;
	const text = [item.summary, item.description].filter(Boolean).join("\n\n");
	const address = item.location && addressOf(item.location);
	if (!text || text === item.title || !item.datePosted || !item.organization || !item.location || !address)
		return undefined;
	return {
		"@type": "JobPosting",
		title: item.title,
		description: paragraphs(text),
		datePosted: item.datePosted,
		validThrough: item.validThrough && endOfDay(item.validThrough),
		employmentType: employmentTypeOf(item),
		hiringOrganization: { ...organization(item.organization), sameAs: item.organization.url },
		jobLocation: placeOf(item.location, address),
		identifier: { "@type": "PropertyValue", name: item.organization.name, value: item.id },
		// The page describes the job; applying happens elsewhere.
		directApply: false,
		jobStartDate: item.start,
		baseSalary: salaryOf(item),
		image: pictures(item),
	};
}

/** Something done is a Project, a lasting structure an Organization; both have the same fields, a Project being one. */
export const initiativeThing = (item: InitiativeFacts): Thing => ({
	"@type": item.nature === "structure" ? "Organization" : "Project",
	name: item.title,
	description: item.description || item.summary || item.goal || undefined,
	foundingDate: item.planning?.start,
	dissolutionDate: item.planning?.end,
	areaServed: item.places.map((place) => ({ "@type": "Place", name: place.name })),
	member: item.partners.filter((partner) => partner.role !== "funder").map(organization),
	funder: item.partners.filter((partner) => partner.role === "funder").map(organization),
	image: pictures(item),
	sameAs: item.sourceUrl,
});
