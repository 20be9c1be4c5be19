import { Hono } from "hono";
import * as z from "zod/mini";
import { type FeedKind, feedKinds, isFeedKind } from "../../shared/model/kinds.ts";
import { answering } from "../publish/answering.ts";
import { catalogOf, type OpenData } from "../publish/catalog.ts";
import { type Variants, variantsOf } from "../publish/files.ts";
import type { PublishedSite } from "../publish/site.ts";
import { sendPublished } from "./answers.ts";

export type OpenDataFacts = Omit<OpenData, "publicUrl">;

const kinds = Object.keys(feedKinds).filter(isFeedKind);

const headers = {
	"Content-Type": "application/ld+json; charset=utf-8",
	"Cache-Control": "public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400",
	"Access-Control-Allow-Origin": "*",
	"Access-Control-Expose-Headers": "ETag",
	"Cross-Origin-Resource-Policy": "cross-origin",
};

async function publishedIn(site: PublishedSite, region: string) {
	const found = new Map<FeedKind, { modified: string; since?: string | undefined }>();
	for (const kind of kinds) {
		const published = await site.items(region, kind);
		if (!published) continue;
		const [first] = published.items;
		// Events are in the order of their days.
		const since = first && "timeZone" in first ? first.start.slice(0, 10) : undefined;
		found.set(kind, { modified: published.generatedAt, since });
	}
	return found;
}

const Dated = z.looseObject({ generatedAt: z.string() });

const timeIn = (bytes: Uint8Array | undefined) =>
	bytes && Dated.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data?.generatedAt;

/** `/catalog.jsonld`: the open data described for other catalogues. Made from the published files, without the database. */
export function catalogRoutes(site: PublishedSite, facts: OpenData): Hono {
	let made: { age: number; variants: Variants } | undefined;
	return new Hono().get("/catalog.jsonld", async (c) => {
		const { age } = site;
		if (made?.age !== age) {
			const regions = await Promise.all(
				(await site.regions()).map(async (region) => ({
					region,
					kinds: await publishedIn(site, region.id),
					network: timeIn((await site.network(region.id, "network.json"))?.identity),
				})),
			);
			made = { age, variants: await variantsOf(JSON.stringify(catalogOf(regions, facts)), 9) };
		}
		return sendPublished(c, answering(made.variants, headers));
	});
}
