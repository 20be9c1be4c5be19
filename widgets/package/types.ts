/**
 * What the package tells a type checker: the elements, their events and what comes with those. Imports nothing, so that
 * the package's declarations need nothing else. The events declare themselves too (dom-events/): where one of the two says
 * something else, this does not compile.
 */

/** `<techniek-events>`, `<techniek-opportunities>` or `<techniek-initiatives>`: set with attributes, tells with events. */
export interface TechniekElement extends HTMLElement {
	/** Settles when what was asked for so far is on screen; while the element is not in a page nothing is. */
	readonly updateComplete: Promise<boolean>;
}

/** The class of an element, to register or to extend. */
export interface TechniekElementClass {
	readonly prototype: TechniekElement;
	readonly observedAttributes: readonly string[];
	new (): TechniekElement;
}

/** The class of `<techniek-dashboard>` or `<techniek-network>`, to register or to extend. */
export interface TechniekPartElementClass {
	readonly prototype: HTMLElement;
	new (): HTMLElement;
}

/** What visitors can narrow a list by. `from` and `to` are dates as `2027-01-31`, both included. */
export type TechniekFilterName =
	| "q"
	| "place"
	| "municipality"
	| "organization"
	| "stage"
	| "audience"
	| "sector"
	| "action-line"
	| "type"
	| "direction"
	| "from"
	| "to";

/** What every item has. Codes, such as those in `stages`, are strings: newer ones than this version knows may come. */
export interface TechniekItem {
	id: string;
	title: string;
	summary?: string;
	/** The item's own page. */
	url?: string;
	stages: string[];
	audiences: string[];
	sectors: string[];
	actionLines: string[];
	/** Says that the item is invented. */
	sample?: string;
}

export interface TechniekLocation {
	name?: string;
	streetAddress?: string;
	postalCode?: string;
	place?: string;
	/** Code by Statistics Netherlands, such as `gm0855`. */
	municipality?: string;
	/** Degrees, WGS 84. */
	latitude?: number;
	longitude?: number;
	url?: string;
}

export interface TechniekOrganization {
	id: string;
	name: string;
	url?: string;
}

export interface TechniekPartner extends TechniekOrganization {
	kind?: string;
	role: string;
}

/** Moments are RFC 3339 with an offset, or a date where there is no time. */
export interface TechniekEventItem extends TechniekItem {
	type?: string;
	start: string;
	end?: string;
	/** IANA name of the zone in which it is held. */
	timeZone: string;
	/** `scheduled`, `cancelled`, `rescheduled`, … */
	status: string;
	/** When it would have been, of one that was moved. */
	previousStart?: string;
	attendance: string;
	location?: TechniekLocation;
	organizer?: TechniekOrganization;
	partners: TechniekPartner[];
	/** In euros. */
	price?: { amount?: number; note?: string };
	registrationUrl?: string;
}

export interface TechniekOpportunityItem extends TechniekItem {
	type: string;
	direction: string;
	organization?: TechniekOrganization;
	location?: TechniekLocation;
	/** A week. */
	hours?: { min?: number; max?: number; note?: string };
	/** In euros per `unit`. */
	salary?: { min?: number; max?: number; unit: string; note?: string };
	datePosted?: string;
	validThrough?: string;
	start?: string;
	applyUrl?: string;
}

export interface TechniekInitiativeItem extends TechniekItem {
	nature: string;
	goal?: string;
	status: string;
	planning?: { start?: string; end?: string; label?: string; phase?: string };
	partners: TechniekPartner[];
	places: { name: string; municipality?: string }[];
	result?: string;
}

/** A figure of `<techniek-dashboard>`. */
export interface TechniekIndicatorItem {
	id: string;
	title: string;
	/** Its name in the attribute `indicator`. */
	slug?: string;
	unit: string;
}

/** An organisation, programme or initiative of `<techniek-network>`. */
export interface TechniekNetworkNode {
	id: string;
	title: string;
	kind: string;
	url?: string;
}

export interface TechniekLoadDetail {
	/** All that match what the visitor sees, on this page and further ones. */
	total: number;
	/** How many of them are on screen. */
	shown: number;
	/** Whether this is an older copy because the feed could not be reached. */
	stale: boolean;
	/** When the feed was made, RFC 3339. */
	generatedAt: string | undefined;
}

export interface TechniekErrorDetail {
	code:
		| "network"
		| "csp"
		| "cors"
		| "timeout"
		| "http"
		| "format"
		| "version"
		| "kind"
		| "region"
		| "value"
		| "dropped"
		| "part"
		| "tiles"
		| "inventory";
	/** The sentence that is in the console too, for the partner and not for visitors. */
	message: string;
	/** The feed's address, where it is about a feed. */
	url?: string;
	/** The HTTP status, where there was an answer. */
	status?: number;
}

/** `techniek-load`: a list, or more of it, is there. */
export type TechniekLoadEvent = CustomEvent<TechniekLoadDetail>;

/** `techniek-error`: something is wrong that the partner should know. */
export type TechniekErrorEvent = CustomEvent<TechniekErrorDetail>;

export interface TechniekSelectDetail {
	item:
		| TechniekEventItem
		| TechniekOpportunityItem
		| TechniekInitiativeItem
		| TechniekIndicatorItem
		| TechniekNetworkNode;
}

/** `techniek-select`: the visitor chose an item. Cancel it to show something of your own. */
export type TechniekSelectEvent = CustomEvent<TechniekSelectDetail>;

/** `techniek-filter`: the visitor changed the filters; what is chosen now. */
export type TechniekFilterEvent = CustomEvent<{ filters: Partial<Record<TechniekFilterName, string>> }>;

declare global {
	interface GlobalEventHandlersEventMap {
		"techniek-load": TechniekLoadEvent;
		"techniek-error": TechniekErrorEvent;
		"techniek-select": TechniekSelectEvent;
		"techniek-filter": TechniekFilterEvent;
	}
}
