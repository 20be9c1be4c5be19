import { html } from "hono/html";
import { toSchemaOrg } from "../../shared/formats/schema-org.ts";
import type { Item, ItemDocument } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import type { Region } from "../../shared/model/region.ts";
import { formatsOf, itemFormatsOf, mediaTypes } from "../publish/render.ts";
import { factsOf, kindNames } from "./describe.ts";
import { entryOf, relatedSections, statusTag } from "./entries.ts";
import { figures } from "./figures.ts";
import { type Alternate, type Html, jsonScript, layout } from "./layout.ts";

const linkOf = (item: Item): { href: string; text: string } | undefined => {
	if ("registrationUrl" in item && item.registrationUrl) return { href: item.registrationUrl, text: "Aanmelden" };
	if ("applyUrl" in item && item.applyUrl) return { href: item.applyUrl, text: "Reageren" };
	if ("sourceUrl" in item && item.sourceUrl) return { href: item.sourceUrl, text: "Naar de bron" };
	return undefined;
};

const summaryOf = (item: Item): string => item.summary ?? ("goal" in item ? item.goal : undefined) ?? item.title;

/** The kinds that have a widget, and so something to embed. */
const embeddable: readonly FeedKind[] = ["events", "opportunities", "initiatives"];

/** How a system that is given the address of a page finds what to embed for it (oEmbed 1.0, discovery). */
function oembedOf(kind: FeedKind, canonical: string, title: string, publicUrl: string): Alternate[] {
	if (!embeddable.includes(kind)) return [];
	const href = `${publicUrl}/oembed?url=${encodeURIComponent(canonical)}&format=json`;
	return [{ type: "application/json+oembed", href, title }];
}

const formNames = { json: "JSON", ics: "iCalendar", rss: "RSS", csv: "CSV" } as const;

/** The canonical page of one published record, with its structured data and what it leads to. */
export function itemPage(region: Region, found: ItemDocument, publicUrl: string): Html {
	const { item, kind } = found;
	const thing = toSchemaOrg(item);
	const cancelled = "timeZone" in item && item.status === "cancelled";
	const link = cancelled ? undefined : linkOf(item);
	const toCalendar = kind === "events" && !cancelled;
	const file = `/feeds/${region.id}/${kind}/${item.id}`;
	const forms = itemFormatsOf(kind).map((format) => ({
		type: mediaTypes[format],
		href: `${publicUrl}${file}.${format}`,
		title: formNames[format],
	}));
	return layout({
		title: `${item.title} | ${region.name}`,
		description: summaryOf(item),
		canonical: item.url,
		type: "article",
		image: "image" in item ? item.image : undefined,
		alternates: [...forms, ...oembedOf(kind, item.url, item.title, publicUrl)],
		head: thing && html`<script type="application/ld+json">${jsonScript(thing)}</script>`,
		body: html`<nav class="crumbs" aria-label="Kruimelpad"><a href="/${region.id}/${kind}">${kindNames[kind]} ${region.name}</a></nav>
<article>
<h1>${item.title}</h1>
${"timeZone" in item || item.sample ? html`<p class="tags">${"timeZone" in item ? statusTag(item.status) : ""}${item.sample ? html`<span class="tag warn">voorbeeld</span> <span class="hint">Dit is een verzonnen voorbeeld.</span>` : ""}</p>` : ""}
${item.summary ? html`<p class="lead">${item.summary}</p>` : ""}
${"description" in item && item.description ? html`<p class="text">${item.description}</p>` : ""}
${
	link || toCalendar
		? html`<p class="actions">${link ? html`<a class="button primary" href="${link.href}" rel="noopener">${link.text}</a>` : ""}
${toCalendar ? html`<a class="button" href="${file}.ics">Zet in uw agenda</a>` : ""}</p>`
		: ""
}
${"observations" in item ? figures(item) : ""}
<dl class="facts">${factsOf(item).map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
${item.contacts?.length ? html`<h2>Contact</h2><ul>${item.contacts.map((person) => html`<li>${[person.name, person.role, person.email, person.phone].filter(Boolean).join(", ")}</li>`)}</ul>` : ""}
</article>
${relatedSections(found)}
<p class="hint">Deze gegevens zijn open: <a href="${file}.json">dit item als JSON</a>${kind === "indicators" ? html` of <a href="${file}.csv">als CSV</a>` : ""}.</p>`,
	});
}

/** All published items of a kind in a region, plainly: what the fallback link of an embed leads to. */
export function listPage(region: Region, kind: FeedKind, items: readonly Item[], publicUrl: string): Html {
	const title = `${kindNames[kind]} ${region.name}`;
	const canonical = `${publicUrl}/${region.id}/${kind}`;
	const feed = `/feeds/${region.id}/${kind}`;
	const forms = formatsOf(kind).map((format) => ({
		type: mediaTypes[format],
		href: `${publicUrl}${feed}.${format}`,
		title: `${title} (${formNames[format]})`,
	}));
	return layout({
		title,
		description: region.summary ?? title,
		canonical,
		alternates: [...forms, ...oembedOf(kind, canonical, title, publicUrl)],
		body: html`<h1>${title}</h1>
${region.summary ? html`<p class="lead">${region.summary}</p>` : ""}
${kind === "events" ? html`<p class="actions"><a class="button" href="${feed}.ics">Zet alles in uw agenda</a></p>` : ""}
${
	items.length === 0
		? html`<p class="message">Er is nu niets te tonen. Kom later terug.</p>`
		: html`<ul class="items">${items.map((item) => entryOf(region, kind, item))}</ul>`
}
<p class="hint">Deze gegevens zijn open: ${formatsOf(kind).map((format, index) => html`${index > 0 ? ", " : ""}<a href="${feed}.${format}">${formNames[format]}</a>`)}. <a href="/catalog.jsonld">Alle open data</a>.</p>`,
	});
}

/** For addresses where nothing is (any more). */
export function missingPage(publicUrl: string): Html {
	return layout({
		title: "Niet gevonden",
		description: "Deze pagina bestaat niet.",
		canonical: `${publicUrl}/`,
		body: html`<h1>Niet gevonden</h1><p>Deze pagina bestaat niet of niet meer.</p><p><a class="button" href="/">Naar de startpagina</a></p>`,
	});
}
