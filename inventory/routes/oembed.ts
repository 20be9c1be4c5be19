import { Hono } from "hono";
import type { WidgetFiles } from "../embedding/managed/widget-files.ts";
import { choiceOf, oembedOf, toXml } from "../embedding/oembed.ts";
import type { PublishedSite } from "../publish/site.ts";
import { notFound, Refusal } from "../records/refusal.ts";
import { problem } from "./answers.ts";

/** A size that the asking site gives; undefined when it gives none. */
function sizeOf(name: string, text: string | undefined): number | undefined {
	if (!text) return undefined;
	if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
	throw new Refusal(400, "invalid-parameter", {
		nl: `${name} is een aantal pixels, zoals ${name}=600.`,
		en: `${name} is a number of pixels, such as ${name}=600.`,
	});
}

/** `/oembed?url=…&maxwidth=&maxheight=&format=json|xml`: oEmbed 1.0 for the addresses of ours that people paste. */
export function oembedRoutes(options: { site: PublishedSite; widgets: WidgetFiles; publicUrl: string }): Hono {
	return new Hono().get("/oembed", async (c) => {
		const format = c.req.query("format") || "json";
		if (format !== "json" && format !== "xml") {
			return problem(c, 501, "unknown-format", {
				nl: "Dit formaat geven we niet. Kies uit: json, xml.",
				en: "We do not give this format. Choose from: json, xml.",
			});
		}
		const url = c.req.query("url");
		if (!url) {
			throw new Refusal(400, "missing-url", {
				nl: "Geef in url het adres van een lijst, een item of een ingestelde widget.",
				en: "Give in url the address of a list, an item or a configured widget.",
			});
		}
		const room = {
			maxwidth: sizeOf("maxwidth", c.req.query("maxwidth")),
			maxheight: sizeOf("maxheight", c.req.query("maxheight")),
		};
		const choice = await choiceOf(options, url);
		if (!choice) {
			throw notFound({
				nl: "Dit adres is niet van ons, of er staat niets (meer).",
				en: "This address is not ours, or there is nothing there (any more).",
			});
		}
		const answer = oembedOf(options.publicUrl, choice, room);
		const headers = { "Cache-Control": "public, max-age=300", "X-Content-Type-Options": "nosniff" };
		if (format === "json") return c.json(answer, 200, headers);
		return c.body(toXml(answer), 200, { ...headers, "Content-Type": "text/xml; charset=utf-8" });
	});
}
