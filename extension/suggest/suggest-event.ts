import type { Suggestion } from "../../shared/text/suggestions.ts";
import type { FormChange } from "../draft/fields.ts";

/** Somebody accepts a suggestion: `change` is what it makes of the draft. */
export class SuggestEvent extends Event {
	static readonly type = "clipper-suggest";

	constructor(
		readonly suggestion: Suggestion,
		readonly change: FormChange,
	) {
		super(SuggestEvent.type, { bubbles: true, composed: true });
	}
}

declare global {
	interface GlobalEventHandlersEventMap {
		"clipper-suggest": SuggestEvent;
	}
}
