import type { EventItem, InitiativeItem, OpportunityItem, OrganizationItem } from "../../model/feed.ts";
import type { NetworkLink, NetworkNode } from "../../model/network.ts";
import { atOnce, type Steps } from "../../text/steps.ts";
import { actionLines } from "../../vocabularies/action-lines.ts";
import { fundingProgrammes } from "../../vocabularies/funding-programmes.ts";
import type { LinkKind } from "../../vocabularies/network.ts";
import { stages } from "../../vocabularies/stages.ts";
import { type Draft, type Graph, inOrder, withStructure } from "./with-structure.ts";

/** Published items of one region; of any period. */
export interface NetworkFeeds {
	organizations: readonly OrganizationItem[];
	initiatives: readonly InitiativeItem[];
	events: readonly EventItem[];
	opportunities: readonly OpportunityItem[];
}

interface Mention {
	id: string;
	name: string;
	kind?: NetworkNode["organizationKind"];
}

/** Funds that are a programme of their own; "means of municipalities" and the like would link what has nothing in common. */
const programmes = new Set([
	"sto",
	"rif",
	"growth-fund",
	"efro",
	"esf",
	"sector-plans",
	"youth-unemployment",
	"o-and-o",
]);

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
const present = <T>(values: readonly (T | undefined)[]): T[] =>
	values.filter((one): one is T & {} => one !== undefined);

const initiativeId = (id: string) => `initiative:${id}`;

/** Takes up nodes and links, each once. */
class Drawing {
	readonly nodes = new Map<string, Draft>();
	readonly #links = new Map<string, NetworkLink>();

	/** Adds a node, or what is not known yet of one that is there. */
	add(node: Partial<Draft> & Pick<Draft, "id" | "kind" | "title">): string {
		const before = this.nodes.get(node.id);
		const merged = { actionLines: [], stages: [], places: [], ...node, ...before };
		merged.actionLines = unique([...(before?.actionLines ?? []), ...(node.actionLines ?? [])]);
		merged.stages = unique([...(before?.stages ?? []), ...(node.stages ?? [])]);
		merged.places = unique([...(before?.places ?? []), ...(node.places ?? [])]);
		this.nodes.set(node.id, merged);
		return node.id;
	}

	organization({ id, name, kind }: Mention): string {
		return this.add({
			id: `organization:${id}`,
			kind: "organization",
			title: name,
			...(kind && { organizationKind: kind }),
		});
	}

	link(source: string, target: string, kind: LinkKind, through?: string) {
		if (source === target) return;
		const key = `${source} ${kind} ${target}`;
		const known = this.#links.get(key);
		const all = unique([...(known?.through ?? []), ...(through ? [through] : [])]).sort();
		this.#links.set(key, { source, target, kind, ...(all.length > 0 && { through: all }) });
	}

