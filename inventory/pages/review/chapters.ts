import { html } from "hono/html";
import { connects, lineName, whiteSpotsInWords } from "../../../shared/insight/coverage/words.ts";
import type { EditionGroup, Totals } from "../../../shared/insight/review/editions.ts";
import { isOneYear } from "../../../shared/insight/review/figures.ts";
import type { Ran, Review, ReviewLine } from "../../../shared/insight/review/review-of.ts";
import { formatDate } from "../../../shared/list/dates.ts";
import { coverageMessages } from "../../../shared/messages/coverage.ts";
import { actionLines } from "../../../shared/vocabularies/action-lines.ts";
import { labelOf } from "../../../shared/vocabularies/vocabulary.ts";
import type { Html } from "../layout.ts";
import { dutch, figureRows, sampleTag, tile, type Words } from "./figure-parts.ts";

/** Figures beyond these are in the table of all of them. */
const mostTiles = 12;

export function glance({ figures, ran, events }: Review, words: Words): Html {
	const { say } = words;
	const shown = figures.filter(({ now }) => now && isOneYear(now.period)).slice(0, mostTiles);
	return html`<p class="lead">${say.glance.lead(say.counts.initiatives(ran.length), say.counts.events(events.length))}</p>
<p class="source">${say.source}: ${say.inventory}</p>
${shown.length > 0 ? html`<ul class="tiles">${shown.map((figure) => tile(figure, words))}</ul>` : html`<p>${say.figures.none}</p>`}`;
}

function initiative({ item, dated }: Ran, words: Words): Html {
	const { say } = words;
	const when = item.planning?.label;
	const text = item.result ?? item.goal ?? item.summary;
	const term = item.result ? say.ran.result : item.goal ? say.ran.goal : undefined;
	return html`<li><p><a href="${item.url}">${dutch(item.title, words)}</a>${sampleTag(item, words)} <span class="when">${dated || when ? dutch(when ?? "", words) : say.ran.ongoing}</span></p>
${text ? html`<p class="quiet">${term ? html`<b>${term}:</b> ` : ""}${dutch(text, words)}</p>` : ""}</li>`;
}

function actionLine({ code, initiatives, events }: ReviewLine, index: number, words: Words): Html {
	const { say, language } = words;
	// In full where it stands first; an initiative may serve several lines.
	const own = initiatives.filter(({ item }) => item.actionLines[0] === code);
	const shared = initiatives.filter((one) => !own.includes(one));
	const structure = own.filter(({ item }) => item.nature === "structure");
	const activities = own.filter(({ item }) => item.nature !== "structure");
	const part = (title: string, some: readonly Ran[]) =>
		some.length > 0 ? html`<h4>${title}</h4><ul class="ran">${some.map((one) => initiative(one, words))}</ul>` : "";
	const named = new Intl.ListFormat(language, { type: "conjunction" }).formatToParts(
		shared.map(({ item }) => item.title),
	);
	const address = new Map(shared.map(({ item }) => [item.title, item.url]));
	return html`<section aria-labelledby="lijn-${code}">
<h3 id="lijn-${code}"><span class="ordinal">${index + 1}</span> ${labelOf(actionLines, code, language)}</h3>
<p class="quiet">${say.ran.line(say.counts.initiatives(initiatives.length), say.counts.events(events.length))}</p>
${initiatives.length === 0 ? html`<p>${say.ran.none}</p>` : ""}
${part(say.ran.structure, structure)}${part(say.ran.activities, activities)}
${
	shared.length > 0
		? html`<h4>${say.ran.also}</h4><p>${named.map(({ type, value }) => (type === "element" ? html`<a href="${address.get(value) ?? ""}">${dutch(value, words)}</a>` : value))}.</p>`
		: ""
}
</section>`;
}

export const ranChapter = ({ lines }: Review, words: Words): Html =>
	html`<p class="lead">${words.say.ran.lead}</p><p class="source">${words.say.source}: ${words.say.inventory}</p>${lines.map((line, index) => actionLine(line, index, words))}`;

const dash = html`<span aria-hidden="true">–</span>`;

function editionTable({ events, totals, title }: EditionGroup, year: number, words: Words): Html {
	const { say, language } = words;
	const format = new Intl.NumberFormat(language);
	const amount = (value: number | undefined) => (value === undefined ? dash : format.format(value));
	const columns = ["visitors", "companies", "schools"] as const satisfies readonly (keyof Totals)[];
	return html`<section class="scroll" tabindex="0" aria-label="${say.editions.caption(title, year)}"><table>
<caption>${dutch(say.editions.caption(title, year), words)}</caption>
<thead><tr><th scope="col">${say.editions.edition}</th><th scope="col">${say.editions.date}</th>${columns.map((column) => html`<th scope="col" class="number">${say.editions[column]}</th>`)}</tr></thead>
<tbody>${events.map(
		({ title: name, url, start, timeZone, results, sample, series }) => html`<tr>
<th scope="row"><a href="${url}">${dutch(name, words)}</a>${series?.edition ? html`, ${dutch(series.edition, words)}` : ""}${sampleTag({ sample, title: name }, words)}</th>
<td>${formatDate(start, "date", language, timeZone)}</td>${columns.map((column) => html`<td class="number">${amount(results?.[column])}</td>`)}</tr>`,
	)}</tbody>
<tfoot><tr><th scope="row" colspan="2">${say.editions.total}</th>${columns.map((column) => html`<td class="number">${amount(totals[column])}</td>`)}</tr></tfoot>
</table></section>`;
}

