import type { Results } from "../../shared/model/event.ts";
import type { Item } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { attendanceModes } from "../../shared/vocabularies/attendance-modes.ts";
import { audiences } from "../../shared/vocabularies/audiences.ts";
import { directions } from "../../shared/vocabularies/directions.ts";
import { eventStatuses } from "../../shared/vocabularies/event-statuses.ts";
import { initiativeStatuses } from "../../shared/vocabularies/initiative-statuses.ts";
import { learningPaths } from "../../shared/vocabularies/learning-paths.ts";
import { natures } from "../../shared/vocabularies/natures.ts";
import { opportunityTypes } from "../../shared/vocabularies/opportunity-types.ts";
import { partnerKinds } from "../../shared/vocabularies/partner-kinds.ts";
import { perspectives } from "../../shared/vocabularies/perspectives.ts";
import { scales } from "../../shared/vocabularies/scales.ts";
import { sectors } from "../../shared/vocabularies/sectors.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import { labelOf, type Vocabulary } from "../../shared/vocabularies/vocabulary.ts";

export const kindNames: Record<FeedKind, string> = {
	events: "Techniekagenda",
	opportunities: "Vacatures, stages en kansen",
	initiatives: "Initiatieven",
	organizations: "Organisaties",
	indicators: "Cijfers",
};

const zoneOfDates = "Europe/Amsterdam";

function formatter(timed: boolean, zone: string): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat("nl-NL", {
		weekday: "long",
		day: "numeric",
		month: "long",
		year: "numeric",
		...(timed && { hour: "2-digit", minute: "2-digit" }),
		timeZone: timed ? zone : "UTC",
	});
}

/** A date, or an instant in the zone it is meant in, as Dutch readers write it. */
export const dateText = (date: string, zone = zoneOfDates) => formatter(date.length > 10, zone).format(new Date(date));

/** From one instant to another, naming the day once when it is one. */
const rangeText = (start: string, end: string | undefined, zone: string) =>
	end ? formatter(true, zone).formatRange(new Date(start), new Date(end)) : dateText(start, zone);

const labels = (vocabulary: Vocabulary, codes: readonly string[]) =>
	codes.map((code) => labelOf(vocabulary, code)).join(", ") || undefined;

type Row = readonly [term: string, value: string | undefined];

const placeText = (
	location: { name?: string; streetAddress?: string; postalCode?: string; place?: string } | undefined,
) =>
	location
		? [location.name, location.streetAddress, [location.postalCode, location.place].filter(Boolean).join(" ")]
				.filter(Boolean)
				.join(", ")
		: undefined;

const range = (value: { min?: number; max?: number; note?: string } | undefined, unit: string) =>
	value
		? [
				[value.min, value.max].filter((one) => one !== undefined).join(" tot ") +
					((value.min ?? value.max) ? ` ${unit}` : ""),
				value.note,
			]
				.filter(Boolean)
				.join(", ")
		: undefined;

const euro = new Intl.NumberFormat("nl-NL", {
	style: "currency",
	currency: "EUR",
	trailingZeroDisplay: "stripIfInteger",
});

const priceText = (price: { amount?: number; note?: string } | undefined) =>
	[price?.amount === undefined ? undefined : price.amount === 0 ? "Gratis" : euro.format(price.amount), price?.note]
		.filter(Boolean)
		.join(", ");

const units = { hour: "euro per uur", month: "euro per maand", year: "euro per jaar" } as const;

const counted = (count: number | undefined, one: string, many: string) =>
	count === undefined ? undefined : `${count.toLocaleString("nl-NL")} ${count === 1 ? one : many}`;

const listText = new Intl.ListFormat("nl-NL", { type: "conjunction" });

/** "1.200 bezoekers, 35 bedrijven en 12 scholen. Meer dan vorig jaar." */
export function resultsText(results: Results | undefined): string | undefined {
	if (!results) return undefined;
	const { visitors, companies, schools, note } = results;
	const figures = [
		counted(visitors, "bezoeker", "bezoekers"),
		counted(companies, "bedrijf", "bedrijven"),
		counted(schools, "school", "scholen"),
	].filter((figure) => figure !== undefined);
	const sentence = figures.length > 0 ? `${listText.format(figures)}.` : undefined;
	return [sentence, note?.trim()].filter(Boolean).join(" ") || undefined;
}

/** The facts of an item as term and text, in the order people ask for them; empty ones are left out. */
export function factsOf(item: Item): [string, string][] {
	const rows: Row[] = [];
	if ("timeZone" in item) {
		rows.push(
			["Wanneer", rangeText(item.start, item.end, item.timeZone)],
			["Status", item.status === "scheduled" ? undefined : labelOf(eventStatuses, item.status)],
			["Eerst gepland op", item.previousStart && dateText(item.previousStart, item.timeZone)],
			["Waar", placeText(item.location)],
			["Vorm", labelOf(attendanceModes, item.attendance)],
			["Toegankelijkheid", item.accessibility],
			["Organisator", item.organizer?.name],
			["Kosten", priceText(item.price)],
			["Wat het opleverde", resultsText(item.results)],
			["Reeks", item.series && [item.series.name, item.series.edition].filter(Boolean).join(", ")],
		);
	}
	if ("direction" in item) {
		rows.push(
			["Soort", `${labelOf(opportunityTypes, item.type)} (${labelOf(directions, item.direction).toLowerCase()})`],
			["Organisatie", item.organization?.name],
			["Waar", placeText(item.location)],
			["Leerweg", item.learningPath && labelOf(learningPaths, item.learningPath)],
			["Uren per week", range(item.hours, "uur")],
			["Salaris", range(item.salary, item.salary ? units[item.salary.unit] : "")],
			["Begint op", item.start && dateText(item.start)],
			["Reageren tot en met", item.validThrough && dateText(item.validThrough)],
		);
	}
	if ("nature" in item) {
		rows.push(
			["Soort", labelOf(natures, item.nature)],
			["Doel", item.goal],
			["Planning", item.planning?.label ?? [item.planning?.start, item.planning?.end].filter(Boolean).join(" tot ")],
			["Status", labelOf(initiativeStatuses, item.status)],
			["Resultaat", item.result],
			["Schaal", item.scale && labelOf(scales, item.scale)],
			["Plaatsen", item.places.map((place) => place.name).join(", ")],
		);
	}
	if ("observations" in item) {
		rows.push(["Invalshoek", item.perspective && labelOf(perspectives, item.perspective)]);
	}
	if ("kind" in item) rows.push(["Soort", labelOf(partnerKinds, item.kind)]);
	if ("actionLines" in item) rows.push(["Actielijn", labels(actionLines, item.actionLines)]);
	if ("stages" in item) rows.push(["Voor wie in opleiding of werk", labels(stages, item.stages)]);
	if ("audiences" in item) rows.push(["Doelgroep", labels(audiences, item.audiences)]);
	if ("sectors" in item) rows.push(["Sector", labels(sectors, item.sectors)]);
	if ("partners" in item) rows.push(["Partners", item.partners.map((partner) => partner.name).join(", ")]);
	return rows.flatMap(([term, value]) => (value ? [[term, value] as [string, string]] : []));
}
