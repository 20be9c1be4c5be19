import type { FeedKind } from "../../shared/model/kinds.ts";
import type { Region } from "../../shared/model/region.ts";
import { type NetworkFile, networkFiles } from "../insight/network/network-files.ts";
import { kindNames } from "../pages/describe.ts";
import { type FeedFormat, formatsOf, mediaTypes } from "./render.ts";

/**
 * The open data as DCAT-AP-NL 3.0 describes it (https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/), in JSON-LD: one catalogue,
 * a dataset for each region and kind, a distribution for each form.
 */

export interface OpenData {
	publicUrl: string;
	publisher?: string | undefined;
	publisherUrl?: string | undefined;
	/** Address of the licence; CC0 1.0 unless said otherwise. */
	licence?: string | undefined;
}

export const defaultLicence = "http://creativecommons.org/publicdomain/zero/1.0/deed.nl";

const authority = "http://publications.europa.eu/resource/authority";

const context = {
	dcat: "http://www.w3.org/ns/dcat#",
	dct: "http://purl.org/dc/terms/",
	foaf: "http://xmlns.com/foaf/0.1/",
	vcard: "http://www.w3.org/2006/vcard/ns#",
	xsd: "http://www.w3.org/2001/XMLSchema#",
	skos: "http://www.w3.org/2004/02/skos/core#",
	dcatap: "http://data.europa.eu/r5r/",
};

const dutch = (text: string) => ({ "@language": "nl", "@value": text });
const instant = (text: string) => ({ "@type": "xsd:dateTime", "@value": text });
const at = (address: string) => ({ "@id": address });

const fileTypes: Record<FeedFormat, string> = { json: "JSON", ics: "ICS", rss: "RSS", csv: "CSV" };

const formTexts: Record<FeedFormat, string> = {
	json: "JSON, zoals de widgets lezen; met parameters een selectie",
	ics: "iCalendar, om op te abonneren",
	rss: "RSS, om op te abonneren",
	csv: "CSV, om in een tabel te openen",
};

const kindTexts: Record<FeedKind, string> = {
	events: "Evenementen over techniek in de regio, met tijd, plaats en doelgroep.",
	opportunities: "Vacatures, stages, gastlessen en andere kansen in de techniek in de regio.",
	initiatives: "Initiatieven die mensen in de regio voor techniek laten kiezen, leren en werken.",
	organizations: "Organisaties die in de regio aan techniek werken.",
	indicators: "Cijfers over techniekonderwijs en -werk in de regio.",
};

const networkForms: readonly { file: NetworkFile; fileType: string; text: string }[] = [
	{ file: "network.json", fileType: "JSON", text: "JSON, zoals de widget leest" },
	{ file: "network.graphml", fileType: "XML", text: "GraphML, voor programma's als Gephi en yEd" },
	{ file: "network.kumu.json", fileType: "JSON", text: "JSON om in Kumu te importeren" },
	{ file: "network.csv", fileType: "CSV", text: "CSV, een rij voor elke verbinding" },
	{ file: "network-nodes.csv", fileType: "CSV", text: "CSV, een rij voor elke organisatie en elk initiatief" },
];

/** What is said of one set of data; `text` in Dutch, a sentence. */
interface DescribedSet {
	/** The region's. */
	name: string;
	id: string;
	page: string;
	title: string;
	text: string;
	modified: string;
	since?: string | undefined;
	forms: readonly { address: string; type: string; fileType: string; text: string }[];
}

interface DescribedRegion {
	region: Region;
	/** What was published: when it last changed, and the first day of which it tells, when it tells of days. */
	kinds: ReadonlyMap<FeedKind, { modified: string; since?: string | undefined }>;
	/** When its network last changed; undefined where there is none yet. */
	network?: string | undefined;
}

