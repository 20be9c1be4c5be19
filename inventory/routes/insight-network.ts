import { Hono } from "hono";
import { isNetworkFile, networkFiles } from "../insight/network/network-files.ts";
import { answering } from "../publish/answering.ts";
import { feedCaching } from "../publish/render.ts";
import type { PublishedSite } from "../publish/site.ts";
import { notFound, Refusal } from "../records/refusal.ts";
import { sendPublished } from "./answers.ts";

/** `/feeds/<region>/network.json|graphml|kumu.json|csv` and `network-nodes.csv`: files as published, no query to the database. */
export function networkRoutes(site: PublishedSite): Hono {
	return new Hono().get("/feeds/:region/:file{network(?:-nodes)?\\.[a-z.]+}", async (c) => {
		const { age } = site;
		const file = c.req.param("file");
		const region = await site.region(c.req.param("region"));
		const variants = region && isNetworkFile(file) ? await site.network(region.id, file) : undefined;
		if (!variants || !isNetworkFile(file)) {
			throw notFound({
				nl: "Dit netwerk bestaat niet. Kijk op de startpagina welke regio's er zijn; de vormen zijn json, graphml, kumu.json en csv.",
				en: "There is no such network. The start page lists the regions; the forms are json, graphml, kumu.json and csv.",
			});
		}
		const { pathname, searchParams } = new URL(c.req.url);
		if (searchParams.size > 0) {
			throw new Refusal(400, "unknown-parameter", {
				nl: "Het netwerk van een regio is één bestand en kent geen parameters: kies na het ophalen wat u wilt zien.",
				en: "The network of a region is one file and takes no parameters: choose what you want to see once you have it.",
			});
		}
		const answer = answering(variants, {
			"Content-Type": `${networkFiles[file]}; charset=utf-8`,
			"Cache-Control": feedCaching,
			"Access-Control-Allow-Origin": "*",
			"Access-Control-Expose-Headers": "ETag",
			"Cross-Origin-Resource-Policy": "cross-origin",
			"X-Content-Type-Options": "nosniff",
			...(file !== "network.json" && { "Content-Disposition": `inline; filename="${region?.id}-${file}"` }),
		});
		site.keep(pathname, answer, age);
		return sendPublished(c, answer);
	});
}
