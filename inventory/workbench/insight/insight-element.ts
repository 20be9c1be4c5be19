import type { Me } from "../../browser/staff-api.ts";
import { Announcement } from "../app/events.ts";
import { TryingElement } from "../app/trying-element.ts";

/** A part of the workbench that does one thing at a time for whoever is signed in, and says aloud when it is done. */
export class InsightElement extends TryingElement {
	static override properties = { ...TryingElement.properties, me: { attribute: false }, busy: { state: true } };
	declare me: Me;
	declare busy: boolean;

	constructor() {
		super();
		this.busy = false;
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
			const good = await this.tryTo(work);
			if (good && done) this.announce(done);
			return good;
		} finally {
			this.busy = false;
		}
	}

	protected async focusOn(selector: string): Promise<void> {
		await this.updateComplete;
		this.querySelector<HTMLElement>(selector)?.focus();
	}
}
