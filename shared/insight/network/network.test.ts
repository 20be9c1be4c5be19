import fc from "fast-check";
import { JSDOM } from "jsdom";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { tableCsv } from "../../formats/csv.ts";
import { csvText } from "../../formats/csv-text.ts";
import { items } from "../../model/feed.ts";
import { Network, NetworkLink, NetworkNode } from "../../model/network.ts";
import { linkKinds, nodeKinds } from "../../vocabularies/network.ts";
import { codesOf } from "../../vocabularies/vocabulary.ts";
import { networkFormat } from "./format.ts";
import { graphOf, type NetworkFeeds } from "./graph-of.ts";
import { around, partnershipsIn, selectFrom } from "./select.ts";
import { structureOf } from "./structure.ts";
import { linksCsv, nodesCsv } from "./to-csv.ts";
import { toGraphml } from "./to-graphml.ts";
import { toKumu } from "./to-kumu.ts";
import { withStructure } from "./with-structure.ts";

const uuid = (index: number) => `00000000-0000-7000-8000-${String(index).padStart(12, "0")}`;
const common = (kind: string, index: number) => ({
	id: uuid(index),
	url: `https://inventaris.example/flevoland/${kind}/${uuid(index)}`,
	updatedAt: "2026-11-21T10:00:00Z",
});
const organization = (slug: string, more: object = {}) =>
	items.organizations.parse({
		...common("organizations", 900),
		slug,
		title: slug.toUpperCase(),
		kind: "education",
		...more,
	});
const initiative = (index: number, partners: object[], more: object = {}) =>
	items.initiatives.parse({ ...common("initiatives", index), title: `Initiatief ${index}`, partners, ...more });
const event = (index: number, more: object = {}) =>
	items.events.parse({
		...common("events", index),
		title: `Dag ${index}`,
		start: `20${20 + (index % 5)}-06-01T10:00:00+02:00`,
		partners: [],
		...more,
	});
const partner = (id: string, role = "partner") => ({ id, name: id.toUpperCase(), role });
const none: NetworkFeeds = { organizations: [], initiatives: [], events: [], opportunities: [] };
const org = (slug: string) => `organization:${slug}`;
const init = (index: number) => `initiative:${uuid(index)}`;

