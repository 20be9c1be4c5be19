import { html, nothing, type TemplateResult } from "lit";
import type { WorkbenchMessages } from "../../../shared/messages/workbench/messages.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import type { RecordDetail, Revision } from "../api/answers.ts";
import { addressOfRecord } from "../app/route.ts";
import { describeValue } from "../form/describe.ts";
import { fieldFor } from "../form/fields.ts";
import { zoneOf } from "../form/moment.ts";
import { differingFields } from "../form/path.ts";
import { agoText, momentText } from "../text/dates.ts";
import { fieldLabel } from "./outcome-text.ts";

interface Reading {
	language: Language;
	messages: WorkbenchMessages;
	now: number;
}

const time = (instant: string, { language, now }: Reading) =>
	html`<time datetime=${instant} title=${momentText(instant, language)}>${agoText(instant, language, now)}</time>`;

const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, "");

/** Where a record came from, what looks like it, and how it came to be what it is. */
export function sidePanel(detail: RecordDetail, reading: Reading): TemplateResult {
	return html`${duplicates(detail, reading)}${sources(detail, reading)}${history(detail, reading)}`;
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
	{ messages }: Reading,
): TemplateResult | typeof nothing {
	if (found.length === 0) return nothing;
	const say = messages.side;
	return html`<section class="card warn" aria-labelledby="side-duplicates">
		<h2 id="side-duplicates">${say.duplicates}</h2>
		<p class="hint">${say.duplicatesHint}</p>
		<ul class="plain-list">
			${found.map(
				(other) => html`<li>
					<a href=${addressOfRecord(other.id)}>${other.title}</a>
					<p class="hint">${[say.likeness(Math.round(other.score * 100)), ...other.reasons].join(" · ")}</p>
				</li>`,
			)}
		</ul>
	</section>`;
}

function history(detail: RecordDetail, reading: Reading): TemplateResult {
	const say = reading.messages.side;
	// Newest first, whatever order they came in.
	const revisions = [...detail.revisions].sort((a, b) => b.revision - a.revision);
	return html`<section class="card" aria-labelledby="side-history">
		<h2 id="side-history">${say.revisions}</h2>
		<ol class="plain-list">
			${revisions.map(
				(revision, index) => html`<li>
					<p>
						<strong>${say.revision(revision.revision)}</strong>
						${
							detail.state === "published" && revision.revision === detail.publishedRevision
								? html`<span class="tag good">${say.publishedRevision}</span>`
								: nothing
						}
					</p>
					<p class="hint">${say.via[revision.via] ?? revision.via} ${reading.messages.list.by(revision.by)}, ${time(revision.at, reading)}</p>
					${changes(detail, revision, revisions[index + 1], reading)}
				</li>`,
			)}
		</ol>
	</section>`;
}

/** What a revision changed, field by field; nothing for the first and for one whose predecessor is not among those fetched. */
function changes(
	{ kind }: RecordDetail,
	revision: Revision,
	before: Revision | undefined,
	{ language, messages }: Reading,
): TemplateResult | typeof nothing {
	if (!before) return nothing;
	const fields = differingFields(before.data, revision.data);
	if (fields.length === 0) return nothing;
	const say = messages.side;
	const lines = (data: Revision["data"], field: string) => {
		const read = describeValue(fieldFor(kind, field), data[field], { language, messages, zone: zoneOf(data) });
		return read.length > 0 ? read.join("; ") : messages.conflict.nothing;
	};
	return html`<details class="changes">
		<summary>${say.changedFields(fields.map((field) => fieldLabel(kind, field, language)).join(", "))}</summary>
		<dl>
			${fields.map(
				(field) => html`<dt>${fieldLabel(kind, field, language)}</dt>
					<dd><span class="hint">${say.was}</span> <del>${lines(before.data, field)}</del></dd>
					<dd><span class="hint">${say.became}</span> <ins>${lines(revision.data, field)}</ins></dd>`,
			)}
		</dl>
	</details>`;
}
