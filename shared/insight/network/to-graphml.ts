import type { NetworkLink, NetworkNode } from "../../model/network.ts";
import { printable } from "../../text/printable.ts";

/** What goes between tags or in an attribute; characters that XML cannot hold are left out. */
export const xml = (text: string): string =>
	printable(text).replace(/[&<>"'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

type Field<T> = [name: string, type: "string" | "int" | "boolean", read: (one: T) => string | number | undefined];

const nodeFields: readonly Field<NetworkNode>[] = [
	["label", "string", ({ title }) => title],
	["kind", "string", ({ kind }) => kind],
	["organizationKind", "string", ({ organizationKind }) => organizationKind],
	["url", "string", ({ url }) => url],
	["actionLines", "string", ({ actionLines }) => actionLines.join(";")],
	["stages", "string", ({ stages }) => stages.join(";")],
	["places", "string", ({ places }) => places.join(";")],
	["goal", "string", ({ goal }) => goal],
	["degree", "int", ({ degree }) => degree],
	["bridge", "boolean", ({ bridge }) => String(!!bridge)],
];

const linkFields: readonly Field<NetworkLink>[] = [
	["kind", "string", ({ kind }) => kind],
	["through", "string", ({ through }) => through?.join(";")],
];

const keys = <T>(about: "node" | "edge", fields: readonly Field<T>[]) =>
	fields.map(([name, type]) => `<key id="${about}.${name}" for="${about}" attr.name="${name}" attr.type="${type}"/>`);

const data = <T>(about: "node" | "edge", fields: readonly Field<T>[], one: T) =>
	fields
		.map(([name, , read]) => [name, read(one)] as const)
		.filter(([, value]) => value !== undefined && value !== "")
		.map(([name, value]) => `<data key="${about}.${name}">${xml(String(value))}</data>`)
		.join("");

/** A network as GraphML (http://graphml.graphdrawing.org/specification.html), which Gephi, yEd and Cytoscape read. */
export function toGraphml(nodes: readonly NetworkNode[], links: readonly NetworkLink[]): string {
	return [
		`<?xml version="1.0" encoding="UTF-8"?>`,
		`<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`,
		...keys("node", nodeFields),
		...keys("edge", linkFields),
		`<graph id="network" edgedefault="directed">`,
		...nodes.map((node) => `<node id="${xml(node.id)}">${data("node", nodeFields, node)}</node>`),
		...links.map(
			(link, index) =>
				`<edge id="e${index}" source="${xml(link.source)}" target="${xml(link.target)}">${data("edge", linkFields, link)}</edge>`,
		),
		"</graph>",
		"</graphml>",
		"",
	].join("\n");
}
