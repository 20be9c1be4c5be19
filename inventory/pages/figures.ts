import { html } from "hono/html";
import { type Definition, definitionsOf } from "../../shared/insight/indicators/measured.ts";
import { breaksOf, latestOf } from "../../shared/insight/indicators/series.ts";
import { tableOf } from "../../shared/insight/indicators/table.ts";
import { distanceOf, targetOf } from "../../shared/insight/indicators/target.ts";
import { amountText, sliceLabel } from "../../shared/insight/indicators/words.ts";
import type { IndicatorItem } from "../../shared/model/feed.ts";
import { targetBounds } from "../../shared/vocabularies/target-bounds.ts";
import { dateText } from "./describe.ts";
import type { Html } from "./layout.ts";

/** An indicator on its own page: where it stands and should be, what it means, and every observation. */

function now(item: IndicatorItem): Html | "" {
	const latest = latestOf(item);
	if (!latest) return "";
	const slice = sliceLabel(latest.breakdown, "nl");
	return html`<p class="figure"><strong>${amountText(latest.value, latest.unit, "nl")}</strong> <span>${[latest.period, slice, latest.note].filter(Boolean).join(", ")}</span></p>`;
}

/** The target in words, of the whole and of each slice that has one, with what it is from the last value. */
function targets(item: IndicatorItem): Html | "" {
	const slices = [{}, ...item.targets.flatMap(({ breakdown }) => (breakdown ? [breakdown] : []))];
	const lines = slices.flatMap((slice) => {
		const target = targetOf(item, slice);
		if (!target) return [];
		const { value, unit, bound, period, note } = target;
		const goal = `${bound === "at-most" ? `${targetBounds[bound].nl} ` : ""}${amountText(value, unit, "nl")}${period ? ` in ${period}` : ""}`;
		const name = sliceLabel(slice, "nl");
		return [[name, goal, note, distanceOf(item, slice)?.words.nl] as const];
	});
	if (lines.length === 0) return "";
	return html`<section aria-labelledby="streefwaarde"><h2 id="streefwaarde">Streefwaarde</h2>
${lines.map(([name, goal, note, distance]) => html`<p>${name ? html`${name}: ` : ""}<strong>${goal}</strong>${note ? html`. ${note}` : ""}</p>${distance ? html`<p>${distance}</p>` : ""}`)}</section>`;
}

const sourceOf = ({ source }: Definition): Html =>
	html`${source.url ? html`<a href="${source.url}" rel="noopener">${source.name}</a>` : source.name}${source.date ? `, ${dateText(source.date)}` : ""}`;

function meaning(item: IndicatorItem): Html {
	const [present, ...earlier] = definitionsOf(item).toReversed();
	if (!present) return html``;
	const changed = earlier.length > 0;
	const number = (definition: Definition) => (changed ? html` (${definition.version})` : "");
	return html`<section aria-labelledby="definitie"><h2 id="definitie">Definitie en bron</h2>
<dl class="facts">
${present.definition ? html`<div><dt>Definitie${number(present)}</dt><dd>${present.definition}</dd></div>` : ""}
<div><dt>Eenheid</dt><dd>${present.unit}</dd></div>
<div><dt>Bron</dt><dd>${sourceOf(present)}</dd></div>
</dl>
${earlier.map(
	(
		definition,
	) => html`<h3>Eerdere definitie (${definition.version})${definition.until ? `, tot en met ${definition.until}` : ""}</h3>
<dl class="facts">
${definition.definition ? html`<div><dt>Definitie</dt><dd>${definition.definition}</dd></div>` : ""}
<div><dt>Eenheid</dt><dd>${definition.unit}</dd></div>
<div><dt>Bron</dt><dd>${sourceOf(definition)}</dd></div>
${definition.note ? html`<div><dt>Waarom veranderd</dt><dd>${definition.note}</dd></div>` : ""}
</dl>`,
)}</section>`;
}

function observations(item: IndicatorItem): Html {
	const { columns, rows } = tableOf(item, "nl");
	const breaks = breaksOf(item);
	const title = html`<h2 id="metingen">Metingen</h2>`;
	if (rows.length === 0)
		return html`<section aria-labelledby="metingen">${title}<p class="message">Er is nog niets gemeten.</p></section>`;
	return html`<section aria-labelledby="metingen">${title}
${breaks.map(({ period, from, to }) => html`<p class="message">Vanaf ${period} geldt definitie ${to.version} in plaats van ${from.version}: de cijfers ervoor en erna zijn niet te vergelijken.</p>`)}
<section class="scroll" tabindex="0" aria-label="Tabel met metingen"><table>
<thead><tr>${columns.map(({ label, numeric }) => html`<th scope="col"${numeric ? html` class="number"` : ""}>${label}</th>`)}</tr></thead>
<tbody>${rows.map(
		(row) =>
			html`<tr>${row.map((cell, index) =>
				index === 0
					? html`<th scope="row">${cell}</th>`
					: html`<td${columns[index]?.numeric ? html` class="number"` : ""}>${cell}</td>`,
			)}</tr>`,
	)}</tbody>
</table></section></section>`;
}

export const figures = (item: IndicatorItem): Html =>
	html`${now(item)}${targets(item)}${observations(item)}${meaning(item)}`;
