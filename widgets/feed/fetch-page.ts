import type { FeedKind } from "../../shared/model/kinds.ts";
import { FeedProblem } from "./feed-problem.ts";
import { type FeedPage, readFeed } from "./read-feed.ts";
import { filled, type Read } from "./readers.ts";

export interface FetchedPage<C> extends FeedPage<C> {
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
 * What `read` makes of the JSON at `address`. When it cannot be reached, of the last good copy of this page view or else of
 * the one in the browser's HTTP cache. Throws a {@link FeedProblem}; what happens after `signal` was aborted is of no interest.
 */
export async function fetchRead<T extends object>(
	address: string,
	signal: AbortSignal,
	read: (json: unknown) => T | Promise<T>,
): Promise<T & { stale: boolean }> {
	try {
		// Asks whether the browser's copy still stands: a cancelled event must not look on for as long as a cache lives.
		const json = await fetchJson(address, signal);
		const found = await read(json);
		lastGood.delete(address);
		lastGood.set(address, json);
		for (const oldest of lastGood.keys()) if (lastGood.size > copiesKept) lastGood.delete(oldest);
		return { ...found, stale: false };
	} catch (problem) {
		if (signal.aborted || !(problem instanceof FeedProblem) || !passes(problem)) throw problem;
		const copy =
			lastGood.get(address) ??
			(await fetchJson(address, signal, "force-cache", patience.copy).catch(() => {
				throw problem;
			}));
		return { ...(await read(copy)), stale: true };
	}
}

/** One page of a feed, as {@link fetchRead} has it. */
export const fetchPage = <C extends { id: string }>(
	kind: FeedKind,
	reader: Read<C> | Promise<Read<C>>,
	address: string,
	signal: AbortSignal,
): Promise<FetchedPage<C>> => fetchRead(address, signal, async (json) => readFeed(kind, await reader, json));
