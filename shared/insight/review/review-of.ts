import type { EventItem, IndicatorItem, InitiativeItem, OrganizationItem } from "../../model/feed.ts";
import type { NetworkNode } from "../../model/network.ts";
import type { Region } from "../../model/region.ts";
import { type ActionLine, actionLines } from "../../vocabularies/action-lines.ts";
import { codesOf } from "../../vocabularies/vocabulary.ts";
import { type Coverage, coverageOf } from "../coverage/coverage-of.ts";
import { periodOf } from "../indicators/period.ts";
import { graphOf } from "../network/graph-of.ts";
import { type EditionGroup, editionsOf, heldIn, yearOf } from "./editions.ts";
import { figureOf, isOf, isOneYear, type YearFigure } from "./figures.ts";
import { ranIn, spansOf } from "./ran-in.ts";

/** What is published of a region, of all times. */
export interface ReviewSource {
	readonly region: Region;
	readonly events: readonly EventItem[];
	readonly initiatives: readonly InitiativeItem[];
	readonly organizations: readonly OrganizationItem[];
	readonly indicators: readonly IndicatorItem[];
}

export interface Ran {
	readonly item: InitiativeItem;
	/** Its planning names the year; otherwise it runs, and nobody wrote since when. */
	readonly dated: boolean;
}

export interface ReviewLine {
	readonly code: ActionLine;
	readonly initiatives: readonly Ran[];
	readonly events: readonly EventItem[];
	readonly figures: readonly YearFigure[];
}

export interface ReviewNetwork {
	/** Organisations that took part in something that year. */
	readonly organizations: number;
	readonly links: number;
	/** Most connected first. */
	readonly connected: readonly NetworkNode[];
	/** Without them the network falls apart. */
	readonly bridges: readonly NetworkNode[];
	/** Known organisations that took part in nothing that year. */
	readonly apart: number;
}

export interface Review {
	readonly region: Region;
	readonly year: number;
	/** What should be seen first comes first. */
	readonly figures: readonly YearFigure[];
	readonly ran: readonly Ran[];
	readonly events: readonly EventItem[];
	readonly lines: readonly ReviewLine[];
	readonly editions: readonly EditionGroup[];
	readonly network: ReviewNetwork;
	/** Of the initiatives that ran, by action line and stage. */
	readonly coverage: Coverage;
	/** Whether something in it is an invented sample. */
	readonly sample: boolean;
}

function networkOf({ organizations }: ReviewSource, ran: readonly Ran[], events: readonly EventItem[]): ReviewNetwork {
	const initiatives = ran.map(({ item }) => item);
	const { nodes, links, insight } = graphOf({ organizations, initiatives, events, opportunities: [] });
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const named = (ids: readonly string[], most: number) => ids.slice(0, most).flatMap((id) => byId.get(id) ?? []);
	const known = nodes.filter(({ kind }) => kind === "organization");
	return {
		organizations: known.filter(({ degree }) => degree > 0).length,
		links: links.length,
		connected: named(insight.connected, 8),
		bridges: named(insight.bridges, 20)
			.filter(({ kind }) => kind === "organization")
			.slice(0, 5),
		apart: known.filter(({ degree }) => degree === 0).length,
	};
}

/** What should be seen first: true figures before samples, wholes before parts, of this year alone, with a year before, large. */
function byWeight(one: YearFigure, other: YearFigure): number {
	const marks = ({ item, now, before }: YearFigure) => [
		item.sample ? 1 : 0,
		now ? 0 : 1,
		now && isOneYear(now.period) ? 0 : 1,
		before ? 0 : 1,
		-(now?.value ?? 0),
	];
	const theirs = marks(other);
	for (const [index, mine] of marks(one).entries()) {
		const difference = mine - (theirs[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return one.item.title.localeCompare(other.item.title, "nl");
}

/** A region's year, from what is published. Dates and words that say nothing of the year are left out, never guessed. */
export function reviewOf(source: ReviewSource, year: number): Review {
	const { region } = source;
	const ran = source.initiatives
		.flatMap((item): Ran[] => {
			const how = ranIn(item, year);
			return how ? [{ item, dated: how === "dated" }] : [];
		})
		// The structure that carries the rest first, then what was of this year for certain.
		.sort(
			(one, other) =>
				Number(other.item.nature === "structure") - Number(one.item.nature === "structure") ||
				Number(other.dated) - Number(one.dated) ||
				one.item.title.localeCompare(other.item.title, "nl", { numeric: true }),
		);
	const events = heldIn(source.events, year);
	const figures = source.indicators.flatMap((item) => figureOf(item, year) ?? []).sort(byWeight);
	const on = (code: ActionLine) => (item: { actionLines: readonly string[] }) => item.actionLines.includes(code);
	const { municipalities } = region;
	return {
		region,
		year,
		figures,
		ran,
		events,
		lines: codesOf(actionLines).map((code) => ({
			code,
			initiatives: ran.filter(({ item }) => on(code)(item)),
			events: events.filter(on(code)),
			figures: figures.filter(({ item }) => on(code)(item)),
		})),
		editions: editionsOf(source.events, year),
		network: networkOf(source, ran, events),
		coverage: coverageOf(
			ran.map(({ item }) => item),
			{ rows: "action-line", columns: "stage", municipalities },
		),
		sample: [...ran.map(({ item }) => item), ...events, ...figures.map(({ item }) => item)].some(
			({ sample }) => sample,
		),
	};
}

/** The years of which there is something to tell, until `last`, newest first: events, figures, initiatives of that year. */
export function reviewYears(source: ReviewSource, last: number): number[] {
	const years = new Set<number>();
	for (const event of source.events) years.add(yearOf(event));
	for (const { observations } of source.indicators)
		for (const { period } of observations) {
			const end = periodOf(period)?.end;
			const year = end === undefined ? undefined : Math.ceil(end) - 1;
			if (year !== undefined && isOf(period, year)) years.add(year);
		}
	for (const item of source.initiatives)
		for (const { from, to } of spansOf(item))
			for (let year = Math.max(from, 1990); year <= Math.min(to, from + 15, last); year++)
				if (Number.isFinite(from)) years.add(year);
	return [...years].filter((year) => year <= last && year >= 1990).sort((one, other) => other - one);
}
