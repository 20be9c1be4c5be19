import type { CardContext } from "../../shared/list/look.ts";
import { html, nothing, type Template } from "../../shared/list/template.ts";
import type { AnyCard } from "./part.ts";

/** An item by its title, for where there is no room for a card: a click does what it does in the list. */
export function itemLink(item: AnyCard, { select, say }: CardContext): Template {
	const words = html`<span lang="nl">${item.title}</span>`;
	const sample = item.sample ? html` <small class="tag sample">${say.sample}</small>` : nothing;
	return item.url
		? html`<a href=${item.url} @click=${(event: Event) => select?.(event, item)}>${words}</a>${sample}`
		: html`${words}${sample}`;
}
