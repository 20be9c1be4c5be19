import { html } from "hono/html";
import type { Review } from "../../../shared/insight/review/review-of.ts";
import type { Region } from "../../../shared/model/region.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { formatsOf } from "../../publish/render.ts";
import type { Html } from "../layout.ts";
import { editionsChapter, figuresChapter, glance, networkChapter, ranChapter, whiteSpotsChapter } from "./chapters.ts";
import { dutch, sourceName, type Words } from "./figure-parts.ts";
import { reviewText } from "./text.ts";

interface Options {
	publicUrl: string;
	language: Language;
	/** When the data were last published, as an instant. */
	asOf: string;
	/** Years of which there is a review, newest first. */
	years: readonly number[];
}

interface Shell {
	title: string;
	description: string;
	/** Without the language. */
	path: string;
	language: Language;
	publicUrl: string;
	body: Html;
}

const inLanguage = (path: string, language: Language) => (language === "nl" ? path : `${path}?lang=${language}`);

/** A page of its own kind: it is read as a document and printed as one. */
function shell({ title, description, path, language, publicUrl, body }: Shell): Html {
	const say = reviewText[language];
	return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="canonical" href="${publicUrl}${path}">
<link rel="alternate" hreflang="nl" href="${publicUrl}${path}?lang=nl">
<link rel="alternate" hreflang="en" href="${publicUrl}${path}?lang=en">
<meta property="og:site_name" content="Regiotechniek">
<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${publicUrl}${path}">
<link rel="icon" href="/demo/pictures/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/house.css">
<link rel="stylesheet" href="/assets/review.css">
</head>
<body>
<a class="skip visually-hidden" href="#inhoud">${say.skip}</a>
<header class="bar"><a href="/"><img src="/demo/pictures/mark.svg" alt="" width="26" height="26">Regiotechniek</a></header>
<main id="inhoud">${body}</main>
<footer class="foot"><p>${say.footer}</p></footer>
</body>
</html>`;
}

const chapters = ["glance", "ran", "editions", "figures", "network", "whiteSpots", "sources"] as const;
type Chapter = (typeof chapters)[number];

/** Fragments of the page's address: they may be linked to, so they stay. */
const anchors: Readonly<Record<Chapter, string>> = {
	glance: "kort",
	ran: "actielijnen",
	editions: "edities",
	figures: "cijfers",
	network: "netwerk",
	whiteSpots: "witte-vlekken",
	sources: "bronnen",
};

function sources({ figures, region }: Review, words: Words): Html {
	const { say } = words;
	const named = new Map(
		figures.map(({ source }) => [`${source.name} ${source.url ?? ""} ${source.date ?? ""}`, source]),
	);
	const kinds = ["indicators", "initiatives", "events", "organizations"] as const;
	return html`<p>${say.sources.lead}</p>
<ul><li>${say.inventory}</li>${[...named.values()].map((source) => html`<li>${sourceName(source, words)}</li>`)}</ul>
<p>${say.sources.method}</p>
<p>${say.sources.open}: ${kinds.flatMap((kind) =>
		formatsOf(kind)
			.filter((format) => format === "json" || format === "csv")
			.map((format) => html`<a href="/feeds/${region.id}/${kind}.${format}">${kind}.${format}</a> `),
	)}</p>`;
}

/** One region's year, as a document. */
export function reviewPage(review: Review, { publicUrl, language, asOf, years }: Options): Html {
	const { region, year } = review;
	const say = reviewText[language];
	const words: Words = { say, language };
	const path = `/${region.id}/review/${year}`;
	const date = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "Europe/Amsterdam" }).format(
		new Date(asOf),
	);
	const content: Record<Chapter, Html> = {
		glance: glance(review, words),
		ran: ranChapter(review, words),
		editions: editionsChapter(review, words),
		figures: figuresChapter(review, words),
		network: networkChapter(review, words),
		whiteSpots: whiteSpotsChapter(review, words),
		sources: sources(review, words),
	};
	const other = language === "nl" ? "en" : "nl";
	const near = years.filter((one) => one !== year);
	return shell({
		title: `${say.title(year)} | ${region.name}`,
		description: say.description(region.name, year),
		path,
		language,
		publicUrl,
		body: html`<div class="cover">
<p class="kicker">${region.name}</p>
<h1>${say.title(year)}</h1>
${region.programme ? html`<p class="programme">${say.programme} ${dutch(region.programme, words)}</p>` : ""}
${region.summary ? html`<p class="about">${dutch(region.summary, words)}</p>` : ""}
<p class="imprint">${say.cover.from}.<br>${say.cover.asOf(date)}.${review.sample ? html`<br>${say.samples}` : ""}</p>
<p class="screen-only">${say.cover.print}</p>
<p class="screen-only"><a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${say.cover.other}</a></p>
</div>
<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">${say.contents}</h2>
<ol>${chapters.map((chapter) => html`<li><a href="#${anchors[chapter]}">${say.chapters[chapter]}</a></li>`)}</ol></nav>
${chapters.map(
	(chapter) =>
		html`<section class="chapter" id="${anchors[chapter]}" aria-labelledby="${anchors[chapter]}-title"><h2 id="${anchors[chapter]}-title">${say.chapters[chapter]}</h2>${content[chapter]}</section>`,
)}
${near.length > 0 ? html`<nav class="screen-only others" aria-label="${say.years.other}"><h2>${say.years.other}</h2><ul>${near.map((one) => html`<li><a href="${inLanguage(`/${region.id}/review/${one}`, language)}">${one}</a></li>`)}</ul></nav>` : ""}`,
	});
}

/** The years of which a region has a review. */
export function reviewListPage(region: Region, { publicUrl, language, years }: Omit<Options, "asOf">): Html {
	const say = reviewText[language];
	const path = `/${region.id}/review`;
	const other = language === "nl" ? "en" : "nl";
	return shell({
		title: say.years.title(region.name),
		description: say.years.intro,
		path,
		language,
		publicUrl,
		body: html`<div class="cover small"><p class="kicker">${region.name}</p><h1>${say.years.title(region.name)}</h1><p class="about">${say.years.intro}</p>
<p class="screen-only"><a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${say.cover.other}</a></p></div>
${years.length > 0 ? html`<ul class="years">${years.map((year) => html`<li><a href="${inLanguage(`${path}/${year}`, language)}">${say.title(year)}</a></li>`)}</ul>` : html`<p>${say.years.none}</p>`}`,
	});
}
