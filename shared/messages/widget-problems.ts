import type { Language } from "../vocabularies/vocabulary.ts";
import type { WidgetProblem } from "./widgets.ts";

/** Sentences for the partner who placed a widget, each with the detail it is about: what is wrong and what to do. */
export const widgetProblems: Readonly<Record<Language, Record<WidgetProblem, (detail: string) => string>>> = {
	nl: {
		region: () => `Geef aan wat er te zien moet zijn: region="…" of src="…" ontbreekt.`,
		inventory: () =>
			`Niet bekend is waar de inventaris staat. Laad het script van de inventaris, of roep setInventory("https://…/") van het pakket aan.`,
		value: (detail) => `Onbekende waarde: ${detail}.`,
		dropped: (detail) =>
			`${detail} onbruikbaar in de feed en daarom weggelaten: id, titel of begintijd ontbreekt of klopt niet.`,
		network: () => "De feed is onbereikbaar: het netwerk of de server van de inventaris antwoordt niet.",
		csp: (detail) =>
			`De Content-Security-Policy van deze pagina houdt de feed tegen. Voeg ${detail} toe aan connect-src.`,
		cors: (detail) =>
			`${detail} staat niet toe dat deze pagina de feed leest. Laat die server Access-Control-Allow-Origin: * meesturen.`,
		timeout: () => "De feed antwoordt niet op tijd.",
		http: (detail) => `De feed antwoordt ${detail}`,
		format: () => "Op dit adres staat geen feed (techniek-feed/1, JSON). Klopt src of region?",
		version: (detail) =>
			`Deze feed heeft de vorm ${detail}: daarvoor is een nieuwer script nodig. Gebruik /embed/v1.js, of zet een nieuwere versie vast.`,
		kind: (detail) => `Deze feed bevat ${detail} en past niet bij dit element.`,
		part: (detail) =>
			`Het onderdeel ${detail} kon niet worden geladen. Staat het adres van de inventaris in script-src van uw Content-Security-Policy?`,
		tiles: (detail) =>
			`De kaartbeelden van ${detail} zijn niet te laden. Staat dit adres in img-src van uw Content-Security-Policy?`,
	},
	en: {
		region: () => `Say what to show: region="…" or src="…" is missing.`,
		inventory: () =>
			`It is not known where the inventory is. Load the script from the inventory, or call setInventory("https://…/") of the package.`,
		value: (detail) => `Unknown value: ${detail}.`,
		dropped: (detail) => `${detail} unusable in the feed and left out: id, title or start is missing or wrong.`,
		network: () => "The feed cannot be reached: the network or the inventory's server does not answer.",
		csp: (detail) => `This page's Content-Security-Policy stops the feed. Add ${detail} to connect-src.`,
		cors: (detail) =>
			`${detail} does not let this page read the feed. Have that server send Access-Control-Allow-Origin: *.`,
		timeout: () => "The feed does not answer in time.",
		http: (detail) => `The feed answers ${detail}`,
		format: () => "There is no feed (techniek-feed/1, JSON) at this address. Is src or region right?",
		version: (detail) =>
			`This feed is of format ${detail}, which needs a newer script. Use /embed/v1.js, or pin a newer version.`,
		kind: (detail) => `This feed holds ${detail} and does not fit this element.`,
		part: (detail) =>
			`The part ${detail} could not be loaded. Is the inventory's address in script-src of your Content-Security-Policy?`,
		tiles: (detail) =>
			`The map images of ${detail} cannot be loaded. Is this address in img-src of your Content-Security-Policy?`,
	},
};
