import type { Partnership } from "../../shared/insight/network/select.ts";
import { html, nothing, type Template } from "../../shared/list/template.ts";
import type { NetworkNode } from "../../shared/model/network.ts";
import { nodeButton } from "./card.ts";
import type { NetworkModel, Sortable } from "./model.ts";
import { kindLabel } from "./node-text.ts";

/** In another order; equal ones by name. */
export function sorted(
	rows: readonly Partnership[],
	by: Sortable,
	descending: boolean,
	language: "nl" | "en",
): Partnership[] {
	const { compare } = new Intl.Collator(language, { numeric: true });
	const name = (one: Partnership, other: Partnership) => compare(one.organization.title, other.organization.title);
	const orders: Record<Sortable, (one: Partnership, other: Partnership) => number> = {
		organization: name,
		kind: (one, other) => compare(kindLabel(one.organization, language), kindLabel(other.organization, language)),
		partners: (one, other) => one.partners.length - other.partners.length,
	};
	return rows.toSorted((one, other) => orders[by](one, other) * (descending ? -1 : 1) || name(one, other));
}

const names = (nodes: readonly NetworkNode[]) => nodes.map(({ title }) => title).join(", ");

/** Those it works with without anything in between: parts and wholes. */
const direct = ({ partners, joint }: Partnership) => {
	const through = new Set(joint.flatMap((one) => one.partners));
	return partners.filter((partner) => !through.has(partner));
};

function row(model: NetworkModel, partnership: Partnership): Template {
	const { organization, partners, joint } = partnership;
	const { say, language } = model;
	const straight = direct(partnership);
	return html`<tr>
		<th scope="row">${nodeButton(model, organization)}</th>
		<td>${kindLabel(organization, language)}</td>
		<td class="number">${partners.length}</td>
		<td>
			${
				joint.length || straight.length
					? html`<ul>
							${joint.map(
								(one) =>
									html`<li lang="nl">
										<strong>${one.through.title}</strong>${one.partners.length ? `: ${names(one.partners)}` : ""}
									</li>`,
							)}
							${straight.length ? html`<li><strong>${say.direct}</strong>: <span lang="nl">${names(straight)}</span></li>` : nothing}
						</ul>`
					: say.noPartners
			}
		</td>
	</tr>`;
}

/** Everything in the picture in words: organisations with whom they work, and what has no organisation. */
export function tableView(model: NetworkModel): Template | typeof nothing {
	const { table, say, graph } = model;
	if (!table) return nothing;
	const head = (by: Sortable, label: string) => {
		const active = table.by === by;
		return html`<th scope="col" aria-sort=${active ? (table.descending ? "descending" : "ascending") : nothing}>
			<button type="button" class="sort" @click=${() => model.onSort(by)}>
				${label}<span aria-hidden="true">${active ? (table.descending ? " ▼" : " ▲") : ""}</span>
			</button>
		</th>`;
	};
	const owned = new Set(
		graph.links.filter(({ source }) => source.startsWith("organization:")).flatMap(({ target }) => target),
	);
	const others = graph.nodes.filter(({ id, kind }) => kind !== "organization" && kind !== "fund" && !owned.has(id));
	return html`<div class="scroll" role="region" tabindex="0" aria-label=${say.caption(model.name)}>
			<table part="table">
				<caption>
					${say.caption(model.name)}
				</caption>
				<thead>
					<tr>
						${head("organization", say.organization)}${head("kind", say.kindColumn)}${head("partners", say.partners)}
						<th scope="col">${say.through}</th>
					</tr>
				</thead>
				<tbody>
					${table.rows.map((one) => row(model, one))}
				</tbody>
			</table>
		</div>
		${
			table.rows.length < table.total
				? html`<p class="foot">
						<button type="button" @click=${model.onMore}>${say.more}</button>
						<span>${say.shown(table.rows.length, table.total)}</span>
					</p>`
				: nothing
		}
		${others.length ? html`<p class="others"><strong>${say.others}:</strong> <span lang="nl">${names(others)}</span></p>` : nothing}`;
}
