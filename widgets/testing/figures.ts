import { IndicatorItem } from "../../shared/model/feed.ts";

/** Indicators of every sort that a dashboard meets. All figures are invented. */

const id = (index: number) => `019a0000-0000-7000-8000-${String(900 + index).padStart(12, "0")}`;

const make = (index: number, fields: object): IndicatorItem =>
	IndicatorItem.parse({
		id: id(index),
		url: `https://inventory.example/proef/indicators/${index}`,
		updatedAt: "2026-01-10T10:00:00Z",
		unit: "leerlingen",
		source: { name: "Voorbeeldmonitor", url: "https://bron.example/monitor", date: "2025-11-01" },
		sample: "voorbeeld",
		...fields,
	});

/** Values for periods in a row, from `year` on. */
const years = (year: number, values: readonly (number | undefined)[], more: object = {}) =>
	values.flatMap((value, n) => (value === undefined ? [] : [{ period: String(year + n), value, ...more }]));

/** The share that enters technical education, of which the definition changed and the unit did not. */
export const enrolment = () =>
	make(0, {
		slug: "instroom",
		title: "Instroom in technisch onderwijs (voorbeeld)",
		summary: "Van alle leerlingen die een richting kiezen, het deel dat techniek kiest.",
		kind: "share",
		unit: "%",
		perspective: "education",
		definition:
			"Leerlingen in een technisch profiel, als deel van alle leerlingen die op 1 oktober een profiel hebben.",
		version: 2,
		earlier: [
			{
				version: 1,
				definition: "Leerlingen in een technische sector.",
				unit: "%",
				source: { name: "Oude voorbeeldmonitor" },
				until: "2019",
				note: "De sectoren zijn profielen geworden.",
			},
		],
		target: { value: 40, period: "2030" },
		observations: [
			...years(2016, [24, 24.5, 25.2, 25.1]),
			...years(2020, [28.5, 29, 30.2, 29.8, 31], { version: 2 }),
			...["vmbo", "havo-vwo", "mbo"].flatMap((stage, n) =>
				years(2020, [30 + n * 3, 31 + n * 2, 32, 31 - n, 33 - n * 2], { version: 2, breakdown: { stage } }),
			),
			...["Meisjes", "Jongens"].flatMap((gender, n) =>
				years(2022, [11 + n * 36, 12 + n * 35, 13 + n * 36], { version: 2, breakdown: { gender } }),
			),
		],
	});

/** A count a year, with one year that was not measured. */
const editions = () =>
	make(1, {
		slug: "edities",
		title: "Edities van de Dagen van de Techniek (voorbeeld)",
		kind: "count",
		unit: "edities",
		perspective: "government",
		target: { value: 10, period: "2027" },
		observations: years(2019, [4, undefined, 3, 4, 7, 8]),
	});

/** Split only, of one year: no total and no line. */
const vacancies = () =>
	make(2, {
		slug: "vacatures",
		title: "Openstaande technische vacatures (voorbeeld)",
		kind: "count",
		unit: "vacatures",
		perspective: "business",
		observations: [
			["Almere", 1240],
			["Lelystad", 610],
			["Dronten", 205],
			["Noordoostpolder", 340],
			["Urk", 95],
			["Zeewolde", 130],
		].map(([gebied, value]) => ({ period: "2023", value, breakdown: { gebied } })),
	});

/** One observation: a value and a target, and no trend. */
const visitors = () =>
	make(3, {
		slug: "bezoekers",
		title: "Bezoekers (voorbeeld)",
		kind: "count",
		unit: "bezoekers",
		perspective: "government",
		target: { value: 7500, period: "2025" },
		observations: [{ period: "2023", value: 5000, note: "Ruim geteld" }],
	});

/** From level to level, in and out of the region. */
const transitions = () =>
	make(4, {
		slug: "doorstroom",
		title: "Van kiezen naar werken in de techniek (voorbeeld)",
		kind: "flow",
		perspective: "education",
		observations: [
			...[2022, 2023].flatMap((year, n) =>
				(
					[
						["po", "vmbo", 820],
						["po", "havo-vwo", 430],
						["vmbo", "mbo", 610],
						["vmbo", "out", 210],
						["havo-vwo", "hbo", 240],
						["havo-vwo", "out", 190],
						["in", "mbo", 130],
						["mbo", "hbo", 150],
						["mbo", "working", 480],
						["mbo", "out", 110],
						["hbo", "working", 290],
						["hbo", "out", 100],
					] as const
				).map(([from, to, value]) => ({ period: String(year), value: value + n * 20, breakdown: { from, to } })),
			),
		],
	});

/** Below zero, at zero, and of another unit before. */
const balance = () =>
	make(5, {
		slug: "saldo",
		title: "Saldo van vertrek en vestiging van technici (voorbeeld)",
		unit: "technici",
		perspective: "business",
		version: 2,
		earlier: [{ version: 1, unit: "vertrekkers", source: { name: "Voorbeeldmonitor" }, until: "2020" }],
		target: { value: 0, period: "2026" },
		observations: [...years(2019, [300, 320]), ...years(2021, [-120, -80, 0, 35], { version: 2 })],
	});

/** Large numbers in a long row. */
const jobs = () =>
	make(6, {
		slug: "banen",
		title: "Banen in de techniek (voorbeeld)",
		unit: "banen",
		observations: years(
			2008,
			[
				1_204_000, 1_198_000, 1_180_500, 1_190_000, 1_201_000, 1_188_000, 1_195_500, 1_210_000, 1_225_000, 1_240_000,
				1_262_000, 1_281_000, 1_270_000, 1_290_000, 1_318_000,
			],
		),
	});

const nothingYet = () => make(7, { slug: "leeg", title: "Nog niet gemeten (voorbeeld)", target: { value: 15 } });

/** One of each sort. */
export const figures = () => [
	enrolment(),
	editions(),
	vacancies(),
	visitors(),
	transitions(),
	balance(),
	jobs(),
	nothingYet(),
];

/** A hundred of them, for who has many. */
export const hundredFigures = () =>
	Array.from({ length: 100 }, (_, n) =>
		make(100 + n, {
			title: `Indicator ${n + 1} (voorbeeld)`,
			perspective: (["government", "education", "business"] as const)[n % 3],
			observations: years(2015, [n, n + 5, n * 2, 40, 38, n + 12]),
		}),
	);
