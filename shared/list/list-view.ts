import type { FilterName, WidgetKind, WidgetMessages } from "../messages/widgets.ts";
import type { Facets } from "../model/feed.ts";
import type { FeedQuery } from "../model/query.ts";
import type { Language } from "../vocabularies/vocabulary.ts";
import type { CardOf } from "./cards.ts";
import { formatDate } from "./dates.ts";
import { type Choices, filterBar, labelIn } from "./filter-bar.ts";
import type { CardContext, Look, View } from "./look.ts";
import { heading } from "./pieces.ts";
import { html, type Nothing, nothing, type Template } from "./template.ts";

export type FeedState = "loading" | "ready" | "empty" | "filtered-empty" | "stale" | "error";

/** What is on screen. */
export interface FeedResult<K extends WidgetKind> {
	items: readonly CardOf[K][];
	total: number;
	facets: Facets;
	/** Whether there is more to show. */
	more: boolean;
	stale: boolean;
	generatedAt: string | undefined;
	dropped: number;
}

/** A list as it is at one moment, and what it does when it is used; on a server it does nothing. */
export interface ListModel<K extends WidgetKind> {
	kind: K;
	look: Look<K>;
	language: Language;
	say: WidgetMessages;
	view: View;
	/** Of the headings of groups and items, 1 to 6. */
	level: number;
	theme: string;
	/** Which filters are shown, in this order. */
	filters: readonly FilterName[];
	fixed: FeedQuery;
	chosen: Choices;
	state: FeedState;
	result: FeedResult<K> | undefined;
	readerZone: string | undefined;
	/** Address of the calendar with exactly these events. */
	calendar: string | undefined;
	/** Whether what is over is on screen; undefined where that cannot be asked for. */
	past: boolean | undefined;
	/** Instead of the list. */
	body?: Template | undefined;
	/** Instead of how many there are: what is said of `body`, which then stands there even without any items. */
	words?: string | undefined;
	/** Over it: a dialog. */
	layer?: Template | undefined;
	onSelect?: CardContext["select"];
	onField?: (name: FilterName, event: Event) => void;
	onClear?: (name?: FilterName) => void;
	onRetry?: () => void;
	onMore?: (event: Event) => void;
	onPast?: () => void;
}

/** What the items of `model` are drawn with. */
export const contextOf = <K extends WidgetKind>(model: ListModel<K>, level = model.level): CardContext => ({
	language: model.language,
	say: model.say,
	view: model.view,
	level,
	readerZone: model.readerZone,
	label(parameter, code) {
		const found = model.result?.facets[parameter]?.find(({ value }) => value === code);
		return found && labelIn(model.language, found);
	},
	...(model.onSelect && { select: model.onSelect }),
});

/** `items` in their order: as one list or, where they are grouped, as one a group under its heading. */
export function itemList<K extends WidgetKind>(model: ListModel<K>, items: readonly CardOf[K][]): Template {
	const { look, view, level } = model;
	const section = view === "list" ? look.section : undefined;
	const context = contextOf(model, section ? level + 1 : level);
	const groups = new Map<string, CardOf[K][]>();
	for (const item of items) {
		const name = section?.(item, context) ?? "";
		groups.set(name, [...(groups.get(name) ?? []), item]);
	}
	const lists = [...groups].map(([name, ofGroup]) => {
		const list = html`<ul class="items ${view === "list" ? view : "cards"}">
			${ofGroup.map((item) => html`<li part="item" tabindex="-1">${look.card(item, context)}</li>`)}
		</ul>`;
		return name ? html`<section class="day">${heading(level, name)}${list}</section>` : list;
	});
	return html`${lists}`;
}

/** What there is to say above the list. */
function outcome<K extends WidgetKind>({ kind, say, language, state, result, chosen }: ListModel<K>): string {
	const [one, many] = say.things[kind];
	const shown = result?.items.length ?? 0;
	const total = result?.total ?? 0;
	const all = total.toLocaleString(language);
	if (state === "error") return say.failed(many);
	if (shown)
		return `${shown < total ? say.count(shown.toLocaleString(language), all) : all} ${total === 1 ? one : many}`;
	if (state === "loading") return say.loading;
	return Object.values(chosen).some(Boolean) ? say.filteredEmpty(many) : say.empty(many);
}

/** Buttons under the list: more, what is over, and into one's own calendar. */
function foot<K extends WidgetKind>({ say, state, result, past, calendar, onMore, onPast }: ListModel<K>) {
	return html`<p class="foot">
		${
			result?.more
				? html`<button type="button" class="button" part="more" aria-disabled=${state === "loading"} @click=${onMore}>${say.more}</button>`
				: nothing
		}
		${calendar ? html`<a href=${calendar}>${say.subscribe}</a>` : nothing}
		${past === undefined ? nothing : html`<button type="button" class="plain" @click=${onPast}>${past ? say.upcoming : say.past}</button>`}
	</p>`;
}

/** A whole list with its filters, counts and buttons: the inside of an element's shadow root. */
export function listView<K extends WidgetKind>(model: ListModel<K>): Template {
	const { say, language, state, result, filters, fixed, chosen, onField, onClear } = model;
	const busy = state === "loading";
	const shown = !!result?.items.length;
	const said = state !== "error" && model.words;
	const words = said || outcome(model);
	const bar: Template | Nothing =
		result && (shown || said || Object.values(chosen).some(Boolean))
			? filterBar({
					names: filters,
					chosen,
					facets: result.facets,
					fixed,
					language,
					say,
					things: say.things[model.kind][1],
					onField,
					onClear,
				})
			: nothing;
	return html`<div class="root ${model.theme}" lang=${language} dir="ltr" aria-busy=${busy}>
		${bar}
		<div role="status" part="message" class=${shown || said ? "count" : words === say.loading ? "hidden" : "notice"}>
			${words}
			${
				result?.stale && result.generatedAt
					? html`<p class="notice">${say.stale(formatDate(result.generatedAt, "stamp", language))}</p>`
					: nothing
			}
		</div>
		${state === "error" || result?.stale ? html`<button type="button" class="button" @click=${model.onRetry}>${say.retry}</button>` : nothing}
		${
			result && (shown || state !== "error")
				? (model.body ?? itemList(model, result.items))
				: html`<slot><span aria-hidden="true">${busy ? say.loading : nothing}</span></slot>`
		}
		${result ? foot(model) : nothing}
		${model.layer ?? nothing}
	</div>`;
}
