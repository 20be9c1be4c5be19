import { formatDate } from "../../shared/list/dates.ts";
import { eventLook } from "../../shared/list/event-look.ts";
import { initiativeLook } from "../../shared/list/initiative-look.ts";
import { listStyles } from "../../shared/list/list-styles.ts";
import { listView } from "../../shared/list/list-view.ts";
import type { Look } from "../../shared/list/look.ts";
import { opportunityLook } from "../../shared/list/opportunity-look.ts";
import { toHtml } from "../../shared/list/to-html.ts";
import { widgetMessages } from "../../shared/messages/widgets.ts";
import type { Feed, ItemOf } from "../../shared/model/feed.ts";
import { feedParameters } from "../../shared/model/query.ts";
import {
	attributesOf,
	filterNames,
	readAttributes,
	type WidgetAttributes,
	type WidgetKind,
} from "../../shared/model/widget.ts";
import { Refusal } from "../records/refusal.ts";
import type { FeedRequest } from "./parse-query.ts";
import { formatsOf } from "./render.ts";

/**
 * A list as a piece of HTML that a partner's server puts in its page: the element with its shadow tree already drawn
 * (https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/template, `shadowrootmode`), so that it is there before
 * any script, and inside it a plain list for systems that take the template away.
 */

const looks: { [K in WidgetKind]: Look<K> } = {
	events: eventLook,
	opportunities: opportunityLook,
	initiatives: initiativeLook,
};

const inTheAddress = {
	nl: "De regio staat al in het adres van een fragment, en een eigen feed kan hier niet.",
	en: "The region is in the address of a snippet already, and a feed of your own does not go here.",
};

/** Comments and indentation are for who reads the source. */
const styles = listStyles
	.replace(/\/\*[\s\S]*?\*\//g, "")
	.replace(/\s+/g, " ")
	.replace(/\s?([{};,])\s?|(:) /g, "$1$2")
	.trim();

const escaped = (text: string) =>
	text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "&quot;");

export interface SnippetRequest {
	attributes: WidgetAttributes;
	/** What the feed is asked. */
	parameters: URLSearchParams;
}

/** Reads the parameters of a snippet's address. Throws a {@link Refusal} 400 that names the first that is not right. */
export function parseSnippet(kind: WidgetKind, region: string, given: URLSearchParams): SnippetRequest {
	const values = Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name).join(",")]));
	const misplaced = ["region", "src"].find((name) => name in values);
	const { attributes, problems } = readAttributes(
		kind,
		values,
		attributesOf(kind).filter((name) => name !== "region" && name !== "src"),
	);
	const [problem] = misplaced ? [{ name: misplaced, sentence: inTheAddress }] : problems;
	if (problem) {
		const { name, sentence } = problem;
		throw new Refusal(
			400,
			"invalid-parameter",
			{ nl: `${name}=${values[name]} begrijpen we niet.`, en: `We do not understand ${name}=${values[name]}.` },
			{ detail: sentence, errors: [{ field: name, message: sentence.nl }] },
		);
	}
	const parameters = new URLSearchParams();
	for (const name of feedParameters) for (const value of given.getAll(name)) if (value) parameters.append(name, value);
	if (!parameters.has("limit")) parameters.set("limit", "20");
	return { attributes: { region, ...attributes }, parameters };
}

/** What a plain list says of an item beside its title. */
function aside(item: ItemOf[WidgetKind]): string {
	const day = "timeZone" in item ? formatDate(item.start, "stamp", "nl", item.timeZone) : undefined;
	const place = "location" in item ? item.location?.place : undefined;
	return [day, place].filter(Boolean).join(", ");
}

/** The snippet of `feed`, as an element with `attributes` would show it. */
export function snippetOf<K extends WidgetKind>(
	kind: K,
	feed: Feed<K>,
	{ attributes, parameters }: SnippetRequest,
	{ query }: FeedRequest,
	publicUrl: string,
): string {
	const look: Look<K> = looks[kind];
	const language = attributes.lang?.toLowerCase().startsWith("en") ? "en" : "nl";
	// Other views need a script: until it is there, this is the list.
	const view = (["list", "cards"] as const).find((one) => one === attributes.view) ?? look.view;
	const listed = `${publicUrl}/${feed.region.id}/${kind}`;
	const calendar = new URL(`${publicUrl}/feeds/${feed.region.id}/${kind}.ics`);
	for (const [name, value] of parameters)
		if (name !== "limit" && name !== "after") calendar.searchParams.append(name, value);
	const filters = attributes.filters?.split(",").map((name) => name.trim());
	const list = listView<K>({
		kind,
		look,
		language,
		say: widgetMessages[language],
		view,
		level: Number(attributes["heading-level"] ?? 3),
		theme: attributes.theme ?? "auto",
		filters: filters?.flatMap((name) => filterNames.find((one) => one === name) ?? []) ?? look.filters,
		fixed: query,
		chosen: {},
		state: feed.items.length ? "ready" : "empty",
		result: {
			items: feed.items,
			total: feed.total,
			facets: feed.facets,
			more: feed.next !== null,
			stale: false,
			generatedAt: feed.generatedAt,
			dropped: 0,
		},
		readerZone: undefined,
		calendar: formatsOf(kind).includes("ics") ? calendar.href.replace(/^https?/, "webcal") : undefined,
		past: kind === "events" && (view === "list" || view === "cards") ? false : undefined,
	});
	const given = Object.entries({ ...attributes, ...Object.fromEntries(parameters) })
		.filter(([name]) => name !== "after")
		.map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : ` ${name}`));
	const plain = feed.items.map(
		(item: ItemOf[WidgetKind]) =>
			`<li><a href="${escaped(item.url)}">${escaped(item.title)}</a> ${escaped(aside(item))}</li>`,
	);
	return `<script src="${escaped(publicUrl)}/embed/v1.js" async></script>
<techniek-${kind}${given.join("")}>
<template shadowrootmode="open"><style>${styles}</style>${toHtml(list).replace(/\s+/g, " ")}</template>
<ul>
${plain.join("\n")}
</ul>
<p><a href="${escaped(listed)}">${escaped(feed.region.name)}</a></p>
</techniek-${kind}>
`;
}
