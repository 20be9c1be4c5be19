import type { ReactiveController, ReactiveControllerHost } from "lit";
import * as z from "zod/mini";
import { type Facets, FacetValue } from "../../../shared/model/feed.ts";
import { Problem } from "../../../shared/model/problem.ts";
import { feedParameters } from "../../../shared/model/query.ts";
import { attributeParameters, type Choice } from "../choice/choice.ts";

/** The part of a feed that this page needs. */
const FeedFacts = z.object({ total: z.int(), facets: z.record(z.string(), z.array(FacetValue)) });

type Counting =
	| { is: "counting" }
	| { is: "counted"; total: number }
	| { is: "refused"; why: string }
	| { is: "unknown" };

/** Waits this long for the next letter before it asks, in milliseconds. */
const pause = 250;

/** What there is to choose from in a region, and how many items a choice gives. Both from the region's own feed. */
export class FeedFactsController implements ReactiveController {
	/** Undefined until it is known. */
	facets: Facets | undefined;
	failed = false;
	count: Counting = { is: "unknown" };
	readonly #host: ReactiveControllerHost;
	readonly #fetch: typeof fetch;
	#facetsOf = "";
	#countOf = "";
	#facetsRun: AbortController | undefined;
	#countRun: AbortController | undefined;

	constructor(host: ReactiveControllerHost, fetcher: typeof fetch = (input, init) => fetch(input, init)) {
		this.#host = host;
		this.#fetch = fetcher;
		host.addController(this);
	}

	hostDisconnected(): void {
		this.#facetsRun?.abort();
		this.#countRun?.abort();
	}

	/** Follows the choice; asks only for what it does not know yet. */
	follow(choice: Choice): void {
		const { region } = choice.attributes;
		const feed = region ? `/feeds/${encodeURIComponent(region)}/${choice.kind}.json` : "";
		if (feed !== this.#facetsOf) {
			this.#facetsOf = feed;
			this.facets = undefined;
			void this.#readFacets(feed);
		}
		const parameters = attributeParameters(
			choice,
			feedParameters.filter((name) => name !== "after" && name !== "limit"),
		);
		parameters.set("limit", "1");
		const address = feed && `${feed}?${parameters}`;
		if (address !== this.#countOf) {
			this.#countOf = address;
			void this.#readCount(address);
		}
	}

	retry(): void {
		void this.#readFacets(this.#facetsOf);
		void this.#readCount(this.#countOf);
	}

	async #readFacets(feed: string): Promise<void> {
		this.#facetsRun?.abort();
		const run = new AbortController();
		this.#facetsRun = run;
		this.failed = false;
		if (!feed) return;
		try {
			const response = await this.#fetch(`${feed}?limit=1`, { signal: run.signal });
			const { facets } = FeedFacts.parse(await response.json());
			if (!run.signal.aborted) this.facets = facets;
		} catch {
			if (run.signal.aborted) return;
			this.failed = true;
		}
		this.#host.requestUpdate();
	}

	async #readCount(address: string): Promise<void> {
		this.#countRun?.abort();
		const run = new AbortController();
		this.#countRun = run;
		this.count = { is: address ? "counting" : "unknown" };
		if (!address) return;
		await new Promise((resolve) => setTimeout(resolve, pause));
		if (run.signal.aborted) return;
		this.count = await this.#counted(address, run.signal);
		if (!run.signal.aborted) this.#host.requestUpdate();
	}

	async #counted(address: string, signal: AbortSignal): Promise<Counting> {
		try {
			const response = await this.#fetch(address, { signal });
			const answer: unknown = await response.json();
			if (response.ok) return { is: "counted", total: FeedFacts.parse(answer).total };
			const problem = Problem.parse(answer);
			return { is: "refused", why: [problem.title, problem.detail].filter(Boolean).join(" ") };
		} catch {
			return { is: "unknown" };
		}
	}
}
