import type { CardOf } from "../../shared/list/cards.ts";
import type { Look } from "../../shared/list/look.ts";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import type { Read } from "../feed/readers.ts";

/** What makes a list one of events, opportunities or initiatives: how items are read, and how they look. */
export interface Face<K extends WidgetKind> {
	look: Look<K>;
	read: Read<CardOf[K]>;
}