	/** Who leads or organises something needs not be said to take part in it as well. */
	links(): NetworkLink[] {
		return [...this.#links.values()].filter(
			({ source, target, kind }) =>
				this.nodes.has(source) &&
				this.nodes.has(target) &&
				(kind !== "partner" ||
					!(this.#links.has(`${source} leads ${target}`) || this.#links.has(`${source} organizes ${target}`))),
		);
	}
}

const roles = { lead: "leads", partner: "partner", funder: "funds" } as const;

function drawInitiative(drawing: Drawing, item: InitiativeItem) {
	const node = drawing.add({
		id: initiativeId(item.id),
		kind: item.nature === "structure" ? "programme" : "initiative",
		title: item.title,
		url: item.url,
		actionLines: item.actionLines,
		stages: item.stages,
		places: item.places.map(({ name }) => name),
		...described(item),
	});
	for (const partner of item.partners) drawing.link(drawing.organization(partner), node, roles[partner.role]);
	for (const { programme } of item.funding) {
		if (!programme || !programmes.has(programme)) continue;
		const title = fundingProgrammes[programme].nl;
		drawing.link(drawing.add({ id: `fund:${programme}`, kind: "fund", title }), node, "funds");
	}
}

/** The editions of a series are one node: those who return each year work together once. */
function drawEvent(drawing: Drawing, item: EventItem) {
	const { series } = item;
	const node = drawing.add({
		id: series ? `series:${series.id}` : `event:${item.id}`,
		kind: "event",
		title: series?.name ?? item.title,
		url: item.url,
		actionLines: item.actionLines,
		stages: item.stages,
		places: present([item.location?.place]),
		...described(item),
	});
	const edition = series && (series.edition ?? item.start.slice(0, 4));
	if (item.organizer) drawing.link(drawing.organization(item.organizer), node, "organizes", edition);
	for (const partner of item.partners) drawing.link(drawing.organization(partner), node, roles[partner.role], edition);
	if (item.initiative) drawing.link(node, initiativeId(item.initiative.id), "partOf");
}

const described = ({
	goal,
	summary,
	contacts,
	sample,
}: Pick<InitiativeItem, "goal" | "summary" | "contacts" | "sample">) => ({
	...(goal && { goal }),
	...(summary && { summary }),
	...(contacts?.length && { contacts }),
	...(sample && { sample }),
});

/** Gives organisations and funds the action lines, stages and places of what they take part in. */
function spread(nodes: ReadonlyMap<string, Draft>, links: readonly NetworkLink[]) {
	const [lines, known] = [new Map<string, Draft["actionLines"]>(), new Map<string, Draft["stages"]>()];
	for (const { source, target } of links) {
		const thing = nodes.get(target);
		if (!thing || thing.kind === "organization") continue;
		lines.set(source, unique([...(lines.get(source) ?? []), ...thing.actionLines]));
		known.set(source, unique([...(known.get(source) ?? []), ...thing.stages]));
	}
	return ({ id, kind, ...node }: Draft): Draft =>
		kind === "organization" || kind === "fund"
			? { id, kind, ...node, actionLines: lines.get(id) ?? [], stages: known.get(id) ?? [] }
			: { id, kind, ...node };
}

/** The codes of a vocabulary, in its order. */
const inOrderOf = <T extends string>(codes: readonly T[], vocabulary: object): T[] => {
	const order = Object.keys(vocabulary);
	return codes.toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
};

const { compare } = new Intl.Collator("nl");

const tidy = (draft: Draft): Draft => ({
	...draft,
	actionLines: inOrderOf(draft.actionLines, actionLines),
	stages: inOrderOf(draft.stages, stages),
	places: draft.places.toSorted(compare),
});

const keyOf = ({ source, target, kind }: NetworkLink) => `${source} ${target} ${kind}`;

/** Events that bring nobody together: an open day of one school says nothing of who works with whom. */
function singleEvents(nodes: ReadonlyMap<string, Draft>, links: readonly NetworkLink[]): Set<string> {
	const others = new Map<string, Set<string>>();
	for (const { source, target } of links) {
		others.set(source, (others.get(source) ?? new Set()).add(target));
		others.set(target, (others.get(target) ?? new Set()).add(source));
	}
	const events = [...nodes.values()].filter(({ kind }) => kind === "event");
	return new Set(events.filter(({ id }) => (others.get(id)?.size ?? 0) < 2).map(({ id }) => id));
}

/**
 * Who works with whom and through what. Nodes are organisations (also those that are only mentioned), initiatives, programmes
 * (initiatives that strengthen the structure), events that bring some together (a series is one) and funding programmes; opportunities link who offers
 * them to the initiative they belong to. The same items give the same graph.
 */
export function* graphSteps({ organizations, initiatives, events, opportunities }: NetworkFeeds): Steps<Graph> {
	const drawing = new Drawing();
	for (const item of organizations) {
		yield;
		drawing.add({
			id: `organization:${item.slug}`,
			kind: "organization",
			title: item.title,
			url: item.url,
			organizationKind: item.kind,
			places: item.places.map(({ name }) => name),
			...described(item),
		});
	}
	for (const item of initiatives) {
		yield;
		drawInitiative(drawing, item);
	}
	// The latest edition first: its page and its words are those of the series.
	const latest = events.toSorted(
		(one, other) => Date.parse(other.start) - Date.parse(one.start) || (one.id < other.id ? -1 : 1),
	);
	for (const item of latest) {
		yield;
		drawEvent(drawing, item);
	}
	for (const { organization, initiative, title } of opportunities) {
		if (!organization || !initiative) continue;
		drawing.link(drawing.organization(organization), initiativeId(initiative.id), "offers", title);
	}
	for (const { slug, partOf } of organizations) {
		if (partOf) drawing.link(`organization:${slug}`, `organization:${partOf}`, "partOf");
	}
	yield;
	const drawn = drawing.links().sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
	yield;
	const alone = singleEvents(drawing.nodes, drawn);
	const links = drawn.filter(({ source, target }) => !alone.has(source) && !alone.has(target));
	yield;
	const nodes = [...drawing.nodes.values()]
		.filter(({ id }) => !alone.has(id))
		.map(spread(drawing.nodes, links))
		.map(tidy)
		.sort(inOrder);
	yield;
	return withStructure(nodes, links);
}

/** {@link graphSteps}, at once. */
export const graphOf = (feeds: NetworkFeeds): Graph => atOnce(graphSteps(feeds));
