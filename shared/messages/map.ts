import type { Language } from "../vocabularies/vocabulary.ts";

/** What the map says, beside what every list says. `things` are one or many of a kind, in lower case: "activiteiten". */
export interface MapMessages {
	/** Why nothing is shown yet. */
	source: string;
	show: string;
	/** None of the items has a place. */
	nowhere: (things: string) => string;
	/** The map's name. */
	map: (things: string) => string;
	/** For who hears the map. */
	sameAsList: string;
	skip: string;
	zoomIn: string;
	zoomOut: string;
	/** Zooms to the places of one marker. */
	closer: string;
	close: string;
	/** Of a place that is only known by its municipality. */
	about: string;
	aboutLegend: string;
	/** One place that a marker stands for, with so many others close to it. */
	andNear: (place: string, others: number) => string;
	twoFingers: string;
	wheel: string;
	failed: string;
	without: (count: number) => string;
	attribution: string;
}

export const mapMessages: Readonly<Record<Language, MapMessages>> = {
	nl: {
		source: "De kaart komt van PDOK (Kadaster). Pas na uw keuze wordt daar iets opgevraagd.",
		show: "Toon kaart",
		nowhere: (things) => `Van deze ${things} is geen plaats bekend die op een kaart te zetten is.`,
		map: (things) => `Kaart met ${things}`,
		sameAsList: "Alles op de kaart staat ook in de lijst. Met de pijltjestoetsen verschuift u de kaart.",
		skip: "Sla de kaart over",
		zoomIn: "Zoom in",
		zoomOut: "Zoom uit",
		closer: "Bekijk van dichterbij",
		close: "Sluiten",
		about: "ongeveer",
		aboutLegend: "Een gestreepte rand: de plaats is bij benadering, alleen de gemeente is bekend.",
		andNear: (place, others) => `${place} en ${others === 1 ? "1 plaats" : `${others} plaatsen`} dichtbij`,
		twoFingers: "Verschuif de kaart met twee vingers.",
		wheel: "Zoom met Ctrl en het muiswiel, of klik eerst op de kaart.",
		failed: "De kaartbeelden zijn nu niet te laden. In de lijst staat alles ook.",
		without: (count) => `${count} zonder plaats op de kaart`,
		attribution: "Kaartgegevens © Kadaster",
	},
	en: {
		source: "The map comes from PDOK (the Dutch land registry, Kadaster). Nothing is asked of it before you choose to.",
		show: "Show map",
		nowhere: (things) => `None of these ${things} has a place that a map can show.`,
		map: (things) => `Map of ${things}`,
		sameAsList: "Everything on the map is in the list too. The arrow keys move the map.",
		skip: "Skip the map",
		zoomIn: "Zoom in",
		zoomOut: "Zoom out",
		closer: "Look closer",
		close: "Close",
		about: "approximately",
		aboutLegend: "A dashed edge: the place is approximate, only the municipality is known.",
		andNear: (place, others) => `${place} and ${others === 1 ? "1 place" : `${others} places`} nearby`,
		twoFingers: "Move the map with two fingers.",
		wheel: "Zoom with Ctrl and the mouse wheel, or click the map first.",
		failed: "The map's images cannot be loaded at the moment. The list has everything too.",
		without: (count) => `${count} without a place on the map`,
		attribution: "Map data © Kadaster",
	},
};
