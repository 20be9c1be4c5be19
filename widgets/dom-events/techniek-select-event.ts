import type { TechniekSelectDetail } from "../package/types.ts";

/** `techniek-select`: the visitor chose an item. Cancel it to show something of your own instead of the item's page. */
export class TechniekSelectEvent extends CustomEvent<TechniekSelectDetail> {
	constructor(item: TechniekSelectDetail["item"]) {
		super("techniek-select", { bubbles: true, composed: true, cancelable: true, detail: { item } });
	}
}

declare global {
	interface GlobalEventHandlersEventMap {
		"techniek-select": TechniekSelectEvent;
	}
}
