import type { WidgetKind } from "../messages/widgets.ts";
import type { CardOf } from "./cards.ts";
import type { CardContext } from "./look.ts";
import { html, type Nothing, nothing, type Template } from "./template.ts";

type Content = Template | string | Nothing;

/** A heading of `level` 1 to 6 (more than 6 is 6), for the place where the partner put the widget. */
export function heading(level: number, content: Content, part: string | Nothing = nothing): Template {
	switch (level) {
		case 1:
			return html`<h1 part=${part}>${content}</h1>`;
		case 2:
			return html`<h2 part=${part}>${content}</h2>`;
		case 3:
			return html`<h3 part=${part}>${content}</h3>`;
		case 4:
			return html`<h4 part=${part}>${content}</h4>`;
		case 5:
			return html`<h5 part=${part}>${content}</h5>`;
		default:
			return html`<h6 part=${part}>${content}</h6>`;
	}
}

/** One line of facts with a dot between them; nothing when there are none. */
export function facts(facts: readonly (string | undefined)[], part: string | Nothing = nothing) {
	const known = facts.filter(Boolean);
	return known.length ? html`<p class="facts" part=${part}>${known.join(" · ")}</p>` : nothing;
}

/** A label: `look` is `status`, `sample` or nothing in particular. */
export const tag = (label: string | undefined, look = "") =>
	label ? html`<li class="tag ${look}" part=${look === "status" ? "status" : nothing}>${label}</li>` : nothing;

export const tags = (...labels: ReturnType<typeof tag>[]) =>
	labels.some((label) => label !== nothing) ? html`<ul class="tags" part="tags">${labels}</ul>` : nothing;

/** What the reader can do with an item; `about` makes the link's name unique for who hears it out of context. */
export const action = (address: string | undefined, label: string, about: string) =>
	address
		? html`<a class="button" href=${address}>${label}<span class="hidden">: <span lang="nl">${about}</span></span></a>`
		: nothing;

export const summary = (text: string | undefined) => (text ? html`<p class="summary" lang="nl">${text}</p>` : nothing);

/** The title of `item`, a link to its page where it has one. */
export function title(item: CardOf[WidgetKind], { level, select }: CardContext): Template {
	const words = html`<span lang="nl">${item.title}</span>`;
	const click = select && ((event: Event) => select(event, item));
	return heading(level, item.url ? html`<a href=${item.url} @click=${click}>${words}</a>` : words, "title");
}
