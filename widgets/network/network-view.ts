import { markNames, markOf } from "../../shared/insight/network/marks.ts";
import { heading } from "../../shared/list/pieces.ts";
import { html, nothing, type Template } from "../../shared/list/template.ts";
import type { NetworkMessages } from "../../shared/messages/network.ts";
import type { NetworkNode } from "../../shared/model/network.ts";
import { nodeKinds } from "../../shared/vocabularies/network.ts";
import { codesOf } from "../../shared/vocabularies/vocabulary.ts";
import { card, nodeButton } from "./card.ts";
import type { ExportName, NetworkModel } from "./model.ts";
import { markLabel, markSign } from "./node-text.ts";
import { choiceNames } from "./settings.ts";
import { tableView } from "./table.ts";

/** How many of everything, in words. */
export function countsOf({ graph, say, language }: Pick<NetworkModel, "graph" | "say" | "language">): string {
	const found = codesOf(nodeKinds)
		.map((kind) => [kind, graph.nodes.filter((node) => node.kind === kind).length] as const)
		.filter(([, count]) => count > 0)
		.map(([kind, count]) => say.counts[kind](count));
	return new Intl.ListFormat(language).format([...found, say.counts.links(graph.links.length)]);
}

function filters({ say, choices, chosen, onChoose, onClear }: NetworkModel) {
	const fields = choiceNames.filter((name) => choices[name].length > 1 || chosen[name]);
	if (!fields.length) return nothing;
	return html`<form part="filters" @submit=${(event: Event) => event.preventDefault()}>
		<div class="fields" role="group" aria-label=${say.filter}>
			${fields.map(
				(name) =>
					html`<label>
						${say[name]}
						<select
							name=${name}
							@change=${({ target }: Event) => target instanceof HTMLSelectElement && onChoose(name, target.value)}
						>
							<option value="" .selected=${!chosen[name]}>${say.any}</option>
							${choices[name].map(
								({ value, label }) =>
									html`<option value=${value} .selected=${chosen[name] === value}>${label}</option>`,
							)}
						</select>
					</label>`,
			)}
		</div>
		${
			Object.values(chosen).some(Boolean)
				? html`<p class="chips"><button type="button" class="clear" @click=${onClear}>${say.clear}</button></p>`
				: nothing
		}
	</form>`;
}

/** A count in words as its figure and the rest, which is only heard. */
function parted(words: string): readonly [string, string] {
	const [figure = "", ...rest] = words.split(" ");
	return [figure, rest.join(" ")];
}

/** What stands beside the picture while nothing is chosen. */
function lists(model: NetworkModel): Template {
	const { say, level, graph } = model;
	const known = new Map(graph.nodes.map((node) => [node.id, node]));
	const list = (ids: readonly string[], most: number, count?: (node: NetworkNode) => readonly [string, string]) =>
		html`<ol>
			${ids.slice(0, most).map((id) => {
				const node = known.get(id);
				if (!node) return nothing;
				const [figure, words] = count?.(node) ?? ["", ""];
				return html`<li>
					${markSign(markOf(node), model.fill)} ${nodeButton(model, node)}
					${figure ? html`<small>${figure}<span class="hidden"> ${words}</span></small>` : nothing}
				</li>`;
			})}
		</ol>`;
	const { connected, bridges, unconnected } = graph.insight;
	const holding = bridges.filter((id) => (known.get(id)?.separates ?? 0) > 1);
	return html`<div class="lists">
		${
			connected.length
				? html`<section>
						${heading(level, say.connected)}
						${list(connected, 7, ({ degree }) => parted(say.links(degree)))}
					</section>`
				: nothing
		}
		${
			holding.length
				? html`<section>
						${heading(level, say.bridges)}
						<p class="facts">${say.bridgesWhy}</p>
						${list(holding, 5, ({ separates }) => parted(say.separates(separates ?? 0)))}
					</section>`
				: nothing
		}
		<section>
			${heading(level, say.unconnected)}
			${
				unconnected.length
					? html`<details>
							<summary>${unconnected.length}</summary>
							${list(unconnected, 200)}
						</details>`
					: html`<p class="facts">${say.noneUnconnected}</p>`
			}
		</section>
	</div>`;
}

