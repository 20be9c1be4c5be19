import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Failure, isFailure } from "../../browser/failure.ts";
import type { Client } from "../api/client.ts";
import type { BulkAction, BulkChoice, BulkProgress } from "../api/work-list-client.ts";

/** One action on many records, step by step until it is done, and back. */
export class BulkController implements ReactiveController {
	action: BulkAction["action"] | undefined;
	direction: "do" | "undo" = "do";
	busy = false;
	progress: BulkProgress | undefined;
	/** Those of this direction that were not done, with why. */
	left: BulkProgress["results"] = [];
	failure: Failure | undefined;

	readonly #host: ReactiveControllerHost;
	readonly #client: () => Client;

	constructor(host: ReactiveControllerHost, client: () => Client) {
		this.#host = host;
		this.#client = client;
		host.addController(this);
	}

	hostConnected(): void {}

	get total(): number {
		return Object.values(this.progress?.counts ?? {}).reduce((sum, count) => sum + count, 0);
	}

	/** Gives whether it ran to its end. */
	async run(action: BulkAction, choice: BulkChoice): Promise<boolean> {
		this.action = action.action;
		this.direction = "do";
		this.progress = undefined;
		this.left = [];
		return this.#steps(() => this.#client().bulk(action, choice));
	}

	async goOn(): Promise<boolean> {
		return this.#steps();
	}

	async undo(): Promise<boolean> {
		this.direction = "undo";
		this.left = [];
		return this.#steps();
	}

	forget(): void {
		this.progress = undefined;
		this.action = undefined;
		this.failure = undefined;
		this.left = [];
		this.#host.requestUpdate();
	}

	async #steps(first?: () => Promise<BulkProgress>): Promise<boolean> {
		this.busy = true;
		this.failure = undefined;
		this.#host.requestUpdate();
		try {
			for (let next: (() => Promise<BulkProgress>) | undefined = first ?? this.#following(); next; ) {
				const progress: BulkProgress = await next();
				this.progress = progress;
				this.left = [...this.left, ...progress.results.filter(({ state }) => state === "refused" || state === "kept")];
				this.#host.requestUpdate();
				next = progress.remaining > 0 ? this.#following() : undefined;
			}
			return true;
		} catch (error) {
			if (!isFailure(error)) throw error;
			this.failure = error;
			return false;
		} finally {
			this.busy = false;
			this.#host.requestUpdate();
		}
	}

	#following(): (() => Promise<BulkProgress>) | undefined {
		const id = this.progress?.id;
		return id === undefined ? undefined : () => this.#client().goOn(id, this.direction === "do" ? "continue" : "undo");
	}
}
