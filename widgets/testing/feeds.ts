import type { WidgetKind } from "../../shared/messages/widgets.ts";
import type { EventItem, Feed, InitiativeItem, OpportunityItem } from "../../shared/model/feed.ts";
import { items as itemSchemas } from "../../shared/model/feed.ts";
import { countFacet, type FeedQuery, facetParameters, matches } from "../../shared/model/query.ts";
import { addDays, dateIn, fromZone, inZone } from "../../shared/text/zoned-time.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { audiences } from "../../shared/vocabularies/audiences.ts";
import { directions } from "../../shared/vocabularies/directions.ts";
import { eventTypes } from "../../shared/vocabularies/event-types.ts";
import { natures } from "../../shared/vocabularies/natures.ts";
import { opportunityTypes } from "../../shared/vocabularies/opportunity-types.ts";
import { sectors } from "../../shared/vocabularies/sectors.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import type { Vocabulary } from "../../shared/vocabularies/vocabulary.ts";

/** Feeds for tests, of items that the schemas accept. Every call makes new ones; what is in them is the same on one day. */

const zone = "Europe/Amsterdam";
const base = "https://inventory.example/proefregio";

const at = (days: number, time: string) => inZone(fromZone(day(days), time, zone), zone);
export const day = (days: number) => addDays(dateIn(zone, Date.now()), days);

const uuid = (kind: number, index: number) => `0000000${kind}-0000-7000-8000-${String(index).padStart(12, "0")}`;

/** The one of `list` that number `index` gets, going round. */
function pick<T>(list: readonly [T, ...T[]], index: number): T {
	return list[index % list.length] ?? list[0];
}

const places = ["Tilburg", "Waalwijk", "Oisterwijk", "Goirle"] as const;
type Named = { id: string; name: string };
const organizations: readonly [Named, ...Named[]] = [
	{ id: "vakcollege-spoorbuurt", name: "Vakcollege Spoorbuurt" },
	{ id: "machinefabriek-de-leij", name: "Machinefabriek De Leij" },
	{ id: "techniekcollege-leijdal", name: "Techniekcollege Leijdal" },
];

export function anEvent(index: number, fields: Partial<EventItem> = {}): EventItem {
	return itemSchemas.events.parse({
		id: uuid(1, index),
		url: `${base}/events/${uuid(1, index)}`,
		updatedAt: "2026-11-01T09:00:00+01:00",
		title: `${pick(["Open dag techniek", "Doe-middag robotica", "Bedrijfsbezoek bij de machinefabriek", "Voorlichting leren en werken"], index)} ${index + 1}`,
		summary: "Kom kijken, proberen en vragen stellen. Er is voor iedereen iets te doen, ook zonder ervaring.",
		type: pick(["open-day", "workshop", "visit", "information"], index),
		start: at(1 + Math.floor(index / 2), pick(["10:00", "14:30"], index)),
		end: at(1 + Math.floor(index / 2), pick(["12:30", "17:00"], index)),
		location: { name: pick(["De Ketelhal", "Het Lokaal", "Praktijkhal Noord"], index), place: pick(places, index) },
		organizer: pick(organizations, index),
		partners: [],
		stages: [pick(["po", "vmbo", "mbo"], index)],
		actionLines: ["choose"],
		registrationUrl: `${base}/aanmelden/${index}`,
		...fields,
	});
}

export function anOpportunity(index: number, fields: Partial<OpportunityItem> = {}): OpportunityItem {
	return itemSchemas.opportunities.parse({
		id: uuid(2, index),
		url: `${base}/opportunities/${uuid(2, index)}`,
		updatedAt: "2026-11-01T09:00:00+01:00",
		title: `${pick(["CNC-frezer die van kleine series houdt", "Stage bij de onderhoudsploeg", "Gastles over robots"], index)} ${index + 1}`,
		summary: "Je werkt in een ploeg van zes, in dagdienst, en leert wat je nog niet kunt.",
		type: pick(["vacancy", "internship", "guest-lesson"], index),
		direction: pick(["offer", "offer", "offer", "request"], index),
		organization: pick(organizations, index),
		location: { place: pick(places, index) },
		stages: [pick(["mbo", "working"], index)],
		sectors: [pick(["metal", "ict"], index)],
		hours: { min: 32, max: 40 },
		salary: { min: 2950, max: 3850, unit: "month" },
		validThrough: day(5 + index),
		applyUrl: `${base}/reageren/${index}`,
		...fields,
	});
}

export function anInitiative(index: number, fields: Partial<InitiativeItem> = {}): InitiativeItem {
	return itemSchemas.initiatives.parse({
		id: uuid(3, index),
		url: `${base}/initiatives/${uuid(3, index)}`,
		updatedAt: "2026-11-01T09:00:00+01:00",
		title: `${pick(["Techniekroute voor groep 7 en 8", "Hybride docenten in het mbo", "Leerwerkplekken in de bouw"], index)} ${index + 1}`,
		summary: "Scholen en bedrijven maken samen een programma, zodat leerlingen techniek zien waar die gebeurt.",
		actionLines: [pick(["choose", "learn", "work"], index)],
		stages: [pick(["po", "mbo", "working"], index)],
		audiences: [pick(["pupils", "teachers"], index)],
		planning: { start: "2025-09-01", end: "2027-07-31" },
		status: pick(["running", "preparing", "completed"], index),
		partners: [
			{ ...pick(organizations, index), role: "partner" },
			{ id: "programmabureau", name: "Programmabureau Techniek", role: "lead" },
		],
		places: [{ name: pick(places, index) }],
		...fields,
	});
}

/** Any kind's items, of which the fields are the business of who made them. */
export type TestFeed = Omit<Feed<WidgetKind>, "items"> & { items: { title: string }[] };

export const makers = { events: anEvent, opportunities: anOpportunity, initiatives: anInitiative };

const vocabularies: Partial<Record<string, Vocabulary>> = {
	stage: stages,
	audience: audiences,
	sector: sectors,
	"action-line": actionLines,
	direction: directions,
};
const types = { events: eventTypes, opportunities: opportunityTypes, initiatives: natures };

/** A feed as the inventory gives it: `query` answered, the first `limit` items after the first `offset`. */
export function feedOf(
	kind: WidgetKind,
	items: TestFeed["items"],
	{
		query = {},
		limit = 100,
		offset = 0,
		self = base,
	}: { query?: FeedQuery; limit?: number; offset?: number; self?: string } = {},
): TestFeed {
	const found = items.filter((item) => matches(item, query));
	const facets: TestFeed["facets"] = {};
	for (const parameter of facetParameters) {
		const vocabulary: Vocabulary | undefined = parameter === "type" ? types[kind] : vocabularies[parameter];
		facets[parameter] = [...countFacet(items, query, parameter)].map(([value, count]) => {
			const name = organizations.find(({ id }) => id === value)?.name;
			return { value, label: vocabulary?.[value]?.nl ?? name ?? value, labelEn: vocabulary?.[value]?.en, count };
		});
	}
	const next = new URL(self);
	next.searchParams.set("after", String(offset + limit));
	return {
		format: "techniek-feed/1",
		kind,
		region: { id: "proefregio", name: "Proefregio" },
		generatedAt: new Date().toISOString(),
		total: found.length,
		items: found.slice(offset, offset + limit),
		next: offset + limit < found.length ? next.href : null,
		facets,
	};
}
