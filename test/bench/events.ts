import { type EventItem, type Feed, feedFormat, feedOf, items } from "../../shared/model/feed.ts";
import type { RecordId } from "../../shared/model/values.ts";

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

/**
 * A feed of `count` events on the days after 1 September 2030, as the inventory writes them. A date far ahead: an event
 * that is over would not be listed, and the race would change by itself. Checked against the shared schema.
 */
export function eventsFeed(count: number): Feed<"events"> {
	const list = Array.from({ length: count }, (_, n) => {
		const [place, municipality] = places[n % places.length] ?? places[0];
		const title = `${titles[n % titles.length]} ${n + 1}`;
		const date = new Date(Date.UTC(2030, 8, 1 + Math.floor(n / 3))).toISOString().slice(0, 10);
		return {
			id: `0199a000-0000-7000-8000-${String(n).padStart(12, "0")}` as RecordId,
			title,
			summary: `Kom kijken, vragen en vooral zelf doen: ${title.toLowerCase()} met studenten en vakmensen van bedrijven in ${place}.`,
			url: `https://inventaris.example/midden-brabant/events/${n}`,
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
