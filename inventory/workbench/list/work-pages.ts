import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import type { Me } from "../../browser/staff-api.ts";
import type { Client } from "../api/client.ts";
import type { Route } from "../app/route.ts";

/** The pages around the work list, each when the route asks for it. */
export function workPages(
	route: Route,
	{ language, client, me }: { language: Language; client: Client; me: Me },
): TemplateResult | typeof nothing {
	switch (route.page) {
		case "action-list":
			return html`<workbench-action-list
				.language=${language}
				.client=${client}
				.me=${me}
				.filters=${route.filters}
			></workbench-action-list>`;
		case "regions":
			return html`<workbench-regions .language=${language} .client=${client}></workbench-regions>`;
		case "vocabularies":
			return html`<workbench-vocabularies .language=${language} .client=${client} .me=${me}></workbench-vocabularies>`;
		default:
			return nothing;
	}
}
