import type { CardOf } from "../../shared/list/cards.ts";
import type { Choices } from "../../shared/list/filter-bar.ts";
import type { FeedState } from "../../shared/list/list-view.ts";
import type { CardContext } from "../../shared/list/look.ts";
import type { Template } from "../../shared/list/template.ts";
import type { WidgetKind, WidgetProblem } from "../../shared/messages/widgets.ts";
import type { Facets } from "../../shared/model/feed.ts";
import type { FeedQuery } from "../../shared/model/query.ts";
import type { Settings } from "../element/settings.ts";

export type AnyCard = CardOf[WidgetKind];

/** The element as the parts that load later see it. All of it is as of the last drawing; it is no interface for pages. */
export interface Host extends HTMLElement {
	readonly root: ShadowRoot;
	readonly kind: WidgetKind;
	readonly settings: Settings;
	readonly state: FeedState;
	/** Those that the list would show now. */
	readonly items: readonly AnyCard[];
	readonly facets: Facets;
	/** Where the inventory is: an absolute address that ends with a slash; undefined where no script tag told. */
	readonly home: string | undefined;
	/** What the visitor chose. */
	readonly chosen: Choices;
	readonly updateComplete: Promise<boolean>;
	/** Drawn over the list, as a dialog. */
	layer: Template | undefined;
	/** What cards and headings of `level` are drawn with. */
	context(level: number): CardContext;
	/** The items as the list draws them, under headings where the list has them; `level` when not that of the settings. */
	list(items: readonly AnyCard[], level?: number): Template;
	/** An item as the feed gave it, for fields that lists do not show. Not checked. */
	source(item: AnyCard): unknown;
	/** The JSON at an address, without cookies. Throws; a failure here is for the part to explain. */
	fetchJson(address: string, signal: AbortSignal): Promise<unknown>;
	/** Replaces what the visitor chose. */
	choose(chosen: Choices): void;
	/** Opens an item as a click on its title would, unless the partner's page keeps it from us. */
	open(item: AnyCard): void;
	tell(code: WidgetProblem, detail: string): void;
	requestUpdate(): void;
}

/** What a part does for one element. */
export interface Part {
	/** A style sheet for what it draws, beside that of the list. */
	styles?: string;
	/** What it shows instead of the first items: all that match this, beside what the partner and the visitor asked. */
	readonly query?: FeedQuery | undefined;
	/** Draws `items` in place of the list. */
	render?(items: readonly AnyCard[]): Template;
	/** What is said above what it drew last, and announced when it changes; else how many there are. */
	readonly words?: string | undefined;
	/** After each drawing. */
	updated?(): void;
	/** An item was chosen. */
	open?(item: AnyCard): void;
	/** The element has left the page, or no longer wants this part: nothing of it may stay. */
	disconnect?(): void;
}

export type MakePart = (host: Host) => Part;
