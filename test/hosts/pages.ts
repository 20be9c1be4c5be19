import { createRequire } from "node:module";

/** A partner's page: its HTML and, where it has one, its Content-Security-Policy. */
export interface Page {
	html: string;
	policy?: string;
}

/** Real style sheets that partners' sites are made with; each says something about bare elements. */
const require = createRequire(import.meta.url);
export const frameworks: Readonly<Record<string, string>> = {
	bootstrap: require.resolve("bootstrap/dist/css/bootstrap.min.css"),
	pico: require.resolve("@picocss/pico/css/pico.min.css"),
	bulma: require.resolve("bulma/css/bulma.min.css"),
};

export const region = "midden-brabant";
export const fallback = `<a href="/agenda">Techniekagenda op een eigen pagina</a>`;
/** A list as a partner places it. `attributes` come beside the region. */
export const list = (kind = "events", attributes = `limit="4"`) =>
	`<techniek-${kind} region="${region}" ${attributes}>${fallback}</techniek-${kind}>`;

interface Parts {
	/** Attributes of the html element. */
	html?: string;
	/** None where the policy lets no icon in. */
	icon?: string;
	/** Before the script tag. */
	head?: string;
	/** The tags that load the widgets. */
	scripts?: string;
	body?: string;
}

/** The sheet of a page that hates every element, and says it as loudly as a sheet can. */
const hostile = `
	* { all: unset; }
	head { display: none !important; }
	*, *::before, *::after {
		letter-spacing: 0.4em !important; word-spacing: 1em !important; text-transform: uppercase !important;
		text-align: center !important; text-indent: 3em !important; line-height: 3 !important; font-style: italic !important;
		font-weight: 900 !important; text-shadow: 0 0 4px red !important; white-space: nowrap !important;
		pointer-events: none !important; list-style: square inside !important; cursor: wait !important;
		border-collapse: collapse !important; hyphens: auto !important; tab-size: 40 !important; direction: rtl;
		--edge: red; --field: red; --soft: red; --radius: 40px; --gap: 9em; --link: red;
	}
	div, ul, ol, li, p, h1, h2, h3, h4, h5, h6, form, label, input, select, button, section, article, span, time, small,
	svg, dialog, table, tr, td, th { display: none !important; }
	div *, .root, .items, .day, .tag, .button, .hidden { position: fixed !important; left: -9999px !important; }
`;

const unset = `* { all: unset; } head { display: none; } *::before, *::after { all: unset; }`;

