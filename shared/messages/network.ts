import type { NetworkLink } from "../model/network.ts";
import type { LinkKind } from "../vocabularies/network.ts";
import type { Language } from "../vocabularies/vocabulary.ts";

type Count = (count: number) => string;

/** What `<techniek-network>` says, beside what every widget says. */
export interface NetworkMessages {
	/** The name of the picture for who does not see it. */
	summary: (region: string, counts: string, connected: string) => string;
	/** "45 organisaties, 12 programma's en 130 verbindingen". */
	counts: {
		organization: Count;
		programme: Count;
		initiative: Count;
		event: Count;
		fund: Count;
		links: Count;
	};
	empty: string;
	filteredEmpty: string;
	failed: string;
	drawing: string;
	filter: string;
	actionLine: string;
	stage: string;
	place: string;
	kind: string;
	any: string;
	clear: string;
	retry: string;
	controls: string;
	zoomIn: string;
	zoomOut: string;
	whole: string;
	keys: string;
	legend: string;
	/** Above the lists beside the picture. */
	connected: string;
	bridges: string;
	bridgesWhy: string;
	unconnected: string;
	noneUnconnected: string;
	links: Count;
	separates: Count;
	/** In the card. */
	goal: string;
	with: string;
	alone: string;
	contact: string;
	page: string;
	around: string;
	close: string;
	chosen: (title: string, kind: string, links: string) => string;
	/** While only one node and what is around it are shown. */
	focused: (title: string) => string;
	steps: string;
	all: string;
	/** How a node is linked with another one: read from it, and towards it. */
	roles: Record<LinkKind, readonly [from: string, to: string]>;
	/** The table. */
	asTable: string;
	hideTable: string;
	caption: (region: string) => string;
	organization: string;
	kindColumn: string;
	partners: string;
	through: string;
	noPartners: string;
	others: string;
	more: string;
	shown: (shown: number, total: number) => string;
	direct: string;
	download: string;
}

const count = (one: string, many: string) => (value: number) => `${value} ${value === 1 ? one : many}`;

const nl: NetworkMessages = {
	summary: (region, counts, connected) =>
		`Netwerkkaart ${region}: ${counts}.${connected ? ` Meest verbonden: ${connected}.` : ""} De tabel onder de kaart geeft hetzelfde.`,
	counts: {
		organization: count("organisatie", "organisaties"),
		programme: count("programma", "programma’s"),
		initiative: count("initiatief", "initiatieven"),
		event: count("evenement of reeks", "evenementen en reeksen"),
		fund: count("regeling", "regelingen"),
		links: count("verbinding", "verbindingen"),
	},
	empty: "Er is nog geen netwerk: er zijn geen organisaties en initiatieven gepubliceerd.",
	filteredEmpty: "Niets in het netwerk past bij deze keuze. Haal een filter weg.",
	failed: "Het netwerk is nu niet bereikbaar.",
	drawing: "De kaart wordt getekend…",
	filter: "Filter het netwerk",
	actionLine: "Actielijn",
	stage: "Niveau",
	place: "Plaats",
	kind: "Soort",
	any: "Alle",
	clear: "Wis alle filters",
	retry: "Opnieuw proberen",
	controls: "Kaart",
	zoomIn: "Inzoomen",
	zoomOut: "Uitzoomen",
	whole: "Alles in beeld",
	keys: "Slepen verschuift de kaart, Ctrl met scrollen of twee vingers zoomt. Met het toetsenbord: pijltjes gaan naar een buur, + en − zoomen, Enter toont alleen deze en buren, Escape gaat terug.",
	legend: "Betekenis van de vormen",
	connected: "Meest verbonden",
	bridges: "Bruggen",
	bridgesWhy: "Zonder hen valt het netwerk uiteen. Het getal: hoeveel er dan los komen.",
	unconnected: "Zonder verbinding",
	noneUnconnected: "Alles heeft een verbinding.",
	links: count("verbinding", "verbindingen"),
	separates: count("komt anders los", "komen anders los"),
	goal: "Doel",
	with: "Met wie en waardoor",
	alone: "Nog zonder verbinding in dit netwerk.",
	contact: "Contact",
	page: "Naar de eigen pagina",
	around: "Alleen deze en buren",
	close: "Sluiten",
	chosen: (title, kind, links) => `${title}, ${kind}, ${links}`,
	focused: (title) => `Alleen ${title} en wat eromheen ligt.`,
	steps: "Stappen",
	all: "Toon het hele netwerk",
	roles: {
		leads: ["Trekt", "Trekker"],
		partner: ["Werkt mee aan", "Partner"],
		funds: ["Financiert", "Gefinancierd door"],
		organizes: ["Organiseert", "Organisator"],
		offers: ["Biedt plekken in", "Plekken van"],
		partOf: ["Hoort bij", "Onderdelen"],
	},
	asTable: "Als tabel",
	hideTable: "Verberg de tabel",
	caption: (region) => `Netwerk ${region}: organisaties met hun partners`,
	organization: "Organisatie",
	kindColumn: "Soort",
	partners: "Partners",
	through: "Met wie en waardoor",
	noPartners: "Geen",
	others: "Zonder organisatie",
	more: "Toon meer",
	shown: (shown, total) => `${shown} van ${total}`,
	direct: "Rechtstreeks",
	download: "Download",
};

