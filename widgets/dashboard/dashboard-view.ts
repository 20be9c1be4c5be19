import { formatDate } from "../../shared/list/dates.ts";
import type { FeedState } from "../../shared/list/list-view.ts";
import { heading } from "../../shared/list/pieces.ts";
import { html, nothing, type Template } from "../../shared/list/template.ts";
import type { DashboardMessages } from "../../shared/messages/dashboard.ts";
import { perspectives } from "../../shared/vocabularies/perspectives.ts";
import { type Language, labelOf } from "../../shared/vocabularies/vocabulary.ts";
import type { IndicatorCard } from "./read-indicator.ts";

export interface DashboardModel {
	say: DashboardMessages;
	language: Language;
	theme: "auto" | "light" | "dark";
	level: number;
	state: FeedState;
	/** Those to show; undefined as long as nothing came. */
	items: readonly IndicatorCard[] | undefined;
	/** How many of them are drawn by now. */
	drawn: number;
	/** Whether they stand under a heading for each perspective. */
	grouped: boolean;
	/** When the older copy was made that this is. */
	staleSince: string | undefined;
	stale: boolean;
	/** Address of all of them as CSV. */
	csv: string | undefined;
	view: (item: IndicatorCard, level: number) => Template;
	onRetry: () => void;
}

/** Whether there is a number and nothing to draw: several of those stand beside each other. */
const isSmall = ({ observations, target }: IndicatorCard) => observations.length < 2 && !target;

/** Items by perspective, in the order of the vocabulary; those of none last. Within one, single numbers come last. */
function groupsOf(items: readonly IndicatorCard[], { say, language }: DashboardModel) {
	const codes: readonly string[] = Object.keys(perspectives);
	const groups = new Map<string, IndicatorCard[]>();
	for (const code of [...codes, ""]) groups.set(code, []);
	for (const item of items) {
		groups.get(item.perspective && codes.includes(item.perspective) ? item.perspective : "")?.push(item);
	}
	return [...groups]
		.filter(([, own]) => own.length)
		.map(([code, own]) => ({
			name: code ? labelOf(perspectives, code, language) : say.otherPerspective,
			items: [...own].sort((a, b) => Number(isSmall(a)) - Number(isSmall(b))),
		}));
}

function outcome({ say, state, items, language }: DashboardModel): string {
	const count = items?.length ?? 0;
	if (state === "error") return say.failed;
	if (count) return say.count(count.toLocaleString(language), count === 1);
	return state === "loading" ? say.loading : state === "filtered-empty" ? say.filteredEmpty : say.empty;
}

/** All of the dashboard: the inside of an element's shadow root. */
export function dashboardView(model: DashboardModel): Template {
	const { say, language, theme, level, state, items, drawn, grouped, view } = model;
	const words = outcome(model);
	const shown = !!items?.length;
	const groups = grouped && items ? groupsOf(items, model) : [];
	let room = drawn;
	const some = (own: readonly IndicatorCard[], at: number) => {
		const now = own.slice(0, Math.max(0, room));
		room -= now.length;
		return now.map((item) => view(item, at));
	};
	const body =
		groups.length > 1
			? groups.map(
					(group) =>
						html`<section class="group">${room > 0 ? heading(level, group.name) : nothing}<div class="board">${some(group.items, level + 1)}</div></section>`,
				)
			: html`<div class="board">${some(items ?? [], level)}</div>`;
	return html`<div class="root ${theme}" lang=${language} dir="ltr" aria-busy=${state === "loading"}>
		<div role="status" part="message" class=${shown && state !== "error" ? "count" : words === say.loading ? "hidden" : "notice"}>
			${words}
			${model.stale && model.staleSince ? html`<p class="notice">${say.stale(formatDate(model.staleSince, "stamp", language))}</p>` : nothing}
		</div>
		${state === "error" || model.stale ? html`<button type="button" class="button" @click=${model.onRetry}>${say.retry}</button>` : nothing}
		${
			items && (shown || state !== "error")
				? body
				: html`<slot><span aria-hidden="true">${state === "loading" ? say.loading : nothing}</span></slot>`
		}
		${shown && model.csv ? html`<p class="foot"><a href=${model.csv}>${say.downloadAll}</a></p>` : nothing}
	</div>`;
}
