import { markOf } from "../../shared/insight/network/marks.ts";
import type { Joint } from "../../shared/insight/network/select.ts";
import { heading, summary, tag, tags } from "../../shared/list/pieces.ts";
import { html, nothing, type Template } from "../../shared/list/template.ts";
import { roleIn } from "../../shared/messages/network.ts";
import type { NetworkLink, NetworkNode } from "../../shared/model/network.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import { labelOf } from "../../shared/vocabularies/vocabulary.ts";
import type { NetworkModel } from "./model.ts";
import { kindLabel, markSign } from "./node-text.ts";

/** A node's name as the way to it. */
export const nodeButton = ({ onSelect }: NetworkModel, { id, title }: Pick<NetworkNode, "id" | "title">): Template =>
	html`<button type="button" class="plain" lang="nl" @click=${() => onSelect(id)}>${title}</button>`;

/** The others that a node is linked with, by what it is to them. */
function byRole(
	{ say, graph }: NetworkModel,
	{ id }: NetworkNode,
): Map<string, { other: string; link: NetworkLink }[]> {
	const groups = new Map<string, { other: string; link: NetworkLink }[]>();
	for (const link of graph.links) {
		if (link.source !== id && link.target !== id) continue;
		const role = roleIn(say, link, id);
		const other = link.source === id ? link.target : link.source;
		groups.set(role, [...(groups.get(role) ?? []), { other, link }]);
	}
	return groups;
}

const namesOf = (nodes: readonly NetworkNode[]) => nodes.map(({ title }) => title).join(", ");

function relations(model: NetworkModel, node: NetworkNode, joint: readonly Joint[]) {
	const { say, graph, level } = model;
	const titles = new Map(graph.nodes.map((one) => [one.id, one]));
	const partners = new Map(joint.map((one) => [one.through.id, one.partners]));
	const groups = [...byRole(model, node)];
	if (groups.length === 0) return html`<p>${say.alone}</p>`;
	return html`${heading(level + 1, say.with)}
		<dl>
			${groups.map(
				([role, others]) =>
					html`<dt>${role}</dt>
						${others.map(({ other, link }) => {
							const found = titles.get(other);
							const together = namesOf(partners.get(other) ?? []);
							return html`<dd>
								${found ? nodeButton(model, found) : other}
								${link.through?.length ? html` <small lang="nl">(${link.through.join(", ")})</small>` : nothing}
								${together ? html`<small class="together" lang="nl">${together}</small>` : nothing}
							</dd>`;
						})}`,
			)}
		</dl>`;
}

function contacts({ say, level }: NetworkModel, { contacts: persons }: NetworkNode) {
	if (!persons?.length) return nothing;
	return html`${heading(level + 1, say.contact)}
		<ul>
			${persons.map(
				({ name, role, email, phone }) =>
					html`<li lang="nl">
						${name}${role ? html`, ${role}` : nothing}
						${email ? html`<br /><a href=${`mailto:${email}`}>${email}</a>` : nothing}
						${phone ? html`<br /><a href=${`tel:${phone.replace(/[^+\d]/g, "")}`}>${phone}</a>` : nothing}
					</li>`,
			)}
		</ul>`;
}

/** Everything about the node that was chosen. */
export function card(model: NetworkModel, node: NetworkNode): Template {
	const { say, language, level, fill } = model;
	const labels = [
		...node.actionLines.map((code) => labelOf(actionLines, code, language)),
		...node.stages.map((code) => labelOf(stages, code, language)),
	];
	return html`<section class="card" part="item" tabindex="-1" aria-label=${node.title}>
		${heading(level, html`<span lang="nl">${node.title}</span>`, "title")}
		<p class="facts">${markSign(markOf(node), fill)} ${kindLabel(node, language)} · ${say.links(node.degree)}</p>
		${tags(tag(node.sample && model.sampleLabel, "sample"), ...node.places.map((place) => tag(place)))}
		${node.goal ? html`<p lang="nl"><strong lang=${language}>${say.goal}:</strong> ${node.goal}</p>` : summary(node.summary)}
		${relations(model, node, model.jointOf(node))}
		${labels.length ? html`<p class="facts">${labels.join(" · ")}</p>` : nothing}
		${contacts(model, node)}
		<p class="foot">
			${model.graph.nodes.length > 1 ? html`<button type="button" @click=${() => model.onFocus(node.id)}>${say.around}</button>` : nothing}
			${node.url ? html`<a href=${node.url}>${say.page}<span class="hidden">: <span lang="nl">${node.title}</span></span></a>` : nothing}
			<button type="button" class="plain" @click=${() => model.onSelect(undefined)}>${say.close}</button>
		</p>
	</section>`;
}
