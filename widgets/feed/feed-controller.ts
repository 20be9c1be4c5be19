import type { ReactiveController } from "lit";
import type { CardOf } from "../../shared/list/cards.ts";
import { today } from "../../shared/list/dates.ts";
import type { FeedResult, FeedState } from "../../shared/list/list-view.ts";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import type { FeedQuery } from "../../shared/model/query.ts";
import type { ControllerHost } from "../element/widget-element.ts";
import { loadPart } from "../parts/load.ts";
import { current } from "./current.ts";
import { FeedProblem } from "./feed-problem.ts";
import { type FetchedPage, fetchPage } from "./fetch-page.ts";
import { addressOf, narrow, nextAddress } from "./narrow.ts";
import type { Read } from "./readers.ts";

/** What to show, all of it from the element's attributes and the visitor's choice. */
export interface FeedRequest {
	/** Absolute address of the feed, without the query. */
	address: string;
	/** Whether the feed is a file that is fetched once and searched here, instead of an inventory that answers a query. */
	local: boolean;
	/** The partner's part of the query; the visitor cannot widen it. */
	fixed: FeedQuery;
	visitor: FeedQuery;
	/** How many items at a time. */
	limit: number;
	/** Whether all of them are wanted, for a view that shows no list. */
	all?: boolean | undefined;
}

interface Listener<K extends WidgetKind> {
	onResult(result: FeedResult<K>): void;
	onProblem(problem: FeedProblem, address: string): void;
}

/** Owns fetching, abort, stale runs and paging of one element's feed; the element only asks and draws. */
export class FeedController<K extends WidgetKind> implements ReactiveController {
	state: FeedState = "loading";
	result: FeedResult<K> | undefined;

	#host: ControllerHost & Listener<K>;
	#kind: K;
	#reader: Read<CardOf[K]> | Promise<Read<CardOf[K]>>;
	#request: FeedRequest | undefined;
	#run: AbortController | undefined;
	#next: string | undefined;
	/** The whole of a static feed, once it is here. */
	#file: { address: string; page: FetchedPage<CardOf[K]> } | undefined;

	/** `reader` may come while the feed is on its way. */
	constructor(host: ControllerHost & Listener<K>, kind: K, reader: Read<CardOf[K]> | Promise<Read<CardOf[K]>>) {
		this.#host = host;
		this.#kind = kind;
		this.#reader = reader;
		host.addController(this);
	}

	/** Back in a page: what was broken off on leaving starts again. */
	hostConnected() {
		if (this.state === "loading" && this.#request) this.load(this.#request);
	}

	hostDisconnected() {
		this.#run?.abort();
	}

	/** Shows what `request` asks for; the list on screen stays until then. */
	load(request: FeedRequest) {
		if (this.#request?.address !== request.address) this.result = undefined;
		this.#request = request;
		void this.#go((signal) => (request.local ? this.#fromFile(request, signal) : this.#fromServer(request, signal)));
	}

	/** There is nothing to ask: the settings do not say what. */
	stop() {
		this.#run?.abort();
		this.#request = this.result = undefined;
		this.state = "error";
	}

	/** Shows the same once more, after a failure. */
	retry() {
		this.#file = undefined;
		if (this.#request) this.load(this.#request);
	}

	/** Adds the following items to those on screen. */
	showMore(): Promise<void> {
		const request = this.#request;
		const before = this.result;
		if (!request || !before) return Promise.resolve();
		return this.#go(
			(signal) =>
				request.local
					? this.#fromFile({ ...request, limit: before.items.length + request.limit }, signal)
					: this.#fromServer(request, signal, before),
			before,
		);
	}

	/**
	 * Runs the latest question only: an older one is aborted and its answer, should it still come, ignored. When it fails
	 * `before` stays on screen; without that nothing does, since the list there answered another question.
	 */
	async #go(ask: (signal: AbortSignal) => Promise<FeedResult<K>>, before?: FeedResult<K>) {
		this.#run?.abort();
		const run = new AbortController();
		this.#run = run;
		this.state = "loading";
		this.#host.requestUpdate();
		try {
			const result = await ask(run.signal);
			if (run.signal.aborted) return;
			this.result = result;
			this.state = result.stale ? "stale" : result.items.length ? "ready" : this.#filtered ? "filtered-empty" : "empty";
			this.#host.onResult(result);
		} catch (error) {
			if (run.signal.aborted) return;
			this.state = "error";
			this.result = before ?? (this.result && { ...this.result, items: [], total: 0, more: false });
			this.#host.requestUpdate();
			if (!(error instanceof FeedProblem)) throw error;
			this.#host.onProblem(error, this.#request?.address ?? "");
		}
		this.#host.requestUpdate();
	}

	get #filtered() {
		return Object.values(this.#request?.visitor ?? {}).some((value) => value?.length);
	}

	#page(address: string, signal: AbortSignal) {
		return fetchPage(this.#kind, this.#reader, address, signal);
	}

	#part() {
		return loadPart("whole").catch((error: unknown) => {
			throw new FeedProblem("network", String(error));
		});
	}

	/** `address` with the pages that follow it. */
	async #whole(address: string, signal: AbortSignal): Promise<FetchedPage<CardOf[K]>> {
		const { readWhole } = await this.#part();
		return readWhole(address, (one) => this.#page(one, signal), nextAddress);
	}

	async #fromServer(request: FeedRequest, signal: AbortSignal, before?: FeedResult<K>): Promise<FeedResult<K>> {
		const query = narrow(request.fixed, request.visitor);
		const first = addressOf(request.address, query, request.limit);
		const address = before ? (this.#next ?? first) : first;
		const page = await (request.all ? this.#whole(address, signal) : this.#page(address, signal));
		if (signal.aborted) throw signal.reason;
		this.#next = nextAddress(address, page.next);
		const standing = current(this.#kind, page.items, query, today());
		const known = new Set(before?.items.map(({ id }) => id));
		return {
			...page,
			items: [...(before?.items ?? []), ...standing.filter(({ id }) => !known.has(id))],
			total: (before?.total ?? page.total) - (page.items.length - standing.length),
			more: !!this.#next,
			stale: page.stale || !!before?.stale,
		};
	}

	/** A static feed can only be searched when all of it is here; it is fetched once. */
	async #fromFile(request: FeedRequest, signal: AbortSignal): Promise<FeedResult<K>> {
		const { address } = request;
		// The part comes while the feed does.
		const part = this.#part();
		part.catch(() => {});
		const known = this.#file?.address === address ? this.#file : undefined;
		const file = known ?? { address, page: await this.#page(address, signal) };
		this.#file = file;
		const { answerFromFile } = await part;
		return answerFromFile(this.#kind, file, request, (one) => this.#page(one, signal));
	}
}
