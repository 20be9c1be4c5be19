import type { CardOf } from "../../shared/list/cards.ts";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import { FeedProblem } from "./feed-problem.ts";
import { type FeedPage, readFeed } from "./read-feed.ts";
import { filled, type Read } from "./readers.ts";

export interface FetchedPage<K extends WidgetKind> extends FeedPage<K> {
	/** Whether this is an older copy, because the network or the server failed. */
	stale: boolean;
}

/** The last good copy of each address while the page is open; nothing is stored on the visitor's device. */
const lastGood = new Map<string, unknown>();
const copiesKept = 20;

const patience = { fresh: 10_000, copy: 3_000 };

/** The JSON at `address`, without cookies. Throws a {@link FeedProblem}; `timeout` is in milliseconds. */
export async function fetchJson(
	address: string,
	signal: AbortSignal,
	cache: RequestCache = "no-cache",
	timeout = patience.fresh,
): Promise<unknown> {
	const run = new AbortController();
	const abort = () => run.abort();
	signal.addEventListener("abort", abort, { once: true });
	const timer = setTimeout(abort, timeout);
	try {
		const response = await fetch(address, { cache, credentials: "omit", signal: run.signal });
		const body: unknown = await response.json().catch((error: unknown) => {
			// Broken off while the body came in: not a matter of format.
			if (!(error instanceof SyntaxError)) throw error;
		});
		if (response.ok) return body;
		const said = typeof body === "object" && body ? (Reflect.get(body, "detail") ?? Reflect.get(body, "title")) : "";
		throw new FeedProblem("http", `${response.status}: ${filled(said) ?? response.statusText}`, response.status);
	} catch (error) {
		if (error instanceof FeedProblem) throw error;
		throw new FeedProblem(run.signal.aborted ? "timeout" : "network", String(error));
	} finally {
		clearTimeout(timer);
		signal.removeEventListener("abort", abort);
	}
}

/** Whether an older copy is better than this failure: not when the address or what it serves is simply wrong. */
const passes = ({ code, status = 0 }: FeedProblem) =>
	code === "network" || code === "timeout" || status >= 500 || status === 429;

/**
 * One page of a feed. When it cannot be reached, the last good copy of this page view or else the one in the browser's
 * HTTP cache. Throws a {@link FeedProblem}; what happens after `signal` was aborted is of no interest.
 */
export async function fetchPage<K extends WidgetKind>(
	kind: K,
	reader: Read<CardOf[K]> | Promise<Read<CardOf[K]>>,
	address: string,
	signal: AbortSignal,
): Promise<FetchedPage<K>> {
	try {
		// Asks whether the browser's copy still stands: a cancelled event must not look on for as long as a cache lives.
		const json = await fetchJson(address, signal);
		const page = readFeed(kind, await reader, json);
		lastGood.delete(address);
		lastGood.set(address, json);
		for (const oldest of lastGood.keys()) if (lastGood.size > copiesKept) lastGood.delete(oldest);
		return { ...page, stale: false };
	} catch (problem) {
		if (signal.aborted || !(problem instanceof FeedProblem) || !passes(problem)) throw problem;
		const copy =
			lastGood.get(address) ??
			(await fetchJson(address, signal, "force-cache", patience.copy).catch(() => {
				throw problem;
			}));
		return { ...readFeed(kind, await reader, copy), stale: true };
	}
}
