import { html } from "hono/html";
import * as z from "zod/mini";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { Html } from "./layout.ts";

/** What the page shows of an OpenAPI document; the rest of it is for programs. */
const Schema = z.looseObject({
	$ref: z.optional(z.string()),
	type: z.optional(z.union([z.string(), z.array(z.string())])),
	properties: z.optional(z.record(z.string(), z.looseObject({ description: z.optional(z.string()) }))),
	required: z.optional(z.array(z.string())),
});
const Content = z.record(z.string(), z.looseObject({ schema: z.optional(z.unknown()) }));
const Operation = z.looseObject({
	summary: z.string(),
	security: z.optional(z.array(z.unknown())),
	parameters: z._default(
		z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.optional(z.boolean()) })),
		[],
	),
	requestBody: z.optional(z.looseObject({ content: Content })),
	responses: z.record(z.string(), z.looseObject({ description: z.string(), content: z.optional(Content) })),
});
type Operation = z.infer<typeof Operation>;
const ApiDocument = z.looseObject({
	info: z.looseObject({ version: z.string() }),
	components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
	paths: z.record(z.string(), z.record(z.string(), Operation)),
});

const text = {
	nl: {
		title: "De API",
		lead: "Alles wat u met een programma kunt lezen en doen. De omschrijvingen per adres zijn in het Engels, voor ontwikkelaars.",
		document: "Dit als OpenAPI 3.1-document",
		errors:
			"Een verzoek dat niet kan, krijgt een antwoord van de soort application/problem+json met een zin in het Nederlands of, met Accept-Language: en, in het Engels.",
		access:
			"Wat een toegangscode nodig heeft, krijgt die mee als Authorization: Bearer …; die maakt u in de werkplaats of met npm run inventory.",
		contents: "Onderdelen",
		skip: "Naar de inhoud",
		open: "openbaar",
		token: "met toegangscode",
		takes: "Parameters",
		body: "Stuurt mee",
		answers: "Antwoorden",
		required: "verplicht",
		schemas: "Schema’s",
		fields: "Velden",
		home: "Naar de startpagina",
	},
	en: {
		title: "The API",
		lead: "Everything that a program can read and do.",
		document: "This as an OpenAPI 3.1 document",
		errors:
			"A request that cannot be done is answered with application/problem+json and a sentence, in English with Accept-Language: en, else in Dutch.",
		access:
			"What needs a token gets it as Authorization: Bearer …; you make one in the workbench or with npm run inventory.",
		contents: "Parts",
		skip: "To the content",
		open: "public",
		token: "with a token",
		takes: "Parameters",
		body: "Sends along",
		answers: "Answers",
		required: "required",
		schemas: "Schemas",
		fields: "Fields",
		home: "To the start page",
	},
} as const satisfies Record<Language, Record<string, string>>;
type Text = (typeof text)[Language];

/** `/api/v1/records/{id}` belongs with the records, `/feeds/…` with the feeds. */
const partOf = (path: string) => path.replace(/^\/api\/v1/, "").split(/[/.]/)[1] ?? "";
const anchorOf = (method: string, path: string) => `${method}${path.replaceAll(/[^a-z0-9]+/gi, "-")}`.replace(/-$/, "");

function schemaName(content: z.infer<typeof Content> | undefined): string | undefined {
	for (const { schema } of Object.values(content ?? {})) {
		const name = /^#\/components\/schemas\/(\w+)$/.exec(Schema.safeParse(schema).data?.$ref ?? "")?.[1];
		if (name) return name;
	}
	return undefined;
}

const schemaLink = (name: string | undefined): Html | "" => (name ? html` <a href="#schema-${name}">${name}</a>` : "");

function operation(method: string, path: string, one: Operation, say: Text): Html {
	const sends = schemaName(one.requestBody?.content);
	return html`<article class="card call" id="${anchorOf(method, path)}">
<h3><span class="method">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p>${one.summary} <span class="tag">${one.security?.length === 0 ? say.open : say.token}</span></p>
${
	one.parameters.length > 0
		? html`<p><strong>${say.takes}</strong>: ${one.parameters.map(
				(parameter, index) =>
					html`${index > 0 ? ", " : ""}<code>${parameter.name}</code>${parameter.required ? ` (${say.required})` : ""}`,
			)}</p>`
		: ""
}
${one.requestBody ? html`<p><strong>${say.body}</strong>: ${Object.keys(one.requestBody.content).join(", ")}${schemaLink(sends)}</p>` : ""}
<p class="answers"><strong>${say.answers}</strong></p>
<ul>${Object.entries(one.responses).map(
		([status, response]) =>
			html`<li><code>${status}</code> ${response.description}${schemaLink(schemaName(response.content))}</li>`,
	)}</ul>
</article>`;
}

function schemaCard(name: string, schema: unknown, say: Text): Html {
	const { properties = {}, required = [] } = Schema.safeParse(schema).data ?? {};
	const fields = Object.keys(properties);
	return html`<article class="card" id="schema-${name}">
<h3>${name}</h3>
${fields.length > 0 ? html`<p><strong>${say.fields}</strong>: ${fields.map((field, index) => html`${index > 0 ? ", " : ""}<code>${field}</code>${required.includes(field) ? ` (${say.required})` : ""}`)}</p>` : ""}
<details><summary>JSON Schema</summary><pre tabindex="0"><code>${JSON.stringify(schema, null, 2)}</code></pre></details>
</article>`;
}

/** The API as a page for people, made from its own description. No script. */
export function apiPage(document: unknown, language: Language): Html {
	const { info, components, paths } = ApiDocument.parse(document);
	const say = text[language];
	const parts = new Map<string, [method: string, path: string, one: Operation][]>();
	for (const [path, item] of Object.entries(paths)) {
		const calls = Object.entries(item).map(([method, one]) => [method, path, one] as [string, string, Operation]);
		parts.set(partOf(path), [...(parts.get(partOf(path)) ?? []), ...calls]);
	}
	return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say.title} – Regiotechniek</title>
<meta name="description" content="${say.lead}">
<link rel="icon" href="/demo/pictures/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/house.css">
<link rel="stylesheet" href="/assets/pages.css">
<link rel="stylesheet" href="/assets/api.css">
</head>
<body>
<a class="skip visually-hidden" href="#inhoud">${say.skip}</a>
<header class="bar"><a href="/" aria-label="Regiotechniek: ${say.home}"><img src="/demo/pictures/mark.svg" alt="" width="26" height="26">Regiotechniek</a></header>
<main id="inhoud">
<h1>${say.title} <small>${info.version}</small></h1>
<p>${say.lead}</p>
<p>${say.errors}</p>
<p>${say.access}</p>
<p><a href="/api/openapi.json">${say.document}</a></p>
<nav aria-label="${say.contents}"><ul class="tags">${[...parts.keys()].map((part) => html`<li><a href="#part-${part}">${part}</a></li>`)}<li><a href="#schemas">${say.schemas}</a></li></ul></nav>
${[...parts].map(
	([part, calls]) => html`<section aria-labelledby="part-${part}">
<h2 id="part-${part}">${part}</h2>
${calls.map(([method, path, one]) => operation(method, path, one, say))}
</section>`,
)}
<section aria-labelledby="schemas">
<h2 id="schemas">${say.schemas}</h2>
${Object.entries(components.schemas).map(([name, schema]) => schemaCard(name, schema, say))}
</section>
</main>
</body>
</html>`;
}
