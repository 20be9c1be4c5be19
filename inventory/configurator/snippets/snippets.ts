import { type WidgetKind, widgetAttributes } from "../../../shared/model/widget.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { addressOf, attributeParameters, type Choice } from "../choice/choice.ts";
import { lookRule } from "../choice/look.ts";
import type { InventoryFacts } from "./inventory.ts";
import { element, encodePart, link, style } from "./markup.ts";

/** The ways to put a widget on a site, in the order of the tabs. */
export const snippetForms = ["html", "pinned", "cms", "wordpress", "iframe", "server", "npm", "managed"] as const;
export type SnippetForm = (typeof snippetForms)[number];

/** What each block of code is; the messages say what to do with it. */
export type BlockName =
	| "html"
	| "script"
	| "div"
	| "css"
	| "link"
	| "frame"
	| "height"
	| "php"
	| "ssi"
	| "proxy"
	| "curl"
	| "install"
	| "import"
	| "element"
	| "managed";
export interface Block {
	name: BlockName;
	code: string;
}

const linkTexts: Record<Language, Record<WidgetKind, (region: string) => string>> = {
	nl: {
		events: (region) => `Techniekagenda ${region}`,
		opportunities: (region) => `Vacatures en stages in ${region}`,
		initiatives: (region) => `Initiatieven in ${region}`,
	},
	en: {
		events: (region) => `Technology events in ${region}`,
		opportunities: (region) => `Vacancies and internships in ${region}`,
		initiatives: (region) => `Initiatives in ${region}`,
	},
};

const regionOf = ({ attributes }: Choice) => attributes.region ?? "";

/** What the list is called: the text of the link that stands there until the list does, and the title of a frame. */
export function titleOf(choice: Choice, { regions }: InventoryFacts): string {
	const id = regionOf(choice);
	const name = regions.find((region) => region.id === id)?.name ?? id;
	return linkTexts[choice.attributes.lang === "en" ? "en" : "nl"][choice.kind](name);
}

const pageOf = (choice: Choice, { publicUrl }: InventoryFacts) =>
	`${publicUrl}/${encodePart(regionOf(choice))}/${choice.kind}`;

const fallback = (choice: Choice, facts: InventoryFacts) => link(pageOf(choice, facts), titleOf(choice, facts));

const script = ({ publicUrl }: InventoryFacts) =>
	element("script", [
		["src", `${publicUrl}/embed/v1.js`],
		["async", ""],
	]);

const tagOf = ({ kind }: Choice) => `techniek-${kind}`;

const widget = (choice: Choice, facts: InventoryFacts) =>
	element(tagOf(choice), attributeParameters(choice), fallback(choice, facts));

const lines = (...parts: string[]) => parts.join("\n");

/** One block that holds everything: script, look and element. */
export const completeHtml = (choice: Choice, facts: InventoryFacts): string =>
	lines(script(facts), ...style(lookRule(tagOf(choice), choice.look)), widget(choice, facts));

function cssFor(selector: string, choice: Choice): Block[] {
	const rule = lookRule(selector, choice.look);
	return rule ? [{ name: "css", code: rule }] : [];
}

function pinned(choice: Choice, facts: InventoryFacts): Block[] {
	const tag = element("script", [
		["src", `${facts.publicUrl}/embed/${facts.version}/techniek.js`],
		...(facts.integrity ? [["integrity", facts.integrity] as const] : []),
		["crossorigin", "anonymous"],
		["async", ""],
	]);
	return [{ name: "html", code: lines(tag, ...style(lookRule(tagOf(choice), choice.look)), widget(choice, facts)) }];
}

function cms(choice: Choice, facts: InventoryFacts): Block[] {
	const data = [...attributeParameters(choice)].map(([name, value]) => [`data-${name}`, value] as const);
	return [
		{ name: "script", code: script(facts) },
		{ name: "div", code: element("div", [["data-techniek", choice.kind], ...data], fallback(choice, facts)) },
		...cssFor(`[data-techniek="${choice.kind}"]`, choice),
	];
}

/** Height in pixels until the frame has told how high it is. */
const frameHeight = 640;

/** Finds the frame by its window and not by its address: a sandboxed one has no origin to compare. */
const heightListener = `<script>
addEventListener("message", function (event) {
  var height = event.data && event.data.type === "techniek-height" && Number(event.data.height);
  if (!height) return;
  document.querySelectorAll("iframe").forEach(function (frame) {
    if (frame.contentWindow === event.source) frame.height = Math.ceil(height);
  });
});
</script>`;

/** A parameter as people read it: a comma may stand in a query as it is (RFC 3986). */
const queryOf = (parameters: URLSearchParams) =>
	parameters.size > 0 ? `?${parameters.toString().replaceAll("%2C", ",")}` : "";

