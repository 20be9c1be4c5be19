import { opportunityMessages } from "../messages/opportunities.ts";
import type { OpportunityCard } from "./cards.ts";
import { daysUntil, formatDate } from "./dates.ts";
import type { CardContext, Look } from "./look.ts";
import { action, facts, summary, tag, tags, title } from "./pieces.ts";
import { html, nothing } from "./template.ts";

/** `32–40`, `32`, or nothing. */
const range = (min: number | undefined, max: number | undefined, write: (amount: number) => string) =>
	[...new Set([min, max].flatMap((amount) => (amount === undefined ? [] : [write(amount)])))].join("–") || undefined;

/** Gross pay in euro, in words. */
export function payOf({ salary }: Pick<OpportunityCard, "salary">, { language }: CardContext) {
	const format = new Intl.NumberFormat(language, {
		style: "currency",
		currency: "EUR",
		// Pay by the hour has cents.
		trailingZeroDisplay: "stripIfInteger",
	});
	const amounts = range(salary?.min, salary?.max, (amount) => format.format(amount));
	const per = Object.entries(opportunityMessages[language].per).find(([unit]) => unit === salary?.unit)?.[1];
	return amounts ? `${amounts} ${per ?? ""}` : salary?.note;
}

/** Hours a week, in words. */
export function hoursOf({ hours }: Pick<OpportunityCard, "hours">, { language }: CardContext) {
	const weekly = range(hours?.min, hours?.max, String);
	return weekly ? opportunityMessages[language].hours(weekly) : hours?.note;
}

/** The last day on which one can respond, and how near that is. */
function deadline({ validThrough }: OpportunityCard, { language }: CardContext) {
	if (!validThrough) return nothing;
	const say = opportunityMessages[language];
	const days = daysUntil(validThrough);
	const day = html`<time datetime=${validThrough}>${formatDate(validThrough, "date", language)}</time>`;
	const [before, after] = say.respondBy("|").split("|");
	return html`<p part="time" class="facts">
		${before}${day}${after}${days > 14 ? nothing : html` <strong>(${say.daysLeft(days)})</strong>`}
	</p>`;
}

/** Vacancies, internships, guest lessons and the like. */
export const opportunityLook: Look<"opportunities"> = {
	view: "list",
	filters: ["q", "type", "place", "stage", "sector"],
	card(item, context) {
		const { location } = item;
		return html`<article>
			<div class="body">
				${title(item, context)}
				${facts([item.organization?.name, location?.place ?? location?.name], "place")}
				${tags(
					tag(context.label("type", item.type)),
					item.direction === "request" ? tag(context.label("direction", item.direction), "status") : nothing,
					...item.stages.map((stage) => tag(context.label("stage", stage))),
					item.sample ? tag(context.say.sample, "sample") : nothing,
				)}
				${facts([hoursOf(item, context), payOf(item, context)])}
				${summary(item.summary)}
				${deadline(item, context)}
			</div>
			${action(item.applyUrl, opportunityMessages[context.language].apply, item.title)}
		</article>`;
	},
};