function legend({ say, graph, language, fill }: NetworkModel) {
	const used = new Set(graph.nodes.map(markOf));
	return html`<ul class="legend" aria-label=${say.legend}>
		${markNames
			.filter((name) => used.has(name))
			.map((name) => html`<li>${markSign(name, fill)} ${markLabel(name, language)}</li>`)}
	</ul>`;
}

const exports: readonly [ExportName, string][] = [
	["svg", "SVG"],
	["csv", "CSV"],
	["graphml", "GraphML"],
	["kumu", "Kumu JSON"],
];

/** The node that everything is around, and the way back. */
function around({ focused, say, steps, onSteps, onFocus }: NetworkModel) {
	if (!focused) return nothing;
	return html`<div class="around">
		<p><span lang="nl">${say.focused(focused.title)}</span></p>
		<label>
			${say.steps}
			<select
				name="steps"
				@change=${({ target }: Event) => target instanceof HTMLSelectElement && onSteps(Number(target.value))}
			>
				${[1, 2, 3].map((step) => html`<option value=${step} .selected=${step === steps}>${step}</option>`)}
			</select>
		</label>
		<button type="button" @click=${() => onFocus(undefined)}>${say.all}</button>
	</div>`;
}

function said({ state, say, graph, language }: NetworkModel): string {
	if (state === "loading") return say.drawing;
	if (state === "error") return say.failed;
	if (state === "empty") return say.empty;
	return state === "filtered-empty" ? say.filteredEmpty : countsOf({ graph, say, language });
}

const summaryOf = (model: NetworkModel, say: NetworkMessages) => {
	const titles = new Map(model.graph.nodes.map(({ id, title }) => [id, title]));
	const most = model.graph.insight.connected.slice(0, 3).map((id) => titles.get(id) ?? "");
	return say.summary(model.name, countsOf(model), most.join(", "));
};

function picture(model: NetworkModel): Template {
	const { say } = model;
	return html`<div class="map">
			<div class="picture">
				<canvas part="chart" role="img" tabindex="0" aria-label=${summaryOf(model, say)} aria-describedby="keys"></canvas>
				${model.drawn ? nothing : html`<p class="wait" aria-hidden="true">${say.drawing}</p>`}
				<div class="tools" role="group" aria-label=${say.controls}>
					<button type="button" aria-label=${say.zoomIn} title=${say.zoomIn} @click=${() => model.onZoom(1.4)}>+</button>
					<button type="button" aria-label=${say.zoomOut} title=${say.zoomOut} @click=${() => model.onZoom(1 / 1.4)}>−</button>
					<button type="button" aria-label=${say.whole} title=${say.whole} @click=${model.onWhole}>⤢</button>
				</div>
				${legend(model)}
				<p class="keys" id="keys">${say.keys}</p>
			</div>
			<div class="side">${model.selected ? card(model, model.selected) : lists(model)}</div>
		</div>
		<p class="hidden" aria-live="polite">${model.spoken}</p>
		<p class="foot ways">
			<button type="button" aria-expanded=${!!model.table} @click=${model.onTable}>
				${model.table ? say.hideTable : say.asTable}
			</button>
			<span>
				${say.download}:
				${exports.map(
					([name, label]) =>
						html` <button type="button" class="plain" @click=${() => model.onExport(name)}>${label}</button>`,
				)}
			</span>
		</p>
		${tableView(model)}`;
}

/** The whole widget: the inside of the element's shadow root. */
export function networkView(model: NetworkModel): Template {
	const { say, state } = model;
	const shown = model.graph.nodes.length > 0;
	const plain = state === "ready" || state === "stale";
	return html`<div class="root ${model.theme}" lang=${model.language} dir="ltr" aria-busy=${state === "loading"}>
		${shown || state === "filtered-empty" ? filters(model) : nothing}
		<div role="status" part="message" class=${plain ? "count" : state === "loading" ? "hidden" : "notice"}>
			${said(model)} ${model.stale ? html`<p class="notice">${model.stale}</p>` : nothing}
		</div>
		${state === "error" || model.stale ? html`<button type="button" class="button" @click=${model.onRetry}>${say.retry}</button>` : nothing}
		${shown || state === "filtered-empty" ? around(model) : nothing}
		${shown ? picture(model) : html`<slot><span aria-hidden="true">${state === "loading" ? say.drawing : nothing}</span></slot>`}
	</div>`;
}
