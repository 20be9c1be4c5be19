import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { lookRule } from "../../configurator/choice/look.ts";
import { factsOf } from "../../pages/describe.ts";
import type { Html } from "../../pages/layout.ts";
import { frameText } from "./frame-text.ts";
import {
	type FrameChoice,
	type FrameRefusal,
	frameAddress,
	type ItemChoice,
	type ListChoice,
} from "./resolve-frame.ts";

/** The name of what a frame shows, for its title. */
export function frameTitle(choice: FrameChoice): string {
	const text = frameText[choice.language];
	if (choice.shows === "item") return choice.item.title;
	return choice.region ? `${text.lists[choice.kind]} ${choice.region.name}` : text.lists[choice.kind];
}

/** The canonical page of what a frame shows. */
export function canonicalOf(publicUrl: string, choice: FrameChoice): string {
	if (choice.shows === "item") return choice.item.url;
	return choice.region ? `${publicUrl}/${choice.region.id}/${choice.kind}` : `${publicUrl}/`;
}

/** The style that was asked for; its values have a form that cannot end a rule or an element. */
const ruleOf = (choice: FrameChoice): string | undefined =>
	choice.shows === "list" ? lookRule(`techniek-${choice.kind}`, choice.look) : undefined;

/**
 * A frame may be sandboxed, and then its origin is opaque: every address is absolute and the policy names our origin, since
 * 'self' is nobody's. Without frame-ancestors it may stand anywhere; `*` would keep out pages without an origin, such as a
 * file on disk or a preview in a sandbox. Of elsewhere come only the feed that staff chose
 * for a managed widget, the one style that was asked for, by its hash, and PDOK's tiles when a visitor asks for a map.
 */
export function framePolicy(publicUrl: string, choice?: FrameChoice): string {
	const { origin } = new URL(publicUrl);
	const src = choice?.shows === "list" ? choice.widget?.attributes.src : undefined;
	const rule = choice && ruleOf(choice);
	const hash = rule && `'sha256-${createHash("sha256").update(rule).digest("base64")}'`;
	return [
		"default-src 'none'",
		`script-src ${origin}`,
		["style-src", origin, hash].filter(Boolean).join(" "),
		["connect-src", origin, src && new URL(src).origin].filter(Boolean).join(" "),
		`img-src ${origin} https://service.pdok.nl data:`,
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	].join("; ");
}

function page(
	publicUrl: string,
	options: { language: Language; theme: string; title: string; head?: Html; body: Html },
): Html {
	// Links leave the frame: a page of ours or an employer's form does not fit in a corner of somebody else's page.
	return html`<!doctype html>
<html lang="${options.language}" data-theme="${options.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${options.title}</title>
<meta name="robots" content="noindex">
<base target="_blank">
${options.head ?? ""}
<link rel="stylesheet" href="${publicUrl}/embed/frame.css">
<script src="${publicUrl}/embed/frame.js" defer></script>
</head>
<body><main>${options.body}</main></body>
</html>`;
}

function listBody(publicUrl: string, choice: ListChoice): Html {
	const { kind, attributes, widget } = choice;
	const title = frameTitle(choice);
	const all = {
		...(widget && { widget: widget.name }),
		...attributes,
		// The frame's own heading is the first; the items' follow it.
		"heading-level": attributes["heading-level"] ?? widget?.attributes["heading-level"] ?? "2",
		// A dialog opens in the middle of the frame, which in a frame as tall as its list is out of sight.
		detail: attributes.detail ?? widget?.attributes.detail ?? "page",
	};
	const written = Object.entries(all).map(([name, value]) => html` ${raw(name)}="${value}"`);
	const element = raw(`techniek-${kind}`);
	const link = html`<p><a href="${canonicalOf(publicUrl, choice)}">${frameText[choice.language].all(title)}</a></p>`;
	return html`<h1 class="visually-hidden">${title}</h1><${element}${written}>${link}</${element}>`;
}

function itemBody({ item, language }: ItemChoice): Html {
	const text = frameText[language];
	return html`<article>
<h1><a href="${item.url}">${item.title}</a></h1>
${item.sample ? html`<p class="sample">${text.sample}</p>` : ""}
${item.summary ? html`<p>${item.summary}</p>` : ""}
<dl lang="nl">${factsOf(item)
		.slice(0, 6)
		.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
<p><a href="${item.url}">${text.more}</a></p>
</article>`;
}

/** A bare page with nothing but the list or the item. */
export function framePage(publicUrl: string, choice: FrameChoice): Html {
	const oembed = `${publicUrl}/oembed?${new URLSearchParams({ url: frameAddress(publicUrl, choice) })}`;
	const { language, theme } = choice;
	const title = frameTitle(choice);
	const rule = ruleOf(choice);
	const head = html`<link rel="canonical" href="${canonicalOf(publicUrl, choice)}">
<link rel="alternate" type="application/json+oembed" href="${oembed}" title="${title}">
${choice.shows === "list" ? html`<script src="${publicUrl}/embed/v1.js" async></script>` : ""}
${rule ? html`<style>${raw(rule)}</style>` : ""}`;
	const body = choice.shows === "list" ? listBody(publicUrl, choice) : itemBody(choice);
	return page(publicUrl, { language, theme, title, head, body });
}

/** For an address that is wrong: what is, in words, for whoever wrote it. */
export function refusedPage(publicUrl: string, { status, problems }: FrameRefusal, language: Language): Html {
	const text = frameText[language];
	const title = status === 404 ? text.missing : text.wrong;
	return page(publicUrl, {
		language,
		theme: "auto",
		title,
		body: html`<h1>${title}</h1><p>${text.whatToDo}</p><ul>${problems.map(
			({ name, sentence }) => html`<li><code>${name}</code>: ${sentence[language]}</li>`,
		)}</ul>`,
	});
}