describe("the network of published items", () => {
	it("links organisations to what they lead, take part in, fund and organise", () => {
		const { nodes, links } = graphOf({
			...none,
			organizations: [organization("roc"), organization("pact", { kind: "network", places: [{ name: "Almere" }] })],
			initiatives: [
				initiative(1, [partner("roc", "lead"), partner("roc"), partner("bedrijf"), partner("provincie", "funder")], {
					actionLines: ["learn"],
					stages: ["mbo"],
					funding: [{ programme: "sto" }, { programme: "municipality" }],
				}),
				initiative(2, [partner("pact", "lead")], { nature: "structure" }),
			],
		});
		expect(links.map(({ source, kind, target }) => [source, kind, target])).toEqual([
			["fund:sto", "funds", init(1)],
			[org("bedrijf"), "partner", init(1)],
			[org("pact"), "leads", init(2)],
			[org("provincie"), "funds", init(1)],
			[org("roc"), "leads", init(1)],
		]);
		expect(nodes.map(({ id, kind }) => [id, kind])).toEqual([
			[org("bedrijf"), "organization"],
			[org("pact"), "organization"],
			[org("provincie"), "organization"],
			[org("roc"), "organization"],
			[init(2), "programme"],
			[init(1), "initiative"],
			["fund:sto", "fund"],
		]);
		const roc = nodes.find(({ id }) => id === org("roc"));
		expect(roc).toMatchObject({ actionLines: ["learn"], stages: ["mbo"], organizationKind: "education", degree: 1 });
	});

	it("makes one node of the editions of a series and names them on its links, and leaves out events of one alone", () => {
		const series = { id: "dag", name: "Dag van de Techniek" };
		const { nodes, links } = graphOf({
			...none,
			initiatives: [initiative(1, [])],
			events: [
				event(1, { series, organizer: partner("roc") }),
				event(3, { series: { ...series, edition: "2023" }, organizer: partner("roc"), partners: [partner("bedrijf")] }),
				event(2, {
					organizer: partner("roc"),
					initiative: { id: uuid(1), title: "Initiatief 1", url: "https://x.example/" },
				}),
				event(4, { organizer: partner("roc") }),
			],
		});
		expect(nodes.filter(({ kind }) => kind === "event").map(({ id, title, url }) => [id, title, url])).toEqual([
			[`event:${uuid(2)}`, "Dag 2", event(2).url],
			["series:dag", "Dag van de Techniek", event(3).url],
		]);
		expect(links).toMatchObject([
			{ source: `event:${uuid(2)}`, target: init(1), kind: "partOf" },
			{ source: org("bedrijf"), target: "series:dag", through: ["2023"] },
			{ source: org("roc"), target: `event:${uuid(2)}`, kind: "organizes" },
			{ source: org("roc"), target: "series:dag", kind: "organizes", through: ["2021", "2023"] },
		]);
	});

	it("links who offers places to the initiative they belong to, and parts to their whole, but nothing to what is not there", () => {
		const opportunity = items.opportunities.parse({
			...common("opportunities", 5),
			title: "Stage",
			type: "internship",
			organization: partner("bedrijf"),
			initiative: { id: uuid(1), title: "Initiatief 1", url: "https://x.example/" },
		});
		const gone = items.opportunities.parse({
			...opportunity,
			id: uuid(6),
			initiative: { ...opportunity.initiative, id: uuid(7) },
		});
		const { links } = graphOf({
			organizations: [
				organization("pact"),
				organization("deel", { partOf: "pact" }),
				organization("los", { partOf: "weg" }),
			],
			initiatives: [initiative(1, [])],
			events: [],
			opportunities: [opportunity, gone],
		});
		expect(links).toEqual([
			{ source: org("bedrijf"), target: init(1), kind: "offers", through: ["Stage"], bridge: true },
			{ source: org("deel"), target: org("pact"), kind: "partOf", bridge: true },
		]);
	});

	it("copies contacts that are public and has no room for others", () => {
		const contacts = [{ name: "Loket", email: "loket@roc.example", public: true }];
		const { nodes } = graphOf({ ...none, organizations: [organization("roc", { contacts })] });
		expect(nodes[0]?.contacts).toEqual(contacts);
		const secret = { ...nodes[0], contacts: [{ name: "Geheim", public: false }] };
		expect(NetworkNode.safeParse(secret).success).toBe(false);
	});

	it("names who is most connected, who holds it together and who stands alone", () => {
		const { insight, nodes } = graphOf({
			...none,
			organizations: [organization("alleen")],
			initiatives: [
				initiative(
					1,
					["a", "b", "midden"].map((id) => partner(id)),
				),
				initiative(
					2,
					["midden", "c"].map((id) => partner(id)),
				),
			],
		});
		expect(insight).toEqual({
			connected: [org("midden"), org("a"), org("b"), org("c")],
			bridges: [org("midden"), init(1), init(2)],
			unconnected: [org("alleen")],
			parts: 1,
		});
		expect(nodes.find(({ id }) => id === org("midden"))).toMatchObject({ bridge: true, separates: 2 });
	});
});

/** The number of components without one node or one link, counted the slow way. */
function components(size: number, links: readonly (readonly [number, number])[], gone = -1): number {
	const seen = new Set<number>();
	let count = 0;
	for (let node = 0; node < size; node++) {
		if (node === gone || seen.has(node)) continue;
		count++;
		const todo = [node];
		for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
			if (seen.has(at)) continue;
			seen.add(at);
			for (const [one, other] of links) {
				if (one === at && other !== gone) todo.push(other);
				if (other === at && one !== gone) todo.push(one);
			}
		}
	}
	return count;
}

const someGraph = fc.integer({ min: 1, max: 12 }).chain((size) => {
	const node = fc.integer({ min: 0, max: size - 1 });
	return fc.record({ size: fc.constant(size), links: fc.array(fc.tuple(node, node), { maxLength: 18 }) });
});

describe("the structure of any graph", () => {
	it("has for cut vertices and bridges exactly what leaves more components when it goes", () => {
		fc.assert(
			fc.property(someGraph, ({ size, links }) => {
				const found = structureOf(size, links);
				const before = components(size, links);
				expect(found.sizes.length).toBe(before);
				for (let node = 0; node < size; node++) {
					expect([node, (found.separates[node] ?? 0) > 0]).toEqual([node, components(size, links, node) > before]);
				}
				links.forEach((_, index) => {
					expect([index, found.bridges.has(index)]).toEqual([
						index,
						components(size, links.toSpliced(index, 1)) > before,
					]);
				});
			}),
			{ numRuns: 300 },
		);
	});

	it("is found of a chain that would be too deep for a recursive search", () => {
		const links = Array.from({ length: 20_000 }, (_, index) => [index, index + 1] as const);
		const { bridges, separates } = structureOf(20_001, links);
		expect(bridges.size).toBe(20_000);
		expect([separates[0], separates[1], separates[10_000], separates[20_000]]).toEqual([0, 1, 10_000, 0]);
	});
});

