import type { WidgetKind } from "../../shared/messages/widgets.ts";
import { items as itemSchemas } from "../../shared/model/feed.ts";
import { anEvent, anInitiative, anOpportunity, day } from "../../widgets/testing/feeds.ts";

/** Items with every field that a feed may carry, for tests that spoil fields one by one. All of it is invented. */

const common = {
	description: "Eerste alinea van het voorbeeld.\n\nTweede alinea, met een lijstje.",
	audiences: ["pupils" as const],
	sectors: ["metal" as const],
	actionLines: ["learn" as const],
	image: { url: "https://inventory.example/plaat.jpg", alt: "Een voorbeeldplaat" },
	sourceUrl: "https://inventory.example/bron",
	contacts: [
		{
			name: "Programmabureau",
			role: "Secretariaat",
			email: "post@inventory.example",
			phone: "0000",
			public: true as const,
		},
	],
	sample: "voorbeeld" as const,
};

const location = (index: number) => ({
	name: `Praktijkhal ${index + 1}`,
	streetAddress: "Voorbeeldlaan 1",
	postalCode: "0000 AA",
	place: index % 2 ? "Tilburg" : "Waalwijk",
	municipality: "gm0855" as const,
	latitude: 51.55 + index / 100,
	longitude: 5.09,
	url: "https://inventory.example/hal",
});

const partners = [
	{ id: "programmabureau", name: "Programmabureau", role: "lead" as const, url: "https://inventory.example/bureau" },
	{ id: "vakcollege", name: "Vakcollege", role: "partner" as const },
];

const initiative = (index: number) => ({
	id: itemSchemas.events.shape.id.parse(`00000003-0000-7000-8000-${String(index).padStart(12, "0")}`),
	title: "Techniekroute",
	url: "https://inventory.example/proefregio/initiatives/1",
});

/** The item of `kind` that number `index` stands for; its title ends with that number plus one. */
export function fullItem(kind: WidgetKind, index: number): object {
	switch (kind) {
		case "events":
			return anEvent(index, {
				...common,
				// All of them on one day, so that one page of a month shows them.
				start: `${day(1)}T${String(9 + (index % 8)).padStart(2, "0")}:00:00+01:00`,
				end: `${day(1)}T${String(10 + (index % 8)).padStart(2, "0")}:30:00+01:00`,
				status: index % 3 === 1 ? "rescheduled" : "scheduled",
				previousStart: "2026-01-10T10:00:00+01:00",
				attendance: index % 2 ? "mixed" : "offline",
				location: location(index),
				accessibility: "Zonder drempels",
				partners,
				price: { amount: index, note: "Scholieren gratis" },
				series: { id: "doedagen", name: "Doedagen", edition: `Editie ${index + 1}` },
				initiative: initiative(index),
			});
		case "opportunities":
			return anOpportunity(index, {
				...common,
				location: location(index),
				learningPath: "bbl",
				hours: { min: 32, max: 40, note: "In overleg" },
				salary: { min: 2950, max: 3850, unit: "month", note: "Volgens de cao" },
				datePosted: day(-3),
				start: day(40),
				source: { name: "Stagebank", url: "https://inventory.example/stagebank" },
				initiative: initiative(index),
			});
		case "initiatives":
			return anInitiative(index, {
				...common,
				nature: "activity",
				goal: "Meer leerlingen die weten wat techniek is.",
				ambitions: [],
				planning: { start: "2025-09-01", end: "2027-07-31", label: "schooljaar 2026", phase: "realisation" },
				partners,
				result: "Vijfhonderd leerlingen deden mee.",
				funding: [{ programme: "sto", note: "Tot 2028" }],
				places: [{ name: "Tilburg", municipality: "gm0855" }],
			});
	}
}

const reference = (kind: WidgetKind, index: number) => ({
	kind,
	id: `0000000${kind.length}-0000-7000-8000-${String(90 + index).padStart(12, "0")}`,
	title: `Verwijzing ${kind} ${index}`,
	url: `https://inventory.example/proefregio/${kind}/${index}`,
	start: `${day(3)}T10:00:00+01:00`,
	end: `${day(3)}T11:00:00+01:00`,
	timeZone: "Europe/Amsterdam",
	status: "scheduled",
	type: "open-day",
	place: "Tilburg",
	validThrough: day(9),
	edition: "Editie 9",
	sample: "voorbeeld",
});

/** The file of one item, with what it leads to. */
export function itemDocument(kind: WidgetKind, item: object): object {
	return {
		format: "techniek-item/1",
		kind,
		region: { id: "proefregio", name: "Proefregio" },
		generatedAt: new Date().toISOString(),
		item,
		editions: kind === "events" ? [reference("events", 1)] : [],
		similar: [{ ...reference("initiatives", 2), reasons: [{ nl: "Beide in Tilburg", en: "Both in Tilburg" }] }],
		events: [reference("events", 3)],
		opportunities: [reference("opportunities", 4)],
		initiatives: [reference("initiatives", 5)],
	};
}
