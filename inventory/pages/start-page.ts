import { html } from "hono/html";
import { type FeedKind, feedKinds, isFeedKind } from "../../shared/model/kinds.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { formatsOf } from "../publish/render.ts";
import type { Html } from "./layout.ts";
import { startText } from "./start-text.ts";

interface StartRegion {
	id: string;
	name: string;
	/** How many published items of each kind there are. */
	counts: Record<FeedKind, number>;
}

interface StartOptions {
	regions: StartRegion[];
	version: string;
	publicUrl: string;
	/** Whether the sample regions were loaded: without them the demonstration sites are empty. */
	samples: boolean;
	language: Language;
}

const kinds = Object.keys(feedKinds).filter(isFeedKind);
const sites = ["school", "company", "programme", "overview"] as const;

/** What a visitor of the service's own address finds: what this is, and the way to each part of it. */
export function startPage({ regions, version, publicUrl, samples, language }: StartOptions): Html {
	const say = startText[language];
	return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Regiotechniek</title>
<meta name="description" content="${say.lead}">
<link rel="canonical" href="${publicUrl}/">
<link rel="icon" href="/demo/pictures/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/house.css">
<link rel="stylesheet" href="/assets/start.css">
</head>
<body>
<a class="skip" href="#main">${say.skip}</a>
<header class="top"><img src="/demo/pictures/mark.svg" alt="" width="30" height="30"><strong>Regiotechniek</strong></header>
<main id="main">
<h1>${say.title}</h1>
<p class="lead">${say.lead}</p>
<section aria-labelledby="partners">
<h2 id="partners">${say.partners.title}</h2>
<p>${samples ? say.partners.text : say.partners.noSamples}</p>
<ul class="sites">
${sites.map(
	(site) => html`<li class="card site">
<img src="/demo/pictures/${site}.jpg" alt="${say[site].picture}" width="640" height="480" loading="lazy">
<h3><a href="/demo/${site}/">${say[site].name}</a></h3>
<p>${say[site].text}</p>
</li>`,
)}
</ul>
</section>
<div class="two">
<section class="card" aria-labelledby="staff">
<h2 id="staff">${say.staff.title}</h2>
<p>${say.staff.text}</p>
<p><a class="button primary" href="/workbench/">${say.staff.open}</a></p>
<p>${say.staff.token}</p>
<pre><code>${say.staff.command}</code></pre>
<p>${say.staff.editor}</p>
</section>
<section class="card" aria-labelledby="clipper">
<h2 id="clipper">${say.clipper.title}</h2>
<p>${say.clipper.text}</p>
${[say.clipper.chromium, say.clipper.firefox].map(
	({ title, steps }) => html`<details>
<summary>${title}</summary>
<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>
</details>`,
)}
<p>${say.clipper.tryOn} <a href="/demo/clip-me/">${say.clipper.page}</a>.</p>
</section>
</div>
<section aria-labelledby="feeds">
<h2 id="feeds">${say.feeds.title}</h2>
<p>${say.feeds.text}</p>
${regions.length === 0 ? html`<p>${say.feeds.none}</p>` : html`<div class="regions">${regions.map((region) => regionCard(region, language))}</div>`}
</section>
</main>
<footer><p>${say.footer(version)}</p><p><a href="/api/">${say.feeds.api}</a> <a href="/catalog.jsonld">${say.feeds.catalog}</a> <a href="/readyz">${say.health}</a></p></footer>
</body>
</html>`;
}

function regionCard({ id, name, counts }: StartRegion, language: Language): Html {
	const say = startText[language];
	return html`<section class="card" aria-labelledby="region-${id}">
<h3 id="region-${id}">${name}</h3>
<ul>
${kinds.map(
	(kind) => html`<li><a href="/${id}/${kind}">${say.kinds[kind]}</a> <span class="count">${counts[kind]}</span>
<span class="forms">${formatsOf(kind).map(
		(form) =>
			html`<a href="/feeds/${id}/${kind}.${form}" aria-label="${`${say.kinds[kind]} ${name}, ${form.toUpperCase()}`}">${form}</a> `,
	)}</span></li>`,
)}
<li><a href="/${id}/review${language === "en" ? "?lang=en" : ""}">${say.review}</a></li>
</ul>
</section>`;
}
