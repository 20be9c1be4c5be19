import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "../../shared/insight/indicators/csv.ts";
import { flowsOf } from "../../shared/insight/indicators/series.ts";
import { toHtml } from "../../shared/list/to-html.ts";
import { dashboardMessages } from "../../shared/messages/dashboard.ts";
import { IndicatorItem } from "../../shared/model/feed.ts";
import { enrolment, figures } from "../testing/figures.ts";
import { csvText } from "./csv.ts";
import { flowLayout } from "./flow-layout.ts";
import { itemView } from "./item-view.ts";
import { type IndicatorCard, readIndicator } from "./read-indicator.ts";

const text = fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }).filter((one) => one.trim() !== "");
const cell = fc.oneof(text, fc.constantFrom("=1+1", "@x", ' "a", b', "-1", "'=1", "a\nb", "constructor"));
const period = fc.oneof(
	fc.integer({ min: 1990, max: 2040 }).map(String),
	fc.integer({ min: 1990, max: 2040 }).map((year) => `${year}-${year + 1}`),
	fc.constantFrom("2023-06-01", "2023-06"),
);
const value = fc.oneof(
	fc.integer({ min: -50, max: 5000 }),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.constantFrom(0, 1e15, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324),
);
const breakdown = fc.oneof(
	fc.constant(undefined),
	fc.dictionary(fc.constantFrom("stage", "gender", "gebied", "constructor"), fc.constantFrom("mbo", "A", "B")),
	fc.record({ from: fc.constantFrom("in", "po", "mbo", "hbo"), to: fc.constantFrom("mbo", "hbo", "out", "po") }),
);
const observation = fc.record({ period, value, breakdown, note: cell, version: fc.integer({ min: 1, max: 2 }) });
const source = { name: "Bron" };
const indicator = fc.record({
	id: fc.uuid({ version: 7 }),
	url: fc.constant("https://inventory.example/x"),
	updatedAt: fc.constant("2026-01-01T10:00:00Z"),
	title: cell.filter((one) => !one.includes("\n")),
	slug: fc.constantFrom(undefined, "proef"),
	unit: fc.constantFrom("%", "leerlingen"),
	definition: cell,
	source: fc.constant(source),
	version: fc.constant(2),
	earlier: fc.constant([{ version: 1, unit: "leerlingen", source, until: "2020" }]),
	target: fc.option(fc.record({ value, period }), { nil: undefined }),
	observations: fc.array(observation, { maxLength: 25 }),
});
const onWire = (made: unknown): unknown => JSON.parse(JSON.stringify(made));

const card = (item: unknown): IndicatorCard => {
	const read = readIndicator(item);
	if (!read) throw new Error("not read");
	return read;
};

const none = () => {};
const shown = (item: IndicatorCard, more: { split?: string; width?: number } = {}) =>
	toHtml(
		itemView({
			item,
			language: "nl",
			say: dashboardMessages.nl,
			width: more.width ?? 1000,
			size: 16,
			key: item.id,
			level: 3,
			breakdown: undefined,
			choice: more.split === undefined ? {} : { split: more.split },
			onChoose: none,
			onOpen: none,
			onDownload: none,
		}),
	);

describe("reading an indicator", () => {
	it("brings everything that the schema accepts and the dashboard shows through unchanged", () => {
		let accepted = 0;
		fc.assert(
			fc.property(indicator, (made) => {
				const { success, data } = IndicatorItem.safeParse(onWire(made));
				if (!success) return;
				accepted++;
				const item = onWire(data);
				expect(item).toMatchObject(Object(onWire(readIndicator(item))));
				expect(readIndicator(item)?.observations).toEqual(data.observations);
			}),
		);
		expect(accepted).toBeGreaterThan(50);
	});

	it("never throws, and drops observations that say nothing", () => {
		const sound = enrolment();
		const field = fc.constantFrom(...Object.keys(sound));
		fc.assert(
			fc.property(field, fc.anything(), fc.array(fc.anything()), (name, wrong, observations) => {
				readIndicator({ ...sound, [name]: wrong });
				const read = readIndicator({
					...sound,
					observations: [...observations, { period: "2023", value: 1 }, { period: "2024", value: null }],
				});
				expect(read?.observations.at(-1)).toMatchObject({ period: "2023", value: 1, version: 1 });
			}),
			{ numRuns: 120 },
		);
	});
});