/** Every page by its path, as seen from an inventory at `home`. `nonce` is this answer's own. */
export function hostPages(home: string): Readonly<Record<string, (nonce: string) => Page | Promise<Page>>> {
	const script = (path = "embed/v1.js", more = "") => `<script src="${home}/${path}" ${more} async></script>`;
	const page = ({
		html = `lang="nl"`,
		icon = `<link rel="icon" href="data:,">`,
		head = "",
		scripts = script(),
		body = list(),
	}: Parts) =>
		`<!doctype html><html ${html}><head><meta charset="utf-8">` +
		`<meta name="viewport" content="width=device-width, initial-scale=1"><title>Voorbeeldpagina</title>` +
		`${icon}${head}${scripts}</head><body>${body}</body></html>`;
	const watched = `<script src="/watch.js"></script>`;
	const style = (sheet: string) => `<style>${sheet}</style>`;
	// Only of a script that was asked for with CORS does the page hear what it throws.
	const told = "crossorigin";
	const plain = (parts: Parts) => () => ({ html: page({ scripts: script("embed/v1.js", told), ...parts }) });
	const main = (inside: string) => `<main>${inside}</main>`;
	const trusted = "require-trusted-types-for 'script'; trusted-types 'none'";
	const strict = `default-src 'none'; script-src ${home}; connect-src ${home}; img-src ${home}; ${trusted}`;
	const underNonce = (scripts: (nonce: string) => string) => (nonce: string) => ({
		policy: `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; connect-src ${home}; img-src ${home} data:; ${trusted}`,
		html: page({ scripts: scripts(nonce) }),
	});
	const kinds = `${list()}${list("opportunities")}${list("initiatives")}`;
	const pinned = "embed/0.0.9/techniek.js";

	return {
		"/plain": plain({ head: watched + style("body { margin: 0 }"), body: main(list()) }),
		"/strict": () => ({ policy: strict, html: page({ icon: "", body: main(list()) }) }),
		"/strict-kinds": () => ({ policy: strict, html: page({ icon: "", body: kinds }) }),
		"/strict-figures": () => ({
			policy: strict,
			html: page({ icon: "", body: list("dashboard", `heading-level="2"`) }),
		}),
		"/strict-network": () => ({
			policy: strict,
			html: page({ icon: "", body: list("network", `heading-level="2"`) }),
		}),
		"/nonce": underNonce((nonce) => script("embed/v1.js", `nonce="${nonce}"`)),
		"/small-root": plain({
			head: watched + style("html { font-size: 62.5% } body { margin: 0; font: 1.6rem/1.5 sans-serif }"),
			body: `<p>Tekst van de pagina zelf.</p>${main(list())}`,
		}),
		"/unset": plain({ head: watched + style(unset), body: main(list()) }),
		"/hostile": plain({ head: watched + style(hostile), body: main(list()) }),
		...Object.fromEntries(
			Object.keys(frameworks).map((name) => [
				`/${name}`,
				plain({
					head: `${watched}<link rel="stylesheet" href="/frameworks/${name}.css">`,
					body: main(`<div class="container section content">${list()}</div>`),
				}),
			]),
		),
		"/rtl": plain({
			html: `lang="ar" dir="rtl"`,
			head: watched,
			body: main(`<p>صفحة تجريبية</p>${list()}${list("initiatives")}`),
		}),
		"/twice": underNonce((nonce) => script("embed/v1.js", `nonce="${nonce}"`).repeat(2)),
		"/evergreen-first": plain({ head: watched, scripts: script("embed/v1.js", told) + script(pinned, told) }),
		"/pinned-first": plain({
			head: watched,
			scripts: (script(pinned, told) + script("embed/v1.js", told)).replaceAll(" async", ""),
		}),
		"/div": plain({
			head: watched,
			body: `<div data-techniek="events" data-region="${region}" data-limit="4">${fallback}</div>`,
		}),
		"/two": plain({ head: watched, body: list() + list("events", `limit="2" place="Tilburg"`) }),
		"/kinds": plain({ head: watched + style("body { margin: 0 }"), body: kinds }),
		"/cards": plain({
			head: style("body { margin: 0 }"),
			body: ["events", "opportunities", "initiatives"].map((kind) => list(kind, `limit="4" view="cards"`)).join(""),
		}),
		"/scheme": plain({ head: style(":root { color-scheme: light dark }"), body: kinds }),
		"/spa": plain({ head: watched, body: main("") }),
		"/without-script": plain({
			head: watched,
			body: `<noscript><p id="without">Zonder script</p></noscript>${list()}<div data-techniek="events">${fallback}</div>`,
		}),
		// A script that comes later finds nothing to move where the page keeps the height free by itself until then.
		"/reserved": plain({
			head: style(
				`body { margin: 0 } techniek-events { display: block; min-height: 36rem; --techniek-min-height: 36rem }`,
			),
			body: `${list("events", `limit="1"`)}<p id="after">Wat erna komt.</p>`,
		}),
		"/reserved-by-script": plain({
			head: style("body { margin: 0 } techniek-events { --techniek-min-height: 36rem }"),
			scripts: script().replace(" async", ""),
			body: `${list("events", `limit="1"`)}<p id="after">Wat erna komt.</p>`,
		}),
		// Put in by the partner's server, as with a server-side include.
		"/snippet": async () => {
			const answer = await fetch(`${home}/snippets/${region}/events?limit=4`);
			if (!answer.ok) throw new Error(`The inventory gives no snippet: ${answer.status} ${await answer.text()}`);
			const snippet = await answer.text();
			return {
				html: page({
					head: watched + style("body { margin: 0 }"),
					scripts: "",
					body: `<noscript><p id="without">Zonder script</p></noscript>${snippet}<p id="after">Wat erna komt.</p>`,
				}),
			};
		},
		"/map": () => ({
			policy: `${strict.replace("img-src", "img-src https://service.pdok.nl")}; style-src 'none'`,
			html: page({ icon: "", body: list("events", `view="map"`) }),
		}),
	};
}
