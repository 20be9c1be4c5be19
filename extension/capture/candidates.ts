import type { ClipKind, Evidence } from "../../shared/model/clip.ts";
import { findDutchDates } from "../../shared/text/dutch-dates.ts";
import { findTowns } from "../../shared/text/dutch-towns.ts";
import { matchKeyOfTitle, matchKeyOfUrl } from "../../shared/text/match-key.ts";
import type { Candidate } from "../draft/fields.ts";
import { isElement, isSurrounding } from "./main-text.ts";
import { readIso } from "./moment.ts";
import { type Page, shorten, tidy, webAddress } from "./page.ts";
import type { Source } from "./source.ts";
import { isEvent, isOpportunity } from "./subject.ts";
import { addressOf, isA, type Thing, textOf, thingOf, valuesOf } from "./things.ts";

const maximum = 200;

/** Words of a page whose subject is many things: its heading or the last piece of its address. */
const listing =
	/\b(?:agenda|kalender|evenementen|events|activiteiten|programmaoverzicht|vacatures|jobs|careers|stages|stageplaatsen|stageplekken|leerbanen|leerwerkplekken|gastlessen|opdrachten|projecten|initiatieven|overzicht|werken[ -]bij|aanbod|zoekresultaten|cursussen|workshops|bijeenkomsten)\b/i;
const offering = /vacature|\bjobs?\b|career|stage|leerba|leerwerk|gastles|opdracht|werken[ -]bij|banen/i;
const happening = /agenda|kalender|evenement|event|activiteit|bijeenkomst|workshop/i;
/** Links that lead to an item without saying which. */
const wordless =
	/^(?:lees (?:meer|verder)|meer(?: info(?:rmatie)?| lezen)?|bekijk(?: .*)?|details?|info|naar .*|read more|more|view|solliciteer.*|aanmelden|inschrijven|tickets?|[›»→…]+|\d+)$/i;
const paging =
	/^(?:volgende|vorige|next|previous|laatste|eerste|toon meer|meer laden|terug|archief|home|contact|privacy.*)\b/i;

const pageKind = (text: string): ClipKind | undefined =>
	offering.test(text) ? "opportunity" : happening.test(text) ? "event" : undefined;

function ofThing(thing: Thing, { things, page }: Source): Candidate | undefined {
	const title = tidy(textOf(things, thing, "name", "title", "headline") ?? "");
	if (!title) return undefined;
	const start = readIso(textOf(things, thing, "startDate") ?? "");
	const through = readIso(textOf(things, thing, "validThrough") ?? "")?.date;
	const where = thingOf(things, thing, "location", "jobLocation");
	const address = where && thingOf(things, where, "address");
	const place = (address && textOf(things, address, "addressLocality")) ?? (where && textOf(things, where, "name"));
	const organization = textOf(things, thing, "organizer", "hiringOrganization", "provider");
	const url = webAddress(addressOf(things, thing, "url") ?? thing.id, page);
	return {
		kind: isEvent(thing) ? "event" : isOpportunity(thing) ? "opportunity" : "initiative",
		title: shorten(title, 200),
		...(url && { url }),
		...(start && { start: start.date }),
		...(start?.time && start.time !== "00:00" && { startTime: start.time }),
		...(through && { validThrough: through }),
		...(place && { place: shorten(place, 300) }),
		...(organization && { organization: shorten(organization, 300) }),
		evidence: { from: thing.from, confidence: 0.9 },
	};
}

/** Many events or jobs in structured data, or a list of items. */
function ofThings(source: Source): Candidate[] {
	const { things, page } = source;
	const many = things.all.filter((thing) => isEvent(thing) || isOpportunity(thing));
	const own = many.flatMap((thing) => ofThing(thing, source) ?? []);
	if (own.length > 1) return own;
	const lists = things.all.filter((thing) => isA(thing, /^ItemList$/));
	return lists.flatMap((list) =>
		valuesOf(things, list, "itemListElement").flatMap((element) => {
			if (typeof element === "string") return [];
			const item = thingOf(things, element, "item") ?? element;
			const one = ofThing(item, source) ?? ofThing(element, source);
			const url = one?.url ?? webAddress(addressOf(things, element, "item"), page);
			return one ? [{ ...one, ...(url && { url }) }] : [];
		}),
	);
}

interface Row {
	readonly element: Element;
	readonly url: string;
	readonly title: string;
}

/** Whether every link in an element leads to the same page. Stops at the first that does not: pages hold thousands. */
function leadsOnlyTo(element: Element, url: string, page: Page): boolean {
	for (const link of element.getElementsByTagName("a"))
		if (link.hasAttribute("href") && (webAddress(link.getAttribute("href"), page) ?? url) !== url) return false;
	return true;
}

/** The largest element around a link that leads nowhere else: a table's row, a card, a list item. */
function rowOf(link: Element, url: string, root: Element, page: Page): Element {
	let row = link;
	for (let parent = link.parentElement; parent && parent !== root; parent = parent.parentElement) {
		if (!leadsOnlyTo(parent, url, page)) break;
		row = parent;
	}
	return row;
}

