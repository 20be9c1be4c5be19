import { attendanceModes } from "../vocabularies/attendance-modes.ts";
import { eventStatuses } from "../vocabularies/event-statuses.ts";
import { labelOf } from "../vocabularies/vocabulary.ts";
import type { EventCard } from "./cards.ts";
import { differs, formatDate, type Style } from "./dates.ts";
import type { CardContext, Look } from "./look.ts";
import { action, facts, summary, tag, tags, title } from "./pieces.ts";
import { html, nothing } from "./template.ts";

/** When `event` is, on the clocks of where it is; and on the reader's, where those differ. */
function time({ start, end, timeZone }: EventCard, { language, say, view, readerZone }: CardContext) {
	const inZone = (instant: string, style: Style) => formatDate(instant, style, language, timeZone);
	const lasts = end && end !== start;
	const sameDay = lasts && inZone(start, "day") === inZone(end, "day");
	const until = lasts ? (sameDay ? inZone(end, "time") : inZone(end, "short")) : undefined;
	return html`<p part="time" class="time">
		${view === "list" ? nothing : html`<span class="date">${inZone(start, "day")}</span>`}
		<time datetime=${start}>${inZone(start, "time")}</time>${until && html`<span>–<time datetime=${end}>${until}</time></span>`}
		${
			readerZone && differs(start, timeZone, readerZone)
				? html`<small>${inZone(start, "zone")}</small><small>${formatDate(start, inZone(start, "day") === formatDate(start, "day", language, readerZone) ? "time" : "short", language, readerZone)} ${say.localTime}</small>`
				: nothing
		}
	</p>`;
}

/** What a calendar must not leave unsaid, in words: cancelled, full, moved and from when. */
export function statusOf(
	{ status, previousStart, timeZone }: Pick<EventCard, "status" | "previousStart" | "timeZone">,
	{ language, say }: CardContext,
) {
	if (status === "scheduled") return undefined;
	const was = previousStart && say.previously(formatDate(previousStart, "short", language, timeZone));
	return [labelOf(eventStatuses, status, language), was].filter(Boolean).join(", ");
}

/** A region's agenda, by day. */
export const eventLook: Look<"events"> = {
	view: "list",
	filters: ["q", "place", "type", "stage"],
	section: ({ start, timeZone }, { language }) => formatDate(start, "day", language, timeZone),
	card(event, context) {
		const { status, attendance, location, price, registrationUrl } = event;
		const { language, say } = context;
		const off = status === "cancelled" || status === "postponed";
		return html`<article class="${status === "scheduled" ? "" : "changed"} ${off ? "off" : ""}">
			${time(event, context)}
			<div class="body">
				${title(event, context)}
				${tags(
					tag(statusOf(event, context), "status"),
					tag(context.label("type", event.type)),
					attendance === "offline" ? nothing : tag(labelOf(attendanceModes, attendance, language)),
					price?.amount === 0 ? tag(say.free) : nothing,
					event.sample ? tag(say.sample, "sample") : nothing,
				)}
				${facts([location?.name, location?.place === location?.name ? undefined : location?.place, event.organizer?.name], "place")}
				${summary(event.summary)}
			</div>
			${off || status === "full" ? nothing : action(registrationUrl, say.register, event.title)}
		</article>`;
	},
};
