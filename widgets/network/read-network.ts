import { networkFormat } from "../../shared/insight/network/format.ts";
import type { NetworkLink, NetworkNode } from "../../shared/model/network.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { linkKinds, nodeKinds } from "../../shared/vocabularies/network.ts";
import { partnerKinds } from "../../shared/vocabularies/partner-kinds.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import type { Vocabulary } from "../../shared/vocabularies/vocabulary.ts";
import { FeedProblem } from "../feed/feed-problem.ts";
import { filled, listOf, moment, type Read, record, text } from "../feed/readers.ts";
import { safeLink } from "../feed/safe-link.ts";

/** A network as far as it can be used. */
export interface ReadNetwork {
	name: string;
	generatedAt: string | undefined;
	nodes: NetworkNode[];
	links: NetworkLink[];
	/** How many nodes and links could not be used. */
	dropped: number;
}

const codeOf =
	<V extends Vocabulary>(vocabulary: V): Read<Extract<keyof V, string>> =>
	(value) =>
		Object.keys(vocabulary).find((code): code is Extract<keyof V, string> => code === value);

const yes: Read<true> = (value) => value === true || undefined;

type Contacts = NonNullable<NetworkNode["contacts"]>;
const readContact = record<Contacts[number]>(
	{ name: filled, role: filled, email: filled, phone: filled, public: yes },
	"name",
	"public",
);
const sample: Read<"voorbeeld"> = (value) => (value === "voorbeeld" ? value : undefined);

type Draft = Omit<NetworkNode, "degree" | "bridge" | "separates">;
const readNode = record<Draft>(
	{
		id: filled,
		kind: codeOf(nodeKinds),
		title: filled,
		url: safeLink,
		organizationKind: codeOf(partnerKinds),
		actionLines: listOf(codeOf(actionLines)),
		stages: listOf(codeOf(stages)),
		places: listOf(filled),
		goal: filled,
		summary: filled,
		contacts: listOf(readContact),
		sample,
	},
	"id",
	"kind",
	"title",
);
const readLink = record<Omit<NetworkLink, "bridge">>(
	{ source: filled, target: filled, kind: codeOf(linkKinds), through: listOf(filled) },
	"source",
	"target",
	"kind",
);

/**
 * Reads a `techniek-network/1` (shared/model/network.ts) leniently: what is wrong is counted and left out. Throws a
 * {@link FeedProblem} when this is no network, or one of a later format.
 */
export function readNetwork(json: unknown): ReadNetwork {
	const get = (key: string): unknown => (typeof json === "object" && json ? Reflect.get(json, key) : undefined);
	const [foundNodes, foundLinks, format, region] = [get("nodes"), get("links"), get("format"), get("region")];
	if (!Array.isArray(foundNodes) || !Array.isArray(foundLinks)) throw new FeedProblem("format");
	if (typeof format === "string" && format !== networkFormat) throw new FeedProblem("version", format);
	const known = new Set<string>();
	const nodes = listOf(readNode)(foundNodes).filter(({ id }) => !known.has(id) && known.add(id));
	const links = listOf(readLink)(foundLinks).filter(({ source, target }) => known.has(source) && known.has(target));
	return {
		// Whoever shows a part of it counts that part's links.
		nodes: nodes.map((node) => ({ ...node, degree: 0 })),
		links,
		name: (typeof region === "object" && region && text(Reflect.get(region, "name"))) || "",
		generatedAt: moment(get("generatedAt")),
		dropped: foundNodes.length - nodes.length + (foundLinks.length - links.length),
	};
}
