import type { EventCard } from "../../shared/list/cards.ts";
import { today } from "../../shared/list/dates.ts";
import { html } from "../../shared/list/template.ts";
import { monthMessages } from "../../shared/messages/month.ts";
import type { AnyCard, Host, MakePart, Part } from "../parts/part.ts";
import { addMonths, byDay, clamp, dayFor, monthOf, weeksOf } from "./calendar.ts";
import { monthStyles } from "./month-styles.ts";
import { monthView, nameOf } from "./month-view.ts";

const isEvent = (item: AnyCard): item is EventCard => "timeZone" in item;

/** The day that `date` names, or `otherwise`. */
const toDay = (date: string | undefined, otherwise: string) => /^\d{4}-\d\d-\d\d/.exec(date ?? "")?.[0] ?? otherwise;

/** The day of the grid that an event comes from; undefined for one that cannot be opened. */
const dayAt = (target: EventTarget | null) =>
	(target instanceof Element && target.closest("td:not([aria-disabled])")?.getAttribute("data-day")) || undefined;

/** The month view of one list of events. */
class Month implements Part {
	readonly styles = monthStyles;
	words: string | undefined;
	#host: Host;
	/** Where the keyboard is; its month is on screen. */
	#day = today();
	/** The day whose events are shown in full, and whether the visitor chose it. */
	#chosen: string | undefined;
	#picked = false;
	/** What is to have the focus after the next drawing. */
	#next: "day" | "clicked" | "chosen" | undefined;
	/** Whether something in the month has the focus: it must not be lost with what had it. */
	#held = false;

	constructor(host: Host) {
		this.#host = host;
	}

	/** The first and last day that the partner lets visitors see. */
	get #limits(): readonly [first: string, last: string] {
		const { from, to } = this.#host.settings.fixed;
		return [toDay(from, "1970-01-01"), toDay(to, "2099-12-31")];
	}

	get query() {
		// What the partner fixed may have changed since.
		this.#day = clamp(this.#day, ...this.#limits);
		const days = weeksOf(monthOf(this.#day)).flat();
		return { from: days[0], to: days.at(-1) };
	}

	/** Moves to `day`, in another month too. */
	#go(day: string) {
		const to = clamp(day, ...this.#limits);
		if (monthOf(to) !== monthOf(this.#day)) this.#picked = false;
		this.#day = to;
		this.#host.requestUpdate();
	}

	#choose(day: string) {
		this.#go(day);
		this.#chosen = this.#day;
		this.#picked = true;
	}

	#onKey(event: KeyboardEvent) {
		if (event.altKey || event.metaKey) return;
		// Not where we left it: a screen reader moves the focus itself.
		const on = dayAt(event.target) ?? this.#day;
		const day = dayFor(event, on);
		if (day) {
			this.#go(day);
			this.#next = "day";
		} else if (event.key === "Enter" || event.key === " ") {
			this.#choose(on);
			this.#next = "chosen";
		} else return;
		event.preventDefault();
	}

	#onClick({ target, detail }: MouseEvent) {
		const day = dayAt(target);
		if (!day) return;
		this.#choose(day);
		// A click that no pointer made comes from a screen reader: it opens the day, as Enter does.
		this.#next = detail ? "clicked" : "chosen";
	}

	/** The day to show in full while the visitor did not choose one: the first with events, of those to come in this month. */
	#first(days: Iterable<string>): string | undefined {
		const now = today();
		const month = monthOf(this.#day);
		return [...days].filter((day) => monthOf(day) === month && (month !== monthOf(now) || day >= now)).sort()[0];
	}

	render(items: readonly AnyCard[]) {
		const host = this.#host;
		const { language } = host.context(1);
		const { headingLevel } = host.settings;
		const say = monthMessages[language];
		const [first, last] = this.#limits;
		const day = this.#day;
		const month = monthOf(day);
		const weeks = weeksOf(month);
		const days = weeks.flat();
		const all = items.filter(isEvent);
		const events = byDay(all, clamp(days[0] ?? day, first, last), clamp(days.at(-1) ?? day, first, last));
		const loading = host.state === "loading";
		// Until the next month is there, what stands under the grid stays: nothing is to jump.
		if (!loading && !this.#picked) this.#chosen = this.#first(events.keys());
		const inMonth = new Set(days.flatMap((one) => (monthOf(one) === month ? (events.get(one) ?? []) : [])));
		const name = nameOf(day, "month", language);
		this.words = loading ? say.loading(name) : say.inMonth(inMonth.size, name);
		this.#held = !!host.root.activeElement?.closest(".month, [role=status] + button");
		const ofDay = all.filter((event) => this.#chosen && events.get(this.#chosen)?.includes(event));
		return monthView({
			language,
			say,
			level: headingLevel,
			weeks,
			day,
			today: today(),
			first,
			last,
			chosen: this.#chosen,
			events,
			loading,
			list: ofDay.length ? host.list(ofDay, headingLevel + 2) : html`<p>${say.emptyDay}</p>`,
			onKey: (event) => this.#onKey(event),
			onClick: (event) => this.#onClick(event),
			onTurn: (months) => this.#go(addMonths(this.#day, months)),
			onToday: () => this.#choose(today()),
		});
	}

	updated() {
		const { root } = this.#host;
		const find = (selector: string) => root.querySelector<HTMLElement>(selector);
		const day = `[data-day="${this.#day}"]`;
		const next = this.#next === "chosen" ? ".chosen" : day;
		if (this.#next) find(next)?.focus();
		// The month went with the focus, because the feed cannot be reached: from there one can try again, and come back.
		else if (this.#held && !root.activeElement) (find(day) ?? find("[role=status] + button"))?.focus();
		if (this.#next === "clicked") find(".chosen > :first-child")?.scrollIntoView({ block: "nearest" });
		this.#next = undefined;
	}
}

/** Events by the day, a month at a time. */
export const part: MakePart = (host) => {
	if (host.kind === "events") return new Month(host);
	host.tell("value", 'view="month" (events)');
	return {};
};
