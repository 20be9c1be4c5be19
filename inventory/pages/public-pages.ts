import { html } from "hono/html";
import { toSchemaOrg } from "../../shared/formats/schema-org.ts";
import type { Item } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import type { Region } from "../../shared/model/region.ts";
import { type FeedFormat, formatsOf } from "../publish/render.ts";
import { dateText, factsOf, kindNames } from "./describe.ts";
import { type Html, jsonScript, layout } from "./layout.ts";

const linkOf = (item: Item): { href: string; text: string } | undefined => {
	if ("registrationUrl" in item && item.registrationUrl) return { href: item.registrationUrl, text: "Aanmelden" };
	if ("applyUrl" in item && item.applyUrl) return { href: item.applyUrl, text: "Reageren" };
	if ("sourceUrl" in item && item.sourceUrl) return { href: item.sourceUrl, text: "Naar de bron" };
	return undefined;
};

const summaryOf = (item: Item): string => item.summary ?? ("goal" in item ? item.goal : undefined) ?? item.title;

/** The canonical page of one published record, with its structured data. */
export function itemPage(region: Region, kind: FeedKind, item: Item): Html {
	const thing = toSchemaOrg(item);
	const link = linkOf(item);
	return layout({
		title: `${item.title} | ${region.name}`,
		description: summaryOf(item),
		canonical: item.url,
		head: thing && html`<script type="application/ld+json">${jsonScript(thing)}</script>`,
		body: html`<nav class="crumbs" aria-label="Kruimelpad"><a href="/${region.id}/${kind}">${kindNames[kind]} ${region.name}</a></nav>
<article>
<h1>${item.title}</h1>
${item.sample ? html`<p><span class="tag warn">voorbeeld</span> Dit is een verzonnen voorbeeld.</p>` : ""}
${item.summary ? html`<p class="lead">${item.summary}</p>` : ""}
${"description" in item && item.description ? html`<p class="text">${item.description}</p>` : ""}
<dl class="facts">${factsOf(item).map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>
${item.contacts?.length ? html`<h2>Contact</h2><ul>${item.contacts.map((person) => html`<li>${[person.name, person.role, person.email, person.phone].filter(Boolean).join(", ")}</li>`)}</ul>` : ""}
${link ? html`<p class="actions"><a class="button primary" href="${link.href}" rel="noopener">${link.text}</a></p>` : ""}
</article>`,
	});
}

const formatNames: Record<FeedFormat, string> = {
	json: "JSON",
	ics: "In uw agenda (ICS)",
	rss: "RSS",
	csv: "Tabel (CSV)",
};

/** All published items of a kind in a region, plainly: what the fallback link of an embed leads to. */
export function listPage(region: Region, kind: FeedKind, items: readonly Item[], publicUrl: string): Html {
	const title = `${kindNames[kind]} ${region.name}`;
	return layout({
		title,
		description: region.summary ?? title,
		canonical: `${publicUrl}/${region.id}/${kind}`,
		head: html`<link rel="alternate" type="application/json" href="/feeds/${region.id}/${kind}.json">`,
		body: html`<h1>${title}</h1>
${region.summary ? html`<p class="lead">${region.summary}</p>` : ""}
<p class="actions">${formatsOf(kind).map((format) => html`<a class="button" href="/feeds/${region.id}/${kind}.${format}">${formatNames[format]}</a>`)}</p>
${
	items.length === 0
		? html`<p class="message">Er is nu niets te tonen. Kom later terug.</p>`
		: html`<ul class="items">${items.map(
				(item) =>
					html`<li><a href="/${region.id}/${kind}/${item.id}">${item.title}</a>${"timeZone" in item ? html`<br>${dateText(item.start, item.timeZone)}${item.location?.place ? `, ${item.location.place}` : ""}${item.status === "cancelled" ? html` <span class="tag bad">Geannuleerd</span>` : ""}` : ""}${item.sample ? html` <span class="tag warn">voorbeeld</span>` : ""}</li>`,
			)}</ul>`
}`,
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
