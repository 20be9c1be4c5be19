import { type EventItem, type Feed, feedFormat, feedOf, items } from "../../shared/model/feed.ts";
import type { RecordId } from "../../shared/model/values.ts";
import { randomFrom } from "../support/random.ts";

const places = [
	["Tilburg", "gm0855"],
	["Waalwijk", "gm0867"],
	["Goirle", "gm0785"],
	["Oisterwijk", "gm0824"],
	["Dongen", "gm0766"],
] as const;
const titles = [
	"Open dag techniek",
	"Meeloopdag mechatronica",
	"Excursie langs de maakindustrie",
	"Avond van de zorgtechniek",
];
const words =
	"techniek zorg bouw energie water metaal robot sensor machine netwerk haven fabriek werkplaats laboratorium leerling student docent monteur ontwerper programmeur ouder bedrijf school praktijk proef rondleiding workshop gesprek opdracht installatie onderhoud elektronica hout beton kunststof voeding logistiek luchtvaart dak pomp motor batterij meten lassen solderen tekenen printen bouwen testen kijken vragen maken leren werken kiezen ontdekken samen zelf nieuw groot klein snel veilig duurzaam".split(
		" ",
	);

/**
 * A feed of `count` events on the days after 1 September 2030, as the inventory writes them. A date far ahead: an event
 * that is over would not be listed, and the race would change by itself. Checked against the shared schema.
 */
export function eventsFeed(count: number): Feed<"events"> {
	const random = randomFrom(200);
	const hex = (digits: number) => Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join("");
	const sentence = (length: number) =>
		Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(" ");
	const list = Array.from({ length: count }, (_, n) => {
		const [place, municipality] = places[n % places.length] ?? places[0];
		const title = `${titles[n % titles.length]} ${n + 1}`;
		const date = new Date(Date.UTC(2030, 8, 1 + Math.floor(n / 3))).toISOString().slice(0, 10);
		const id = `0199a000-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
		return {
			id: id as RecordId,
			title,
			summary: `Kom naar ${place} voor ${sentence(16)}.`,
			url: `https://inventaris.example/midden-brabant/events/${id}`,
			updatedAt: "2026-11-20T09:00:00+01:00",
			type: "open-day",
			start: `${date}T${10 + (n % 8)}:00:00+02:00`,
			end: `${date}T${12 + (n % 8)}:30:00+02:00`,
			timeZone: "Europe/Amsterdam",
			status: n % 17 === 0 ? "cancelled" : "scheduled",
			attendance: "offline",
			location: { name: `Praktijkhal ${1 + (n % 9)}`, place, municipality },
			organizer: { id: `school-${n % 12}`, name: `Techniekschool ${1 + (n % 12)}` },
			partners: [],
			audiences: [],
			stages: ["vmbo", "mbo"],
			sectors: [],
			actionLines: ["choose"],
		} satisfies EventItem;
	});
	const feed = {
		format: feedFormat,
		kind: "events",
		region: { id: "midden-brabant", name: "Midden-Brabant" },
		generatedAt: "2026-11-20T09:00:00+01:00",
		total: count,
		items: list,
		next: null,
		facets: {
			place: places.map(([value]) => ({
				value,
				label: value,
				count: list.filter((one) => one.location.place === value).length,
			})),
		},
	} satisfies Feed<"events">;
	feedOf("events", items.events).parse(feed);
	return feed;
}
