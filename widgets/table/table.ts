import type { InitiativeCard } from "../../shared/list/cards.ts";
import type { Template } from "../../shared/list/template.ts";
import { tableMessages } from "../../shared/messages/table.ts";
import type { FeedQuery } from "../../shared/model/query.ts";
import { addressOf, narrow } from "../feed/narrow.ts";
import type { AnyCard, Host, MakePart, Part } from "../parts/part.ts";
import { type Order, rowsOf, type Sortable, sorted } from "./rows.ts";
import { tableStyles } from "./table-styles.ts";
import { tableView } from "./table-view.ts";

const isInitiative = (item: AnyCard): item is InitiativeCard => "nature" in item;

/** What the visitor chose, as the feed's parameters. */
function queryOf({ settings, chosen }: Host): FeedQuery {
	const query: FeedQuery = {};
	for (const name of settings.filters) {
		const value = chosen[name]?.value;
		if (!value) continue;
		if (name === "q" || name === "from" || name === "to") query[name] = value;
		else query[name] = [value];
	}
	return query;
}

/** Where the inventory has the same initiatives as CSV; undefined for a feed from elsewhere. */
function csvOf(host: Host): string | undefined {
	const { src, region, fixed } = host.settings;
	if (src || !region || !host.home) return undefined;
	const feed = new URL(`feeds/${encodeURIComponent(region)}/initiatives.csv`, host.home).href;
	return addressOf(feed, narrow(fixed, queryOf(host)));
}

class TablePart implements Part {
	readonly styles = tableStyles;
	readonly query = {};
	#host: Host;
	#order: Order = { by: "actionLine", descending: false };

	constructor(host: Host) {
		this.#host = host;
	}

	#sort(by: Sortable) {
		const again = this.#order.by === by;
		this.#order = { by, descending: again && !this.#order.descending };
		this.#host.requestUpdate();
	}

	render(items: readonly AnyCard[]): Template {
		const host = this.#host;
		const context = host.context(host.settings.headingLevel);
		const say = tableMessages[context.language];
		const rows = rowsOf(items.filter(isInitiative), (item) => host.source(item), context, say);
		return tableView({
			say,
			context,
			rows: sorted(rows, this.#order, context.language),
			order: this.#order,
			csv: csvOf(host),
			onSort: (by) => this.#sort(by),
		});
	}
}

/** The initiatives as the table that regions make of their action list. Other kinds stay a list, of which the partner hears. */
export const part: MakePart = (host) => {
	if (host.kind === "initiatives") return new TablePart(host);
	host.tell("value", 'view="table" (<techniek-initiatives>)');
	return {};
};
