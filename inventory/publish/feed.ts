import type { Feed, Item, ItemOf } from "../../shared/model/feed.ts";
import { feedFormat } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import type { Region } from "../../shared/model/region.ts";
import { Refusal } from "../records/refusal.ts";
import { facetsOf } from "./facets.ts";
import { type Found, indexOf } from "./item-index.ts";
import { type FeedRequest, largestPage } from "./parse-query.ts";

/** How many come before a page. The cursor is the position and id of the last item, so that a vanished one does no harm. */
function startOf(found: Found, after: string | undefined): number {
	if (!after) return 0;
	const [position, id] = Buffer.from(after, "base64url").toString().split(" ");
	const start = id === undefined ? undefined : found.after(id);
	if (start !== undefined) return start;
	const fallback = Number(position);
	if (!id || !Number.isInteger(fallback) || fallback < 0) {
		throw new Refusal(400, "invalid-cursor", {
			nl: "De waarde van after klopt niet: volg het adres in next.",
			en: "The value of after is not right: follow the address in next.",
		});
	}
	return fallback;
}

const cursor = (position: number, item: Item) => Buffer.from(`${position} ${item.id}`).toString("base64url");

/** One page of a feed. `address` is the feed's own absolute address without parameters. */
export function buildFeed<K extends FeedKind>(
	kind: K,
	region: Region,
	items: readonly ItemOf[K][],
	options: { request: FeedRequest; today: string; generatedAt: string; address: string },
): Feed<K> {
	const { request } = options;
	const index = indexOf(kind, items);
	const found = index.find(request.query, options.today);
	const start = startOf(found, request.after);
	const page = found.positions(start, request.limit).flatMap((position) => items[position] ?? []);
	const last = page.at(-1);
	const more = last && start + page.length < found.total;
	return {
		format: feedFormat,
		kind,
		region: { id: region.id, name: region.name },
		generatedAt: options.generatedAt,
		total: found.total,
		items: page,
		next: more ? nextAddress(options.address, request, cursor(start + page.length, last)) : null,
		facets: facetsOf(kind, index.organizations(), found, request.query),
	};
}

function nextAddress(address: string, { query, limit }: FeedRequest, after: string): string {
	const url = new URL(address);
	for (const [name, value] of Object.entries(query)) {
		if (Array.isArray(value)) for (const one of value) url.searchParams.append(name, one);
		else if (typeof value === "string") url.searchParams.set(name, value);
	}
	if (limit !== largestPage) url.searchParams.set("limit", String(limit));
	url.searchParams.set("after", after);
	return url.href;
}
