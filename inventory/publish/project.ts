import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import * as z from "zod/mini";
import { type ItemOf, items } from "../../shared/model/feed.ts";
import { type FeedKind, feedKindOf, type Kind } from "../../shared/model/kinds.ts";
import { fold } from "../../shared/model/query.ts";
import { InitiativeReference, type RecordId } from "../../shared/model/values.ts";
import { matchKeyOfUrl } from "../../shared/text/match-key.ts";
import type { Database } from "../db/open.ts";
import { contacts, records, revisions } from "../db/schema.ts";
import { isPersonalRecord } from "../records/personal.ts";

/** Published data as the public gets it. Contacts are in another table; only those marked public are copied in here. */

/** `Techniekpact Twente` → `techniekpact-twente`. */
export function slugify(text: string): string {
	const slug = fold(text)
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-+|-+$/g, "")
		.slice(0, 80)
		.replace(/-+$/, "");
	return slug || "onbekend";
}

export interface KnownOrganization {
	slug: string;
	name: string;
	kind: string;
}

/** Finds an organisation by its slug or, for a mention by name only, by its name. */
export type Directory = (mention: { id?: string | undefined; name: string }) => KnownOrganization | undefined;

/** `former` are names and slugs that lead to one of them since a merge; those that stand go first. */
export function directoryOf(
	organizations: readonly KnownOrganization[],
	former: readonly { slug: string; name: string; now: KnownOrganization }[] = [],
): Directory {
	const keyed = [...former, ...organizations.map((now) => ({ slug: now.slug, name: now.name, now }))];
	const bySlug = new Map(keyed.map(({ slug, now }) => [slug, now]));
	const byName = new Map(keyed.map(({ name, now }) => [fold(name), now]));
	return ({ id, name }) => (id ? bySlug.get(id) : undefined) ?? byName.get(fold(name));
}

const Mention = z.looseObject({ id: z.optional(z.string()), name: z.string(), kind: z.optional(z.string()) });

function resolve(mention: unknown, directory: Directory): unknown {
	const parsed = Mention.safeParse(mention);
	if (!parsed.success) return mention;
	const known = directory(parsed.data);
	const id = known?.slug ?? parsed.data.id ?? slugify(parsed.data.name);
	return { ...parsed.data, id, ...(known && { name: known.name }) };
}

function resolvePartner(mention: unknown, directory: Directory): unknown {
	const parsed = Mention.safeParse(mention);
	if (!parsed.success) return mention;
	const kind = parsed.data.kind ?? directory(parsed.data)?.kind ?? "network";
	return { ...(resolve(mention, directory) as object), kind };
}

export interface PublishedRow {
	id: string;
	kind: Kind;
	region: string;
	updatedAt: Date;
	calendarId: string | null;
	data: Record<string, unknown>;
	/** Another one after every change of the record's row. */
	stamp: string;
	/** The request of one person: never an item, whatever its state says. */
	personal: boolean;
}

/** Where the public page of a record is. */
export const canonicalUrl = (publicUrl: string, region: string, kind: FeedKind, id: string) =>
	`${publicUrl}/${region}/${kind}/${id}`;

/** Finds the published initiative that another record says it belongs to. */
export type Initiatives = (reference: unknown) => { id: string; title: string; url: string } | undefined;

/**
 * By id, through merges, or by the key of a web address: an initiative's page elsewhere or its page here. An address that two
 * initiatives have (a page that lists them) leads to neither.
 */
export function initiativesAmong(
	rows: Iterable<Pick<PublishedRow, "id" | "kind" | "region" | "data">>,
	merged: ReadonlyMap<string, string>,
	publicUrl: string,
): Initiatives {
	const byId = new Map<string, { id: string; title: string; url: string }>();
	const byUrl = new Map<string, Set<string>>();
	for (const { id, kind, region, data } of rows) {
		if (kind !== "initiative" || typeof data.title !== "string") continue;
		const url = canonicalUrl(publicUrl, region, "initiatives", id);
		byId.set(id, { id, title: data.title, url });
		for (const address of [url, data.sourceUrl]) {
			const key = typeof address === "string" ? matchKeyOfUrl(address) : "";
			if (key) byUrl.set(key, (byUrl.get(key) ?? new Set()).add(id));
		}
	}
	return (reference) => {
		const { id, url } = InitiativeReference.safeParse(reference).data ?? {};
		const [only, ...others] = byUrl.get(matchKeyOfUrl(url ?? "")) ?? [];
		let found: string | undefined = id ?? (others.length === 0 ? only : undefined);
		for (let step = 0; found && !byId.has(found) && step < 10; step++) found = merged.get(found);
		return found === undefined ? undefined : byId.get(found);
	};
}

export interface Merged {
	/** What each merged record was merged into, one step at a time. */
	into: ReadonlyMap<string, string>;
	/** The records that lead to one, by its id. */
	aliases: ReadonlyMap<string, RecordId[]>;
	/** Names of merged organisations: what was published before the merge still mentions them. */
	organizations: readonly { id: string; slug: string; name: string }[];
}

const survivor = (into: ReadonlyMap<string, string>, id: string): string => {
	let found = id;
	for (let step = 0; step < 10; step++) found = into.get(found) ?? found;
	return found;
};

