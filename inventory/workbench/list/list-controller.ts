import type { ReactiveController, ReactiveControllerHost } from "lit";
import { ApiRefusal, type Failure, isFailure } from "../../browser/failure.ts";
import type { ListedRecord, RecordList } from "../api/answers.ts";
import type { Client } from "../api/client.ts";
import { SessionEnded } from "../app/events.ts";
import { apiFiltersOf, type ListFilters } from "../app/route.ts";

const pageSize = 50;

/** The list of records under some filters: fetched by page, and again after a change, with the same number in view. */
export class ListController implements ReactiveController {
	phase: "loading" | "ready" | "failed" = "loading";
	items: readonly ListedRecord[] = [];
	total = 0;
	countedTo = 0;
	corrected: RecordList["corrected"] = {};
	next: string | null = null;
	counts: RecordList["counts"] | undefined;
	loadingMore = false;
	/** Other filters were chosen and their answer is on its way: what is in view belongs to those of before. */
	outdated = false;
	failure: Failure | undefined;

	readonly #host: ReactiveControllerHost & EventTarget;
	readonly #client: () => Client;
	#filters: ListFilters = { tab: "clipped" };
	#running: AbortController | undefined;

	constructor(host: ReactiveControllerHost & EventTarget, client: () => Client) {
		this.#host = host;
		this.#client = client;
		host.addController(this);
	}

	hostDisconnected(): void {
		this.#running?.abort();
	}

	/** Shows the first page under `filters`. The items of before stay in view until the answer is there. */
	async show(filters: ListFilters): Promise<void> {
		this.#filters = filters;
		this.phase = this.items.length > 0 && this.phase === "ready" ? "ready" : "loading";
		this.outdated = true;
		await this.#run(async (signal) => {
			const list = await this.#page(undefined, signal);
			this.#take(list, list.items);
		});
	}

	async more(): Promise<void> {
		if (!this.next || this.loadingMore) return;
		this.loadingMore = true;
		const { next } = this;
		await this.#run(async (signal) => {
			const list = await this.#page(next, signal);
			const known = new Set(this.items.map(({ id }) => id));
			this.#take(list, [...this.items, ...list.items.filter(({ id }) => !known.has(id))]);
		});
	}

	/** Fetches again what is in view, as many pages as were opened. */
	async refresh(): Promise<void> {
		const wanted = Math.max(this.items.length, 1);
		await this.#run(async (signal) => {
			let list = await this.#page(undefined, signal);
			const items = [...list.items];
			while (items.length < wanted && list.next) {
				list = await this.#page(list.next, signal);
				items.push(...list.items);
			}
			this.#take(list, items);
		});
	}

	#page(after: string | undefined, signal: AbortSignal): Promise<RecordList> {
		return this.#client().records({ filters: apiFiltersOf(this.#filters), limit: pageSize, after }, signal);
	}

	#take(list: RecordList, items: readonly ListedRecord[]): void {
		this.items = items;
		this.total = list.total;
		this.countedTo = list.countedTo;
		this.corrected = list.corrected;
		this.next = list.next;
		this.counts = list.counts;
		this.phase = "ready";
		this.failure = undefined;
	}

	/** One request at a time: a newer one ends the one before, whose answer is then nobody's. */
	async #run(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
		this.#running?.abort();
		const running = new AbortController();
		this.#running = running;
		this.#host.requestUpdate();
		try {
			await work(running.signal);
		} catch (error) {
			if (running.signal.aborted) return;
			if (!isFailure(error)) throw error;
			if (error instanceof ApiRefusal && error.status === 401) this.#host.dispatchEvent(new SessionEnded());
			this.failure = error;
			this.phase = this.items.length > 0 ? "ready" : "failed";
		} finally {
			if (!running.signal.aborted) {
				this.loadingMore = false;
				this.outdated = false;
			}
			this.#host.requestUpdate();
		}
	}
}
