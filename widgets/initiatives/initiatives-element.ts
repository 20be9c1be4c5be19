import { html, nothing, type TemplateResult } from "lit/html.js";
import { initiativeStatuses } from "../../shared/vocabularies/initiative-statuses.ts";
import { labelOf } from "../../shared/vocabularies/vocabulary.ts";
import { ListElement } from "../element/list-element.ts";
import { facts, summary, tag, tags } from "../element/templates.ts";
import type { InitiativeCard } from "../feed/items.ts";

const partnersNamed = 4;

/** `<techniek-initiatives>`: what is going on in a region, with who takes part. */
export class TechniekInitiatives extends ListElement<"initiatives"> {
	constructor() {
		super("initiatives", { view: "cards", filters: ["q", "action-line", "stage", "place"] });
	}

	/** The first partners by name, the lead first, and how many more there are. */
	#partners({ partners }: InitiativeCard) {
		const lead = partners.filter(({ role }) => role === "lead");
		const names = [...lead, ...partners.filter((one) => !lead.includes(one))].map(({ name }) => name);
		const rest = names.length - partnersNamed;
		if (!names.length) return nothing;
		const named = names.slice(0, partnersNamed).join(", ");
		return html`<p class="facts">${this.say.partners}: ${named}${rest > 0 ? ` +${rest}` : nothing}</p>`;
	}

	protected override renderItem(item: InitiativeCard, level: number): TemplateResult {
		const { language, say } = this;
		const { planning } = item;
		const years = [planning?.start, planning?.end].map((date) => date?.slice(0, 4));
		const period = planning?.label ?? [...new Set(years.filter(Boolean))].join("–");
		return html`<article>
			<div class="body">
				${this.renderTitle(item, level)}
				${tags(
					...item.actionLines.map((line) => tag(this.label("action-line", line))),
					item.status === "running" ? nothing : tag(labelOf(initiativeStatuses, item.status, language), "status"),
					item.sample ? tag(say.sample, "sample") : nothing,
				)}
				${summary(item.summary || item.goal)}
				${this.#partners(item)}
				${facts([item.places.map(({ name }) => name).join(", ")], "place")}
				${facts([period], "time")}
			</div>
		</article>`;
	}
}
