import type { WidgetProblem } from "../../shared/messages/widgets.ts";

export interface ErrorDetail {
	code: WidgetProblem;
	/** The sentence that is in the console too, for the partner and not for visitors. */
	message: string;
	/** The feed's address, where it is about a feed. */
	url?: string;
	/** The HTTP status, where there was an answer. */
	status?: number;
}

/** `techniek-error`: something is wrong that the partner should know; the widget shows what it can. */
export class TechniekErrorEvent extends CustomEvent<ErrorDetail> {
	constructor(detail: ErrorDetail) {
		super("techniek-error", { bubbles: true, composed: true, detail });
	}
}

declare global {
	interface GlobalEventHandlersEventMap {
		"techniek-error": TechniekErrorEvent;
	}
}
