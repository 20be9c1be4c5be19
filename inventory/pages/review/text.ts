import type { Language } from "../../../shared/vocabularies/vocabulary.ts";

/** What the year in review says. Titles and texts of items are Dutch in both. */
export interface ReviewText {
	title: (year: number) => string;
	description: (region: string, year: number) => string;
	programme: string;
	cover: { from: string; asOf: (date: string) => string; print: string; other: string };
	skip: string;
	contents: string;
	years: { title: (region: string) => string; intro: string; none: string; other: string };
	source: string;
	inventory: string;
	inventorySource: (what: string) => string;
	/** Words before a rounded number, by what the note begins with. */
	about: Readonly<Record<string, string>>;
	against: (value: string, year: string) => string;
	redefined: (year: string) => string;
	target: (value: string, period: string | undefined) => string;
	sample: string;
	samples: string;
	counts: {
		initiatives: (count: number) => string;
		events: (count: number) => string;
		organizations: (count: number) => string;
		links: (count: number) => string;
	};
	chapters: {
		glance: string;
		ran: string;
		editions: string;
		figures: string;
		network: string;
		whiteSpots: string;
		sources: string;
	};
	glance: { lead: (initiatives: string, events: string) => string };
	ran: {
		lead: string;
		ongoing: string;
		structure: string;
		activities: string;
		result: string;
		goal: string;
		none: string;
		also: string;
		line: (initiatives: string, events: string) => string;
	};
	editions: {
		lead: string;
		none: string;
		edition: string;
		date: string;
		visitors: string;
		companies: string;
		schools: string;
		total: string;
		counted: (now: string, before: string | undefined) => string;
		official: string;
		caption: (title: string, year: number) => string;
		editions: (count: number) => string;
		source: string;
	};
	figures: { lead: string; none: string; figure: string; caption: (year: number) => string; unit: string };
	network: {
		lead: (organizations: string, links: string) => string;
		connected: string;
		ties: (count: number) => string;
		bridges: string;
		bridgesText: string;
		apart: (count: number) => string;
		none: string;
	};
	whiteSpots: { lead: string; caption: string; none: string };
	sources: { lead: string; open: string; method: string };
	footer: string;
}

const number = (language: Language) => new Intl.NumberFormat(language);
const counted = (language: Language, one: string, many: string) => (count: number) =>
	`${number(language).format(count)} ${count === 1 ? one : many}`;

