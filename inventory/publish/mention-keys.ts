import * as z from "zod/mini";
import { feedKindOf } from "../../shared/model/kinds.ts";
import { fold } from "../../shared/model/query.ts";
import { InitiativeReference } from "../../shared/model/values.ts";
import { matchKeyOfUrl } from "../../shared/text/match-key.ts";
import { canonicalUrl, type PublishedRow, slugify } from "./project.ts";

/** How published records find one another, as keys: when something changes, whoever mentions one of its keys is looked at again. */

const Mention = z.looseObject({ id: z.optional(z.string()), name: z.string() });

const bySlug = (slug: string) => `o:${slug}`;
const byName = (name: string) => `n:${fold(name)}`;
const byId = (id: string) => `i:${id}`;
const byUrl = (url: string) => `u:${matchKeyOfUrl(url)}`;

/** What a record's data mentions: organisations, and the initiative that it belongs to. */
export function mentionsOf(data: Record<string, unknown>): string[] {
	const { partners, organization, organizer, initiative } = data;
	const found = [...(Array.isArray(partners) ? partners : []), organization, organizer].flatMap((mention) => {
		const { id, name } = Mention.safeParse(mention).data ?? {};
		return name === undefined ? [] : [byName(name), ...(id ? [bySlug(id)] : [])];
	});
	const { id, url } = InitiativeReference.safeParse(initiative).data ?? {};
	return [...found, ...(id ? [byId(id)] : []), ...(url ? [byUrl(url)] : [])];
}

/** The keys by which others mention a record. */
export function keysOf({ id, kind, region, data }: PublishedRow, publicUrl: string): string[] {
	if (kind === "organization") {
		const title = String(data.title);
		return [bySlug(typeof data.slug === "string" ? data.slug : slugify(title)), byName(title)];
	}
	if (kind !== "initiative") return [];
	const own = canonicalUrl(publicUrl, region, feedKindOf(kind), id);
	return [byId(id), byUrl(own), ...(typeof data.sourceUrl === "string" ? [byUrl(data.sourceUrl)] : [])];
}

/** What others show of a record that they mention: when it stays the same, so do they. Undefined for what nobody mentions. */
export function identityOf({ kind, data }: Pick<PublishedRow, "kind" | "data">): string | undefined {
	if (kind === "organization") return JSON.stringify([data.slug, data.title, data.kind]);
	return kind === "initiative" ? JSON.stringify([data.title, data.sourceUrl]) : undefined;
}
