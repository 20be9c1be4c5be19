import type { Page } from "./page.ts";

/** A page to test with. Parsed inertly, as if it stood at `url` on `today`. */
export function pageOf(html: string, url = "https://www.voorbeeld.nl/pagina", today = "2026-04-20"): Page {
	return { document: new DOMParser().parseFromString(html, "text/html"), url, today };
}

/** The page around one JSON-LD block. */
export const withJsonLd = (json: unknown, body = "", url?: string) =>
	pageOf(
		`<title>Techniekdag | Voorbeeld</title><script type="application/ld+json">${
			typeof json === "string" ? json : JSON.stringify(json)
		}</script><main><h1>Techniekdag</h1>${body}</main>`,
		url,
	);
