import type {
	EventItem,
	InitiativeItem,
	Item,
	ItemReference,
	OpportunityItem,
	RelatedItems,
} from "../../shared/model/feed.ts";
import { valuesOf } from "../../shared/model/query.ts";
import type { RegionItems } from "./project.ts";
import { type Comparable, comparable, similarTo } from "./similar.ts";
import { standing } from "./standing.ts";

/** What one item leads to: other editions, similar initiatives, and what belongs together across kinds. */

type Linked = EventItem | OpportunityItem | InitiativeItem;

const isEvent = (item: Item): item is EventItem => "timeZone" in item;
const isOpportunity = (item: Item): item is OpportunityItem => "direction" in item;
const isInitiative = (item: Item): item is InitiativeItem => "nature" in item;

/** So many are named of each kind; the feeds have the rest. */
const mostLinked = 12;

/** Without the fields that an item does not have: JSON has no undefined. */
function reference(item: Linked): ItemReference {
	const { id, title, url, sample } = item;
	const base = { id, title, url, ...(sample && { sample }) };
	if (isInitiative(item)) {
		const [place] = item.places;
		return {
			kind: "initiatives",
			...base,
			status: item.status,
			type: item.nature,
			...(place && { place: place.name }),
		};
	}
	const place = item.location?.place && { place: item.location.place };
	if (isEvent(item)) {
		const { start, end, timeZone, status, type, series } = item;
		return {
			kind: "events",
			...base,
			start,
			...(end && { end }),
			timeZone,
			status,
			...(type && { type }),
			...place,
			...(series?.edition && { edition: series.edition }),
		};
	}
	const { start, type, validThrough } = item;
	return {
		kind: "opportunities",
		...base,
		type,
		...(start && { start }),
		...place,
		...(validThrough && { validThrough }),
	};
}

/** Who stands for an item: not those who only pay for it. */
function carriers(item: Linked): string[] {
	if (isOpportunity(item)) return item.organization ? [item.organization.id] : [];
	const partners = item.partners.filter((partner) => partner.role !== "funder").map((partner) => partner.id);
	return isEvent(item) && item.organizer ? [item.organizer.id, ...partners] : partners;
}

const overlap = (a: readonly string[], b: readonly string[]) => a.filter((one) => b.includes(one)).length;

/**
 * How much an event or opportunity belongs to an initiative; 0 is not at all. Somebody's word comes first, and rules out any
 * other initiative; without it they need a carrying organisation in common, and an action line or level.
 */
function belonging(item: EventItem | OpportunityItem, initiative: InitiativeItem): number {
	if (item.initiative) return item.initiative.id === initiative.id ? 1000 : 0;
	const who = overlap(carriers(item), carriers(initiative));
	const what = overlap(item.actionLines, initiative.actionLines) + overlap(item.stages, initiative.stages);
	return who > 0 && what > 0 ? who * 10 + what : 0;
}

/** Those with a weight above 0, what somebody linked by hand first, else in the order of the feed. */
function linked<T extends Linked>(items: readonly T[], weigh: (item: T) => number): ItemReference[] {
	const found = items.map((item) => ({ item, weight: weigh(item) })).filter(({ weight }) => weight > 0);
	const named = ({ weight }: { weight: number }) => (weight >= 1000 ? 0 : 1);
	return found
		.sort((a, b) => named(a) - named(b))
		.slice(0, mostLinked)
		.map(({ item }) => reference(item));
}

const mostInitiatives = 5;

function initiativesOf(item: EventItem | OpportunityItem, initiatives: readonly InitiativeItem[]): ItemReference[] {
	return initiatives
		.map((initiative) => ({ initiative, weight: belonging(item, initiative) }))
		.filter(({ weight }) => weight > 0)
		.sort((a, b) => b.weight - a.weight || (a.initiative.id < b.initiative.id ? -1 : 1))
		.slice(0, mostInitiatives)
		.map(({ initiative }) => reference(initiative));
}

function editionsOf(item: EventItem, events: readonly EventItem[]): ItemReference[] {
	const { series } = item;
	if (!series) return [];
	return events
		.filter((other) => other.series?.id === series.id && other.id !== item.id)
		.sort((a, b) => Date.parse(b.start) - Date.parse(a.start) || (a.id < b.id ? -1 : 1))
		.slice(0, mostLinked)
		.map(reference);
}

/** Comparing needs counts over a whole region: made once for each published list. */
const compared = new WeakMap<readonly InitiativeItem[], Comparable>();

function comparison(initiatives: readonly InitiativeItem[]): Comparable {
	const known = compared.get(initiatives) ?? comparable(initiatives);
	compared.set(initiatives, known);
	return known;
}

const none: RelatedItems = { editions: [], similar: [], events: [], opportunities: [], initiatives: [] };

/**
 * What `item` leads to among the published items of its region. Events and opportunities are those that are to come or stand as
 * of `today` (a date); `editions` has past ones too, newest first. For an organisation: everything that it stands for.
 */
export function relatedTo(
	item: Item,
	region: Omit<RegionItems, "organizations" | "indicators">,
	today: string,
): RelatedItems {
	const events = standing("events", region.events, today);
	const opportunities = standing("opportunities", region.opportunities, today);
	if (isInitiative(item)) {
		return {
			...none,
			similar: similarTo(item.id, comparison(region.initiatives)).map(({ initiative, reasons }) => ({
				...reference(initiative),
				reasons,
			})),
			events: linked(events, (event) => belonging(event, item)),
			opportunities: linked(opportunities, (opportunity) => belonging(opportunity, item)),
		};
	}
	if (isEvent(item)) {
		return { ...none, editions: editionsOf(item, region.events), initiatives: initiativesOf(item, region.initiatives) };
	}
	if (isOpportunity(item)) return { ...none, initiatives: initiativesOf(item, region.initiatives) };
	const slug = "slug" in item ? item.slug : undefined;
	if (!slug) return none;
	const mentions = (one: Linked) => Number(valuesOf(one, "organization").includes(slug));
	return {
		...none,
		events: linked(events, mentions),
		opportunities: linked(opportunities, mentions),
		initiatives: linked(region.initiatives, mentions),
	};
}
