import type { IncomingMessage, ServerResponse } from "node:http";
import { Hono } from "hono";
import { isFeedKind } from "../../shared/model/kinds.ts";
import { RecordId } from "../../shared/model/values.ts";
import type { SimpleRequest } from "../operate/direct-lane.ts";
import { answering } from "../publish/answering.ts";
import { type FeedFormat, feedCaching, formatsOf, itemFormatsOf, mediaTypes } from "../publish/render.ts";
import type { PublishedSite } from "../publish/site.ts";
import { wireOf } from "../publish/wire.ts";
import { notFound } from "../records/refusal.ts";
import { sendPublished } from "./answers.ts";

const headersOf = (format: FeedFormat) => ({
	"Content-Type": `${mediaTypes[format]}; charset=utf-8`,
	"Cache-Control": feedCaching,
	"Access-Control-Allow-Origin": "*",
	"Access-Control-Expose-Headers": "ETag",
	"Cross-Origin-Resource-Policy": "cross-origin",
	"X-Content-Type-Options": "nosniff",
});

const noSuchItem = () =>
	notFound({
		nl: "Dit item is niet (meer) gepubliceerd. In de feed van de regio staat wat er wel is.",
		en: "This item is not published (any more). The region's feed has what is.",
	});

const noSuchFeed = () =>
	notFound({
		nl: "Deze feed bestaat niet. Kijk op de startpagina welke regio's en soorten er zijn.",
		en: "There is no such feed. The start page lists the regions and kinds.",
	});

/**
 * `/feeds/<region>/<kind>.json|ics|rss|csv`: files as published; with parameters a selection of the same items.
 * `/feeds/<region>/<kind>/<id>.json` and, for events, `.ics`, for indicators `.csv`: one item with what it leads to. No query to the database, but for an
 * id that is not published: `survivorOf` says which record it was merged into.
 */
export function feedRoutes(site: PublishedSite, survivorOf: (id: string) => Promise<string | undefined>): Hono {
	const app = new Hono();

	app.get("/feeds/:region/:kind/:file", async (c) => {
		const [, name = "", extension] = /^([^.]+)\.(json|ics|csv)$/.exec(c.req.param("file")) ?? [];
		const kind = c.req.param("kind");
		const region = await site.region(c.req.param("region"));
		if (!region || !isFeedKind(kind)) throw noSuchFeed();
		const format = itemFormatsOf(kind).find((one) => one === extension);
		if (!format) throw noSuchFeed();
		const id = RecordId.safeParse(name.toLowerCase());
		if (!id.success) throw noSuchItem();
		const variants = await site.itemFile(region, kind, id.data, format);
		if (variants) {
			const download = format !== "json" && { "Content-Disposition": `inline; filename="${id.data}.${format}"` };
			return sendPublished(c, answering(variants, { ...headersOf(format), ...download }));
		}
		const into = await survivorOf(id.data);
		if (!into) throw noSuchItem();
		c.header("Cache-Control", "public, max-age=300");
		return c.redirect(`/feeds/${region.id}/${kind}/${into}.${format}`, 301);
	});
	app.get("/feeds/:region/:file", async (c) => {
		const { age } = site;
		const [, kind, extension] = /^([a-z]+)\.(json|ics|rss|csv)$/.exec(c.req.param("file")) ?? [];
		const region = await site.region(c.req.param("region"));
		if (!region || !kind || !isFeedKind(kind)) throw noSuchFeed();
		const format = formatsOf(kind).find((one) => one === extension);
		if (!format) throw noSuchFeed();
		const parameters = new URL(c.req.url).searchParams;
		const variants =
			parameters.size > 0
				? await site.selection(region, kind, format, parameters)
				: await site.file(region.id, kind, format);
		if (!variants) throw noSuchFeed();
		const { pathname, search } = new URL(c.req.url);
		const answer = answering(variants, headersOf(format));
		site.keep(pathname + search, answer, age);
		return sendPublished(c, answer);
	});
	return app;
}

/**
 * Answers, before any routing, a feed that was asked for since the last publication; gives false for everything else. A
 * popular embed asks the same few addresses over and over, and this is several times faster than the way through the routes.
 */
export const feedLane =
	(site: PublishedSite, onAnswer: (status: number) => void = () => {}) =>
	(request: IncomingMessage, response: ServerResponse): boolean => {
		const answer = request.method === "GET" && request.url ? site.ready(request.url) : undefined;
		if (!answer) return false;
		const { status, headers, body } = answer({
			acceptEncoding: request.headers["accept-encoding"]?.toString(),
			ifNoneMatch: request.headers["if-none-match"],
		});
		response.writeHead(status, headers).end(body);
		onAnswer(status);
		return true;
	};

/** The same as bytes for the connection itself, which is several times faster again. */
export const feedOnWire =
	(site: PublishedSite, onAnswer: (status: number) => void = () => {}) =>
	({ address, ...asked }: SimpleRequest): readonly Uint8Array[] | undefined => {
		const answer = site.ready(address)?.(asked);
		if (!answer) return undefined;
		onAnswer(answer.status);
		return wireOf(answer, Date.now());
	};
