import type { Indexed } from "../../../shared/text/duplicate-index.ts";
import { municipalities } from "../../../shared/vocabularies/municipalities.ts";
import { randomFrom } from "../../support/random.ts";

const forms = {
	event: [
		"Open dag",
		"Open avond",
		"Workshop",
		"Bedrijfsbezoek",
		"Techniekdag",
		"Beroepenmarkt",
		"Meeloopdag",
		"Inspiratiesessie",
		"Netwerkbijeenkomst",
		"Kennismaken met",
		"Proefles",
		"Scholingsdag",
	],
	opportunity: [
		"Vacature",
		"Stage",
		"Leerwerkplek",
		"Gastles",
		"Excursie",
		"Afstudeeropdracht",
		"Vakantiewerk",
		"Omscholing tot",
		"Hybride docent",
		"Monteur",
		"Leerling monteur",
		"Operator",
	],
	initiative: [
		"Techlab",
		"Doorlopende leerroute",
		"Techniekpromotie",
		"Bedrijvenkring",
		"Zij-instroom",
		"Practoraat",
		"Leerwerkgarantie",
		"Bedrijfsschool",
		"Techniekcoach",
		"Docentenstage",
		"Loopbaanoriëntatie",
		"Meer meisjes in",
	],
} as const;
const subjects = [
	"elektrotechniek",
	"mechatronica",
	"robotica",
	"lassen",
	"houtbouw",
	"installatietechniek",
	"warmtepompen",
	"waterstof",
	"procestechniek",
	"composieten",
	"drones",
	"programmeren",
	"cybersecurity",
	"zonnepanelen",
	"windenergie",
	"autotechniek",
	"fietstechniek",
	"vliegtuigonderhoud",
	"logistiek",
	"voedingstechniek",
	"kassenbouw",
	"zorgtechnologie",
	"3d-printen",
	"game design",
	"infratechniek",
	"wegenbouw",
	"metselen",
	"timmeren",
	"schilderen",
	"koudetechniek",
	"meet- en regeltechniek",
	"fijnmechanica",
	"CNC-frezen",
	"kunststoftechniek",
	"laboratoriumtechniek",
	"watermanagement",
	"scheepsbouw",
	"landmeten",
	"domotica",
	"slimme industrie",
] as const;
const additions = [
	"",
	"",
	"",
	"voor vmbo",
	"voor mbo",
	"voor basisscholen",
	"voor docenten",
	"voor werkenden",
	"niveau 2",
	"niveau 4",
] as const;
const firsts = [
	"Van Dijk",
	"Bakker",
	"De Wit",
	"Smeets",
	"Hulst",
	"Vos",
	"Prins",
	"Kuiper",
	"Mol",
	"Brink",
	"Linden",
	"Haan",
] as const;
const seconds = [
	"Techniek",
	"Machinebouw",
	"College",
	"Installaties",
	"Metaal",
	"Academie",
	"Energie",
	"Bouw",
	"Systems",
	"Lyceum",
] as const;

/** An invented inventory to hide records in: titles as they are written, in places of the region, over three years. */
export function inventedInventory(size: number, seed = 20_000): Indexed[] {
	const random = randomFrom(seed);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? (list[0] as T);
	const places = Object.values(municipalities).map((it) => it.nl);
	const kinds = ["event", "opportunity", "initiative"] as const;
	return Array.from({ length: size }, (_, index) => {
		const kind = pick(kinds);
		const place = pick(places);
		const year = 2025 + Math.floor(random() * 3);
		const title = [
			pick(forms[kind]),
			pick(subjects),
			pick(additions),
			random() < 0.2 ? place : "",
			random() < 0.1 ? year : "",
		];
		const month = String(1 + Math.floor(random() * 12)).padStart(2, "0");
		const day = String(1 + Math.floor(random() * 28)).padStart(2, "0");
		const organization = `${pick(firsts)} ${pick(seconds)} ${random() < 0.5 ? place : index % 97}`;
		return {
			id: `invented-${index}`,
			kind,
			title: title.filter((it) => it !== "").join(" "),
			organization,
			place,
			start: `${year}-${month}-${day}`,
			keys: [`voorbeeld-${index % 900}.example/pagina/${index}`],
		};
	});
}
