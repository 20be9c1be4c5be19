import type { WidgetKind } from "../../../shared/model/widget.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";

interface FrameText {
	lists: Record<WidgetKind, string>;
	/** What a frame is called of which nothing more is known. */
	untitled: string;
	all: (title: string) => string;
	more: string;
	sample: string;
	wrong: string;
	missing: string;
	whatToDo: string;
}

const nl: FrameText = {
	lists: {
		events: "Techniekagenda",
		opportunities: "Vacatures, stages en kansen",
		initiatives: "Initiatieven",
	},
	untitled: "Regiotechniek",
	all: (title) => `Bekijk ${title}`,
	more: "Lees meer",
	sample: "voorbeeld",
	wrong: "Deze insluiting klopt niet",
	missing: "Deze insluiting is er niet",
	whatToDo: "Beheert u deze pagina? Pas het adres van het frame aan:",
};

const en: FrameText = {
	lists: {
		events: "Technology events",
		opportunities: "Vacancies, internships and opportunities",
		initiatives: "Initiatives",
	},
	untitled: "Regiotechniek",
	all: (title) => `See ${title}`,
	more: "Read more",
	sample: "invented example",
	wrong: "This embed is not right",
	missing: "This embed is not there",
	whatToDo: "Do you look after this page? Change the address of the frame:",
};

export const frameText: Record<Language, FrameText> = { nl, en };
