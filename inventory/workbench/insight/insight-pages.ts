import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import type { Me } from "../../browser/staff-api.ts";
import { insightNames, type Route } from "../app/route.ts";

/** The group "Insight" beside the work list: a page of its own for each question, by its name in addresses. */
const titles: Readonly<Record<(typeof insightNames)[number], Readonly<Record<Language, string>>>> = {
	indicators: { nl: "Indicatoren", en: "Indicators" },
	coverage: { nl: "Dekking en witte vlekken", en: "Coverage and white spots" },
	overlap: { nl: "Overlap", en: "Overlap" },
	matching: { nl: "Vraag en aanbod", en: "Supply and demand" },
};

/** The links to the pages, under a heading of their own. */
export function insightLinks(language: Language): TemplateResult {
	const title = language === "nl" ? "Inzicht" : "Insight";
	return html`<nav aria-labelledby="insight-title">
		<h2 id="insight-title">${title}</h2>
		<ul class="plain-list side-links">
			${insightNames.map((page) => html`<li><a href="#/${page}">${titles[page][language]}</a></li>`)}
		</ul>
	</nav>`;
}

/** The page of the group that the route asks for. */
export function insightPage(
	route: Route,
	{ language, me }: { language: Language; me: Me },
): TemplateResult | typeof nothing {
	switch (route.page) {
		case "indicators":
			return html`<workbench-indicators .language=${language} .me=${me}></workbench-indicators>`;
		case "coverage":
			return html`<workbench-coverage .language=${language} .me=${me}></workbench-coverage>`;
		case "overlap":
			return html`<workbench-overlap .language=${language} .me=${me}></workbench-overlap>`;
		case "matching":
			return html`<workbench-matching .language=${language} .me=${me}></workbench-matching>`;
		default:
			return nothing;
	}
}
