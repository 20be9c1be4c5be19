import type { EventCard } from "../../shared/list/cards.ts";
import { formatDate } from "../../shared/list/dates.ts";
import { heading } from "../../shared/list/pieces.ts";
import { html, nothing, type Template } from "../../shared/list/template.ts";
import type { MonthMessages } from "../../shared/messages/month.ts";
import { eventStatuses } from "../../shared/vocabularies/event-statuses.ts";
import { type Language, labelOf } from "../../shared/vocabularies/vocabulary.ts";
import { monthOf, startOf } from "./calendar.ts";

/** A month as it is at one moment, and what it does when it is used. */
export interface MonthModel {
	language: Language;
	say: MonthMessages;
	/** Of the heading with the month's name, 1 to 6. */
	level: number;
	/** The days on screen, a week in each. */
	weeks: readonly (readonly string[])[];
	/** The day that the keyboard is on, in the month that is on screen. */
	day: string;
	today: string;
	/** The first and last day that can be reached. */
	first: string;
	last: string;
	/** The day whose events are shown in full. */
	chosen: string | undefined;
	events: ReadonlyMap<string, readonly EventCard[]>;
	loading: boolean;
	/** The events of the chosen day in full. */
	list: Template | string;
	onKey: (event: KeyboardEvent) => void;
	onClick: (event: MouseEvent) => void;
	onTurn: (months: number) => void;
	onToday: () => void;
}

type NameOf = keyof typeof names;

const names = {
	/** november 2026 */
	month: { month: "long", year: "numeric" },
	/** zaterdag 21 november */
	day: { weekday: "long", day: "numeric", month: "long" },
	/** zaterdag 21 november 2026 */
	full: { dateStyle: "full" },
	/** zaterdag */
	weekday: { weekday: "long" },
	/** za */
	short: { weekday: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What people call `day` (`2026-11-21`), its month or its day of the week. */
export function nameOf(day: string, name: NameOf, language: Language): string {
	const key = name + language;
	const format =
		formats.get(key) ??
		new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { ...names[name], timeZone: "UTC" });
	formats.set(key, format);
	return format.format(Date.parse(day));
}

/** Room in a day, in events of one line each. */
const room = 3;

/** Whether an event that was announced does not take place, at least not then. */
const isOff = ({ status }: EventCard) => status === "cancelled" || status === "postponed";

/** One event in its day: when, what and, in words, what became of it. */
function entry(event: EventCard, day: string, { language, say }: MonthModel) {
	const { start, status, timeZone, title } = event;
	const when = startOf(event) === day ? formatDate(start, "time", language, timeZone) : say.continued;
	const words = html`${when} <span lang="nl">${title}</span>`;
	return html`<div class="entry">
		${status === "scheduled" ? nothing : html`<b>${labelOf(eventStatuses, status, language)}:</b> `}${isOff(event) ? html`<s>${words}</s>` : words}
	</div>`;
}

function cell(day: string, model: MonthModel) {
	const { language, say, first, last } = model;
	const events = model.events.get(day) ?? [];
	const off = events.filter(isOff).length;
	const more = events.length - room;
	const out = day < first || day > last;
	const look = `${monthOf(day) === monthOf(model.day) ? "" : "other"} ${out ? "out" : ""} has-${Math.min(events.length, room)}`;
	// For eyes on a narrow screen; empty ones are those that do not take place.
	const dots = more > 0 ? `${events.length} ●` : events.map((event) => (isOff(event) ? "○" : "●")).join("");
	return html`<td
		role="gridcell"
		class=${look}
		data-day=${day}
		tabindex=${day === model.day ? 0 : -1}
		aria-selected=${day === model.chosen}
		aria-current=${day === model.today ? "date" : nothing}
		aria-disabled=${out ? "true" : nothing}
	>
		<span class="hidden">${say.onDay(nameOf(day, "day", language), events.length, off)}</span>
		<span class="number" aria-hidden="true">${Number(day.slice(8))}</span>
		<span class="dots" aria-hidden="true">${dots}</span>
		<div class="entries">
			${events.slice(0, room).map((event) => entry(event, day, model))}
			${more > 0 ? html`<div class="entry more">${say.more(more)}</div>` : nothing}
		</div>
	</td>`;
}

const turn = (words: string, sign: string, usable: boolean, onClick: () => void) =>
	html`<button type="button" aria-disabled=${usable ? nothing : "true"} @click=${() => usable && onClick()}>
		<span class="hidden">${words}</span><span aria-hidden="true">${sign}</span>
	</button>`;

/**
 * A month as a grid of six weeks (https://www.w3.org/WAI/ARIA/apg/patterns/grid/) with, under it, the events of the day that
 * was chosen.
 */
export function monthView(model: MonthModel): Template {
	const { language, say, level, weeks, day, today, first, last, chosen } = model;
	const month = monthOf(day);
	const reachable = today >= first && today <= last;
	return html`<div class="month">
		<div class="bar">
			${heading(level, html`<span id="month">${nameOf(day, "month", language)}</span>`)}
			<div class="turns">
				${turn(say.previous, "‹", monthOf(first) < month, () => model.onTurn(-1))}
				<button type="button" aria-disabled=${reachable ? nothing : "true"} @click=${() => reachable && model.onToday()}>
					${say.today}
				</button>
				${turn(say.next, "›", monthOf(last) > month, () => model.onTurn(1))}
			</div>
		</div>
		<table role="grid" aria-labelledby="month" aria-busy=${model.loading} @keydown=${model.onKey} @click=${model.onClick}>
			<thead>
				<tr>
					${weeks[0]?.map((one) => html`<th scope="col" abbr=${nameOf(one, "weekday", language)}>${nameOf(one, "short", language)}</th>`)}
				</tr>
			</thead>
			<tbody>
				${weeks.map((week) => html`<tr>${week.map((one) => cell(one, model))}</tr>`)}
			</tbody>
		</table>
		${
			chosen
				? html`<section class="chosen" aria-labelledby="chosen" tabindex="-1">
						${heading(level + 1, html`<span id="chosen">${nameOf(chosen, "full", language)}</span>`)}
						${model.list}
					</section>`
				: nothing
		}
	</div>`;
}