function titleOf(row: Element, link: Element): string {
	const heading = row.querySelector("h1, h2, h3, h4, h5, h6, [class*='title'], [class*='titel']");
	const texts = [heading?.textContent, ...[link, ...row.querySelectorAll("a[href]")].map((it) => it.textContent)];
	return texts.map((text) => tidy(text ?? "")).find((text) => text !== "" && !wordless.test(text)) ?? "";
}

/** Rows that stand beside one another under one parent, the largest such set of the page. */
function rowsOf({ main, page }: Source): Row[] {
	const here = matchKeyOfUrl(page.url);
	const groups = new Map<Element, Map<string, Row>>();
	for (const link of main.root.querySelectorAll("a[href]")) {
		const url = webAddress(link.getAttribute("href"), page);
		if (!url || url.includes("#") || matchKeyOfUrl(url) === here) continue;
		if (paging.test(tidy(link.textContent ?? ""))) continue;
		const row = rowOf(link, url, main.root, page);
		if (!row.parentElement || isSurroundedBy(row, main.root)) continue;
		const title = titleOf(row, link);
		if (!title) continue;
		const group = groups.get(row.parentElement) ?? new Map<string, Row>();
		if (!group.has(url)) group.set(url, { element: row, url, title });
		groups.set(row.parentElement, group);
	}
	const largest = [...groups.values()].toSorted((a, b) => b.size - a.size)[0];
	return [...(largest?.values() ?? [])];
}

function isSurroundedBy(element: Element, root: Element): boolean {
	for (let it: Element | null = element; it && it !== root; it = it.parentElement) if (isSurrounding(it)) return true;
	return false;
}

/** What an element says, with a space between its pieces: dates are often built of three. */
const spaced = (element: Element): string =>
	tidy([...element.childNodes].map((it) => (isElement(it) ? spaced(it) : (it.nodeValue ?? ""))).join(" "));

function ofRow({ element, url, title }: Row, source: Source, kind: ClipKind | undefined): Candidate {
	const text = spaced(element);
	const dates = findDutchDates(text, source.page.today);
	const moment = dates.find((date) => date.role === "moment" && date.start >= source.page.today.slice(0, 4));
	const deadline = dates.find((date) => date.role === "deadline");
	const attribute = readIso(element.querySelector("time[datetime]")?.getAttribute("datetime") ?? "");
	const its = kind ?? (moment || attribute ? "event" : "initiative");
	const start = moment?.start ?? attribute?.date;
	const time = moment?.startTime ?? (attribute?.time === "00:00" ? undefined : attribute?.time);
	const place = findTowns(text.replace(title, ""))[0]?.name;
	const quote: Evidence["quote"] = { exact: shorten(title, 1000) };
	return {
		kind: its,
		title: shorten(title, 200),
		url,
		...(its === "event" && start && { start }),
		...(its === "event" && time && { startTime: time }),
		...(its === "opportunity" && deadline && { validThrough: deadline.start }),
		...(place && { place }),
		evidence: { from: "text", confidence: 0.7, quote },
	};
}

/**
 * The items of a page that lists many, from structured data or from rows that repeat; empty for a page about one thing.
 * Rows count where the heading or address says that it is a list, and they are most of the page, or at least three are dated.
 */
export function findCandidates(source: Source): Candidate[] {
	const { subject, main, page } = source;
	if (subject && (isEvent(subject) || isOpportunity(subject))) return [];
	const path = URL.canParse(page.url) ? decodeURI(new URL(page.url).pathname) : "";
	const last =
		path
			.replace(/\.\w+$|\/$/g, "")
			.split("/")
			.at(-1) ?? "";
	const heading = main.blocks.find(({ tag }) => /^h[12]$/.test(tag))?.text ?? "";
	const saysSo = listing.test(last) || (listing.test(heading) && heading.split(" ").length <= 5);
	const kind = pageKind(`${last} ${heading}`);
	const structured = distinct(ofThings(source));
	const rows = rowsOf(source);
	const found = rows.map((row) => ofRow(row, source, kind));
	const dated = found.filter(({ start }) => start).length;
	const text = rows.reduce((sum, { element }) => sum + tidy(element.textContent ?? "").length, 0);
	const share = text / Math.max(1, main.text.length);
	const isListing = rows.length >= 3 && ((saysSo && share > 0.25) || (dated >= 3 && share > 0.5));
	if (structured.length >= 2) {
		const known = structured.map((one) => (one.kind === "initiative" && kind ? { ...one, kind } : one));
		return known.slice(0, maximum);
	}
	return isListing ? distinct(found).slice(0, maximum) : [];
}

/** Each once: plug-ins repeat what they list. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
	const seen = new Map<string, Candidate>();
	for (const one of candidates) {
		const key = `${matchKeyOfTitle(one.title)}|${one.url ?? ""}|${one.start ?? ""}`;
		if (!seen.has(key)) seen.set(key, one);
	}
	return [...seen.values()];
}
