import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** JSON inside a script element: no `<` survives, so data cannot close it. */
export const jsonScript = (value: unknown) => raw(JSON.stringify(value).replace(/</g, "\\u003c"));

/** A whole page of ours. Everything in `html` templates is escaped; there are no scripts but structured data. */
export function layout(options: {
	title: string;
	description: string;
	canonical: string;
	head?: Html | undefined;
	body: Html;
}): Html {
	return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${options.title}</title>
<meta name="description" content="${options.description}">
<link rel="canonical" href="${options.canonical}">
<meta property="og:title" content="${options.title}">
<meta property="og:description" content="${options.description}">
<meta property="og:url" content="${options.canonical}">
<meta property="og:type" content="website">
<link rel="stylesheet" href="/assets/house.css">
<link rel="stylesheet" href="/assets/pages.css">
${options.head ?? ""}
</head>
<body>
<a class="skip visually-hidden" href="#inhoud">Naar de inhoud</a>
<header class="bar"><a href="/">Regiotechniek</a></header>
<main id="inhoud">${options.body}</main>
</body>
</html>`;
}
