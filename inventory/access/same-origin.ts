import type { Context as HonoContext } from "hono";
import { Refusal } from "../records/refusal.ts";

const crossSite = () =>
	new Refusal(403, "cross-site", {
		nl: "Dit verzoek komt van een andere site en is geweigerd.",
		en: "This request comes from another site and was refused.",
	});

type Verdict = "own" | "foreign" | "unsaid";

/** From where the browser says that a request comes; programs other than browsers say nothing. */
function originOf(c: HonoContext): Verdict {
	const site = c.req.header("sec-fetch-site");
	if (site !== undefined) return site === "same-origin" ? "own" : "foreign";
	const origin = c.req.header("origin");
	if (origin === undefined) return "unsaid";
	const host = c.req.header("host");
	return host && URL.canParse(origin) && new URL(origin).host === host ? "own" : "foreign";
}

/** A cookie travels by itself, so what it authorises must come from our own page: the browser says so. */
export function requireSameOrigin(c: HonoContext): void {
	if (c.req.method === "GET" || c.req.method === "HEAD") return;
	if (originOf(c) !== "own") throw crossSite();
}

/** Signing in needs no cookie, yet another site must not sign somebody in as somebody else. Programs may. */
export function refuseForeign(c: HonoContext): void {
	if (originOf(c) === "foreign") throw crossSite();
}