export function catalogOf(regions: readonly DescribedRegion[], facts: OpenData): object {
	const { publicUrl } = facts;
	const id = `${publicUrl}/catalog.jsonld`;
	const publisher = {
		"@id": facts.publisherUrl ?? `${publicUrl}/#publisher`,
		"@type": "foaf:Agent",
		"foaf:name": dutch(facts.publisher ?? "Regiotechniek"),
		"foaf:homepage": at(facts.publisherUrl ?? `${publicUrl}/`),
	};
	const contact = {
		"@type": "vcard:Organization",
		"vcard:fn": facts.publisher ?? "Regiotechniek",
		"vcard:hasURL": at(facts.publisherUrl ?? `${publicUrl}/`),
	};
	const licence = at(facts.licence ?? defaultLicence);
	const rights = at(`${authority}/access-right/PUBLIC`);
	const language = at(`${authority}/language/NLD`);
	const dataset = ({ name, id, page, title, text, modified, since, forms }: DescribedSet) => ({
		"@id": id,
		"@type": "dcat:Dataset",
		"dct:identifier": id,
		"dct:title": dutch(title),
		"dct:description": dutch(`${text} Regio: ${name}.`),
		"dct:publisher": at(publisher["@id"]),
		"dct:creator": at(publisher["@id"]),
		"dcat:contactPoint": contact,
		"dct:accessRights": rights,
		"dct:language": language,
		"dct:license": licence,
		"dct:modified": instant(modified),
		"dct:accrualPeriodicity": at(`${authority}/frequency/UPDATE_CONT`),
		"dct:spatial": { "@type": "dct:Location", "skos:prefLabel": dutch(name) },
		// Open at its end: the lists go on.
		...(since && {
			"dct:temporal": {
				"@type": "dct:PeriodOfTime",
				"dcat:startDate": { "@type": "xsd:date", "@value": since },
			},
		}),
		"dcat:theme": [at(`${authority}/data-theme/EDUC`), at(`${authority}/data-theme/TECH`)],
		"dcat:keyword": ["techniek", "onderwijs", "arbeidsmarkt", name].map(dutch),
		"dcat:landingPage": at(page),
		"dcat:distribution": forms.map(({ address, type, fileType, text: form }) => ({
			"@id": address,
			"@type": "dcat:Distribution",
			"dct:title": dutch(`${title} (${fileType})`),
			"dct:description": dutch(form),
			"dcat:accessURL": at(address),
			"dcat:downloadURL": at(address),
			"dcat:mediaType": at(`https://www.iana.org/assignments/media-types/${type}`),
			"dct:format": at(`${authority}/file-type/${fileType}`),
			"dct:license": licence,
			"dct:language": language,
			"dct:modified": instant(modified),
			"dcatap:availability": at(`${authority}/planned-availability/STABLE`),
		})),
	});
	const datasets = regions.flatMap(({ region: { id: region, name }, kinds, network }) => {
		const feeds = [...kinds].map(([kind, { modified, since }]) => {
			const page = `${publicUrl}/${region}/${kind}`;
			return dataset({
				name,
				id: `${page}#dataset`,
				page,
				title: `${kindNames[kind]} ${name}`,
				text: kindTexts[kind],
				modified,
				since,
				forms: formatsOf(kind).map((format) => ({
					address: `${publicUrl}/feeds/${region}/${kind}.${format}`,
					type: mediaTypes[format],
					fileType: fileTypes[format],
					text: formTexts[format],
				})),
			});
		});
		if (!network) return feeds;
		const whole = dataset({
			name,
			id: `${publicUrl}/feeds/${region}/network#dataset`,
			page: `${publicUrl}/`,
			title: `Technieknetwerk ${name}`,
			text: "Wie er in de regio met wie aan techniek werkt, en waarin.",
			modified: network,
			forms: networkForms.map(({ file, ...form }) => ({
				...form,
				address: `${publicUrl}/feeds/${region}/${file}`,
				type: networkFiles[file],
			})),
		});
		return [...feeds, whole];
	});
	const times = regions.flatMap(({ kinds }) => [...kinds.values()].map(({ modified }) => modified)).sort();
	const last = times.at(-1);
	return {
		"@context": context,
		"@id": id,
		"@type": "dcat:Catalog",
		"dct:identifier": id,
		"dct:title": dutch("Open data van Regiotechniek"),
		"dct:description": dutch(
			"Wat er in de regio's aan techniek gebeurt: evenementen, kansen, initiatieven, organisaties en cijfers.",
		),
		"dct:publisher": publisher,
		"dcat:contactPoint": contact,
		"dct:language": language,
		"dct:license": licence,
		"foaf:homepage": at(`${publicUrl}/`),
		...(last && { "dct:modified": instant(last) }),
		"dcat:themeTaxonomy": at(`${authority}/data-theme`),
		"dcat:dataset": datasets,
	};
}
