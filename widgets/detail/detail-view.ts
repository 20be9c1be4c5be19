import { formatDate, today } from "../../shared/list/dates.ts";
import { statusOf } from "../../shared/list/event-look.ts";
import type { CardContext } from "../../shared/list/look.ts";
import { action, heading, tag, tags } from "../../shared/list/pieces.ts";
import { html, type Nothing, nothing, type Template } from "../../shared/list/template.ts";
import { detailMessages } from "../../shared/messages/detail.ts";
import { opportunityMessages } from "../../shared/messages/opportunities.ts";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import { attendanceModes } from "../../shared/vocabularies/attendance-modes.ts";
import { eventStatuses } from "../../shared/vocabularies/event-statuses.ts";
import { eventTypes } from "../../shared/vocabularies/event-types.ts";
import { initiativeStatuses } from "../../shared/vocabularies/initiative-statuses.ts";
import { labelOf } from "../../shared/vocabularies/vocabulary.ts";
import { googleCalendar, outlookCalendar } from "./calendar-links.ts";
import { addressOf, factsOf, isFilled } from "./facts.ts";
import { type Detail, type Reference, type Related, relations } from "./read-detail.ts";

/** One item as far as it is known. */
export interface Shown {
	kind: WidgetKind;
	detail: Detail;
	related?: Related;
	/** Whether more of it is on its way, is here, cannot be had now, or is nowhere to ask for. */
	state: "loading" | "ready" | "failed" | "alone";
	/** Address of the event's own calendar file. */
	calendar: string | undefined;
}

/** What one can do in the dialog. */
export interface Actions {
	/** Whether there is an item to go back to. */
	deep: boolean;
	onBack(): void;
	onClose(): void;
	onClosed(): void;
	onRetry(): void;
	/** Another item was chosen. */
	onFollow(event: Event, reference: Pick<Reference, "kind" | "id" | "title" | "url">): void;
}

const isOver = (last: string | undefined) => !!last && last.slice(0, 10) < today();

/** What an event is, beside its title: what went wrong with it first. */
function labelsOf({ kind, detail }: Shown, context: CardContext) {
	const { language, say } = context;
	const { status, attendance, type, previousStart, timeZone, sample } = detail;
	const event = kind === "events";
	return tags(
		event ? tag(statusOf({ status: status ?? "scheduled", previousStart, timeZone }, context), "status") : nothing,
		event && attendance && attendance !== "offline" ? tag(labelOf(attendanceModes, attendance, language)) : nothing,
		event && type ? tag(labelOf(eventTypes, type, language)) : nothing,
		sample ? tag(say.sample, "sample") : nothing,
	);
}

function calendars({ detail, calendar }: Shown, { language }: CardContext): Template | Nothing {
	const { start, end, title, summary, url } = detail;
	if (!start) return nothing;
	const say = detailMessages[language];
	const one = { title, start, end, where: addressOf(detail), about: [summary, url] };
	const links: readonly (readonly [string | undefined, string])[] = [
		[calendar, say.calendarFile],
		[googleCalendar(one), say.google],
		[outlookCalendar("outlook.office.com", one), say.outlookWork],
		[outlookCalendar("outlook.live.com", one), say.outlookHome],
	];
	return html`<details>
		<summary class="button">${say.addToCalendar}</summary>
		<ul>
			${links.map(([address, name]) => (address ? html`<li><a href=${address}>${name}</a></li>` : nothing))}
		</ul>
	</details>`;
}

/** What one can do about an item; or, where that is over, that it is. */
function actionsOf(shown: Shown, context: CardContext): Template | Nothing {
	const { kind, detail } = shown;
	const { language, say } = context;
	const { title, status, registrationUrl, applyUrl } = detail;
	const words = detailMessages[language];
	if (kind === "opportunities") {
		if (isOver(detail.validThrough)) return html`<p class="notice off">${words.expired}</p>`;
		return applyUrl
			? html`<div class="actions">${action(applyUrl, opportunityMessages[language].apply, title)}</div>`
			: nothing;
	}
	if (kind === "initiatives" || status === "cancelled" || status === "postponed") return nothing;
	if (isOver(detail.end ?? detail.start)) return html`<p class="notice off">${words.past}</p>`;
	return html`<div class="actions">
		${status === "full" ? nothing : action(registrationUrl, say.register, title)} ${calendars(shown, context)}
	</div>`;
}

const paragraphs = (text: string | undefined) =>
	(text ?? "").split(/\n\s*\n/).flatMap((one) => (one.trim() ? html`<p>${one.trim()}</p>` : []));