const nl: ReviewText = {
	title: (year) => `Terugblik ${year}`,
	description: (region, year) =>
		`Wat er in ${year} in ${region} aan techniek gebeurde: initiatieven, edities, cijfers en netwerk.`,
	programme: "Programma",
	cover: {
		from: "Opgemaakt uit de open gegevens van de regionale inventaris",
		asOf: (date) => `Stand van ${date}`,
		print: "Deze pagina is bedoeld om te lezen en af te drukken: kies in uw browser voor afdrukken of opslaan als PDF.",
		other: "Read this in English",
	},
	skip: "Naar de inhoud",
	contents: "Inhoud",
	years: {
		title: (region) => `Terugblikken ${region}`,
		intro: "Van elk jaar een terugblik uit de gegevens: wat er liep, wat het opleverde en waar nog niets is.",
		none: "Er is nog geen jaar waarover iets te vertellen is.",
		other: "Andere jaren",
	},
	source: "Bron",
	inventory: "Regionale inventaris",
	inventorySource: (what) => `Regionale inventaris, ${what}`,
	about: { ruim: "ruim", circa: "circa", ongeveer: "ongeveer", bijna: "bijna", minstens: "minstens" },
	against: (value, year) => `tegen ${value} in ${year}`,
	redefined: (year) => `De definitie is sinds ${year} veranderd; de twee zijn niet te vergelijken.`,
	target: (value, period) => (period ? `Doel voor ${period}: ${value}` : `Doel: ${value}`),
	sample: "voorbeeld",
	samples: "Wat met ‘voorbeeld’ is gemerkt, is verzonnen.",
	counts: {
		initiatives: counted("nl", "initiatief", "initiatieven"),
		events: counted("nl", "evenement", "evenementen"),
		organizations: counted("nl", "organisatie", "organisaties"),
		links: counted("nl", "verbinding", "verbindingen"),
	},
	chapters: {
		glance: "Het jaar in het kort",
		ran: "Wat er liep, per actielijn",
		editions: "Resultaten per editie",
		figures: "Cijfers van het jaar",
		network: "Het netwerk",
		whiteSpots: "Witte vlekken",
		sources: "Bronnen en verantwoording",
	},
	glance: {
		lead: (initiatives, events) =>
			`In dit jaar liepen ${initiatives} en waren er ${events}. Dit zijn de cijfers die erbij horen.`,
	},
	ran: {
		lead: "Een initiatief staat bij de actielijn waaraan het het meest bijdraagt; bij de andere wordt het genoemd.",
		ongoing: "doorlopend",
		structure: "Programma en structuur",
		activities: "Activiteiten",
		result: "Resultaat",
		goal: "Doel",
		none: "Bij deze actielijn liep in dit jaar niets dat bekend is.",
		also: "Ook van betekenis voor deze lijn",
		line: (initiatives, events) => `${initiatives}, ${events}`,
	},
	editions: {
		lead: "Wat er per editie geteld of geschat is door wie het organiseerde. Een streepje betekent: niet bekend.",
		none: "Van dit jaar zijn geen resultaten per editie bekend.",
		edition: "Editie",
		date: "Datum",
		visitors: "Bezoekers",
		companies: "Bedrijven",
		schools: "Scholen",
		total: "Opgeteld",
		counted: (now, before) => (before ? `${now}, tegen ${before} een jaar eerder.` : `${now}.`),
		official: "Het programma rapporteerde over het hele jaar:",
		caption: (title, year) => `${title}, ${year}`,
		editions: counted("nl", "editie", "edities"),
		source: "de evenementen zelf",
	},
	figures: {
		lead: "Alle indicatoren waarvan dit jaar gemeten is, naast het jaar ervoor.",
		none: "Van dit jaar zijn geen cijfers bekend.",
		figure: "Indicator",
		caption: (year) => `Indicatoren van ${year} naast die van ${year - 1}`,
		unit: "Eenheid",
	},
	network: {
		lead: (organizations, links) =>
			`${organizations} deden samen mee aan wat er dit jaar liep, met ${links} tussen organisaties, initiatieven en evenementen.`,
		connected: "Meest verbonden",
		ties: counted("nl", "verbinding", "verbindingen"),
		bridges: "Bruggen",
		bridgesText: "Zonder deze organisaties valt het netwerk in losse delen uiteen:",
		apart: (count) =>
			count === 1
				? "Eén bekende organisatie komt in dit jaar bij niets voor."
				: `${number("nl").format(count)} bekende organisaties komen in dit jaar bij niets voor.`,
		none: "Van dit jaar is niet bekend wie er samenwerkten.",
	},
	whiteSpots: {
		lead: "Hoeveel initiatieven die dit jaar liepen er per actielijn en fase van onderwijs of werk waren, en waar geen.",
		caption: "Initiatieven per actielijn en fase",
		none: "Er liep dit jaar niets dat bekend is; dan is alles een witte vlek.",
	},
	sources: {
		lead: "De cijfers op deze pagina komen uit:",
		open: "De gegevens zelf zijn open",
		method:
			"Een initiatief telt mee als zijn planning dit jaar noemt, of als het loopt en er geen jaartal bekend is (doorlopend). Een evenement telt mee op de dag waarop het begon, tenzij het is afgelast of uitgesteld. Een schooljaar telt in het jaar waarin het eindigt.",
	},
	footer: "Regiotechniek: alles wat er in de regio aan techniek gebeurt. Geen cookies, niets van derden.",
};

