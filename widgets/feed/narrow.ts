import { allowed, type FeedQuery, facetParameters } from "../../shared/model/query.ts";
import { parseAddress } from "./safe-link.ts";

/** The dates there are, the earliest first. */
const ordered = (...dates: (string | undefined)[]) => dates.filter(Boolean).sort();

/** The partner's fixed query with the visitor's added: it can only get narrower. */
export function narrow(fixed: FeedQuery, visitor: FeedQuery): FeedQuery {
	const query: FeedQuery = {
		from: ordered(fixed.from, visitor.from).at(-1),
		to: ordered(fixed.to, visitor.to)[0],
		q: [fixed.q, visitor.q].filter(Boolean).join(" "),
	};
	for (const parameter of facetParameters) {
		const chosen = allowed(fixed, parameter, visitor[parameter] ?? []);
		query[parameter] = chosen.length ? chosen : fixed[parameter];
	}
	return query;
}

/** `address` with the parameters of `query` and, where there is one, `limit`; several values of one parameter repeat it. */
export function addressOf(address: string, query: FeedQuery, limit?: number): string {
	const url = new URL(address);
	for (const [name, value] of Object.entries(query)) {
		for (const one of [value ?? []].flat()) if (one) url.searchParams.append(name, one);
	}
	if (limit) url.searchParams.set("limit", String(limit));
	return url.href;
}

/**
 * Where the following page is, as the feed says in `next`. On another origin only its cursor is taken: behind a proxy the
 * inventory may not know its own public name, and a feed must not send visitors elsewhere.
 */
export function nextAddress(current: string, next: string | undefined): string | undefined {
	const url = next && parseAddress(next, current);
	if (!url) return undefined;
	const own = new URL(current);
	if (url.origin === own.origin) return url.href;
	const after = url.searchParams.get("after");
	if (!after) return undefined;
	own.searchParams.set("after", after);
	return own.href;
}
