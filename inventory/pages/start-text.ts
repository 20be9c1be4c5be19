import type { FeedKind } from "../../shared/model/kinds.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";

interface StartText {
	title: string;
	lead: string;
	skip: string;
	partners: { title: string; text: string; noSamples: string };
	school: Site;
	company: Site;
	programme: Site;
	overview: Site;
	staff: { title: string; text: string; open: string; token: string; command: string; editor: string };
	clipper: { title: string; text: string; tryOn: string; page: string; chromium: Steps; firefox: Steps };
	feeds: { title: string; text: string; none: string; api: string; catalog: string };
	kinds: Record<FeedKind, string>;
	/** The years in review of a region. */
	review: string;
	health: string;
	footer: (version: string) => string;
}

interface Site {
	name: string;
	text: string;
	picture: string;
}

interface Steps {
	title: string;
	steps: readonly string[];
}

const nl: StartText = {
	title: "Alles wat er in de regio aan techniek gebeurt, op de plek waar mensen al kijken",
	lead: "Regiotechniek houdt één inventaris bij van evenementen, kansen en initiatieven in de techniek. Scholen, bedrijven en programmabureaus tonen die met één scripttag op hun eigen website, en medewerkers vullen hem aan met één klik op de pagina die ze bekijken.",
	skip: "Naar de inhoud",
	partners: {
		title: "Zo ziet het er bij partners uit",
		text: "Vier verzonnen websites, elk met een eigen vormgeving. Wat zij tonen, komt rechtstreeks uit deze inventaris, die met voorbeelden is gevuld.",
		noSamples:
			"Deze inventaris is zonder voorbeeldregio’s gestart. De voorbeeldsites tonen daarom pas iets als u zelf hebt gepubliceerd.",
	},
	school: {
		name: "Vakcollege Spoorbuurt",
		text: "Een school toont de techniekagenda van de stad.",
		picture: "Schermafbeelding van de website van een school met een lijst van evenementen",
	},
	company: {
		name: "Machinefabriek De Leij",
		text: "Een bedrijf toont zijn eigen vacatures, stages en gastlessen.",
		picture: "Schermafbeelding van de website van een bedrijf met een lijst van vacatures",
	},
	programme: {
		name: "Programmabureau",
		text: "Een programma toont alle initiatieven als kaarten.",
		picture: "Schermafbeelding van de website van een programmabureau met kaarten van initiatieven",
	},
	overview: {
		name: "Regioberaad",
		text: "Een bestuur ziet cijfers, netwerk, dekking en terugblik van elke regio.",
		picture: "Schermafbeelding van de website van een regiobestuur met cijfers van de regio",
	},
	staff: {
		title: "Voor medewerkers",
		text: "In de werkplaats beoordeelt u wat er is geclipt, verbetert u het en zet u het openbaar. Aanmelden gaat met een toegangscode:",
		open: "Naar de werkplaats",
		token: "Maak een toegangscode op de computer waar deze dienst draait:",
		command: "npm run -s inventory -- token create --name demo --role editor",
		editor: "Dezelfde code vult u in bij de instellingen van de clipper.",
	},
	clipper: {
		title: "De clipper in uw browser",
		text: "De browserextensie leest de pagina die u bekijkt als initiatief, evenement of kans. Hij staat al gebouwd in de map van dit project:",
		tryOn: "Probeer hem uit op",
		page: "deze verzonnen projectpagina",
		chromium: {
			title: "Chromium, Chrome of Edge",
			steps: [
				"Open chrome://extensions en zet de ontwikkelaarsmodus aan.",
				"Kies ‘Uitgepakte extensie laden’ en wijs de map dist/extension-chromium aan.",
				"Open de instellingen van de extensie en vul dit adres en uw toegangscode in.",
				"Klik op een pagina op het icoon van de clipper.",
			],
		},
		firefox: {
			title: "Firefox",
			steps: [
				"Open about:debugging#/runtime/this-firefox.",
				"Kies ‘Tijdelijke add-on laden’ en wijs dist/extension-firefox/manifest.json aan.",
				"Open de instellingen van de extensie en vul dit adres en uw toegangscode in.",
				"Klik op een pagina op het icoon van de clipper.",
			],
		},
	},
	feeds: {
		title: "Open gegevens per regio",
		text: "Wat gepubliceerd is, mag iedereen gebruiken: als lijst, of als bestand voor een eigen toepassing.",
		none: "Er is nog geen regio. Voeg er een toe: npm run -s inventory -- region add --id noord-veluwe --name Noord-Veluwe",
		api: "Beschrijving van de API",
		catalog: "Catalogus van de open data",
	},
	kinds: {
		events: "Evenementen",
		opportunities: "Kansen",
		initiatives: "Initiatieven",
		organizations: "Organisaties",
		indicators: "Indicatoren",
	},
	review: "Terugblik per jaar",
	health: "Werkt de dienst?",
	footer: (version) => `Regiotechniek ${version}. Geen cookies voor bezoekers, niets van derden.`,
};

