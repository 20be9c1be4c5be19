import { ApiRefusal, isFailure, sentenceOf } from "../../browser/failure.ts";
import { SessionEnded } from "./events.ts";
import { LightElement } from "./light-element.ts";

/**
 * A part of the workbench that asks the service for things and says in `problem` why one did not work.
 *
 * @fires workbench-session-ended
 */
export class TryingElement extends LightElement {
	static override properties = { ...LightElement.properties, problem: { state: true } };
	declare problem: string | undefined;

	/** Keeps what went wrong. Throws what is a bug. */
	protected tell(error: unknown): void {
		if (!isFailure(error)) throw error;
		if (error instanceof ApiRefusal && error.status === 401) this.dispatchEvent(new SessionEnded());
		this.problem = sentenceOf(error, this.messages);
	}

	/** Does it, or keeps why not; gives whether it was done. */
	protected async tryTo(work: () => Promise<void>): Promise<boolean> {
		try {
			await work();
			this.problem = undefined;
			return true;
		} catch (error) {
			this.tell(error);
			return false;
		}
	}

	/** Shows the one dialog in it, drawn anew. */
	protected async showDialog(): Promise<void> {
		await this.updateComplete;
		const dialog = this.querySelector("dialog");
		if (dialog && !dialog.open) dialog.showModal();
	}
}
