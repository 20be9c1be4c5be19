import { homeZone } from "../../shared/list/dates.ts";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import { filled, listOf, moment, number, otherwise, type Read, record, text } from "../feed/readers.ts";
import { safeLink } from "../feed/safe-link.ts";

/** Items in full, read as leniently as those of lists. */

interface Named {
	name: string;
	url?: string;
}
interface Where {
	name?: string;
	streetAddress?: string;
	postalCode?: string;
	place?: string;
	latitude?: number;
	longitude?: number;
	url?: string;
}
interface Contact {
	name?: string;
	role?: string;
	email?: string;
	phone?: string;
}
interface Amount {
	min?: number;
	max?: number;
	note?: string;
}

/** What another item is and where, beside the one that names it. */
export interface Reference {
	kind: WidgetKind;
	id: string;
	title: string;
	url?: string;
	start?: string;
	timeZone: string;
	status?: string;
	place?: string;
	validThrough?: string;
	edition?: string;
	reasons: { nl: string; en: string }[];
}

/** Everything that an item of any kind may have; which kind it is, is known from elsewhere. */
export interface Detail {
	id: string;
	title: string;
	url?: string;
	summary?: string;
	description?: string;
	sample?: string;
	type?: string;
	stages: string[];
	audiences: string[];
	sectors: string[];
	actionLines: string[];
	contacts: Contact[];
	sourceUrl?: string;
	initiative?: Pick<Reference, "id" | "title" | "url">;
	location?: Where;
	start?: string;
	end?: string;
	timeZone: string;
	status?: string;
	previousStart?: string;
	attendance?: string;
	accessibility?: string;
	organizer?: Named;
	partners: (Named & { role: string })[];
	price?: { amount?: number; note?: string };
	registrationUrl?: string;
	series?: { name: string; edition?: string };
	direction?: string;
	organization?: Named;
	learningPath?: string;
	hours?: Amount;
	salary?: Amount & { unit: string };
	datePosted?: string;
	validThrough?: string;
	applyUrl?: string;
	source?: { name?: string; url?: string };
	nature?: string;
	goal?: string;
	planning?: { start?: string; end?: string; label?: string; phase?: string };
	result?: string;
	funding: { programme?: string; note?: string }[];
	places: { name: string }[];
	scale?: string;
}

const texts = listOf(text);
const named = record<Named>({ name: filled, url: safeLink }, "name");
const amount = { min: number, max: number, note: text };

/** Contacts that nobody marked public are not for here, whatever a feed says. */
const contact: Read<Contact> = (value) =>
	typeof value === "object" && value && Reflect.get(value, "public") === true
		? record<Contact>({ name: text, role: text, email: text, phone: text })(value)
		: undefined;

/** An item of any kind. Without its id and title it is of no use. */
export const readDetail = record<Detail>(
	{
		id: filled,
		title: filled,
		url: safeLink,
		summary: text,
		description: text,
		sample: text,
		type: text,
		stages: texts,
		audiences: texts,
		sectors: texts,
		actionLines: texts,
		contacts: listOf(contact),
		sourceUrl: safeLink,
		initiative: record<NonNullable<Detail["initiative"]>>({ id: filled, title: filled, url: safeLink }, "id", "title"),
		location: record<Where>({
			name: text,
			streetAddress: text,
			postalCode: text,
			place: text,
			latitude: number,
			longitude: number,
			url: safeLink,
		}),
		start: moment,
		end: moment,
		timeZone: otherwise(text, homeZone),
		status: text,
		previousStart: moment,
		attendance: text,
		accessibility: text,
		organizer: named,
		partners: listOf(
			record<Detail["partners"][number]>({ name: filled, url: safeLink, role: otherwise(text, "partner") }, "name"),
		),
		price: record<NonNullable<Detail["price"]>>({ amount: number, note: text }),
		registrationUrl: safeLink,
		series: record<NonNullable<Detail["series"]>>({ name: filled, edition: text }, "name"),
		direction: text,
		organization: named,
		learningPath: text,
		hours: record<Amount>(amount),
		salary: record<Amount & { unit: string }>({ ...amount, unit: otherwise(text, "month") }),
		datePosted: moment,
		validThrough: moment,
		applyUrl: safeLink,
		source: record<NonNullable<Detail["source"]>>({ name: text, url: safeLink }),
		nature: text,
		goal: text,
		planning: record<NonNullable<Detail["planning"]>>({ start: moment, end: moment, label: text, phase: text }),
		result: text,
		funding: listOf(record<Detail["funding"][number]>({ programme: text, note: text })),
		places: listOf(record<Detail["places"][number]>({ name: filled }, "name")),
		scale: text,
	},
	"id",
	"title",
);

const kinds = ["events", "opportunities", "initiatives"] as const satisfies readonly WidgetKind[];

const reference = record<Reference>(
	{
		kind: (value) => kinds.find((kind) => kind === value),
		id: filled,
		title: filled,
		url: safeLink,
		start: moment,
		timeZone: otherwise(text, homeZone),
		status: text,
		place: text,
		validThrough: moment,
		edition: text,
		reasons: listOf(record<{ nl: string; en: string }>({ nl: filled, en: filled }, "nl", "en")),
	},
	"kind",
	"id",
	"title",
);

/** What an item leads to, in the order in which people see it. */
export const relations = ["editions", "events", "opportunities", "initiatives", "similar"] as const;
export type Related = Record<(typeof relations)[number], Reference[]>;

const references = listOf(reference);

/** One item's own file (`techniek-item/1`): undefined when it is none, or that of another item. */
export function readItemFile(json: unknown, id: string): { detail: Detail; related: Related } | undefined {
	const get = (key: string): unknown => (typeof json === "object" && json ? Reflect.get(json, key) : undefined);
	const detail = get("format") === "techniek-item/1" ? readDetail(get("item")) : undefined;
	if (detail?.id !== id) return undefined;
	const [editions, events, opportunities, initiatives, similar] = relations.map((name) => references(get(name)));
	return {
		detail,
		related: {
			editions: editions ?? [],
			events: events ?? [],
			opportunities: opportunities ?? [],
			initiatives: initiatives ?? [],
			similar: similar ?? [],
		},
	};
}
