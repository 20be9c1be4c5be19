import type { Draft, FormChange } from "./fields.ts";

interface Step {
	/** As it was before the change. */
	readonly draft: Draft;
	readonly field: FormChange["field"];
	readonly typed: boolean;
}

const kept = 100;

/** What was before each change. Typing on in one field is one step: within it the browser's own undo works by letter. */
export class UndoStack {
	#steps: Step[] = [];

	/** `typed`: by a person, not by the page or a suggestion. */
	push(draft: Draft, field: FormChange["field"], typed: boolean): void {
		const last = this.#steps.at(-1);
		if (typed && last?.typed && last.field === field) return;
		this.#steps = [...this.#steps.slice(-(kept - 1)), { draft, field, typed }];
	}

	get top(): Step | undefined {
		return this.#steps.at(-1);
	}

	pop(): Step | undefined {
		return this.#steps.pop();
	}
}
