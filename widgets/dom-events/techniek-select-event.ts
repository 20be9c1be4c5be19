import type { CardOf } from "../../shared/list/cards.ts";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import type { TechniekSelectDetail } from "../package/types.ts";

/** `techniek-select`: the visitor chose an item. Cancel it to show something of your own instead of the item's page. */
export class TechniekSelectEvent extends CustomEvent<TechniekSelectDetail> {
	constructor(item: CardOf[WidgetKind]) {
		super("techniek-select", { bubbles: true, composed: true, cancelable: true, detail: { item } });
	}
}

declare global {
	interface GlobalEventHandlersEventMap {
		"techniek-select": TechniekSelectEvent;
	}
}