const en: StartText = {
	title: "Everything that goes on in technology in the region, where people already look",
	lead: "Regiotechniek keeps one inventory of events, opportunities and initiatives in technology. Schools, companies and programme offices show it on their own website with one script tag, and staff add to it with one click on the page they are looking at.",
	skip: "Skip to content",
	partners: {
		title: "What it looks like at partners",
		text: "Four invented websites, each with a design of its own. What they show comes straight from this inventory, which is filled with samples.",
		noSamples:
			"This inventory was started without sample regions. The example sites show something once you have published it yourself.",
	},
	school: {
		name: "Vakcollege Spoorbuurt",
		text: "A school shows the city’s technology agenda.",
		picture: "Screenshot of a school’s website with a list of events",
	},
	company: {
		name: "Machinefabriek De Leij",
		text: "A company shows its own vacancies, internships and guest lessons.",
		picture: "Screenshot of a company’s website with a list of vacancies",
	},
	programme: {
		name: "Programme office",
		text: "A programme shows all initiatives as cards.",
		picture: "Screenshot of a programme office’s website with cards of initiatives",
	},
	overview: {
		name: "Regional board",
		text: "A board sees figures, network, coverage and the year in review of each region.",
		picture: "Screenshot of a regional board’s website with figures of the region",
	},
	staff: {
		title: "For staff",
		text: "In the workbench you review what was clipped, correct it and make it public. You sign in with an access token:",
		open: "To the workbench",
		token: "Make an access token on the computer that runs this service:",
		command: "npm run -s inventory -- token create --name demo --role editor",
		editor: "The same token goes into the clipper’s settings.",
	},
	clipper: {
		title: "The clipper in your browser",
		text: "The browser extension reads the page you look at as an initiative, an event or an opportunity. It stands built in the folder of this project:",
		tryOn: "Try it on",
		page: "this invented project page",
		chromium: {
			title: "Chromium, Chrome or Edge",
			steps: [
				"Open chrome://extensions and switch on developer mode.",
				"Choose ‘Load unpacked’ and point to the folder dist/extension-chromium.",
				"Open the extension’s settings and fill in this address and your access token.",
				"On a page, click the clipper’s icon.",
			],
		},
		firefox: {
			title: "Firefox",
			steps: [
				"Open about:debugging#/runtime/this-firefox.",
				"Choose ‘Load Temporary Add-on’ and point to dist/extension-firefox/manifest.json.",
				"Open the extension’s settings and fill in this address and your access token.",
				"On a page, click the clipper’s icon.",
			],
		},
	},
	feeds: {
		title: "Open data by region",
		text: "What is published is for everybody to use: as a list, or as a file for an application of your own.",
		none: "There is no region yet. Add one: npm run -s inventory -- region add --id noord-veluwe --name Noord-Veluwe",
		api: "Description of the API",
		catalog: "Catalogue of the open data",
	},
	kinds: {
		events: "Events",
		opportunities: "Opportunities",
		initiatives: "Initiatives",
		organizations: "Organisations",
		indicators: "Indicators",
	},
	review: "Year in review",
	health: "Is the service up?",
	footer: (version) => `Regiotechniek ${version}. No cookies for visitors, nothing from third parties.`,
};

export const startText: Readonly<Record<Language, StartText>> = { nl, en };