export async function mergedIn(db: Database, region: string): Promise<Merged> {
	const rows = await db
		.select({ id: records.id, into: records.mergedInto, kind: records.kind, title: records.title, data: records.data })
		.from(records)
		.where(and(eq(records.region, region), isNotNull(records.mergedInto)))
		.orderBy(asc(records.id));
	const into = new Map(rows.flatMap((row) => (row.into ? [[row.id, row.into] as const] : [])));
	const aliases = new Map<string, RecordId[]>();
	for (const { id } of rows) {
		const last = survivor(into, id);
		aliases.set(last, [...(aliases.get(last) ?? []), id as RecordId]);
	}
	const organizations = rows
		.filter(({ kind }) => kind === "organization")
		.map(({ id, data, title }) => ({
			id: survivor(into, id),
			slug: typeof data.slug === "string" ? data.slug : slugify(title),
			name: title,
		}));
	return { into, aliases, organizations };
}

function toItem(
	row: PublishedRow,
	publicUrl: string,
	directory: Directory,
	persons: object[],
	initiatives: Initiatives,
): Record<string, unknown> {
	const { partners, organization, organizer, initiative, contacts: _private, ...data } = row.data;
	const own = initiatives(initiative);
	return {
		...data,
		...(Array.isArray(partners) && { partners: partners.map((partner) => resolvePartner(partner, directory)) }),
		...(organization !== undefined && { organization: resolve(organization, directory) }),
		...(organizer !== undefined && { organizer: resolve(organizer, directory) }),
		...(own && { initiative: own }),
		...(row.kind === "organization" && { slug: row.data.slug ?? slugify(String(row.data.title)) }),
		...(persons.length > 0 && { contacts: persons }),
		...(row.calendarId && row.kind === "event" && { calendarId: row.calendarId }),
		id: row.id,
		url: canonicalUrl(publicUrl, row.region, feedKindOf(row.kind), row.id),
		updatedAt: row.updatedAt.toISOString(),
	};
}

/** The schema of an item as it is published. Gives why not, when it does not fit. */
export function itemOf<K extends FeedKind>(
	kind: K,
	row: PublishedRow,
	publicUrl: string,
	look: { directory: Directory; initiatives: Initiatives },
	persons: object[],
	aliases: readonly RecordId[] | undefined,
): { item: ItemOf[K] } | { reason: string } {
	const item = toItem(row, publicUrl, look.directory, persons, look.initiatives);
	const parsed = items[kind].safeParse(aliases ? { ...item, aliases } : item);
	// The table of schemas is indexed by kind, which TypeScript does not carry through safeParse.
	return parsed.success ? { item: parsed.data as ItemOf[K] } : { reason: z.prettifyError(parsed.error) };
}

export type RegionItems = { [K in FeedKind]: ItemOf[K][] };

const dutch = new Intl.Collator("nl");
const compare = (a: string | undefined, b: string | undefined) => dutch.compare(a ?? "", b ?? "");
/** Dates and ids: plain ASCII, which needs no language. */
const plainly = (a: string | undefined = "", b: string | undefined = "") => (a < b ? -1 : a > b ? 1 : 0);

/** The order of each feed; never 0 for two different items. */
export const orders: { [K in FeedKind]: (a: ItemOf[K], b: ItemOf[K]) => number } = {
	events: (a, b) => Date.parse(a.start) - Date.parse(b.start) || plainly(a.id, b.id),
	opportunities: (a, b) => plainly(b.datePosted, a.datePosted) || plainly(a.id, b.id),
	initiatives: (a, b) => compare(a.title, b.title) || plainly(a.id, b.id),
	organizations: (a, b) => compare(a.title, b.title) || plainly(a.id, b.id),
	indicators: (a, b) => compare(a.title, b.title) || plainly(a.id, b.id),
};

/** The contacts that the public may see, by record: of a region, or of some of its records. */
export async function publicContacts(
	db: Database,
	region: string,
	ids?: readonly string[],
): Promise<Map<string, object[]>> {
	const rows = await db
		.select({ contact: contacts })
		.from(contacts)
		.innerJoin(records, eq(records.id, contacts.recordId))
		.where(and(eq(records.region, region), eq(contacts.public, true), ids && inArray(contacts.recordId, [...ids])))
		.orderBy(asc(contacts.position));
	const found = new Map<string, object[]>();
	for (const { contact } of rows) {
		const { name, role, email, phone } = contact;
		const person = { name, ...(role && { role }), ...(email && { email }), ...(phone && { phone }), public: true };
		found.set(contact.recordId, [...(found.get(contact.recordId) ?? []), person]);
	}
	return found;
}

/** What the public may see of a region, as stored: all of it, or some of its records. */
export const publishedRows = (db: Database, region: string, ids?: readonly string[]): Promise<PublishedRow[]> =>
	db
		.select({
			id: records.id,
			kind: records.kind,
			region: records.region,
			updatedAt: revisions.at,
			calendarId: records.calendarId,
			data: revisions.data,
			stamp: sql<string>`${records}.xmin::text`,
			// What stands says more than what was published: somebody may have found out since that it is personal.
			standing: sql<Record<string, unknown> | null>`case when ${records.kind} = 'opportunity'
				and ${records.revision} <> ${records.publishedRevision} then ${records.data} end`,
		})
		.from(records)
		.innerJoin(revisions, and(eq(revisions.recordId, records.id), eq(revisions.revision, records.publishedRevision)))
		.where(and(isPublished(region), ids && inArray(records.id, [...ids])))
		.then((rows) =>
			rows.map(({ standing, ...row }) => ({
				...row,
				personal: [row.data, standing ?? row.data].some((data) => isPersonalRecord(row.kind, data)),
			})),
		);

/** What makes a record of a region one that the public sees. */
export const isPublished = (region: string) =>
	and(eq(records.region, region), eq(records.state, "published"), isNotNull(records.publishedRevision));
