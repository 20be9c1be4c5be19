import type { WidgetKind } from "../../shared/messages/widgets.ts";
import type { ItemDocument, ItemReference } from "../../shared/model/feed.ts";
import { anEvent, anInitiative, anOpportunity, day } from "./feeds.ts";

/** Items in which every field is filled, and the files of single items with what they lead to. */

const description = "Eerste alinea,\nmet een regel eronder.\n\nTweede alinea over wat er te doen is.";
const contact = {
	name: "Het projectbureau",
	role: "aanmeldingen",
	email: "bureau@voorbeeld.example",
	phone: "+31 13 000 00 00",
};
const contacts = [{ ...contact, public: true as const }];
const location = {
	name: "De Ketelhal",
	streetAddress: "Stoompad 1",
	postalCode: "5013 AA",
	place: "Tilburg",
	municipality: "gm0855" as const,
	latitude: 51.57,
	longitude: 5.06,
};

export const fullItems = {
	events: () => [
		anEvent(0, {
			title: "Dag met alles",
			description,
			location,
			contacts,
			accessibility: "Rolstoeltoegankelijk",
			price: { amount: 7.5, note: "scholieren gratis" },
			partners: [
				{
					id: "vakcollege-spoorbuurt",
					name: "Vakcollege Spoorbuurt",
					role: "partner",
					url: "https://spoorbuurt.example/",
				},
			],
			audiences: ["parents"],
			sectors: ["metal"],
			series: { id: "dag-met-alles", name: "Dagen met alles", edition: "5e editie" },
			sourceUrl: "https://bron.example/dag",
			sample: "voorbeeld",
		}),
		anEvent(1, {
			title: "Dag met alles, vorig jaar",
			series: { id: "dag-met-alles", name: "Dagen met alles", edition: "4e editie" },
		}),
	],
	opportunities: () => [
		anOpportunity(0, {
			title: "Baan met alles",
			type: "work-study",
			description,
			location,
			contacts,
			learningPath: "bbl",
			hours: { min: 32, max: 40, note: "vier dagen kan ook" },
			salary: { min: 14.06, max: 18.5, unit: "hour", note: "plus reiskosten" },
			datePosted: day(-3),
			start: day(40),
			audiences: ["students"],
			source: { name: "De banensite", url: "https://banen.example/1" },
		}),
		anOpportunity(1, { title: "Gevraagd: een gastles", type: "guest-lesson", direction: "request" }),
	],
	initiatives: () => [
		anInitiative(0, {
			title: "Initiatief met alles",
			description,
			contacts,
			nature: "structure",
			goal: "Meer leerlingen die techniek kiezen",
			result: "Twintig scholen doen mee",
			planning: { start: "2025-09-01", end: "2027-07-31", label: "schooljaren 25-27", phase: "realisation" },
			scale: "regional",
			funding: [{ programme: "sto", note: "vierde ronde" }, { note: "eigen uren" }],
			sourceUrl: "https://bron.example/plan",
		}),
		anInitiative(1, { title: "Een ander initiatief" }),
	],
} satisfies Record<WidgetKind, () => unknown[]>;

const references = (kind: WidgetKind, items: { id: string; title: string; url: string; start?: string }[]) =>
	items.map(({ id, title, url, start }): ItemReference & Record<string, unknown> => ({
		kind,
		// Already checked by the schema of the item.
		id: id as ItemReference["id"],
		title,
		url,
		...(start && { start, timeZone: "Europe/Amsterdam" }),
		place: "Tilburg",
	}));

/** One item's own file, in a region whose items are the full ones. */
export function itemFile(kind: WidgetKind, item: ItemDocument["item"]) {
	const others = (of: WidgetKind) =>
		references(
			of,
			fullItems[of]().filter(({ id }) => id !== item.id),
		);
	const reasons = [{ nl: "zelfde plaats: Tilburg", en: "same place: Tilburg" }];
	return {
		format: "techniek-item/1",
		kind,
		region: { id: "proefregio", name: "Proefregio" },
		generatedAt: new Date().toISOString(),
		item,
		editions: kind === "events" ? others("events").map((one) => ({ ...one, edition: "4e editie" })) : [],
		events: kind === "events" ? [] : others("events"),
		opportunities: kind === "opportunities" ? [] : others("opportunities"),
		initiatives: kind === "initiatives" ? [] : others("initiatives"),
		similar: kind === "initiatives" ? others("initiatives").map((one) => ({ ...one, reasons })) : [],
	};
}

/** What somebody might put in a field to have it run. */
export const injections = [
	"<img src=x onerror=globalThis.hacked=true>",
	"javascript:globalThis.hacked=true",
	" \tjava\nscript:globalThis.hacked=true",
	`"><script>globalThis.hacked=true</script>`,
	"</script><script>globalThis.hacked=true</script>",
	"' onfocus=globalThis.hacked=true autofocus='",
	"<svg/onload=globalThis.hacked=true>",
	"data:text/html,<script>globalThis.hacked=true</script>",
	"\u0001{{globalThis.hacked=true}}",
	"<!--<script>",
	"\ud800 &lt;b&gt; \u202e",
	"constructor",
];

const kept = new Set(["id", "kind", "start", "period", "format", "public"]);

/** `value` with every text in it replaced by `words`, except what it cannot do without. */
export function poisoned(value: unknown, words: string, key = ""): unknown {
	if (kept.has(key)) return value;
	if (typeof value === "string") return words;
	if (Array.isArray(value)) return value.map((one) => poisoned(one, words));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, words, name)]));
}
