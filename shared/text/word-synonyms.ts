import { wordKey } from "./word-forms.ts";

/** Words of which people use one or the other; all meet under the first. By word key. */
const synonyms = new Map(
	[
		["meisjes", "meiden", "girls", "vrouwen"],
		["docent", "leraar", "leerkracht"],
		["leerroute", "leerlijn"],
		["excursie", "rondleiding", "bedrijfsbezoek"],
		["stage", "stageplaats", "meewerkstage", "stageplek", "stagiair", "stagiaire"],
		["vakantiewerk", "vakantiebaan", "vakantiejob", "zomerbaan"],
		["leerwerkplek", "leerwerkbaan", "leerbaan", "leerwerkplaats"],
		["gastles", "gastcollege"],
		["wedstrijd", "challenge", "competitie"],
		["kind", "zoon", "dochter"],
		["proefstuderen", "proefstudeerdag", "proefstudeerdagen", "meeloopdag"],
		["afstudeeropdracht", "afstuderen", "afstudeerstage"],
		["omscholing", "omscholen", "omscholingstraject"],
		["bedrijven", "ondernemingen"],
	].flatMap(([first = "", ...rest]) => [first, ...rest].map((word) => [wordKey(word), wordKey(first)] as const)),
);

/** Words for coming together that people change for one another. */
const gathering = /(?:sessie|bijeenkomst|middag|ochtend|meeting)$/;

/** The word key that stands for a word and those that people use instead of it. */
export const synonymKey = (word: string): string => synonyms.get(word) ?? word.replace(gathering, "bijeenkomst");
