import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** JSON inside a script element: no `<` survives, so data cannot close it. */
export const jsonScript = (value: unknown) => raw(JSON.stringify(value).replace(/</g, "\\u003c"));

/** The same content in another form: a `<link rel="alternate">`. */
export interface Alternate {
	type: string;
	/** Absolute: whoever reads these seldom resolves an address against the page. */
	href: string;
	title: string;
}

interface Page {
	title: string;
	description: string;
	canonical: string;
	/** What the page is to those who share it (Open Graph). */
	type?: "website" | "article";
	/** A picture of the subject, at an absolute address. */
	image?: { url: string; alt: string } | undefined;
	alternates?: readonly Alternate[];
	head?: Html | undefined;
	body: Html;
}

/** Title, text and picture for where the page is shared. The `twitter:` names are what other services read as well. */
const socialTags = ({ title, description, canonical, type = "website", image }: Page): Html =>
	html`<meta property="og:site_name" content="Regiotechniek">
<meta property="og:locale" content="nl_NL">
<meta property="og:type" content="${type}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${canonical}">
${image ? html`<meta property="og:image" content="${image.url}">\n<meta property="og:image:alt" content="${image.alt}">` : ""}
<meta name="twitter:card" content="${image ? "summary_large_image" : "summary"}">`;

/** A whole page of ours. Everything in `html` templates is escaped; there are no scripts but structured data. */
export function layout(page: Page): Html {
	return html`<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<meta name="description" content="${page.description}">
<link rel="canonical" href="${page.canonical}">
${page.alternates?.map(({ type, href, title }) => html`<link rel="alternate" type="${type}" href="${href}" title="${title}">\n`) ?? ""}
${socialTags(page)}
<link rel="icon" href="/demo/pictures/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/house.css">
<link rel="stylesheet" href="/assets/pages.css">
${page.head ?? ""}
</head>
<body>
<a class="skip visually-hidden" href="#inhoud">Naar de inhoud</a>
<header class="bar"><a href="/"><img src="/demo/pictures/mark.svg" alt="" width="26" height="26">Regiotechniek</a></header>
<main id="inhoud">${page.body}</main>
<footer class="foot"><p>Regiotechniek: alles wat er in de regio aan techniek gebeurt. Geen cookies, niets van derden.</p></footer>
</body>
</html>`;
}
