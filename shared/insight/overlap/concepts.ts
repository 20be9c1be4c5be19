import { wordKey } from "../../text/word-forms.ts";
import { synonymKey } from "../../text/word-synonyms.ts";

/**
 * Words that offices change for one another when they describe the same thing: wider than what duplicates are found by, where
 * `monitor` and `dashboard` are two things. All meet under the first of their row.
 */
const rows: readonly (readonly string[])[] = [
	["docent", "leraar", "leerkracht", "lerares", "vakdocent", "techniekdocent", "bètadocent"],
	["leerling", "scholier", "kind", "kinderen", "jongere", "jeugd"],
	["basisschool", "basisonderwijs", "basisscholen", "primair", "po"],
	["middelbaar", "middelbare", "voortgezet", "vo"],
	["bedrijf", "onderneming", "ondernemer", "werkgever", "mkb", "bedrijfsleven"],
	["vakman", "vakmens", "vakmensen", "vakkracht", "technicus", "technici", "vakmanschap"],
	["werkende", "werkenden", "werknemer", "medewerker", "personeel"],
	["zijinstroom", "instroom", "overstap", "overstappen", "overstapper", "omscholing", "omscholen", "zijinstromer"],
	["bijscholing", "bijscholen", "nascholing", "bijleren", "scholing"],
	["werkzoekend", "werkzoekende", "werkzoekenden", "werkloos", "werkloze"],
	["programmeren", "coderen", "coding", "codeerles", "programmeerles", "programmeerclub"],
	["monitor", "meten", "meting", "voortgang", "evaluatie", "voortgangsmeting"],
	["cijfers", "kengetal", "kerncijfer", "data", "kpi", "statistiek"],
	["overzicht", "inventarisatie", "beeld", "inventariseren"],
	["conferentie", "congres", "symposium"],
	["loket", "servicepunt", "vraagbaak", "steunpunt"],
	["netwerk", "kring", "kringen"],
	["robot", "robotica", "robotisering"],
	["lespakket", "lesmateriaal", "lesmodule", "leskist", "lessenreeks", "module", "lesbrief"],
	["les", "lessen", "lesgeven", "technieklessen"],
	["werkplaats", "praktijklokaal", "makerspace", "fablab", "makersplaats", "praktijkruimte"],
	["machine", "apparatuur", "machinepark"],
	["delen", "gedeelde", "gedeeld", "gezamenlijk", "gezamenlijke"],
	["bezoek", "excursie", "rondleiding", "bedrijfsbezoek"],
	["website", "internet", "online", "portaal", "platform"],
	["koppelen", "matchen", "matching", "match", "verbinden"],
	["ambassadeur", "rolmodel", "rolmodellen"],
	["meester", "leermeester"],
	["ervaren", "ervaring", "oudere", "oud"],
	["buitenland", "buitenlands", "buitenlandse", "internationaal", "internationale", "expat"],
	["investeringsfonds", "rif"],
	["aanvraag", "aanvragen", "subsidieaanvraag"],
	["stageplek", "stageplaats", "stage", "stagetraject", "stagegarantie"],
	["leerlijn", "leerroute", "leerroutes", "leerpad", "leerweg"],
	["overheid", "gemeente", "gemeenten"],
	["pabo", "lerarenopleiding", "pabostudent"],
	["opleiding", "opleiden"],
	["tekort", "krapte"],
	["slim", "slimme", "smart"],
	["inwoner", "bewoner", "burger", "publiek"],
	["benutten", "gebruiken", "inzetten", "gebruikmaken"],
	["aansluiten", "aanhaken", "aansluiting", "meedoen"],
	["baan", "werk", "beroep", "werken"],
	["hogeschool", "hbo"],
	["geld", "subsidie", "financiering", "bekostigen", "bijdrage"],
	["lab", "techlab", "laboratorium", "fieldlab"],
	["campus", "technocampus", "techniekcampus"],
	["digitaal", "ict", "digitalisering"],
	["adopteren", "adoptie"],
	["vertellen", "voorlichten", "voorlichting"],
	["ontmoeten", "ontmoeting", "kennismaken", "kennismaking"],
	["behouden", "behoud", "vasthouden", "binden"],
	["fabriek", "industrie"],
	["coöperatie", "stichting", "rechtspersoon", "vereniging"],
	["begeleiden", "begeleiding", "coachen", "coach", "mentor"],
];

const concepts = new Map(
	rows.flatMap(([first = "", ...rest]) => {
		const concept = synonymKey(wordKey(first));
		return [first, ...rest].map((word) => [synonymKey(wordKey(word)), concept] as const);
	}),
);

/** `begeleiding` and `begeleiden`, `digitale` and `digitaal`: what a noun, a verb and an adjective of one stem share. */
const stemOf = (key: string): string =>
	key.length < 6
		? key
		: key
				.replace(/(?<=.{5})ing$/, "")
				.replace(/(?<=[^aeiou])e$/, "")
				.replace(/([^aeiou])\1$/, "$1");

const found = new Map<string, string>();

/** The key under which a word, by its word key, meets those that mean the same here. */
export function conceptOf(key: string): string {
	let concept = found.get(key);
	if (concept === undefined) {
		const synonym = synonymKey(key);
		const stem = stemOf(synonym);
		concept = concepts.get(synonym) ?? concepts.get(stem) ?? stem;
		// Words of a language; names are made without end.
		if (found.size < 50_000) found.set(key, concept);
	}
	return concept;
}

const keysOf = new Map<string, string[]>();
for (const row of rows)
	for (const key of new Set(row.map(wordKey))) {
		const concept = conceptOf(key);
		keysOf.set(concept, [...(keysOf.get(concept) ?? []), key]);
	}

/** The word keys in which a concept may be written, itself among them. */
export const formsOf = (concept: string): readonly string[] => keysOf.get(concept) ?? [concept];
