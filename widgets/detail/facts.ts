import { daysUntil, differs, formatDate, type Style } from "../../shared/list/dates.ts";
import { periodOf } from "../../shared/list/initiative-look.ts";
import type { CardContext } from "../../shared/list/look.ts";
import { hoursOf, payOf } from "../../shared/list/opportunity-look.ts";
import { html, type Nothing, nothing, type Template } from "../../shared/list/template.ts";
import { type DetailMessages, detailMessages, type Fact } from "../../shared/messages/detail.ts";
import { opportunityMessages } from "../../shared/messages/opportunities.ts";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { audiences } from "../../shared/vocabularies/audiences.ts";
import { directions } from "../../shared/vocabularies/directions.ts";
import { fundingProgrammes } from "../../shared/vocabularies/funding-programmes.ts";
import { initiativeStatuses } from "../../shared/vocabularies/initiative-statuses.ts";
import { learningPaths } from "../../shared/vocabularies/learning-paths.ts";
import { natures } from "../../shared/vocabularies/natures.ts";
import { opportunityTypes } from "../../shared/vocabularies/opportunity-types.ts";
import { partnerRoles } from "../../shared/vocabularies/partner-roles.ts";
import { phases } from "../../shared/vocabularies/phases.ts";
import { scales } from "../../shared/vocabularies/scales.ts";
import { sectors } from "../../shared/vocabularies/sectors.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import { type Language, labelOf, type Vocabulary } from "../../shared/vocabularies/vocabulary.ts";
import { route } from "./calendar-links.ts";
import type { Detail } from "./read-detail.ts";

type Content = Template | Template[] | string | Nothing | undefined;
type Row = readonly [Fact, Content];

/** Words from the data, which are Dutch whatever the language around them. */
const dutch = (text: string | undefined) => (text ? html`<span lang="nl">${text}</span>` : nothing);

/** Each label once: a level and an audience may have the same name. */
const listed = (...labels: readonly string[]) => [...new Set(labels)].join(", ");

const labelsOf = (vocabulary: Vocabulary, codes: readonly (string | undefined)[], language: Language) =>
	codes.flatMap((code) => (code ? labelOf(vocabulary, code, language) : []));

const linked = (name: string, url: string | undefined) =>
	url ? html`<a href=${url} lang="nl">${name}</a>` : html`<span lang="nl">${name}</span>`;

/** A place and its address on one line. */
export const addressOf = ({ location }: Detail) =>
	[
		...new Set([
			location?.name,
			location?.streetAddress,
			[location?.postalCode, location?.place].filter(Boolean).join(" "),
		]),
	]
		.filter(Boolean)
		.join(", ");

function whereOf(detail: Detail, say: DetailMessages): Content {
	const { location, attendance } = detail;
	const text = addressOf(detail);
	if (!location || !text) return nothing;
	const { latitude, longitude, url, streetAddress, place } = location;
	const to = latitude !== undefined && longitude !== undefined ? `${latitude},${longitude}` : text;
	const findable = attendance !== "online" && (to !== text || streetAddress || place);
	return html`${linked(text, url)}${findable ? html` <a class="route" href=${route(to)}>${say.route}<span class="hidden">: <span lang="nl">${text}</span></span></a>` : nothing}`;
}

/** When an event is, on the clocks of where it is, and on the reader's where those differ. */
function whenOf({ start, end, timeZone }: Detail, { language, say, readerZone }: CardContext): Content {
	if (!start) return nothing;
	const write = (instant: string, style: Style) => formatDate(instant, style, language, timeZone);
	const lasts = end && end !== start;
	const day = write(start, "day");
	const lastDay = lasts ? write(end, "day") : day;
	return html`<time datetime=${start}>${day}, ${write(start, "time")}</time>${
		lasts && html`–<time datetime=${end}>${lastDay === day ? "" : `${lastDay}, `}${write(end, "time")}</time>`
	}${
		readerZone && differs(start, timeZone, readerZone)
			? html`<small>${write(start, "zone")} · ${formatDate(start, "short", language, readerZone)} ${say.localTime}</small>`
			: nothing
	}`;
}

/** An amount in words of ours, with what the data says about it; or only the latter. */
const withNote = (words: string | undefined, note: string | undefined): Content => {
	if (!words || words === note) return dutch(note);
	return note ? html`${words}, ${dutch(note)}` : words;
};

function priceOf({ price }: Detail, { language, say }: CardContext): Content {
	const format = new Intl.NumberFormat(language, {
		style: "currency",
		currency: "EUR",
		trailingZeroDisplay: "stripIfInteger",
	});
	const amount = price?.amount;
	return withNote(amount === undefined ? undefined : amount === 0 ? say.free : format.format(amount), price?.note);
}

