import { html } from "hono/html";
import { targetOf } from "../../../shared/insight/indicators/target.ts";
import { amountText, numberText, sliceLabel } from "../../../shared/insight/indicators/words.ts";
import type { Measurement, YearFigure } from "../../../shared/insight/review/figures.ts";
import { formatDate } from "../../../shared/list/dates.ts";
import type { FigureSource } from "../../../shared/model/indicator.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import type { Html } from "../layout.ts";
import type { ReviewText } from "./text.ts";

export interface Words {
	say: ReviewText;
	language: Language;
}

/** A title that says so itself needs no mark. */
export const sampleTag = (
	{ sample, title }: { sample?: string | undefined; title: string },
	{ say }: Words,
): Html | "" => (sample && !/voorbeeld/i.test(title) ? html` <span class="tag warn">${say.sample}</span>` : "");

/** Dutch words of the data, in a page that may be English. */
export const dutch = (text: string, { language }: Words): Html | string =>
	language === "nl" ? text : html`<span lang="nl">${text}</span>`;

/** "ruim 5.000": what the note says of how exact it is goes before the number. */
function valueText({ value, note }: Measurement, { say, language }: Words): string {
	const [, word = ""] = /^(\p{L}+) [\d.]/u.exec(note ?? "") ?? [];
	const about = say.about[word.toLowerCase()];
	return [about, numberText(value, language)].filter(Boolean).join(" ");
}

/** A note that says no more than the number with that word before it is said already. */
function furtherNote({ note }: Measurement, { say }: Words): string | undefined {
	const [, word = ""] = /^(\p{L}+) [\d.]+$/u.exec(note ?? "") ?? [];
	return say.about[word.toLowerCase()] ? undefined : note;
}

export const sourceName = ({ name, url, date }: FigureSource, words: Words): Html =>
	html`${url ? html`<a href="${url}" rel="noopener">${dutch(name, words)}</a>` : dutch(name, words)}${date ? ` (${date.slice(0, 4)})` : ""}`;

/** "2022" and "2021-2022" as they are, a day as a date. */
const periodText = (period: string, language: Language) =>
	/^\d{4}-\d{2}-\d{2}$/.test(period) ? formatDate(period, "date", language) : period;

const isPercent = ({ unit }: Measurement) => unit.trim() === "%";

/** Two bars, as wide as the values are: the year before and this year. Only a drawing: the words say the same. */
function bars(before: number, now: number): Html {
	const most = Math.max(before, now, 1);
	const width = (value: number) => Math.max(1, Math.round((100 * Math.max(value, 0)) / most));
	return html`<svg class="bars" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="then" x="0" y="0" width="${width(before)}" height="5"/><rect class="now" x="0" y="8" width="${width(now)}" height="5"/></svg>`;
}

/** A figure to be seen at once: the number, what it counts, the year before, and where it comes from. */
export function tile({ item, now, before, comparable, source }: YearFigure, words: Words): Html | "" {
	if (!now) return "";
	const { say, language } = words;
	const note = furtherNote(now, words);
	const target = targetOf(item);
	return html`<li class="tile">
<p class="value"><strong>${valueText(now, words)}${isPercent(now) ? "%" : ""}</strong>${isPercent(now) ? "" : html` ${dutch(now.unit, words)}`}</p>
${
	before && comparable
		? html`<p class="against">${say.against(amountText(before.value, before.unit, language), periodText(before.period, language))}</p>${bars(before.value, now.value)}`
		: ""
}
${before && !comparable ? html`<p class="against">${say.redefined(now.period)}</p>` : ""}
<h3><a href="${item.url}">${dutch(item.title, words)}</a>${sampleTag(item, words)}</h3>
${note ? html`<p class="quiet">${dutch(note, words)}</p>` : ""}
${target ? html`<p class="quiet">${say.target(numberText(target.value, language), target.period)}</p>` : ""}
<p class="source">${say.source}: ${sourceName(source, words)}</p>
</li>`;
}

/** A figure as rows of a table: of the whole, and of each part that was measured. */
export function figureRows(figure: YearFigure, words: Words): Html {
	const { item, now, before, comparable, parts, source } = figure;
	const { say, language } = words;
	const cell = (one: Measurement | undefined) =>
		one ? valueText(one, words) : html`<span aria-hidden="true">–</span>`;
	const rows = [
		...(now ? [{ label: undefined, now, before }] : []),
		...parts.map((part) => ({ label: sliceLabel(part.slice, language), ...part })),
	];
	return html`${rows.map(({ label, now: measured, before: earlier }, index) => {
		const note = furtherNote(measured, words);
		const name = html`<a href="${item.url}">${dutch(item.title, words)}</a>`;
		return html`<tr${index > 0 ? html` class="part"` : ""}>
<th scope="row">${index === 0 || !label ? name : ""}${label ? html`<span class="slice">${dutch(label, words)}</span>` : ""}${index === 0 ? sampleTag(item, words) : ""}${note ? html` <span class="quiet">${dutch(note, words)}</span>` : ""}${index === 0 && before && !comparable ? html` <span class="quiet">${say.redefined(measured.period)}</span>` : ""}</th>
<td class="number">${cell(earlier)}</td>
<td class="number"><strong>${cell(measured)}</strong></td>
<td>${dutch(measured.unit, words)}</td>
${index === 0 ? html`<td class="source" rowspan="${rows.length}">${sourceName(source, words)}</td>` : ""}
</tr>`;
	})}`;
}