describe("an indicator on screen", () => {
	it("is drawn whatever the figures are, in any width, without a number that is none", () => {
		const scene = fc.record({
			width: fc.integer({ min: 200, max: 1400 }),
			split: fc.constantFrom("", "stage", "gender", "gebied"),
		});
		fc.assert(
			fc.property(indicator, scene, (made, more) => {
				const words = shown(card(onWire(made)), more);
				const numbers = [...words.matchAll(/ (?:x|y|x1|x2|y1|y2|cx|cy|width|height|d|stroke-width)="([^"]*)"/g)];
				for (const [, number = ""] of numbers) expect(number).not.toMatch(/NaN|Infinity|undefined/);
			}),
			{ numRuns: 120 },
		);
	});

	it("draws no line from one definition to the next, and says where it changed", () => {
		const words = shown(card(onWire(enrolment())));
		const paths = [...words.matchAll(/<path d="([^"]*)"/g)].map(([, d = ""]) => d.split("L").length);
		expect(paths.filter((points) => points > 1)).toEqual([4, 5]);
		expect(words).toContain("andere definitie");
		expect(words).toContain("Vanaf 2020 is de definitie anders");
	});

	it("says in words how it went and how far the target is", () => {
		const words = shown(card(onWire(enrolment()))).replace(/<[^>]*>/g, "");
		expect(words).toContain("2024: 31%, 9 procentpunt onder de streefwaarde (40% in 2030).");
		expect(words).toContain("1,2 procentpunt meer dan in 2023 (29,8%). Sinds 2020: +2,5 procentpunt.");
	});
});

describe("a flow", () => {
	it("gives every band its own room in both of the bars that it joins", () => {
		const name = fc.constantFrom("po", "vmbo", "mbo", "hbo", "working", "in", "out");
		const link = fc.record({ from: name, to: name, value: fc.integer({ min: -5, max: 500 }) });
		fc.assert(
			fc.property(fc.uniqueArray(link, { selector: ({ from, to }) => `${from} ${to}` }), (flows) => {
				const { nodes, bands, columns } = flowLayout(flows);
				for (const node of nodes) {
					expect(node.column).toBeGreaterThanOrEqual(0);
					expect(node.column).toBeLessThan(columns);
					for (const end of ["source", "target"] as const) {
						const own = bands.filter((band) => band[end] === node).map((band) => [band[`${end}From`], band.value]);
						own.sort(([a = 0], [b = 0]) => a - b);
						let from = node.from;
						for (const [at, wide = 0] of own) {
							expect(at).toBe(from);
							from += wide;
						}
						expect(from).toBeLessThanOrEqual(node.from + node.value);
					}
				}
			}),
		);
	});

	it("goes from the first level to the last, with outside on both sides", () => {
		const [, , , , flow] = figures();
		const { nodes } = flowLayout(flowsOf(flow ?? enrolment()));
		const columns = Object.fromEntries(nodes.map(({ key, column }) => [key, column]));
		expect(columns).toMatchObject({ po: 0, vmbo: 1, "havo-vwo": 1, mbo: 2, hbo: 3, working: 4 });
		expect(columns).toMatchObject({ "in mbo": 1, "out vmbo": 2, "out hbo": 4 });
	});
});

describe("the figures as CSV", () => {
	it("are what the inventory gives", () => {
		fc.assert(
			fc.property(indicator, (made) => {
				const { success, data } = IndicatorItem.safeParse(onWire(made));
				if (success) expect(csvText(data)).toBe(csvOf(data));
			}),
			{ numRuns: 120 },
		);
		for (const item of figures()) expect(csvText(item)).toBe(csvOf(item));
	});
});
