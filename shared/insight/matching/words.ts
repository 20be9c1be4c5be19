import { plainWords } from "../../text/search-words.ts";
import { wordKey } from "../../text/word-forms.ts";
import { synonymKey } from "../../text/word-synonyms.ts";
import { municipalities } from "../../vocabularies/municipalities.ts";
import type { Wish } from "./side.ts";

/** Words that every request and offer has: they say nothing of what it is about. Places, stages and types are compared apart. */
const common = new Set(
	`
		stage stageplaats stageplek stagiair gastles gastlessen excursie bedrijfsbezoek rondleiding opdracht vacature
		leerwerkplek afstudeeropdracht afstudeerplek afstuderen omscholing vakantiewerk bijbaan baan docent hybride les
		lessen klas groep leerling leerlingen student studenten school scholen bedrijf bedrijven organisatie team
		collega mensen jongeren kinderen techniek technisch technische technologie werk werken werkt leren leert
		opleiding traject plek plaats plekken vmbo mbo hbo wo havo vwo bol bbl bovenbouw onderbouw basisschool praktijk
		praktijkdag niveau leerjaar jaar jaren dag dagen week weken maand maanden uur uren ochtend middag periode
		schooljaar halve hele januari februari maart april mei juni juli augustus september oktober november december
		voorjaar najaar zomer voorbeeld zoeken zoekt gezocht gevraagd vraag vraagt aanbod bieden biedt geven geeft komt
		komen gaan gaat maken maakt kunnen kan wil willen graag samen eigen alles zelf veel meer goed beste ruimte
		mogelijk welkom ervaring nodig nog onze hun haar zijn hem zij wij jullie waar wanneer tijdens tussen daarna
		eerst twee drie vier vijf zes tien nieuw worden wordt heeft hebben bent mag mogen moet laten laat zien kijken
		kijkt doen doet via per ook dan wel geen langs half door voor van het een de en of in op om met bij aan naar
		uit over tot als wat wie hoe die dat dit deze er daar hier iemand iets niets elke elk ieder iedereen ander
		andere anderen we je jij jouw uw u ons mijn kleine grote echte vaste ervaren bouwen gebouwd the and for with
		our you werkplaats binnen buiten liefst plus krijgt krijg klassen tweede derde eerste vierde graad groepje
		groepen
	`
		.trim()
		.split(/\s+/)
		.map(wordKey),
);
for (const place of Object.values(municipalities))
	for (const word of plainWords([place.nl, ...("synonyms" in place ? place.synonyms : [])].join(" ")))
		common.add(wordKey(word));

/** How much of a long text is read: what it is about stands at its beginning. */
const most = 500;

const known = new WeakMap<Wish, Map<string, string>>();

/** The words that say what it is about, by key, each as it is written. Plainly taken: this is done for hundreds at a time. */
function wordsOf(wish: Wish): Map<string, string> {
	const before = known.get(wish);
	if (before) return before;
	const found = new Map<string, string>();
	const text = `${wish.title} ${wish.summary ?? ""} ${(wish.description ?? "").slice(0, most)}`;
	for (const word of plainWords(text)) {
		if (word.length < 3 || word < "a") continue;
		const key = wordKey(word);
		const one = synonymKey(key);
		if (!common.has(key) && !common.has(one) && !found.has(one)) found.set(one, word);
	}
	known.set(wish, found);
	return found;
}

/** A word that the other has a part of counts for half: "lasrobot" beside "robot". */
const isPart = (whole: string, part: string) =>
	part.length >= 5 && whole.length > part.length && (whole.startsWith(part) || whole.endsWith(part));

/** How many words two wishes have in common, and the words. */
export function sharedWords(one: Wish, other: Wish): { count: number; examples: string[] } {
	const [left, right] = [wordsOf(one), wordsOf(other)];
	const examples: string[] = [];
	let count = 0;
	for (const [key, word] of left) {
		if (right.has(key)) {
			count += 1;
			examples.unshift(word);
			continue;
		}
		for (const [theirs, written] of right) {
			if (!isPart(key, theirs) && !isPart(theirs, key)) continue;
			count += 0.5;
			examples.push(key.length > theirs.length ? word : written);
			break;
		}
	}
	return { count, examples: [...new Set(examples)] };
}
