import type { Kind } from "../../../shared/model/kinds.ts";

const place = ["location.name", "location.streetAddress", "location.postalCode", "location.place"] as const;
const common = ["title", "summary", "description"] as const;

/** The fields that a column of a spreadsheet can go to, in the order in which they are offered. */
export const columnFields: Readonly<Record<Kind, readonly string[]>> = {
	event: [
		...common,
		...["startDate", "startTime", "start", "endDate", "endTime", "end"],
		...place,
		...["organizer", "type", "audiences", "stages", "sectors", "price.amount", "registrationUrl", "sourceUrl", "id"],
	],
	opportunity: [
		...common,
		...["type", "direction", "organization"],
		...place,
		...["stages", "sectors", "datePosted", "validThrough", "start", "applyUrl", "sourceUrl", "id"],
	],
	initiative: [
		...common,
		...["goal", "result", "planning.label", "actionLines", "stages", "audiences", "sectors", "sourceUrl", "id"],
	],
	organization: [...common, "kind", "url", "id"],
	indicator: [...common, "id"],
};

/** What people call their columns. */
const usual: readonly (readonly [RegExp, string])[] = [
	[/^(?:titel|title|naam|name|activiteit|evenement|onderwerp|functie)$/, "title"],
	[/^(?:samenvatting|summary|intro)/, "summary"],
	[/^(?:beschrijving|omschrijving|description|toelichting)/, "description"],
	[/^(?:datum|date|dag|begindatum|startdatum|start ?date)$/, "startDate"],
	[/^(?:tijd|begintijd|starttijd|aanvang|start ?time|time)$/, "startTime"],
	[/^(?:start|begin)$/, "start"],
	[/^(?:einddatum|end ?date)$/, "endDate"],
	[/^(?:eindtijd|end ?time)$/, "endTime"],
	[/^(?:eind|einde|end)$/, "end"],
	[/^(?:locatie|venue|location)$/, "location.name"],
	[/^(?:adres|straat|address|street)/, "location.streetAddress"],
	[/^(?:postcode|zip|postal)/, "location.postalCode"],
	[/^(?:plaats|stad|gemeente|city|place|town)$/, "location.place"],
	[/^(?:organisator|organiser|organizer)$/, "organizer"],
	[/^(?:organisatie|bedrijf|werkgever|school|organisation|organization|company)$/, "organization"],
	[/^(?:type|soort)$/, "type"],
	[/^(?:doelgroep|audience)/, "audiences"],
	[/^(?:niveau|onderwijs|stage|level)/, "stages"],
	[/^(?:sector|branche)/, "sectors"],
	[/^(?:doel|goal)$/, "goal"],
	[/^(?:resultaat|result)/, "result"],
	[/^(?:actielijn|action line)/, "actionLines"],
	[/^(?:prijs|kosten|price)/, "price.amount"],
	[/^(?:aanmelden|inschrijven|registration)/, "registrationUrl"],
	[/^(?:url|link|website|webpagina)$/, "sourceUrl"],
	[/^(?:id|kenmerk|nummer|uid)$/, "id"],
];

/** The field that each column probably is; a field is proposed once. Only those that the kind has. */
export function guessedColumns(columns: readonly string[], kind: Kind): Record<string, string> {
	const left = new Set(columnFields[kind]);
	const guessed: [string, string][] = [];
	for (const column of columns) {
		const name = column.trim().toLowerCase();
		const field =
			columnFields[kind].find((one) => one.toLowerCase() === name) ??
			usual.find(([pattern]) => pattern.test(name))?.[1];
		if (!field || !left.delete(field)) continue;
		guessed.push([column, field]);
	}
	return Object.fromEntries(guessed);
}
