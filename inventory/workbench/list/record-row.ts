import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { WorkbenchMessages } from "../../../shared/messages/workbench/messages.ts";
import { workListMessages } from "../../../shared/messages/workbench/work-list.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import type { Me } from "../../browser/staff-api.ts";
import type { ListedRecord } from "../api/answers.ts";
import { addressOfRecord } from "../app/route.ts";
import { agoText } from "../text/dates.ts";
import { reasonsOf } from "./attention-text.ts";

const hostOf = (url: string): string => {
	try {
		return new URL(url).hostname.replace(/^www\./, "");
	} catch {
		return url;
	}
};

interface Row {
	language: Language;
	messages: WorkbenchMessages;
	regions: Me["regions"];
	/** In a list of more than one state. */
	withState: boolean;
	ticked: boolean;
	onTick(ticked: boolean): void;
}

/** One record of the list: a tick, the way to it, why it is where it is, and what it is. */
export function recordRow(
	item: ListedRecord,
	{ language, messages, regions, withState, ticked, onTick }: Row,
): TemplateResult {
	const say = messages.list;
	const region = regions.find(({ id }) => id === item.region)?.name ?? item.region;
	const reasons = reasonsOf(item, language, Date.now());
	const behind = item.state === "published" && item.publishedRevision !== item.revision;
	return html`<li class="record-row ${ticked ? "ticked" : ""}">
			<input
				type="checkbox"
				class="tick"
				aria-label=${workListMessages[language].bulk.tick(item.title)}
				.checked=${live(ticked)}
				@change=${(event: Event) => event.currentTarget instanceof HTMLInputElement && onTick(event.currentTarget.checked)}
			/>
			<a class="record-link" data-id=${item.id} href=${addressOfRecord(item.id)}>${item.title}</a>
			${
				reasons.length > 0
					? html`<p class="tags reasons">
							${reasons.map(({ tone, text }) => html`<span class="tag ${tone}">${text}</span>`)}
						</p>`
					: nothing
			}
			<p class="tags">
				<span class="tag kind">${messages.kinds[item.kind]}</span>
				${withState ? html`<span class="tag">${messages.states[item.state]}</span>` : nothing}
				${behind ? html`<span class="tag warn">${say.unpublished}</span>` : nothing}
				<span>${region}</span>
				${item.sourceUrl ? html`<span>${hostOf(item.sourceUrl)}</span>` : nothing}
				<span
					>${say.changed(agoText(item.updatedAt, language, Date.now()))}${
						item.clippedBy ? html`, ${say.by(item.clippedBy)}` : nothing
					}</span
				>
			</p>
			${item.note ? html`<p class="note-line"><strong>${say.note}</strong> ${item.note}</p>` : nothing}
		</li>`;
}
