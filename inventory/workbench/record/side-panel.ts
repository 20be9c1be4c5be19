import { html, nothing, type TemplateResult } from "lit";
import type { WorkbenchMessages } from "../../../shared/messages/workbench/messages.ts";
import { recordPageMessages } from "../../../shared/messages/workbench/record-page.ts";
import type { PossibleDuplicate } from "../../../shared/model/clip.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import type { RecordDetail } from "../api/answers.ts";
import { addressOfRecord } from "../app/route.ts";
import { agoText } from "../text/dates.ts";

interface Reading {
	language: Language;
	messages: WorkbenchMessages;
	now: number;
}

/** What can be done from beside the record; undefined for whoever may only look. */
export interface SideActions {
	compare(candidate: PossibleDuplicate): void;
	/** Looks for a record that nothing proposed. */
	find(): void;
	withdraw(other: string): void;
	unmerge(merged: string): void;
}

const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, "");

/** What looks like a record, what was merged into it, and where it came from. */
export function sidePanel(detail: RecordDetail, reading: Reading, actions: SideActions | undefined): TemplateResult {
	return html`${duplicates(detail, reading, actions)}${verdicts(detail, reading, actions)}${merged(detail, reading, actions)}${
		actions
			? html`<p class="find"><button type="button" class="link" @click=${() => actions.find()}>${recordPageMessages[reading.language].find.open}</button></p>`
			: nothing
	}${sources(detail, reading)}`;
}

function sources({ sources: found }: RecordDetail, reading: Reading): TemplateResult {
	const say = reading.messages.side;
	return html`<section class="card" aria-labelledby="side-sources">
		<h2 id="side-sources">${say.sources}</h2>
		${
			found.length === 0
				? html`<p class="hint">${say.noSources}</p>`
				: html`<ul class="plain-list">
						${found.map(
							(source) => html`<li>
								<a href=${source.url} target="_blank" rel="noopener noreferrer">${source.title || hostOf(source.url)}</a>
								<p class="hint">${hostOf(source.url)}, ${say.captured(agoText(source.capturedAt, reading.language, reading.now))}</p>
							</li>`,
						)}
					</ul>`
		}
	</section>`;
}

function duplicates(
	{ possibleDuplicates: found }: RecordDetail,
	{ language, messages }: Reading,
	actions: SideActions | undefined,
): TemplateResult | typeof nothing {
	if (found.length === 0) return nothing;
	const { side } = messages;
	const say = recordPageMessages[language];
	return html`<section class="card warn" aria-labelledby="side-duplicates">
		<h2 id="side-duplicates">${side.duplicates}</h2>
		<p class="hint">${side.duplicatesHint}</p>
		<ul class="plain-list">
			${found.map(
				(other) => html`<li>
					<a href=${addressOfRecord(other.id)}>${other.title}</a>
					${other.relation === "edition" ? html`<span class="tag">${say.edition}</span>` : nothing}
					<p class="hint">${[side.likeness(Math.round(other.score * 100)), ...other.reasons].join(" · ")}</p>
					${
						actions
							? html`<button type="button" aria-label=${say.compareWith(other.title)} @click=${() => actions.compare(other)}>
									${say.compare}
								</button>`
							: nothing
					}
				</li>`,
			)}
		</ul>
	</section>`;
}

function verdicts(
	{ verdicts: found }: RecordDetail,
	{ language, now }: Reading,
	actions: SideActions | undefined,
): TemplateResult | typeof nothing {
	if (found.length === 0) return nothing;
	const say = recordPageMessages[language];
	return html`<section class="card" aria-labelledby="side-verdicts">
		<h2 id="side-verdicts">${say.verdicts}</h2>
		<ul class="plain-list">
			${found.map(
				({ id, title, by, at }) => html`<li>
					<a href=${addressOfRecord(id)}>${title}</a>
					<p class="hint">${say.verdictBy(by, agoText(at, language, now))}</p>
					${
						actions
							? html`<button type="button" class="link" aria-label=${say.withdrawFor(title)} @click=${() => actions.withdraw(id)}>
									${say.withdraw}
								</button>`
							: nothing
					}
				</li>`,
			)}
		</ul>
	</section>`;
}

function merged(
	{ id: own, mergedFrom: found }: RecordDetail,
	{ language }: Reading,
	actions: SideActions | undefined,
): TemplateResult | typeof nothing {
	if (found.length === 0) return nothing;
	const say = recordPageMessages[language];
	return html`<section class="card" aria-labelledby="side-merged">
		<h2 id="side-merged">${say.mergedFrom}</h2>
		<ul class="plain-list">
			${found.map(
				({ id, title, into }) => html`<li>
					<a href=${addressOfRecord(id)}>${title}</a>
					${
						actions && into === own
							? html`<p>
									<button type="button" class="link" aria-label=${say.unmergeFor(title)} @click=${() => actions.unmerge(id)}>
										${say.unmerge}
									</button>
								</p>`
							: nothing
					}
				</li>`,
			)}
		</ul>
	</section>`;
}
