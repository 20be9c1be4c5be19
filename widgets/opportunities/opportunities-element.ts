import { html, nothing, type TemplateResult } from "lit/html.js";
import { ListElement } from "../element/list-element.ts";
import { action, facts, summary, tag, tags } from "../element/templates.ts";
import type { OpportunityCard } from "../feed/items.ts";
import { daysUntil, formatDate } from "../format/dates.ts";

/** `32–40`, `32`, or nothing. */
const range = (min: number | undefined, max: number | undefined, write: (amount: number) => string) =>
	[...new Set([min, max].flatMap((amount) => (amount === undefined ? [] : [write(amount)])))].join("–") || undefined;

/** `<techniek-opportunities>`: vacancies, internships, guest lessons and the like; what has expired is not shown. */
export class TechniekOpportunities extends ListElement<"opportunities"> {
	constructor() {
		super("opportunities", { view: "list", filters: ["q", "type", "place", "stage", "sector"] });
	}

	#pay({ salary }: OpportunityCard) {
		const { language, say } = this;
		const format = new Intl.NumberFormat(language, { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
		const amounts = range(salary?.min, salary?.max, (amount) => format.format(amount));
		const per = Object.entries(say.per).find(([unit]) => unit === salary?.unit)?.[1];
		return amounts ? `${amounts} ${per ?? ""}` : salary?.note;
	}

	#deadline({ validThrough }: OpportunityCard) {
		if (!validThrough) return nothing;
		const { language, say } = this;
		const days = daysUntil(validThrough);
		const day = html`<time datetime=${validThrough}>${formatDate(validThrough, "date", language)}</time>`;
		const [before, after] = say.respondBy("|").split("|");
		return html`<p part="time" class="facts">
			${before}${day}${after}${days > 14 ? nothing : html` <strong>(${say.daysLeft(days)})</strong>`}
		</p>`;
	}

	protected override renderItem(item: OpportunityCard, level: number): TemplateResult {
		const { say } = this;
		const { hours, location } = item;
		const hourly = range(hours?.min, hours?.max, String);
		return html`<article>
			<div class="body">
				${this.renderTitle(item, level)}
				${facts([item.organization?.name, location?.place ?? location?.name], "place")}
				${tags(
					tag(this.label("type", item.type)),
					item.direction === "request" ? tag(this.label("direction", item.direction), "status") : nothing,
					...item.stages.map((stage) => tag(this.label("stage", stage))),
					item.sample ? tag(say.sample, "sample") : nothing,
				)}
				${facts([hourly ? say.hours(hourly) : hours?.note, this.#pay(item)])}
				${summary(item.summary)}
				${this.#deadline(item)}
			</div>
			${action(item.applyUrl, say.apply, item.title)}
		</article>`;
	}
}