const en: ReviewText = {
	title: (year) => `Year in review ${year}`,
	description: (region, year) =>
		`What happened in technology in ${region} in ${year}: initiatives, editions, figures and network.`,
	programme: "Programme",
	cover: {
		from: "Made from the open data of the regional inventory",
		asOf: (date) => `As of ${date}`,
		print: "This page is meant for reading and printing: choose print, or save as PDF, in your browser.",
		other: "Lees dit in het Nederlands",
	},
	skip: "Skip to content",
	contents: "Contents",
	years: {
		title: (region) => `Years in review ${region}`,
		intro: "A review of each year from the data: what ran, what came of it, and where there is nothing yet.",
		none: "There is no year yet of which there is something to tell.",
		other: "Other years",
	},
	source: "Source",
	inventory: "Regional inventory",
	inventorySource: (what) => `Regional inventory, ${what}`,
	about: { ruim: "over", circa: "about", ongeveer: "about", bijna: "almost", minstens: "at least" },
	against: (value, year) => `against ${value} in ${year}`,
	redefined: (year) => `The definition changed since ${year}: the two cannot be compared.`,
	target: (value, period) => (period ? `Target for ${period}: ${value}` : `Target: ${value}`),
	sample: "sample",
	samples: "What is marked ‘sample’ is invented.",
	counts: {
		initiatives: counted("en", "initiative", "initiatives"),
		events: counted("en", "event", "events"),
		organizations: counted("en", "organisation", "organisations"),
		links: counted("en", "link", "links"),
	},
	chapters: {
		glance: "The year in brief",
		ran: "What ran, by action line",
		editions: "Results by edition",
		figures: "Figures of the year",
		network: "The network",
		whiteSpots: "White spots",
		sources: "Sources and method",
	},
	glance: {
		lead: (initiatives, events) =>
			`In this year ${initiatives} ran and there were ${events}. These are the figures that go with them.`,
	},
	ran: {
		lead: "An initiative stands under the action line that it serves most; under others it is named.",
		ongoing: "ongoing",
		structure: "Programme and structure",
		activities: "Activities",
		result: "Result",
		goal: "Goal",
		none: "Nothing that we know of ran under this action line in this year.",
		also: "Of use to this line as well",
		line: (initiatives, events) => `${initiatives}, ${events}`,
	},
	editions: {
		lead: "What was counted or estimated for each edition by those who organised it. A dash means: not known.",
		none: "No results by edition are known of this year.",
		edition: "Edition",
		date: "Date",
		visitors: "Visitors",
		companies: "Companies",
		schools: "Schools",
		total: "Added up",
		counted: (now, before) => (before ? `${now}, against ${before} a year earlier.` : `${now}.`),
		official: "Over the whole year the programme reported:",
		caption: (title, year) => `${title}, ${year}`,
		editions: counted("en", "edition", "editions"),
		source: "the events themselves",
	},
	figures: {
		lead: "All indicators that were measured this year, beside the year before.",
		none: "No figures are known of this year.",
		figure: "Indicator",
		caption: (year) => `Indicators of ${year} beside those of ${year - 1}`,
		unit: "Unit",
	},
	network: {
		lead: (organizations, links) =>
			`${organizations} took part in what ran this year, with ${links} between organisations, initiatives and events.`,
		connected: "Most connected",
		ties: counted("en", "link", "links"),
		bridges: "Bridges",
		bridgesText: "Without these organisations the network falls apart:",
		apart: (count) =>
			count === 1
				? "One known organisation took part in nothing this year."
				: `${number("en").format(count)} known organisations took part in nothing this year.`,
		none: "It is not known who worked together this year.",
	},
	whiteSpots: {
		lead: "How many of the initiatives that ran this year served each action line and stage of education or work, and where none did.",
		caption: "Initiatives by action line and stage",
		none: "Nothing that we know of ran this year: all of it is a white spot.",
	},
	sources: {
		lead: "The figures on this page come from:",
		open: "The data themselves are open",
		method:
			"An initiative counts when its planning names this year, or when it runs and no year is known (ongoing). An event counts on the day on which it began, unless it was cancelled or postponed. A school year counts in the year in which it ends.",
	},
	footer: "Regiotechniek: everything that happens in technology in the region. No cookies, nothing from third parties.",
};

export const reviewText: Readonly<Record<Language, ReviewText>> = { nl, en };
