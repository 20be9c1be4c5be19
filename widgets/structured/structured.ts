import { context, eventThing, initiativeThing, jobThing, type Thing } from "../../shared/formats/schema-things.ts";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import type { AnyCard, Host, MakePart } from "../parts/part.ts";
import { eventFacts, initiativeFacts, opportunityFacts } from "./read-facts.ts";

/** With its municipality by name where the item names no place. */
function located<T extends { location?: { place?: string; municipality?: string } }>(facts: T, host: Host): T {
	const { location } = facts;
	// Our own object, fresh from its reader.
	if (location) {
		location.place ||= host.facets.municipality?.find(({ value }) => value === location.municipality)?.label;
	}
	return facts;
}

function thingOf(kind: WidgetKind, source: unknown, host: Host): Thing | undefined {
	const event = kind === "events" && eventFacts(source);
	if (event) return eventThing(located(event, host));
	const opportunity = kind === "opportunities" && opportunityFacts(source);
	// Google wants a JobPosting where one job is described, and none on a page with a list of them.
	if (opportunity) return host.items.length === 1 ? jobThing(located(opportunity, host)) : undefined;
	const initiative = kind === "initiatives" && initiativeFacts(source);
	return initiative ? initiativeThing(initiative) : undefined;
}

/** The items on screen as JSON-LD, each with its own page; those that no type of schema.org fits by name alone. */
function structuredData(items: readonly AnyCard[], host: Host): string {
	const list: Thing = {
		"@context": context,
		"@type": "ItemList",
		itemListElement: items.map((card, n) => {
			const thing = thingOf(host.kind, host.source(card), host);
			const { url } = card;
			const about = thing ? { item: { ...thing, url } } : { name: card.title, url };
			return { "@type": "ListItem", position: n + 1, ...about };
		}),
	};
	// Nothing in it can end the script.
	return JSON.stringify(list).replace(/</g, "\\u003c");
}

/**
 * Tells search engines in the partner's own page what the list shows: one data block, a child of the element, as long as
 * there is something on screen.
 */
export const part: MakePart = (host) => {
	let shown: readonly AnyCard[] = [];
	let script: HTMLScriptElement | undefined;
	// A page that enforces Trusted Types refuses text for a script, also for one that is data and never runs. Chromium lets
	// the text of a node that is already there change; Firefox reports it, and keeps the text all the same.
	const text = new Text();

	function remove() {
		script?.remove();
		script = undefined;
		text.data = "";
	}

	return {
		updated() {
			const { items } = host;
			if (items === shown && (!script || script.parentNode === host)) return;
			shown = items;
			if (!items.length) return remove();
			if (!script) {
				script = document.createElement("script");
				script.type = "application/ld+json";
				script.append(text);
			}
			if (script.parentNode !== host) host.append(script);
			text.data = structuredData(items, host);
		},
		disconnect: remove,
	};
};
