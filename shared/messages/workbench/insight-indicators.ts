import type { Language } from "../../vocabularies/vocabulary.ts";

/** What the workbench says about figures: the editor of observations, a change of definition, and the list of indicators. */
export interface IndicatorMessages {
	editor: {
		caption: string;
		period: string;
		value: string;
		note: string;
		version: string;
		/** Of a control in a row: "Waarde, rij 3". */
		cell: (column: string, row: number) => string;
		none: string;
		add: string;
		added: string;
		remove: (row: number) => string;
		removed: (row: number) => string;
		more: (count: number) => string;
		undo: string;
		undone: string;
		split: string;
		splitHint: string;
		splitAdd: string;
		splitAdded: (name: string) => string;
		splitWrong: string;
		paste: string;
		pasteHint: (columns: string) => string;
		pasteLabel: string;
		file: string;
		take: string;
		nothing: string;
		taken: (added: number, changed: number, unchanged: number) => string;
		left: (count: number) => string;
		row: (row: number) => string;
	};
	/** A slice that was typed and cannot be read. */
	slice: string;
	definition: {
		present: (version: number) => string;
		hint: string;
		change: string;
		explain: string;
		until: string;
		why: string;
		start: string;
		cancel: string;
		started: (version: number) => string;
		undo: string;
		undone: string;
		notYet: string;
	};
	/** The form for one more indicator. */
	adding: {
		open: string;
		title: string;
		/** Where it comes, and what happens after it. */
		intro: (region: string) => string;
		name: string;
		unit: string;
		unitHint: string;
		source: string;
		sourceHint: string;
		url: string;
		definition: string;
		definitionHint: string;
		optional: string;
		save: string;
		saving: string;
		cancel: string;
		saved: string;
	};
	page: {
		title: string;
		intro: string;
		region: string;
		name: string;
		latest: string;
		target: string;
		distance: string;
		updated: string;
		none: string;
		never: string;
		stale: string;
		loading: string;
		import: string;
		importHint: string;
		columns: string;
		text: string;
		file: string;
		try: string;
		take: string;
		tried: (added: number, changed: number, unchanged: number) => string;
		toPublish: (titles: string) => string;
		states: Record<string, string>;
	};
}

const rows = (count: number) => (count === 1 ? "1 rij" : `${count} rijen`);
const rowsEn = (count: number) => (count === 1 ? "1 row" : `${count} rows`);

