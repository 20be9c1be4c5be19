import { matchingMessages } from "../../../shared/messages/workbench/insight-matching.ts";
import { ApiRefusal, isFailure, sentenceOf } from "../../browser/failure.ts";
import { type Me, staffApi } from "../../browser/staff-api.ts";
import { Announcement, SessionEnded } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { matchingClient } from "./matching-client.ts";

/** What the parts of supply and demand share: their client, their words, and one way of saying what went wrong. */
export class MatchingElement extends LightElement {
	static override properties = {
		...LightElement.properties,
		me: { attribute: false },
		problem: { state: true },
		busy: { state: true },
	};
	declare me: Me;
	declare problem: string | undefined;
	declare busy: boolean;

	protected readonly api = matchingClient(
		staffApi({ fetch: (input, init) => fetch(input, init), language: () => this.language }),
	);

	constructor() {
		super();
		this.busy = false;
	}

	protected get say() {
		return matchingMessages[this.language];
	}

	protected announce(text: string): void {
		this.dispatchEvent(new Announcement(text));
	}

	/** Does it, or shows why not; gives whether it was done. Of two clicks the second does nothing. */
	protected async attempt(work: () => Promise<void>, done?: string): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.problem = undefined;
		try {
			await work();
			if (done) this.announce(done);
			return true;
		} catch (error) {
			if (!isFailure(error)) throw error;
			if (error instanceof ApiRefusal && error.status === 401) this.dispatchEvent(new SessionEnded());
			this.problem = sentenceOf(error, this.messages);
			return false;
		} finally {
			this.busy = false;
		}
	}

	protected async focusOn(selector: string): Promise<void> {
		await this.updateComplete;
		this.querySelector<HTMLElement>(selector)?.focus();
	}
}
