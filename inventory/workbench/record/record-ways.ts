import { html, nothing, type TemplateResult } from "lit";
import type { WorkbenchMessages } from "../../../shared/messages/workbench/messages.ts";
import { recordPageMessages } from "../../../shared/messages/workbench/record-page.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { addressOfRecord } from "../app/route.ts";
import type { Neighbours } from "./shortcuts.ts";

interface Ways {
	language: Language;
	messages: WorkbenchMessages;
	listAddress: string;
	neighbours: Neighbours | undefined;
	onHelp(): void;
}

/** The ways from a record: back to the list, and to what stands before and after it there. */
export function recordWays({ language, messages, listAddress, neighbours, onHelp }: Ways): TemplateResult {
	const say = recordPageMessages[language];
	const to = (id: string | undefined, label: string) =>
		id ? html`<a href=${addressOfRecord(id)}>${label}</a>` : nothing;
	return html`<div class="back">
		<a href=${listAddress}>← ${messages.record.back}</a>
		${
			neighbours
				? html`<span class="neighbours">
						${to(neighbours.previous, say.previous)}
						<span class="hint">${say.position(neighbours.at, neighbours.of)}</span>
						${to(neighbours.next, say.next)}
					</span>`
				: nothing
		}
		<button type="button" class="plain help" @click=${onHelp}>${say.shortcuts.open} <kbd>?</kbd></button>
	</div>`;
}
