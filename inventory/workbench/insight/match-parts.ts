import { html, nothing, type TemplateResult } from "lit";
import { periodOf, periodText } from "../../../shared/insight/matching/period.ts";
import type { MatchingMessages } from "../../../shared/messages/workbench/insight-matching.ts";
import { opportunityTypes } from "../../../shared/vocabularies/opportunity-types.ts";
import { type Language, labelOf } from "../../../shared/vocabularies/vocabulary.ts";
import type { Me } from "../../browser/staff-api.ts";
import { addressOfRecord } from "../app/route.ts";
import { dateText } from "../text/dates.ts";
import type { Match, MatchSide } from "./matching-client.ts";

export interface MatchReading {
	language: Language;
	say: MatchingMessages;
	me: Me;
}

/** Its own page for who edits its region, its public one for who does not. */
export function titleOf({ id, title, region }: MatchSide, { me }: MatchReading): TemplateResult {
	const mine = me.regions.some((one) => one.id === region && one.role !== "clipper");
	return html`<a href=${mine ? addressOfRecord(id) : `/${region}/opportunities/${id}`}>${title}</a>`;
}

/** "Excursie · Vakcollege · Harderwijk · mei 2027 · Oost" */
export function factsOf(side: MatchSide, { language, say, me }: MatchReading): string {
	const period = periodOf({ start: side.start ?? undefined, end: side.end ?? undefined });
	return [
		side.type && labelOf(opportunityTypes, side.type, language),
		side.organization,
		side.place,
		(period.from || period.until) && periodText(period)[language],
		side.validThrough && say.ends(dateText(side.validThrough, language)),
		me.regions.find(({ id }) => id === side.region)?.name ?? side.region,
	]
		.filter(Boolean)
		.join(" · ");
}

/** Why they suit each other, and what to look at. */
export function reasonsOf({ reasons, doubts }: Match, { language, say }: MatchReading): TemplateResult {
	return html`<ul class="match-reasons">
		${reasons.map((reason) => html`<li>${reason[language]}</li>`)}
		${doubts.map((doubt) => html`<li class="doubt"><strong>${say.look}:</strong> ${doubt[language]}</li>`)}
	</ul>`;
}

/** What comes close, with the hard conditions that it breaks. */
export function missesOf(missed: readonly Match[], reading: MatchReading): TemplateResult {
	const { language, say } = reading;
	if (missed.length === 0) return html`<p class="hint">${say.whyNotNone}</p>`;
	return html`<ul class="plain-list">
		${missed.map(
			(match) => html`<li>
				${titleOf(match, reading)}
				<p class="hint">${factsOf(match, reading)}</p>
				<ul class="match-reasons">
					${match.broken.map((one) => html`<li class="broken">${one[language]}</li>`)}
				</ul>
			</li>`,
		)}
	</ul>`;
}

export const statusTag = (label: string | undefined) => (label ? html`<span class="tag">${label}</span>` : nothing);
