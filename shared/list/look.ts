import type { FilterName, WidgetKind, WidgetMessages } from "../messages/widgets.ts";
import type { FacetParameter } from "../model/query.ts";
import type { Language } from "../vocabularies/vocabulary.ts";
import type { CardOf } from "./cards.ts";
import type { Template } from "./template.ts";

/** How the items are laid out: those that every list knows, and those that load when they are used. */
export const views = ["list", "cards", "month", "map", "table", "coverage"] as const;
export type View = (typeof views)[number];

/** What an item is drawn with. */
export interface CardContext {
	language: Language;
	say: WidgetMessages;
	view: View;
	/** Of the headings of items, 1 to 6. */
	level: number;
	/** Zone (IANA) of the reader's clock, where it is known; on a server it is not. */
	readerZone: string | undefined;
	/** What the feed calls `code`, which it explains in its facets; undefined for a code that it does not. */
	label(parameter: FacetParameter, code: string | undefined): string | undefined;
	/** The reader chose an item: hears the click on its title. */
	select?(event: Event, item: CardOf[WidgetKind]): void;
}

/** How items of one kind look. */
export interface Look<K extends WidgetKind> {
	/** When the element does not say. */
	view: View;
	filters: readonly FilterName[];
	/** The inside of one item. */
	card(item: CardOf[K], context: CardContext): Template;
	/** The heading above `item` in a list, where items are grouped; consecutive items with the same one share it. */
	section?(item: CardOf[K], context: CardContext): string;
}
