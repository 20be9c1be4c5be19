import * as z from "zod/mini";
import { networkFormat } from "../insight/network/format.ts";
import { actionLines } from "../vocabularies/action-lines.ts";
import { linkKinds, nodeKinds } from "../vocabularies/network.ts";
import { partnerKinds } from "../vocabularies/partner-kinds.ts";
import { stages } from "../vocabularies/stages.ts";
import { codesOf } from "../vocabularies/vocabulary.ts";
import { Contact, Instant, Sample, ShortText, Slug, Summary, Title, WebAddress } from "./values.ts";

/** Who works with whom in a region and through what, made of what is published: `/feeds/<region>/network.json`. */

/** `organization:<slug>`, `initiative:<uuid>`, `event:<uuid>`, `series:<slug>` or `fund:<code>`: lasting, and safe in any format. */
export const NodeId = z.string().check(z.regex(/^[a-z]+:[a-z0-9-]+$/), z.maxLength(120));

export const NetworkNode = z.object({
	id: NodeId,
	kind: z.enum(codesOf(nodeKinds)),
	title: Title,
	/** The canonical page, where it has one. */
	url: z.optional(WebAddress),
	organizationKind: z.optional(z.enum(codesOf(partnerKinds))),
	/** Of an organisation or fund: those of what it takes part in. */
	actionLines: z.array(z.enum(codesOf(actionLines))),
	stages: z.array(z.enum(codesOf(stages))),
	/** By name. */
	places: z.array(ShortText),
	goal: z.optional(Summary),
	summary: z.optional(Summary),
	contacts: z.optional(z.array(z.extend(Contact, { public: z.literal(true) }))),
	sample: z.optional(Sample),
	/** How many others it is linked to. */
	degree: z.int(),
	/** Whether the network has more parts without it. */
	bridge: z.optional(z.literal(true)),
	/** How many nodes then no longer reach the largest part that is left. */
	separates: z.optional(z.int()),
});
export type NetworkNode = z.infer<typeof NetworkNode>;

/** From who to what, or from a part to its whole. */
export const NetworkLink = z.object({
	source: NodeId,
	target: NodeId,
	kind: z.enum(codesOf(linkKinds)),
	/** Editions of a series, titles of opportunities. */
	through: z.optional(z.array(ShortText)),
	/** Whether the network has more parts without it. */
	bridge: z.optional(z.literal(true)),
});
export type NetworkLink = z.infer<typeof NetworkLink>;

export const NetworkInsight = z.object({
	/** The ten organisations with the most links, those with most first. */
	connected: z.array(NodeId),
	/** Nodes without which the network has more parts, those that separate most first. */
	bridges: z.array(NodeId),
	/** Nodes without any link. */
	unconnected: z.array(NodeId),
	/** How many parts of two or more nodes there are. */
	parts: z.int(),
});
export type NetworkInsight = z.infer<typeof NetworkInsight>;

export const Network = z.object({
	format: z.literal(networkFormat),
	region: z.object({ id: Slug, name: z.string() }),
	generatedAt: Instant,
	nodes: z.array(NetworkNode),
	links: z.array(NetworkLink),
	insight: NetworkInsight,
});
export type Network = z.infer<typeof Network>;