export function editionsChapter({ editions, year, figures }: Review, words: Words): Html {
	const { say } = words;
	if (editions.length === 0) return html`<p>${say.editions.none}</p>`;
	return html`<p class="lead">${say.editions.lead}</p>
${editions.map((group) => {
	const { id, title, url, totals, before, events } = group;
	const official = figures.filter(({ now, item }) => now && item.title.includes(title.replace(/ in .*$/, "")));
	const note = new Set(events.flatMap(({ results }) => results?.note ?? []));
	return html`<section aria-labelledby="reeks-${id}"><h3 id="reeks-${id}">${url ? html`<a href="${url}">${dutch(title, words)}</a>` : dutch(title, words)}</h3>
<p>${say.editions.counted(say.editions.editions(totals.editions), before && say.editions.editions(before.editions))}</p>
${editionTable(group, year, words)}
${[...note].map((line) => html`<p class="quiet">${dutch(line, words)}</p>`)}
<p class="source">${say.source}: ${say.inventorySource(say.editions.source)}</p>
${official.length > 0 ? html`<p>${say.editions.official}</p><ul class="tiles small">${official.map((figure) => tile(figure, words))}</ul>` : ""}
</section>`;
})}`;
}

export function figuresChapter({ figures, year }: Review, words: Words): Html {
	const { say } = words;
	if (figures.length === 0) return html`<p>${say.figures.none}</p>`;
	return html`<p class="lead">${say.figures.lead}</p>
<section class="scroll" tabindex="0" aria-label="${say.figures.caption(year)}"><table>
<caption>${say.figures.caption(year)}</caption>
<thead><tr><th scope="col">${say.figures.figure}</th><th scope="col" class="number">${year - 1}</th><th scope="col" class="number">${year}</th><th scope="col">${say.figures.unit}</th><th scope="col">${say.source}</th></tr></thead>
<tbody>${figures.map((figure) => figureRows(figure, words))}</tbody></table></section>`;
}

export function networkChapter({ network, year }: Review, words: Words): Html {
	const { say } = words;
	const { organizations, links, connected, bridges, apart } = network;
	if (links === 0) return html`<p>${say.network.none}</p>`;
	const named = ({ title, url, sample }: (typeof connected)[number]) =>
		html`${url ? html`<a href="${url}">${dutch(title, words)}</a>` : dutch(title, words)}${sampleTag({ sample, title }, words)}`;
	const most = Math.max(...connected.map(({ degree }) => degree), 1);
	return html`<p class="lead">${say.network.lead(say.counts.organizations(organizations), say.counts.links(links))}</p>
<h3>${say.network.connected}</h3>
<ol class="ranked">${connected.map(
		(node) =>
			html`<li><span class="name">${named(node)}</span> <span class="quiet">${say.network.ties(node.degree)}</span><svg class="bars" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="now" x="0" y="0" width="${Math.round((100 * node.degree) / most)}" height="6"/></svg></li>`,
	)}</ol>
${bridges.length > 0 ? html`<h3>${say.network.bridges}</h3><p>${say.network.bridgesText}</p><ul>${bridges.map((node) => html`<li>${named(node)}</li>`)}</ul>` : ""}
${apart > 0 ? html`<p>${say.network.apart(apart)}</p>` : ""}
<p class="source">${say.source}: ${say.inventorySource(String(year))}</p>`;
}

export function whiteSpotsChapter({ coverage, year }: Review, words: Words): Html {
	const { say, language } = words;
	const { rows, columns, cells, axes, total } = coverage;
	if (total === 0) return html`<p>${say.whiteSpots.none}</p>`;
	const shade = (count: number) => (count === 0 ? "none" : count < 3 ? "few" : count < 8 ? "some" : "many");
	return html`<p class="lead">${say.whiteSpots.lead}</p>
<ul class="spots">${whiteSpotsInWords(coverage, language).map((line) => html`<li>${line}</li>`)}</ul>
<section class="scroll" tabindex="0" aria-label="${say.whiteSpots.caption}"><table class="matrix">
<caption>${say.whiteSpots.caption}, ${year}</caption>
<thead><tr><th scope="col">${coverageMessages[language].axes[axes.rows]}</th>${columns.map(({ code }) => html`<th scope="col"><span>${lineName(axes.columns, code, language)}</span></th>`)}</tr></thead>
<tbody>${rows.map(
		({ code, ids }, down) =>
			html`<tr><th scope="row">${lineName(axes.rows, code, language)}<span class="visually-hidden">, ${connects(ids, language)}</span></th>${columns.map(
				(_, across) => {
					const count = cells[down]?.[across]?.length ?? 0;
					return html`<td class="${shade(count)}">${count}</td>`;
				},
			)}</tr>`,
	)}</tbody></table></section>
<p class="quiet">${coverageMessages[language].once}</p>
<p class="source">${say.source}: ${say.inventorySource(say.counts.initiatives(total))}</p>`;
}
