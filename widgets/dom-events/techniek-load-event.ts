export interface LoadDetail {
	/** All that match what the visitor sees, on this page and further ones. */
	total: number;
	/** How many of them are on screen. */
	shown: number;
	/** Whether this is an older copy because the feed could not be reached. */
	stale: boolean;
	/** When the feed was made, RFC 3339. */
	generatedAt: string | undefined;
}

/** `techniek-load`: a list, or more of it, is there. */
export class TechniekLoadEvent extends CustomEvent<LoadDetail> {
	constructor(detail: LoadDetail) {
		super("techniek-load", { bubbles: true, composed: true, detail });
	}
}

declare global {
	interface GlobalEventHandlersEventMap {
		"techniek-load": TechniekLoadEvent;
	}
}