export const indicatorMessages: Readonly<Record<Language, IndicatorMessages>> = {
	nl: {
		editor: {
			caption: "Metingen",
			period: "Periode",
			value: "Waarde",
			note: "Toelichting",
			version: "Definitie",
			cell: (column, row) => `${column}, rij ${row}`,
			none: "Er zijn nog geen metingen.",
			add: "Meting toevoegen",
			added: "Er is een rij bij voor een meting.",
			remove: (row) => `Rij ${row} weglaten`,
			removed: (row) => `Rij ${row} is weggelaten.`,
			more: (count) => `Toon nog ${count}`,
			undo: "Ongedaan maken",
			undone: "De laatste wijziging van de metingen is ongedaan gemaakt.",
			split: "Uitsplitsing",
			splitHint: "Zoals school, stage, municipality, gender of gebied. Van en naar maken er een stroom van.",
			splitAdd: "Kolom toevoegen",
			splitAdded: (name) => `De kolom ${name} is toegevoegd.`,
			splitWrong: "Geef de uitsplitsing een naam van letters en cijfers die er nog niet is.",
			paste: "Plakken uit een spreadsheet of CSV",
			pasteHint: (columns) =>
				`Met een eerste rij die de kolommen noemt, of zonder, in deze volgorde: ${columns}. Een periode die er al staat, krijgt de nieuwe waarde.`,
			pasteLabel: "Rijen",
			file: "Of kies een CSV-bestand",
			take: "Neem over",
			nothing: "Er staat nog niets om over te nemen.",
			taken: (added, changed, unchanged) => `${added} toegevoegd, ${changed} gewijzigd, ${unchanged} ongewijzigd.`,
			left: (count) => `${rows(count)} niet overgenomen. Ze staan hieronder nog: verbeter ze en neem ze opnieuw over.`,
			row: (row) => `Rij ${row}:`,
		},
		slice: "Schrijf de uitsplitsing als School: Het Voorbeeld, met een puntkomma tussen twee.",
		definition: {
			present: (version) => `Definitie ${version}`,
			hint: "Nieuwe metingen horen bij de definitie, eenheid en bron zoals ze hierboven staan.",
			change: "De definitie verandert…",
			explain:
				"De huidige definitie, eenheid en bron worden bewaard bij de metingen die er zijn. Daarna past u ze hierboven aan; nieuwe metingen horen bij de nieuwe definitie.",
			until: "Laatste periode volgens de huidige definitie",
			why: "Waarom verandert de definitie?",
			start: "Begin een nieuwe definitie",
			cancel: "Toch niet",
			started: (version) => `Definitie ${version} is begonnen. Pas de definitie, eenheid en bron aan en sla op.`,
			undo: "Ongedaan maken",
			undone: "De nieuwe definitie is weer weg.",
			notYet: "Vul eerst de eenheid en de bron in: die worden bewaard.",
		},
		adding: {
			open: "Nieuwe indicator",
			title: "Nieuwe indicator",
			intro: (region) =>
				`Voor ${region}. Metingen, streefwaarden en de rest vult u daarna in, en dan publiceert u hem.`,
			name: "Titel",
			unit: "Eenheid",
			unitHint: "Zoals: leerlingen, bedrijven, %.",
			source: "Waar komen de cijfers vandaan?",
			sourceHint: "De naam van de bron, zoals: jaarverslag, DUO, enquête onder bedrijven.",
			url: "Webadres van de bron",
			definition: "Wat wordt gemeten?",
			definitionHint: "Wie of wat telt mee, en wat niet.",
			optional: "mag leeg blijven",
			save: "Maak de indicator",
			saving: "De indicator wordt gemaakt…",
			cancel: "Annuleren",
			saved: "De indicator is gemaakt. Vul hem aan en publiceer hem.",
		},
		page: {
			title: "Indicatoren",
			intro: "De cijfers van een regio. Wat het langst geen nieuwe meting kreeg, staat bovenaan.",
			region: "Regio",
			name: "Indicator",
			latest: "Laatste waarde",
			target: "Streefwaarde",
			distance: "Afstand",
			updated: "Bijgewerkt",
			none: "Deze regio heeft nog geen indicatoren.",
			never: "nog niet gemeten",
			stale: "verouderd",
			loading: "De indicatoren worden geladen…",
			import: "Metingen invoeren uit een bestand",
			importHint:
				"Een CSV-bestand, of rijen uit een spreadsheet. De eerste rij noemt de kolommen. Een periode die er al staat, krijgt de nieuwe waarde.",
			columns:
				"Kolommen: indicator (kenmerk of titel), periode, waarde, toelichting, versie; elke andere kolom is een uitsplitsing",
			text: "Rijen",
			file: "Of kies een CSV-bestand",
			try: "Bekijk wat er gebeurt",
			take: "Voer in",
			tried: (added, changed, unchanged) =>
				`Er is nog niets opgeslagen. Toe te voegen: ${added}, te wijzigen: ${changed}, ongewijzigd: ${unchanged}.`,
			toPublish: (titles) => `Publiceer opnieuw om de cijfers te tonen: ${titles}.`,
			states: { clipped: "nieuw", "in-review": "in beoordeling", published: "gepubliceerd" },
		},
	},
	en: {
		editor: {
			caption: "Observations",
			period: "Period",
			value: "Value",
			note: "Note",
			version: "Definition",
			cell: (column, row) => `${column}, row ${row}`,
			none: "There are no observations yet.",
			add: "Add an observation",
			added: "A row for an observation was added.",
			remove: (row) => `Leave out row ${row}`,
			removed: (row) => `Row ${row} was left out.`,
			more: (count) => `Show ${count} more`,
			undo: "Undo",
			undone: "The last change of the observations was undone.",
			split: "Breakdown",
			splitHint: "Such as school, stage, municipality, gender or area. From and to make it a flow.",
			splitAdd: "Add a column",
			splitAdded: (name) => `The column ${name} was added.`,
			splitWrong: "Give the breakdown a name of letters and digits that is not there yet.",
			paste: "Paste from a spreadsheet or CSV",
			pasteHint: (columns) =>
				`With a first row that names the columns, or without, in this order: ${columns}. A period that is there already gets the new value.`,
			pasteLabel: "Rows",
			file: "Or choose a CSV file",
			take: "Take over",
			nothing: "There is nothing to take over yet.",
			taken: (added, changed, unchanged) => `${added} added, ${changed} changed, ${unchanged} unchanged.`,
			left: (count) => `${rowsEn(count)} not taken. They are still below: correct them and take them over again.`,
			row: (row) => `Row ${row}:`,
		},
		slice: "Write the breakdown as School: The Example, with a semicolon between two.",
		definition: {
			present: (version) => `Definition ${version}`,
			hint: "New observations belong to the definition, unit and source as they are above.",
			change: "The definition changes…",
			explain:
				"The present definition, unit and source are kept with the observations that are there. After that you change them above; new observations belong to the new definition.",
			until: "Last period by the present definition",
			why: "Why does the definition change?",
			start: "Start a new definition",
			cancel: "Do not",
			started: (version) => `Definition ${version} has started. Change the definition, unit and source, and save.`,
			undo: "Undo",
			undone: "The new definition is gone again.",
			notYet: "Fill in the unit and the source first: they are kept.",
		},
		adding: {
			open: "New indicator",
			title: "New indicator",
			intro: (region) =>
				`For ${region}. You fill in observations, targets and the rest after this, and then publish it.`,
			name: "Title",
			unit: "Unit",
			unitHint: "Such as: pupils, companies, %.",
			source: "Where do the figures come from?",
			sourceHint: "The name of the source, such as: annual report, DUO, survey of companies.",
			url: "Web address of the source",
			definition: "What is measured?",
			definitionHint: "Who or what is counted, and what is not.",
			optional: "may stay empty",
			save: "Make the indicator",
			saving: "The indicator is being made…",
			cancel: "Cancel",
			saved: "The indicator was made. Complete it and publish it.",
		},
		page: {
			title: "Indicators",
			intro: "The figures of a region. What went longest without a new observation comes first.",
			region: "Region",
			name: "Indicator",
			latest: "Last value",
			target: "Target",
			distance: "Distance",
			updated: "Updated",
			none: "This region has no indicators yet.",
			never: "not measured yet",
			stale: "out of date",
			loading: "The indicators are being loaded…",
			import: "Bring in observations from a file",
			importHint:
				"A CSV file, or rows from a spreadsheet. The first row names the columns. A period that is there already gets the new value.",
			columns: "Columns: indicator (id or title), period, value, note, version; any other column is a breakdown",
			text: "Rows",
			file: "Or choose a CSV file",
			try: "See what would happen",
			take: "Bring in",
			tried: (added, changed, unchanged) =>
				`Nothing was saved yet. To be added: ${added}, to be changed: ${changed}, unchanged: ${unchanged}.`,
			toPublish: (titles) => `Publish again to show the figures: ${titles}.`,
			states: { clipped: "new", "in-review": "in review", published: "published" },
		},
	},
};