/** Text as people and spreadsheets' enemies type it, with what XML cannot hold. */
const hostile = fc.oneof(
	fc.string({ minLength: 1, maxLength: 30, unit: "binary" }),
	fc.constantFrom(
		`=HYPERLINK("x")`,
		"<script>alert(1)</script>",
		"]]>&amp;\u0000\uFFFE",
		'";\r\n=1+1',
		"+31",
		"@som",
		"\ud800",
	),
);
const node = fc.record({
	slug: fc.stringMatching(/^[a-z0-9-]{1,6}$/),
	kind: fc.constantFrom(...codesOf(nodeKinds)),
	title: hostile,
	goal: fc.option(hostile, { nil: undefined }),
	places: fc.array(hostile, { maxLength: 2 }),
	stages: fc.subarray(["po", "mbo", "working"] as const),
	actionLines: fc.subarray(["choose", "work"] as const),
});
const network = fc.uniqueArray(node, { selector: ({ slug }) => slug, minLength: 1, maxLength: 9 }).chain((drafts) => {
	const nodes = drafts.map(({ slug, goal, ...draft }) => ({
		id: `organization:${slug}`,
		...draft,
		...(goal !== undefined && { goal }),
	}));
	const id = fc.constantFrom(...nodes.map((one) => one.id));
	const link = fc.record({
		source: id,
		target: id,
		kind: fc.constantFrom(...codesOf(linkKinds)),
		through: fc.array(hostile, { minLength: 1, maxLength: 2 }),
	});
	return fc.array(link, { maxLength: 12 }).map((links) => withStructure(nodes, links));
});

/** What XML 1.0 leaves of a text. */
const left = (text: string) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

describe("exports of any network", () => {
	it("are GraphML that an XML parser reads, with every text whole, ids unique and both ends of every link there", () => {
		const { window } = new JSDOM("");
		fc.assert(
			fc.property(network, ({ nodes, links }) => {
				const read = new window.DOMParser().parseFromString(toGraphml(nodes, links), "application/xml");
				expect(read.querySelector("parsererror")?.textContent).toBeUndefined();
				const found = [...read.querySelectorAll("node")];
				const ids = new Set([...read.querySelectorAll("[id]")].map((one) => one.id));
				expect(ids.size).toBe(read.querySelectorAll("[id]").length);
				expect(found.map((one) => one.querySelector('[key="node.label"]')?.textContent ?? "")).toEqual(
					nodes.map(({ title }) => left(title)),
				);
				const edges = [...read.querySelectorAll("edge")];
				expect(edges.length).toBe(links.length);
				const known = new Set(found.map((one) => one.id));
				for (const edge of edges)
					expect([
						edge,
						known.has(edge.getAttribute("source") ?? ""),
						known.has(edge.getAttribute("target") ?? ""),
					]).toEqual([edge, true, true]);
				for (const key of read.querySelectorAll("data")) expect(ids.has(key.getAttribute("key") ?? "")).toBe(true);
			}),
			{ numRuns: 25 },
		);
	});

	it("are Kumu JSON whose connections lead to its elements", () => {
		const Blueprint = z.object({
			elements: z.array(z.looseObject({ id: z.string(), label: z.string(), type: z.string() })),
			connections: z.array(z.looseObject({ from: z.string(), to: z.string(), direction: z.literal("directed") })),
		});
		fc.assert(
			fc.property(network, ({ nodes, links }) => {
				const { elements, connections } = Blueprint.parse(JSON.parse(toKumu(nodes, links)));
				expect(elements.map(({ label }) => label)).toEqual(nodes.map(({ title }) => title));
				const known = new Set(elements.map(({ id }) => id));
				expect(known.size).toBe(nodes.length);
				expect(connections.every(({ from, to }) => known.has(from) && known.has(to))).toBe(true);
				expect(connections.length).toBe(links.length);
			}),
		);
	});

	it("are CSV as the library writes it", () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(hostile, fc.oneof(hostile, fc.integer())), { maxLength: 4 }), (rows) => {
				expect(csvText(["een", "=twee"], rows)).toBe(tableCsv(["een", "=twee"], rows));
			}),
		);
	});

	it("are CSV with a row for each, in which nothing is a formula", () => {
		fc.assert(
			fc.property(network, ({ nodes, links }) => {
				for (const [text, count] of [
					[linksCsv(nodes, links), links.length],
					[nodesCsv(nodes), nodes.length],
				] as const) {
					const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, "").replace(/\r\n$/, ""), {
						delimiter: ",",
						newline: "\r\n",
					});
					expect(errors).toEqual([]);
					expect(data.length).toBe(count + 1);
					expect(new Set(data.map((row) => row.length)).size).toBe(1);
					for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
				}
			}),
		);
	});
});