/** What is worth knowing of another item beside its title. */
function aboutReference(
	{ kind, start, timeZone, status, place, validThrough, edition, reasons }: Reference,
	context: CardContext,
) {
	const { language } = context;
	const vocabulary = kind === "events" ? eventStatuses : initiativeStatuses;
	const known = status === "scheduled" || status === "running" ? undefined : status;
	const day = kind === "opportunities" ? validThrough : start;
	const when = day && formatDate(day, "date", language, timeZone);
	return [
		edition,
		kind === "initiatives" ? undefined : when && validThrough ? detailMessages[language].until(when) : when,
		place,
		known && labelOf(vocabulary, known, language),
		...reasons.slice(0, 2).map((reason) => reason[language]),
	]
		.filter(Boolean)
		.join(" · ");
}

function relatedOf({ related, detail }: Shown, context: CardContext, { onFollow }: Actions) {
	const { language, level } = context;
	const say = detailMessages[language].related;
	return relations.map((name) => {
		// What it belongs to is among the facts already.
		const references = (related?.[name] ?? []).filter(({ id }) => id !== detail.initiative?.id);
		if (!references.length) return nothing;
		return html`<div class="related">
			${heading(level + 1, say[name])}
			<ul>
				${references.map((one) => {
					const about = aboutReference(one, context);
					return html`<li>
						${reference(one, onFollow)}${about ? html` <small>${about}</small>` : nothing}
					</li>`;
				})}
			</ul>
		</div>`;
	});
}

/** A link to another item: it opens here, and in a new tab for who asks for that. */
const reference = (one: Parameters<Actions["onFollow"]>[1], onFollow: Actions["onFollow"]) =>
	one.url
		? html`<a href=${one.url} lang="nl" data-item=${one.id} @click=${(event: Event) => onFollow(event, one)}>${one.title}</a>`
		: html`<span lang="nl">${one.title}</span>`;

/** The dialog with everything about one item. `context.level` is that of its heading. */
export function detailView(shown: Shown, context: CardContext, actions: Actions): Template {
	const { kind, detail, state } = shown;
	const { level, language } = context;
	const say = detailMessages[language];
	const { initiative, summary, description } = detail;
	const facts = factsOf(
		kind,
		detail,
		context,
		initiative ? reference({ ...initiative, kind: "initiatives" }, actions.onFollow) : nothing,
	);
	// A press inside that ends outside, as selecting text does, is no press on the backdrop.
	let pressed = false;
	const isBackdrop = (event: Event) => event.target === event.currentTarget;
	const outside = {
		down: (event: Event) => {
			pressed = isBackdrop(event);
		},
		click: (event: Event) => {
			if (pressed && isBackdrop(event)) actions.onClose();
		},
	};
	return html`<dialog
		class="detail"
		aria-labelledby="detail-title"
		@close=${actions.onClosed}
		@pointerdown=${outside.down}
		@click=${outside.click}
	>
		<div class="panel">
			<div class="bar">
				${actions.deep ? html`<button type="button" @click=${actions.onBack}>${say.back}</button>` : nothing}
				<button type="button" data-close="" @click=${actions.onClose}>
					${say.close} <span aria-hidden="true">×</span>
				</button>
			</div>
			<div class=${detail.status === "scheduled" || kind !== "events" ? "" : "changed"}>${labelsOf(shown, context)}</div>
			${heading(level, html`<span id="detail-title" tabindex="-1" lang="nl">${detail.title}</span>`)}
			${summary && !description?.startsWith(summary) ? html`<p class="lead" lang="nl">${summary}</p>` : nothing}
			${actionsOf(shown, context)}
			<dl>
				${facts.map(([name, content]) =>
					isFilled(content) ? html`<div><dt>${say.facts[name]}</dt><dd>${content}</dd></div>` : nothing,
				)}
			</dl>
			<div class="text" lang="nl">${paragraphs(description)}</div>
			${relatedOf(shown, context, actions)}
			<div role="status">${state === "loading" ? context.say.loading : state === "failed" ? say.unavailable : ""}</div>
			${
				state === "failed"
					? html`<p><button type="button" @click=${actions.onRetry}>${context.say.retry}</button></p>`
					: nothing
			}
			${detail.url ? html`<p class="page"><a href=${detail.url}>${say.page}<span class="hidden">: <span lang="nl">${detail.title}</span></span></a></p>` : nothing}
		</div>
	</dialog>`;
}
