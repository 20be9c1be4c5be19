import { withStructure } from "../../shared/insight/network/with-structure.ts";
import type { NetworkLink, NetworkNode } from "../../shared/model/network.ts";

/** Networks for tests, in the published form. */

type Draft = Omit<NetworkNode, "degree">;
const organization = (slug: string, title: string, more: Partial<Draft> = {}): Draft => ({
	id: `organization:${slug}`,
	kind: "organization",
	title,
	organizationKind: "education",
	actionLines: [],
	stages: [],
	places: ["Tilburg"],
	...more,
});
const thing = (slug: string, title: string, more: Partial<Draft> = {}): Draft => ({
	id: `initiative:${slug}`,
	kind: "initiative",
	title,
	actionLines: ["choose"],
	stages: ["po"],
	places: [],
	...more,
});
const link = (source: string, target: string, kind: NetworkLink["kind"] = "partner"): NetworkLink => ({
	source: `organization:${source}`,
	target: target.includes(":") ? target : `initiative:${target}`,
	kind,
});

function small(titles: (title: string) => string) {
	return {
		nodes: [
			organization("roc", titles("ROC Voorbeeld"), {
				url: "https://inventory.example/roc",
				summary: titles("Een school."),
				contacts: [{ name: titles("Open loket"), email: "loket@roc.example", phone: "013-0000000", public: true }],
			}),
			organization("fabriek", titles("Fabriek Voorbeeld"), { organizationKind: "business" }),
			organization("gemeente", titles("Gemeente Voorbeeld"), { organizationKind: "government" }),
			organization("alleen", titles("Alleen Voorbeeld"), { places: ["Goirle"] }),
			thing("lab", titles("Robotlab"), { goal: titles("Meer kinderen bouwen een robot."), sample: "voorbeeld" }),
			thing("route", titles("Bouwroute"), { actionLines: ["work"], stages: ["mbo"] }),
		],
		links: [
			link("roc", "lab", "leads"),
			{ ...link("fabriek", "lab"), through: [titles("2025"), titles("2026")] },
			link("fabriek", "route", "leads"),
			link("gemeente", "route", "funds"),
			link("gemeente", "organization:roc", "partOf"),
		],
	};
}

/** As many nodes as a large region has, in groups. */
function large() {
	const nodes = Array.from({ length: 2000 }, (_, index) =>
		index % 3 ? organization(`o${index}`, `Organisatie ${index}`) : thing(`i${index}`, `Initiatief ${index}`),
	);
	const links = Array.from({ length: 6000 }, (_, index) => {
		const source = nodes[(index * 7919) % nodes.length];
		const target = nodes[((index * 7919) % nodes.length) + ((index * 31) % 90) - 45];
		return source && target && source !== target
			? [{ source: source.id, target: target.id, kind: "partner" as const }]
			: [];
	}).flat();
	return { nodes, links };
}

/** The network of a region, by what the region's name promises. */
export function networkOf(region: string): object {
	const drawn =
		region === "leeg"
			? { nodes: [], links: [] }
			: region === "groot"
				? large()
				: small((title) => (region === "vijandig" ? `<img src=x onerror=globalThis.hacked=true>${title}` : title));
	const graph = withStructure(drawn.nodes, drawn.links);
	const nodes: unknown[] = graph.nodes;
	if (region === "rommel") nodes.push(null, { id: "x", kind: "raadsel", title: "Onbekend" });
	if (region === "vijandig") {
		nodes.push({ ...organization("script", "Script"), url: "javascript:globalThis.hacked=true" });
	}
	return {
		format: "techniek-network/1",
		region: { id: region, name: "Proefregio" },
		generatedAt: "2026-11-21T10:00:00Z",
		...graph,
		nodes,
	};
}