const partnersOf = ({ partners }: Detail, language: Language): Content =>
	partners.length
		? html`<ul>
				${partners.map(
					({ name, url, role }) =>
						html`<li>${linked(name, url)}${role === "partner" ? "" : ` (${labelOf(partnerRoles, role, language).toLowerCase()})`}</li>`,
				)}
			</ul>`
		: nothing;

/** The last day to respond, with how near that is. */
function deadlineOf({ validThrough }: Detail, language: Language): Content {
	if (!validThrough) return nothing;
	const days = daysUntil(validThrough);
	const left = days < 0 ? "" : ` (${opportunityMessages[language].daysLeft(days)})`;
	return html`<time datetime=${validThrough}>${formatDate(validThrough, "date", language)}</time>${left}`;
}

const contactsOf = ({ contacts }: Detail): Content =>
	contacts.map(({ name, role, email = "", phone = "" }) => {
		const mail = /^[^\s@?&%]+@[^\s@?&%]+$/.test(email) ? `mailto:${email}` : undefined;
		return html`<p>
			${dutch([name, role].filter(Boolean).join(", "))}
			${mail ? html`<a href=${mail}>${email}</a>` : email}
			${/\d/.test(phone) ? html`<a href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a>` : phone}
		</p>`;
	});

const sourceOf = ({ source, sourceUrl }: Detail): Content => {
	const url = source?.url ?? sourceUrl;
	const name = source?.name ?? (url && new URL(url).hostname);
	return name ? linked(name, url) : nothing;
};

const date = (day: string | undefined, language: Language): Content =>
	day ? html`<time datetime=${day}>${formatDate(day, "date", language)}</time>` : nothing;

/** The facts of an item by kind, in the order in which people ask for them. */
export function factsOf(kind: WidgetKind, detail: Detail, context: CardContext, initiative: Content): Row[] {
	const { language } = context;
	const say = detailMessages[language];
	const label = (vocabulary: Vocabulary, ...codes: readonly (string | undefined)[]) =>
		listed(...labelsOf(vocabulary, codes, language));
	const forWhom: Row = [
		"for",
		listed(...labelsOf(stages, detail.stages, language), ...labelsOf(audiences, detail.audiences, language)),
	];
	const last: Row[] = [
		["sectors", label(sectors, ...detail.sectors)],
		["actionLines", label(actionLines, ...detail.actionLines)],
		["initiative", initiative],
		["source", sourceOf(detail)],
		["contact", contactsOf(detail)],
	];
	const where: Row = ["where", whereOf(detail, say)];
	const partners: Row = ["partners", partnersOf(detail, language)];
	switch (kind) {
		case "events": {
			const { organizer, series } = detail;
			return [
				["when", whenOf(detail, context)],
				where,
				["price", priceOf(detail, context)],
				forWhom,
				["accessibility", dutch(detail.accessibility)],
				["who", organizer && linked(organizer.name, organizer.url)],
				partners,
				["series", dutch(series && [series.name, series.edition].filter(Boolean).join(", "))],
				...last,
			];
		}
		case "opportunities": {
			const { organization, type, direction } = detail;
			const asked =
				direction && direction !== "offer" ? ` (${labelOf(directions, direction, language).toLowerCase()})` : "";
			return [
				["kind", type && labelOf(opportunityTypes, type, language) + asked],
				["organization", organization && linked(organization.name, organization.url)],
				where,
				["hours", withNote(hoursOf(detail, context), detail.hours?.note)],
				["salary", withNote(payOf(detail, context), detail.salary?.note)],
				["starts", date(detail.start, language)],
				["deadline", deadlineOf(detail, language)],
				forWhom,
				["learningPath", label(learningPaths, detail.learningPath)],
				["posted", date(detail.datePosted, language)],
				...last,
			];
		}
		case "initiatives":
			return [
				["goal", dutch(detail.goal)],
				["result", dutch(detail.result)],
				["planning", dutch(periodOf(detail))],
				["phase", label(phases, detail.planning?.phase)],
				["status", label(initiativeStatuses, detail.status)],
				partners,
				forWhom,
				["where", dutch(detail.places.map(({ name }) => name).join(", "))],
				["scale", label(scales, detail.scale)],
				["kind", label(natures, detail.nature)],
				[
					"funding",
					detail.funding.map(
						({ programme, note }) =>
							html`<p>${label(fundingProgrammes, programme)}${programme && note ? ": " : ""}${dutch(note)}</p>`,
					),
				],
				...last,
			];
	}
}

/** Whether there is something to show. */
export const isFilled = (content: Content) =>
	Array.isArray(content) ? content.length > 0 : content !== undefined && content !== nothing && content !== "";
