import { join } from "node:path";
import { networkFormat } from "../../../shared/insight/network/format.ts";
import { graphSteps } from "../../../shared/insight/network/graph-of.ts";
import { linksCsv, nodesCsv } from "../../../shared/insight/network/to-csv.ts";
import { toGraphml } from "../../../shared/insight/network/to-graphml.ts";
import { toKumu } from "../../../shared/insight/network/to-kumu.ts";
import type { Region } from "../../../shared/model/region.ts";
import { type Draft, pressed } from "../../publish/files.ts";
import { onlyWhenChanged } from "../../publish/generated-at.ts";
import { inSteps } from "../../publish/in-steps.ts";
import type { RegionItems } from "../../publish/project.ts";

/** The files of a region's network, in the folder of its feeds, with the media type of each. */
export const networkFiles = {
	"network.json": "application/json",
	"network.graphml": "application/xml",
	"network.kumu.json": "application/json",
	"network.csv": "text/csv",
	"network-nodes.csv": "text/csv",
} as const satisfies Record<string, string>;

export type NetworkFile = keyof typeof networkFiles;

export const isNetworkFile = (name: string): name is NetworkFile => Object.hasOwn(networkFiles, name);

export const networkPath = (folder: string, region: string, file: NetworkFile) => join(folder, "feeds", region, file);

interface Wanted {
	folder: string;
	region: Region;
	items: RegionItems;
	now: Date;
	checked: Set<string>;
}

/**
 * Compresses what differs from what stands; gives what writes the drafts. Of items as the public gets them, so that no private contact can
 * get in.
 */
export async function pressNetwork({
	folder,
	region,
	items,
	now,
	checked,
}: Wanted): Promise<(() => Promise<Draft[]>)[]> {
	const { nodes, links, insight } = await inSteps(graphSteps(items));
	const { id, name } = region;
	const path = (file: NetworkFile) => networkPath(folder, id, file);
	const json = await onlyWhenChanged(path("network.json"), now, (generatedAt) =>
		JSON.stringify({ format: networkFormat, region: { id, name }, generatedAt, nodes, links, insight }),
	);
	const texts: Record<NetworkFile, () => string> = {
		"network.json": () => json,
		"network.graphml": () => toGraphml(nodes, links),
		"network.kumu.json": () => toKumu(nodes, links),
		"network.csv": () => linksCsv(nodes, links),
		"network-nodes.csv": () => nodesCsv(nodes),
	};
	const ready: (() => Promise<Draft[]>)[] = [];
	for (const file of Object.keys(texts).filter(isNetworkFile)) {
		const write = await pressed(path(file), texts[file](), checked, "soon");
		if (write) ready.push(write);
	}
	return ready;
}
