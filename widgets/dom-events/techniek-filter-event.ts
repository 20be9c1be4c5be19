import type { FilterName } from "../../shared/messages/widgets.ts";

/** What the visitor chose, by filter. */
export type Chosen = Partial<Record<FilterName, string>>;

/** `techniek-filter`: the visitor changed the filters. */
export class TechniekFilterEvent extends CustomEvent<{ filters: Chosen }> {
	constructor(filters: Chosen) {
		super("techniek-filter", { bubbles: true, composed: true, detail: { filters } });
	}
}

declare global {
	interface GlobalEventHandlersEventMap {
		"techniek-filter": TechniekFilterEvent;
	}
}
