import { initiativeStatuses } from "../vocabularies/initiative-statuses.ts";
import { labelOf } from "../vocabularies/vocabulary.ts";
import type { InitiativeCard } from "./cards.ts";
import type { Look } from "./look.ts";
import { facts, summary, tag, tags, title } from "./pieces.ts";
import { html, nothing } from "./template.ts";

const partnersNamed = 4;

/** The first partners by name, the lead first, and how many more there are. */
function partnersOf({ partners }: InitiativeCard): string | undefined {
	const lead = partners.filter(({ role }) => role === "lead");
	const names = [...lead, ...partners.filter((one) => !lead.includes(one))].map(({ name }) => name);
	const rest = names.length - partnersNamed;
	return names.slice(0, partnersNamed).join(", ") + (rest > 0 ? ` +${rest}` : "");
}

/** When it runs: as its plan says, else the years. */
export function periodOf({ planning }: Pick<InitiativeCard, "planning">): string {
	const years = [planning?.start, planning?.end].map((date) => date?.slice(0, 4));
	return planning?.label ?? [...new Set(years.filter(Boolean))].join("–");
}

/** What is going on in a region, with who takes part. */
export const initiativeLook: Look<"initiatives"> = {
	view: "cards",
	filters: ["q", "action-line", "stage", "place"],
	card(item, context) {
		const { language, say } = context;
		const partners = partnersOf(item);
		return html`<article>
			<div class="body">
				${title(item, context)}
				${tags(
					...item.actionLines.map((line) => tag(context.label("action-line", line))),
					item.status === "running" ? nothing : tag(labelOf(initiativeStatuses, item.status, language), "status"),
					item.sample ? tag(say.sample, "sample") : nothing,
				)}
				${summary(item.summary || item.goal)}
				${facts([partners && `Partners: ${partners}`])}
				${facts([item.places.map(({ name }) => name).join(", ")], "place")}
				${facts([periodOf(item)], "time")}
			</div>
		</article>`;
	},
};
