import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Indicator, measurementKey } from "../../model/indicator.ts";
import { csvOf } from "./csv.ts";
import { dimensionsOf, isFlow } from "./measured.ts";
import { comparePeriods, periodOf } from "./period.ts";
import { readObservations } from "./read-table.ts";
import { breaksOf, flowPeriods, flowsOf, latestOf, seriesOf } from "./series.ts";
import { tableOf } from "./table.ts";
import { distanceOf, targetOf } from "./target.ts";

const year = fc.integer({ min: 1950, max: 2100 });
const period = fc.oneof(
	year.map(String),
	year.map((one) => `${one}-${one + 1}`),
	year.map((one) => `${one}-${one + 3}`),
	fc
		.date({ min: new Date("1950-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10)),
);
const text = fc.string({ minLength: 1, maxLength: 20 }).filter((one) => one.trim() === one);
const dimension = fc.constantFrom("stage", "school", "van", "note", "gebied-2");
const observation = fc.record(
	{
		period,
		value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
		breakdown: fc.dictionary(dimension, text, { minKeys: 1, maxKeys: 2 }),
		note: text,
		version: fc.integer({ min: 1, max: 3 }),
	},
	{ requiredKeys: ["period", "value", "version"] },
);
const source = { name: "Voorbeeldbron" };
const indicator = fc.uniqueArray(observation, { selector: measurementKey, maxLength: 30 }).map((observations) =>
	Indicator.parse({
		title: "Voorbeeld",
		slug: "voorbeeld",
		unit: "leerlingen",
		definition: "Zo tellen we nu.",
		source,
		version: 3,
		earlier: [
			{ version: 2, unit: "studenten", source },
			{ version: 1, unit: "scholieren", source, definition: "Zo telden we toen." },
		],
		observations,
	}),
);

const inOneOrder = (observations: readonly unknown[]) => observations.map((one) => JSON.stringify(one)).sort();
/** Without the order of keys in a breakdown, which means nothing. */
const plain = ({ observations }: Pick<Indicator, "observations">) =>
	observations.map(({ breakdown = {}, ...rest }) => ({
		...rest,
		value: rest.value + 0,
		breakdown: Object.entries(breakdown).sort(([a], [b]) => (a < b ? -1 : 1)),
	}));
const sorted = (observations: ReturnType<typeof plain>) =>
	inOneOrder(
		observations.map(({ period: when, value, breakdown, note, version }) => [
			when,
			value,
			breakdown,
			note ?? "",
			version,
		]),
	);

const enrolment = Indicator.parse({
	title: "Instroom (voorbeeld)",
	unit: "%",
	source,
	version: 2,
	earlier: [{ version: 1, unit: "leerlingen", source, until: "2020-2021", definition: "Toen" }],
	definition: "Nu",
	target: { value: 40, period: "2030" },
	observations: [
		{ period: "2022-2023", value: 31, version: 2 },
		{ period: "2019-2020", value: 1200 },
		{ period: "2020-2021", value: 1250 },
		{ period: "2021-2022", value: 28.5, version: 2 },
		{ period: "2022-2023", value: 33, version: 2, breakdown: { stage: "mbo" } },
		{ period: "2022-2023", value: 25, version: 2, breakdown: { stage: "vmbo" } },
	],
});

describe("periods", () => {
	it("come in the order in which they began, school years between the years", () => {
		const given = ["2023-06-01", "2023", "2022-2023", "2022", "doel", "2023-03", "2016-2019"];
		expect([...given].sort(comparePeriods)).toEqual([
			"2016-2019",
			"2022",
			"2022-2023",
			"2023",
			"2023-03",
			"2023-06-01",
			"doel",
		]);
	});

	it("are not read where no such day, month or year is", () => {
		for (const wrong of ["", "2023-02-30", "2023-13", "2023-2022", "2023-2023", "12-2023", "2023-6-1", "doel", "1200"])
			expect(periodOf(wrong), wrong).toBeUndefined();
		expect(periodOf("2024-02-29")).toBeDefined();
		expect(periodOf("2023-12")?.end).toBe(2024);
	});

	it("never change their order when compared the other way around", () => {
		fc.assert(
			fc.property(period, period, (a, b) => Math.sign(comparePeriods(a, b)) + Math.sign(comparePeriods(b, a)) === 0),
		);
	});
});

describe("the table of an indicator", () => {
	it("has every observation once, in order of time", () => {
		fc.assert(
			fc.property(indicator, (item) => {
				const { columns, rows } = tableOf(item, "nl");
				expect(rows).toHaveLength(item.observations.length);
				for (const row of rows) expect(row).toHaveLength(columns.length);
				const periods = rows.map(([first = ""]) => first);
				expect([...periods].sort(comparePeriods)).toEqual(periods);
				expect([...periods].sort()).toEqual(item.observations.map((one) => one.period).sort());
			}),
		);
	});

	it("says the definition of each row once there was another", () => {
		expect(tableOf(enrolment, "nl").rows[0]).toEqual(["2019-2020", "Totaal", "1.200", "leerlingen", "1"]);
		expect(tableOf(enrolment, "en").rows.at(-1)).toEqual([
			"2022-2023",
			"Pre-vocational secondary (vmbo)",
			"25",
			"%",
			"2",
		]);
	});
});

describe("observations as CSV", () => {
	it("read back as they were", () => {
		fc.assert(
			fc.property(indicator, (item) => {
				const { good, bad, problem } = readObservations(csvOf(item));
				expect(problem).toBeUndefined();
				expect(bad).toEqual([]);
				const back = { observations: good.map(({ observation: one }) => ({ version: 0, ...one })) };
				expect(sorted(plain(back))).toEqual(sorted(plain(item)));
				for (const row of good) expect(row.indicator).toBe("voorbeeld");
			}),
		);
	});

	it("have the unit and definition that each row was measured by", () => {
		const [, first, , , last] = csvOf(enrolment).split("\r\n");
		expect(first).toContain("1200,leerlingen,,,1,Toen,Voorbeeldbron");
		expect(last).toContain("31,%,,,2,Nu,Voorbeeldbron");
	});
});

describe("the lines of an indicator", () => {
	it("never hold values of two definitions or slices, nor one value twice", () => {
		fc.assert(
			fc.property(indicator, (item) => {
				const all = [seriesOf(item), ...dimensionsOf(item).map(({ key }) => seriesOf(item, { dimension: key }))];
				for (const lines of all) {
					const points = lines.flatMap((line) => line.points);
					expect(points.length).toBeLessThanOrEqual(item.observations.length);
					for (const line of lines) {
						expect(new Set(line.points.map(({ version }) => version))).toEqual(new Set([line.version]));
						const at = line.points.map((point) => point.at);
						expect([...at].sort((a, b) => a - b)).toEqual(at);
						expect(new Set(line.points.map((point) => point.period)).size).toBe(line.points.length);
					}
				}
			}),
		);
	});

	it("break where the definition changed, and say from what to what", () => {
		expect(seriesOf(enrolment).map(({ version, unit, points }) => [version, unit, points.length])).toEqual([
			[1, "leerlingen", 2],
			[2, "%", 2],
		]);
		const [only, ...more] = breaksOf(enrolment);
		expect(more).toEqual([]);
		expect(only).toMatchObject({
			period: "2021-2022",
			from: { version: 1, unit: "leerlingen", definition: "Toen" },
			to: { version: 2, unit: "%", definition: "Nu" },
		});
	});

	it("are one for each value of a dimension", () => {
		expect(seriesOf(enrolment, { dimension: "stage" }).map(({ label, points }) => [label, points[0]?.value])).toEqual([
			["mbo", 33],
			["vmbo", 25],
		]);
		expect(seriesOf(enrolment, { dimension: "stage", value: "mbo" })).toHaveLength(1);
		expect(dimensionsOf(enrolment)).toEqual([{ key: "stage", values: ["mbo", "vmbo"] }]);
	});

	it("take what all values have in common for the whole", () => {
		const item = Indicator.parse({
			title: "Voorbeeld",
			unit: "leerlingen",
			source,
			observations: [
				{ period: "2010", value: 4056, breakdown: { gebied: "Gelderland" } },
				{ period: "2014", value: 3709, breakdown: { gebied: "Gelderland" } },
			],
		});
		expect(latestOf(item)).toMatchObject({ value: 3709, breakdown: { gebied: "Gelderland" } });
		expect(seriesOf(item)[0]?.points).toHaveLength(2);
		expect(dimensionsOf(item)).toEqual([]);
		expect(latestOf(item, { gebied: "Gelderland" })?.value).toBe(3709);
		expect(latestOf(item, { gebied: "Overijssel" })).toBeUndefined();
	});
});

describe("the target of an indicator", () => {
	it("is told from the last value in words, in both languages", () => {
		expect(distanceOf(enrolment)).toMatchObject({ difference: -9, reached: false, part: 31 / 40 });
		expect(distanceOf(enrolment)?.words).toEqual({
			nl: "2022-2023: 31%, 9 procentpunt onder de streefwaarde (40% in 2030).",
			en: "2022-2023: 31%, 9 percentage points below the target (40% in 2030).",
		});
	});

	it("has no distance to a value of an earlier definition", () => {
		expect(distanceOf({ ...enrolment, version: 3 })).toBeUndefined();
	});

	it("may be a bound from above, and of a slice", () => {
		const item = Indicator.parse({
			...enrolment,
			target: { value: 31, bound: "at-most" },
			targets: [{ value: 30, breakdown: { stage: "vmbo" } }],
		});
		expect(distanceOf(item)?.words.nl).toBe(
			"2022-2023: 31%, precies op de streefwaarde (ten hoogste 31%). De streefwaarde is gehaald.",
		);
		expect(distanceOf(item, { stage: "vmbo" })?.difference).toBe(-5);
		expect(targetOf(item, { stage: "mbo" })).toBeUndefined();
	});
});

describe("a flow", () => {
	const flow = Indicator.parse({
		title: "Voorbeeld",
		unit: "leerlingen",
		source,
		observations: [
			{ period: "2022", value: 5, breakdown: { from: "vmbo", to: "mbo" } },
			{ period: "2023", value: 60, breakdown: { from: "vmbo", to: "mbo", school: "A" } },
			{ period: "2023", value: 40, breakdown: { from: "vmbo", to: "mbo", school: "B" } },
			{ period: "2023", value: 12, breakdown: { from: "in", to: "mbo" } },
			{ period: "2023", value: 30, breakdown: { from: "mbo", to: "out" } },
		],
	});

	it("is read of its last period, with its parts added up", () => {
		expect(isFlow(flow)).toBe(true);
		expect(flowPeriods(flow)).toEqual(["2022", "2023"]);
		expect(flowsOf(flow)).toEqual([
			{ from: "vmbo", to: "mbo", value: 100 },
			{ from: "in", to: "mbo", value: 12 },
			{ from: "mbo", to: "out", value: 30 },
		]);
		expect(flowsOf(flow, "2022")).toEqual([{ from: "vmbo", to: "mbo", value: 5 }]);
		expect(flowsOf(enrolment)).toEqual([]);
	});
});

describe("an indicator's rules", () => {
	const problems = (change: object) => {
		const result = Indicator.safeParse({ ...enrolment, ...change });
		return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
	};

	it("refuse a measurement twice, a period that is none and a definition that is not there", () => {
		const observations = [
			{ period: "2020", value: 1 },
			{ period: "2020", value: 2 },
			{ period: "doel", value: 3 },
			{ period: "2021", value: 3, version: 7 },
		];
		expect(problems({ observations })).toEqual([
			"observations.1.period measured-twice",
			"observations.2.period unknown-period",
			"observations.3.version unknown-version",
		]);
	});

	it("refuse two definitions with one number", () => {
		expect(problems({ earlier: [{ version: 2, unit: "x", source }], observations: [] })).toEqual([
			"earlier.0.version version-order",
		]);
	});
});
