import type { EventItem, InitiativeItem, Item, OpportunityItem } from "../model/feed.ts";

/** JSON-LD for canonical pages: schema.org Event, JobPosting and Project. */

const context = "https://schema.org";

type Thing = Record<string, unknown>;

const organization = (mention: { name: string; url?: string } | undefined): Thing | undefined =>
	mention && { "@type": "Organization", name: mention.name, ...(mention.url && { url: mention.url }) };

function place(location: EventItem["location"]): Thing | undefined {
	if (!location) return undefined;
	return {
		"@type": "Place",
		name: location.name ?? location.place,
		address: {
			"@type": "PostalAddress",
			streetAddress: location.streetAddress,
			postalCode: location.postalCode,
			addressLocality: location.place,
			addressCountry: "NL",
		},
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

function eventThing(item: EventItem): Thing {
	const physical = item.attendance === "online" ? undefined : place(item.location);
	const virtual =
		item.attendance === "offline" ? undefined : { "@type": "VirtualLocation", url: item.location?.url ?? item.url };
	return {
		"@type": "Event",
		name: item.title,
		description: item.description ?? item.summary,
		startDate: item.start,
		endDate: item.end,
		previousStartDate: item.previousStart,
		eventStatus: `${context}/${eventStatuses[item.status]}`,
		eventAttendanceMode: `${context}/${attendance[item.attendance]}`,
		location: physical && virtual ? [physical, virtual] : (physical ?? virtual),
		organizer: organization(item.organizer),
		image: item.image?.url,
		offers:
			item.price?.amount === undefined
				? undefined
				: {
						"@type": "Offer",
						price: item.price.amount,
						priceCurrency: "EUR",
						url: item.registrationUrl ?? item.url,
						availability: `${context}/${item.status === "full" ? "SoldOut" : "InStock"}`,
					},
	};
}

const employment: Partial<Record<OpportunityItem["type"], string>> = {
	vacancy: "FULL_TIME",
	internship: "INTERN",
	"graduation-project": "INTERN",
	"holiday-job": "TEMPORARY",
};

/** Only what somebody offers and gets a job or place by is a JobPosting. */
function jobThing(item: OpportunityItem): Thing | undefined {
	if (item.direction !== "offer" || !(item.type in employment || item.type === "work-study")) return undefined;
	return {
		"@type": "JobPosting",
		title: item.title,
		description: item.description ?? item.summary ?? item.title,
		datePosted: item.datePosted,
		validThrough: item.validThrough,
		employmentType: employment[item.type] ?? "OTHER",
		hiringOrganization: organization(item.organization),
		jobLocation: place(item.location),
		baseSalary: item.salary && {
			"@type": "MonetaryAmount",
			currency: "EUR",
			value: {
				"@type": "QuantitativeValue",
				minValue: item.salary.min,
				maxValue: item.salary.max,
				unitText: item.salary.unit.toUpperCase(),
			},
		},
	};
}

const projectThing = (item: InitiativeItem): Thing => ({
	"@type": "Project",
	name: item.title,
	description: item.description ?? item.summary ?? item.goal,
	foundingDate: item.planning?.start,
	dissolutionDate: item.planning?.end,
	member: item.partners.map(organization),
});

/** The structured data of an item's page, or undefined for kinds that schema.org has no fitting type for. */
export function toSchemaOrg(item: Item): Thing | undefined {
	const thing =
		"timeZone" in item
			? eventThing(item)
			: "direction" in item
				? jobThing(item)
				: "nature" in item
					? projectThing(item)
					: undefined;
	return thing && { "@context": context, ...thing, url: item.url };
}
