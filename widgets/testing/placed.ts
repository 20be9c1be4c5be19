import type { WidgetKind } from "../../shared/messages/widgets.ts";
import { anEvent, anInitiative, anOpportunity } from "./feeds.ts";

/** Items for the map and the table, with what other lists do not show. */

const markup = "<img src=x onerror=globalThis.hacked=true>";

const hall = { name: "De Ketelhal", place: "Tilburg", latitude: 51.5617, longitude: 5.0795 };

/** Two at one place, one far off, one of which only the municipality is known, one without a place, one with a wrong one. */
export function placedItems(kind: WidgetKind): unknown[] {
	const locations = [
		hall,
		hall,
		{ name: markup, place: "Waalwijk", latitude: 51.685, longitude: 5.071 },
		{ place: "Goirle", municipality: "gm0785" },
		undefined,
		{ name: "Nergens", latitude: 0, longitude: 0 },
	];
	return locations.map((location, index) => {
		const title = `Plek ${index + 1}`;
		if (kind === "events") return { ...anEvent(index, { title }), location };
		if (kind === "opportunities") return { ...anOpportunity(index, { title }), location };
		const places =
			index === 0
				? [
						{ name: "Goirle", municipality: "gm0785" },
						{ name: "Tilburg", municipality: "gm0855" },
					]
				: [{ name: "Ergens" }];
		return { ...anInitiative(index, { title }), places };
	});
}

/** An action list: with and without an action line, plan, lead and means, and of every text one that is markup. */
export function actionList(): unknown[] {
	return [
		anInitiative(0, {
			title: "Bouwroute",
			actionLines: ["work"],
			goal: "Meer bouwers.",
			result: "Twaalf leerwerkplekken.",
			funding: [{ programme: "province", note: "Bijdrage van de provincie" }, { programme: "sto" }],
			planning: { start: "2024-01-01", end: "2025-12-31" },
		}),
		anInitiative(1, {
			title: "Atelier",
			actionLines: ["choose", "learn"],
			summary: undefined,
			description: `${"Veel woorden over het atelier. ".repeat(30)}EINDE`,
			planning: { start: "2026-01-01" },
			partners: [{ id: "zorgtechniek", name: "Zorgtechniek De Rietvink", role: "lead" }],
			sample: "voorbeeld",
		}),
		{
			...anInitiative(2, { title: markup, actionLines: [], partners: [], planning: undefined }),
			goal: markup,
			result: markup,
			url: "javascript:globalThis.hacked=true",
			funding: [{ note: markup }, "los", null],
		},
		{ ...anInitiative(3, { title: "Cursus", planning: { label: "voorjaar 2027" } }), actionLines: ["nieuwe-lijn"] },
	];
}
