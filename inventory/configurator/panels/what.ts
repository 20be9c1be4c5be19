import { html, nothing, type TemplateResult } from "lit";
import { isWidgetKind, widgetKinds } from "../../../shared/model/widget.ts";
import type { Form } from "../app/form.ts";
import { withAttribute, withKind, withRegion } from "../choice/choice.ts";
import { radios, select } from "./fields.ts";
import { pictures } from "./pictures.ts";

/** Which list, of which region. */
export function whatPanel({ choice, facts, messages, change }: Form): TemplateResult {
	const { attributes } = choice;
	const region = attributes.region ?? "";
	const known = facts.regions.some(({ id }) => id === region);
	const regions = [
		...(region && known ? [] : [{ value: region, text: region || messages.chooseRegion }]),
		...facts.regions.map(({ id, name }) => ({ value: id, text: name })),
	];
	return html`${radios(
		"kind",
		messages.widget,
		choice.kind,
		widgetKinds.map((kind) => ({ value: kind, ...messages.kinds[kind], picture: pictures[kind] })),
		(kind) => isWidgetKind(kind) && change(withKind(choice, kind)),
	)}
	${
		facts.regions.length === 0
			? html`<p class="message warn">${messages.noRegions}</p>`
			: select({ id: "region", label: messages.region }, region, regions, (id) => id && change(withRegion(choice, id)))
	}
	${
		attributes.src
			? html`<p class="message"><code>src="${attributes.src}"</code>
				<button type="button" class="link" @click=${() => change(withAttribute(choice, "src", undefined))}>${messages.look.reset("src")}</button></p>`
			: nothing
	}`;
}
