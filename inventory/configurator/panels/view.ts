import { html, nothing, type TemplateResult } from "lit";
import { columnAxes, rowAxes } from "../../../shared/insight/coverage/axes.ts";
import { eventLook } from "../../../shared/list/event-look.ts";
import { initiativeLook } from "../../../shared/list/initiative-look.ts";
import { opportunityLook } from "../../../shared/list/opportunity-look.ts";
import { coverageMessages } from "../../../shared/messages/coverage.ts";
import type { FilterName } from "../../../shared/messages/widgets.ts";
import { filterNamesOf, viewsOf, type WidgetAttribute } from "../../../shared/model/widget.ts";
import { type Form, widgetWords } from "../app/form.ts";
import { valuesIn, withAttribute } from "../choice/choice.ts";
import { checkbox, type Option, radios, select } from "./fields.ts";

const looks = { events: eventLook, opportunities: opportunityLook, initiatives: initiativeLook } as const;
const usualLevel = 3;

function visitorFilters({ choice, language, messages, change }: Form): TemplateResult {
	const say = messages.view;
	const usual: readonly string[] = looks[choice.kind].filters;
	const value = choice.attributes.filters;
	const way = value === undefined ? "usual" : value === "none" ? "none" : "own";
	const chosen = way === "own" ? valuesIn(value) : usual;
	const labels: Readonly<Record<string, string>> = widgetWords(language).filters satisfies Record<FilterName, string>;
	const set = (filters: string | undefined) => change(withAttribute(choice, "filters", filters));
	const names = filterNamesOf(choice.kind);
	const named = usual.map((name) => labels[name] ?? name).join(", ");
	return html`${radios(
		"filters",
		say.filters,
		way,
		[
			{ value: "usual", title: say.filtersUsual, text: named },
			{ value: "none", title: say.filtersNone },
			{ value: "own", title: say.filtersOwn },
		],
		(next) => set(next === "usual" ? undefined : next === "none" ? "none" : usual.join(",")),
		"below",
	)}
	${
		way === "own"
			? html`<fieldset class="field own-filters">
					<legend class="visually-hidden">${say.filtersOwn}</legend>
					<div class="checks">
						${names.map((name) =>
							checkbox(labels[name] ?? name, chosen.includes(name), (on) => {
								const next = on ? [...chosen, name] : chosen.filter((one) => one !== name);
								set(next.join(",") || "none");
							}),
						)}
					</div>
				</fieldset>`
			: nothing
	}`;
}

/** How the list stands on the page, and what visitors can do with it. */
export function viewPanel(form: Form): TemplateResult {
	const { choice, messages, change } = form;
	const say = messages.view;
	const coverage = coverageMessages[form.language];
	const { attributes, kind } = choice;
	const usualView = looks[kind].view;
	/** The usual value is not written down: the widget may get a better one. */
	const set = (name: WidgetAttribute, usual: string) => (value: string) =>
		change(withAttribute(choice, name, value === usual ? undefined : value));
	const turn = (name: "deep-link" | "structured-data") => (on: boolean) =>
		change(withAttribute(choice, name, on ? "" : undefined));
	const levels = [2, 3, 4, 5, 6, 1].map((level): Option => {
		const text = say.heading(level);
		return { value: String(level), text: level === usualLevel ? say.usual(text) : text };
	});
	return html`${radios(
		"view",
		say.layout,
		attributes.view ?? usualView,
		viewsOf[kind].map((view) => ({ value: view, ...say.layouts[view] })),
		set("view", usualView),
	)}
	${
		attributes.view === "coverage"
			? html`<div class="pair">
					${select(
						{ id: "rows", label: coverage.rows },
						attributes.rows ?? rowAxes[0],
						rowAxes.map((value) => ({ value, text: coverage.axes[value] })),
						set("rows", rowAxes[0]),
					)}
					${select(
						{ id: "columns", label: coverage.columns },
						attributes.columns ?? columnAxes[0],
						columnAxes.map((value) => ({ value, text: coverage.axes[value] })),
						set("columns", columnAxes[0]),
					)}
				</div>`
			: nothing
	}
	${visitorFilters(form)}
	${select(
		{ id: "detail", label: say.detail },
		attributes.detail ?? "dialog",
		(["dialog", "page"] as const).map((value) => ({ value, text: say.details[value] })),
		set("detail", "dialog"),
	)}
	<div class="pair">
		${select(
			{ id: "heading-level", label: say.headingLevel, hint: say.headingLevelHint },
			attributes["heading-level"] ?? String(usualLevel),
			levels,
			set("heading-level", String(usualLevel)),
		)}
		${select(
			{ id: "lang", label: say.language },
			attributes.lang ?? "auto",
			(["auto", "nl", "en"] as const).map((value) => ({ value, text: say.languages[value] })),
			set("lang", "auto"),
		)}
	</div>
	${select(
		{ id: "theme", label: say.theme },
		attributes.theme ?? "auto",
		(["auto", "light", "dark"] as const).map((value) => ({ value, text: say.themes[value] })),
		set("theme", "auto"),
	)}
	<div class="checks one">
		${checkbox(say.deepLink, attributes["deep-link"] !== undefined, turn("deep-link"), say.deepLinkHint)}
		${checkbox(say.structuredData, attributes["structured-data"] !== undefined, turn("structured-data"), say.structuredDataHint)}
	</div>`;
}
