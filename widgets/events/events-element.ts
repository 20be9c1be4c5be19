import { html, nothing, type TemplateResult } from "lit/html.js";
import { attendanceModes } from "../../shared/vocabularies/attendance-modes.ts";
import { eventStatuses } from "../../shared/vocabularies/event-statuses.ts";
import { labelOf } from "../../shared/vocabularies/vocabulary.ts";
import { ListElement } from "../element/list-element.ts";
import { action, facts, heading, summary, tag, tags } from "../element/templates.ts";
import type { EventCard } from "../feed/items.ts";
import { differsHere, formatDate, type Style, visitorZone } from "../format/dates.ts";

/** `<techniek-events>`: a region's agenda, by day, on the clocks of where each event is. */
export class TechniekEvents extends ListElement<"events"> {
	constructor() {
		super("events", { view: "list", filters: ["q", "place", "type", "stage"] });
	}

	/** The day on which `event` starts, where it is. */
	#day(event: EventCard) {
		return formatDate(event.start, "day", this.language, event.timeZone);
	}

	protected override renderItems(events: readonly EventCard[], level: number): TemplateResult {
		if (this.settings.view !== "list") return super.renderItems(events, level);
		const days = new Map<string, EventCard[]>();
		for (const event of events) {
			const day = this.#day(event);
			days.set(day, [...(days.get(day) ?? []), event]);
		}
		return html`${[...days].map(
			([day, ofDay]) =>
				html`<section class="day">${heading(level, day)}${super.renderItems(ofDay, level + 1)}</section>`,
		)}`;
	}

	#time({ start, end, timeZone }: EventCard) {
		const { language, say } = this;
		const inZone = (instant: string, style: Style) => formatDate(instant, style, language, timeZone);
		const lasts = end && end !== start;
		const sameDay = lasts && inZone(start, "day") === inZone(end, "day");
		const elsewhere = differsHere(start, timeZone);
		const until = lasts ? (sameDay ? inZone(end, "time") : inZone(end, "short")) : undefined;
		return html`<p part="time" class="time">
			${this.settings.view === "list" ? nothing : html`<span class="date">${inZone(start, "day")}</span>`}
			<time datetime=${start}>${inZone(start, "time")}</time>${until && html`<span>–<time datetime=${end}>${until}</time></span>`}
			${
				elsewhere
					? html`<small>${inZone(start, "zoned")}: ${formatDate(start, "short", language, visitorZone)} ${say.localTime}</small>`
					: nothing
			}
		</p>`;
	}

	protected override renderItem(event: EventCard, level: number): TemplateResult {
		const { language, say } = this;
		const { status, location, price, previousStart } = event;
		const label = (vocabulary: typeof eventStatuses | typeof attendanceModes, code: string) =>
			labelOf(vocabulary, code, language);
		const off = status === "cancelled" || status === "postponed";
		const was = previousStart && say.previously(formatDate(previousStart, "short", language, event.timeZone));
		return html`<article class="${status === "scheduled" ? "" : "changed"} ${off ? "off" : ""}">
			${this.#time(event)}
			<div class="body">
				${this.renderTitle(event, level)}
				${tags(
					status === "scheduled"
						? nothing
						: tag([label(eventStatuses, status), was].filter(Boolean).join(", "), "status"),
					tag(this.label("type", event.type)),
					event.attendance === "offline" ? nothing : tag(label(attendanceModes, event.attendance)),
					price?.amount === 0 ? tag(say.free) : nothing,
					event.sample ? tag(say.sample, "sample") : nothing,
				)}
				${facts([location?.name, location?.place === location?.name ? undefined : location?.place, event.organizer?.name], "place")}
				${summary(event.summary)}
			</div>
			${off || status === "full" ? nothing : action(event.registrationUrl, say.register, event.title)}
		</article>`;
	}
}