/** The page with nothing but the widget. It shows feeds of the inventory only. */
export const frameAddress = (choice: Choice, { publicUrl }: InventoryFacts): string =>
	`${publicUrl}/embed/frame/${choice.kind}${queryOf(attributeParameters(choice, inFrame))}`;
const inFrame = widgetAttributes.filter((name) => name !== "src");

function iframe(choice: Choice, facts: InventoryFacts): Block[] {
	const frame = element("iframe", [
		["src", frameAddress(choice, facts)],
		["title", titleOf(choice, facts)],
		["width", "100%"],
		["height", String(frameHeight)],
		["loading", "lazy"],
		// As a block: WordPress's own themes centre only those, and no line's space is left under it.
		["style", "display: block; border: 0"],
	]);
	return [
		{ name: "frame", code: frame },
		{ name: "height", code: heightListener },
	];
}

/** What the server's rendering takes beside the region, which stands in the path. */
const serverParameters = inFrame.filter((name) => name !== "region");

/** Path and query of the list as the server renders it. */
export function snippetPath(choice: Choice): string {
	const query = queryOf(attributeParameters(choice, serverParameters));
	return `/snippets/${encodePart(regionOf(choice))}/${choice.kind}${query}`;
}

function server(choice: Choice, facts: InventoryFacts): Block[] {
	const path = snippetPath(choice);
	const { origin, pathname } = new URL(facts.publicUrl);
	const folder = pathname.replace(/\/$/, "");
	const address = `${origin}${folder}${path}`;
	// Parts of the address are encoded, so that no quote, dollar or angle bracket is left in it.
	const php = `<?php
$list = @file_get_contents(
  '${address}',
  false,
  stream_context_create(['http' => ['timeout' => 3]])
);
echo $list !== false ? $list : '${fallback(choice, facts).replace(/[\\']/g, "\\$&")}';
?>`;
	return [
		{ name: "php", code: php },
		{ name: "ssi", code: `<!--#include virtual="${folder}${path}" -->` },
		{
			name: "proxy",
			code: lines(
				"# nginx",
				"ssi on;",
				`location ${folder}/snippets/ {`,
				`  proxy_pass ${origin};`,
				"  proxy_ssl_server_name on;",
				"}",
				"",
				"# Apache",
				"Options +Includes",
				"AddOutputFilter INCLUDES .html",
				"SSLProxyEngine on",
				`ProxyPass ${folder}/snippets/ ${origin}${folder}/snippets/`,
			),
		},
		{
			name: "curl",
			code: lines(
				"#!/bin/sh",
				`curl --fail --silent --max-time 10 --output techniek.html.new \\`,
				`  '${address}' \\`,
				"  && mv techniek.html.new techniek.html",
			),
		},
		...cssFor(tagOf(choice), choice),
	];
}

/** Name of the package as `npm run build` makes it. It is not on npmjs.com: who has the inventory hands out the packed file. */
const packageName = "regiotechniek";

function npm(choice: Choice, facts: InventoryFacts): Block[] {
	return [
		{ name: "install", code: `npm install ./${packageName}-${facts.version}.tgz` },
		{
			name: "import",
			// A bundled element was not loaded from the inventory, so it cannot know where that is.
			code: lines(
				`import { setInventory } from "${packageName}/${choice.kind}";`,
				"",
				`setInventory(${JSON.stringify(`${facts.publicUrl}/`)});`,
			),
		},
		{ name: "element", code: element(tagOf(choice), attributeParameters(choice), fallback(choice, facts)) },
		...cssFor(tagOf(choice), choice),
	];
}

function managed(choice: Choice, facts: InventoryFacts, name: string): Block[] {
	return [
		{
			name: "managed",
			code: lines(script(facts), element(tagOf(choice), [["widget", name]], fallback(choice, facts))),
		},
		...cssFor(tagOf(choice), choice),
	];
}

/** The blocks of code for one way of placing the widget. `name` is that of the saved widget, for `managed`. */
export function snippet(form: SnippetForm, choice: Choice, facts: InventoryFacts, name = ""): Block[] {
	switch (form) {
		case "html":
			return [{ name: "html", code: completeHtml(choice, facts) }];
		case "pinned":
			return pinned(choice, facts);
		case "cms":
			return cms(choice, facts);
		case "wordpress":
			return [
				{ name: "link", code: `${facts.publicUrl}/embed/${addressOf(choice)}` },
				{ name: "html", code: completeHtml(choice, facts) },
			];
		case "iframe":
			return iframe(choice, facts);
		case "server":
			return server(choice, facts);
		case "npm":
			return npm(choice, facts);
		case "managed":
			return managed(choice, facts, name);
	}
}