const en: NetworkMessages = {
	summary: (region, counts, connected) =>
		`Network map ${region}: ${counts}.${connected ? ` Most connected: ${connected}.` : ""} The table below the map says the same.`,
	counts: {
		organization: count("organisation", "organisations"),
		programme: count("programme", "programmes"),
		initiative: count("initiative", "initiatives"),
		event: count("event or series", "events and series"),
		fund: count("funding programme", "funding programmes"),
		links: count("link", "links"),
	},
	empty: "There is no network yet: no organisations and initiatives are published.",
	filteredEmpty: "Nothing in the network fits this choice. Remove a filter.",
	failed: "The network cannot be reached at the moment.",
	drawing: "Drawing the map…",
	filter: "Filter the network",
	actionLine: "Action line",
	stage: "Level",
	place: "Place",
	kind: "Kind",
	any: "All",
	clear: "Clear all filters",
	retry: "Try again",
	controls: "Map",
	zoomIn: "Zoom in",
	zoomOut: "Zoom out",
	whole: "Show all of it",
	keys: "Dragging moves the map, Ctrl with scrolling or two fingers zooms. With the keyboard: arrows go to a neighbour, + and − zoom, Enter shows only this and its neighbours, Escape goes back.",
	legend: "What the shapes mean",
	connected: "Most connected",
	bridges: "Bridges",
	bridgesWhy: "Without them the network falls apart. The figure: how many would come loose.",
	unconnected: "Without a link",
	noneUnconnected: "Everything has a link.",
	links: count("link", "links"),
	separates: count("would come loose", "would come loose"),
	goal: "Goal",
	with: "With whom and through what",
	alone: "No links in this network yet.",
	contact: "Contact",
	page: "To its own page",
	around: "Only this and its neighbours",
	close: "Close",
	chosen: (title, kind, links) => `${title}, ${kind}, ${links}`,
	focused: (title) => `Only ${title} and what is around it.`,
	steps: "Steps",
	all: "Show the whole network",
	roles: {
		leads: ["Leads", "Lead"],
		partner: ["Takes part in", "Partner"],
		funds: ["Funds", "Funded by"],
		organizes: ["Organises", "Organiser"],
		offers: ["Offers places in", "Places from"],
		partOf: ["Is part of", "Parts"],
	},
	asTable: "As a table",
	hideTable: "Hide the table",
	caption: (region) => `Network ${region}: organisations with their partners`,
	organization: "Organisation",
	kindColumn: "Kind",
	partners: "Partners",
	through: "With whom and through what",
	noPartners: "None",
	others: "Without an organisation",
	more: "Show more",
	shown: (shown, total) => `${shown} of ${total}`,
	direct: "Directly",
	download: "Download",
};

export const networkMessages: Readonly<Record<Language, NetworkMessages>> = { nl, en };

/** The heading under which the other end of a link stands, as seen from the node `id`. */
export const roleIn = (say: NetworkMessages, link: NetworkLink, id: string): string =>
	say.roles[link.kind][link.source === id ? 0 : 1];
