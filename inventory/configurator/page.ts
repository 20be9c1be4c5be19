import { html } from "hono/html";
import { configuratorMessages } from "../../shared/messages/configurator/messages.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { type Html, jsonScript } from "../pages/layout.ts";
import { addressOf, type Choice } from "./choice/choice.ts";
import type { InventoryFacts } from "./snippets/inventory.ts";
import { completeHtml, titleOf } from "./snippets/snippets.ts";

/** What the head says about this choice, to people, social media and programs that embed by link (https://oembed.com). */
function headOf(choice: Choice, facts: InventoryFacts, language: Language): Html {
	const say = configuratorMessages[language];
	const { region } = choice.attributes;
	const title = region ? titleOf(choice, facts) : say.page;
	const address = `${facts.publicUrl}/embed/${region ? addressOf(choice) : ""}`;
	const oembed = `${facts.publicUrl}/oembed?${new URLSearchParams({ url: address })}`;
	return html`<title>${`${title} – ${say.product}`}</title>
<meta name="description" content="${say.description}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${say.description}">
<meta property="og:type" content="website">
<meta property="og:url" content="${address}">
<meta property="og:site_name" content="${say.product}">
<meta property="og:locale" content="${language === "nl" ? "nl_NL" : "en_GB"}">
<meta name="twitter:card" content="summary">
${region ? html`<link rel="alternate" type="application/json+oembed" href="${oembed}" title="${title}">` : ""}
<script src="/embed/v1.js" async></script>`;
}

function bodyOf(choice: Choice, facts: InventoryFacts, language: Language): Html {
	const say = configuratorMessages[language];
	const [first] = facts.regions;
	const shown: Choice = choice.attributes.region
		? choice
		: { ...choice, attributes: { region: first?.id ?? "", ...choice.attributes } };
	return html`<script type="application/json" id="facts">${jsonScript(facts)}</script>
<noscript><main><h1>${say.title}</h1><p>${say.noScript}</p><pre><code>${completeHtml(shown, facts)}</code></pre></main></noscript>`;
}

/** Completes the built page: language, head, what the page has to know, and what to read without JavaScript. */
export async function completePage(
	template: string,
	choice: Choice,
	facts: InventoryFacts,
	language: Language,
): Promise<string> {
	const head = String(await headOf(choice, facts, language));
	const body = String(await bodyOf(choice, facts, language));
	// As functions: in a text, "$&" would be an instruction.
	return template
		.replace('<html lang="nl">', () => `<html lang="${language}">`)
		.replace("<!--page-head-->", () => head)
		.replace("<!--page-body-->", () => body);
}