describe("a part of a network", () => {
	it("is never more than the whole, and every link in it has its ends", () => {
		const codes = <T extends string>(...all: T[]) => fc.subarray(all);
		const query = fc.record({
			actionLine: codes("choose", "work"),
			stage: codes("po", "mbo"),
			kind: codes("organization", "event", "education"),
			steps: fc.integer({ min: 0, max: 3 }),
			focus: fc.option(fc.nat(20), { nil: undefined }),
		});
		fc.assert(
			fc.property(network, query, (whole, { focus, ...asked }) => {
				const centre = focus === undefined ? undefined : whole.nodes[focus % whole.nodes.length]?.id;
				const part = selectFrom(whole, { ...asked, focus: centre });
				const ids = new Set(part.nodes.map(({ id }) => id));
				expect(whole.nodes.filter(({ id }) => ids.has(id)).length).toBe(part.nodes.length);
				for (const { source, target } of part.links) expect([ids.has(source), ids.has(target)]).toEqual([true, true]);
				if (centre && part.nodes.length > 0) expect(around(part.links, centre, asked.steps)).toEqual(ids);
				if (!centre && Object.values(asked).every((one) => typeof one === "number" || one.length === 0)) {
					expect(part).toEqual(withStructure(whole.nodes, whole.links));
				}
			}),
		);
	});

	const whole = graphOf({
		...none,
		organizations: [organization("roc", { places: [{ name: "Tilburg" }] }), organization("alleen")],
		initiatives: [
			initiative(1, [partner("roc"), partner("bedrijf")], { actionLines: ["choose"], stages: ["po"] }),
			initiative(2, [partner("bedrijf"), partner("ver")], { actionLines: ["work"], places: [{ name: "Tilburg" }] }),
		],
	});
	const idsOf = (query: Parameters<typeof selectFrom>[1]) => selectFrom(whole, query).nodes.map(({ id }) => id);

	it("by action line has who takes part in it, without what else they do", () => {
		expect(idsOf({ actionLine: ["choose"] })).toEqual([org("bedrijf"), org("roc"), init(1)]);
		expect(idsOf({ actionLine: ["choose"], stage: ["mbo"] })).toEqual([]);
	});

	it("by place also has the organisations that are there", () => {
		expect(idsOf({ place: ["tilburg"] })).toEqual([org("bedrijf"), org("roc"), org("ver"), init(2)]);
	});

	it("by kind has the nodes of that kind and what they are linked to", () => {
		expect(idsOf({ kind: ["education"] })).toEqual([org("alleen"), org("roc"), init(1)]);
	});

	it("around one node goes as far as it is asked, by id or slug", () => {
		expect(idsOf({ focus: "roc" })).toEqual([org("roc"), init(1)]);
		expect(idsOf({ focus: org("roc"), steps: 2 })).toEqual([org("bedrijf"), org("roc"), init(1)]);
		expect(idsOf({ focus: "niemand" })).toEqual([]);
	});

	it("is counted anew: what holds it together differs from the whole", () => {
		const { nodes } = selectFrom(whole, { focus: "roc", steps: 2 });
		expect(nodes.find(({ id }) => id === org("bedrijf"))).toMatchObject({ degree: 1 });
		expect(nodes.find(({ id }) => id === org("bedrijf"))?.bridge).toBeUndefined();
	});

	it("is told by organisation: with whom and through what", () => {
		const rows = partnershipsIn(whole).map(({ organization, partners, joint }) => [
			organization.title,
			partners.map(({ title }) => title),
			joint.map(({ through, partners }) => [through.title, partners.map(({ title }) => title)]),
		]);
		expect(rows).toEqual([
			["ALLEEN", [], []],
			[
				"BEDRIJF",
				["ROC", "VER"],
				[
					["Initiatief 1", ["ROC"]],
					["Initiatief 2", ["VER"]],
				],
			],
			["ROC", ["BEDRIJF"], [["Initiatief 1", ["BEDRIJF"]]]],
			["VER", ["BEDRIJF"], [["Initiatief 2", ["BEDRIJF"]]]],
		]);
	});
});

it("is a document of the published format", () => {
	const graph = graphOf({ ...none, initiatives: [initiative(1, [partner("roc", "lead"), partner("bedrijf")])] });
	const whole = {
		format: networkFormat,
		region: { id: "flevoland", name: "Flevoland" },
		generatedAt: "2026-11-21T10:00:00Z",
		...graph,
	};
	expect(Network.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
	expect(NetworkLink.safeParse({ source: "x", target: "y", kind: "leads" }).success).toBe(false);
});
