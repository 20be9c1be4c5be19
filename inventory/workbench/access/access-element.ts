import { html, nothing, type TemplateResult } from "lit";
import { type StaffMessages, staffMessages } from "../../../shared/messages/workbench/staff.ts";
import { ApiRefusal, isFailure, sentenceOf } from "../../browser/failure.ts";
import { Announcement, PageTitle, SessionEnded } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { type AccessClient, createAccessClient } from "./client.ts";

/** What the pages about people and access share: their client, their words, and one way of saying what went wrong. */
export class AccessElement extends LightElement {
	static override properties = {
		...LightElement.properties,
		problem: { state: true },
		done: { state: true },
		busy: { state: true },
	};
	declare problem: string | undefined;
	/** What was done last, and in which part of the page it is told. */
	declare done: { where: string; text: string } | undefined;
	declare busy: boolean;

	protected readonly access: AccessClient = createAccessClient({
		fetch: (input, init) => fetch(input, init),
		language: () => this.language,
	});

	constructor() {
		super();
		this.busy = false;
	}

	protected get say(): StaffMessages {
		return staffMessages[this.language];
	}

	protected announce(text: string): void {
		this.dispatchEvent(new Announcement(text));
	}

	protected entitle(text: string): void {
		this.dispatchEvent(new PageTitle(text));
	}

	/** Says it where it was asked for, to who looks and to who listens. */
	protected tell(text: string, where = "page"): void {
		this.done = { where, text };
		this.announce(text);
	}

	protected doneAt(where: string): TemplateResult | typeof nothing {
		return this.done?.where === where ? html`<p class="message good">${this.done.text}</p>` : nothing;
	}

	/** Does it, or shows why not; gives whether it was done. Of two clicks on one button the second does nothing. */
	protected async attempt(work: () => Promise<void>, done?: string, where?: string): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.done = undefined;
		try {
			const worked = await this.look(work);
			if (worked && done) this.tell(done, where);
			return worked;
		} finally {
			this.busy = false;
		}
	}

	/** The same for what is only fetched: while that goes on, a button does what it says. */
	protected async look(work: () => Promise<void>): Promise<boolean> {
		this.problem = undefined;
		try {
			await work();
			return true;
		} catch (error) {
			if (!isFailure(error)) throw error;
			if (error instanceof ApiRefusal && error.status === 401) this.dispatchEvent(new SessionEnded());
			this.problem = sentenceOf(error, this.messages);
			return false;
		}
	}

	protected field(id: string): string {
		return this.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`)?.value.trim() ?? "";
	}

	protected async focusOn(selector: string): Promise<void> {
		await this.updateComplete;
		this.querySelector<HTMLElement>(selector)?.focus();
	}
}
