import { type Context as Call, Hono } from "hono";
import { type ReviewSource, reviewOf, reviewYears } from "../../shared/insight/review/review-of.ts";
import type { Region } from "../../shared/model/region.ts";
import { dateIn } from "../../shared/text/zoned-time.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { reviewListPage, reviewPage } from "../pages/review/review-page.ts";
import { zone } from "../publish/feed-files.ts";
import type { PublishedSite } from "../publish/site.ts";
import { languageOf } from "./answers.ts";
import { pagePolicy } from "./static.ts";

const headers = {
	"Content-Security-Policy": pagePolicy,
	"Cache-Control": "public, max-age=60",
	"X-Content-Type-Options": "nosniff",
};

interface Known {
	source: ReviewSource;
	asOf: string;
	years: readonly number[];
	/** Pages that were made of it, by year and language. */
	pages: Map<string, Promise<string>>;
}

/** The years in review: made from what is published when somebody asks, and kept until the next publication. No database. */
export function reviewRoutes(site: PublishedSite, options: { publicUrl: string; now(): Date }): Hono {
	const app = new Hono();
	/** By a list of the site's, which is another after a publication. */
	const known = new WeakMap<object, Known>();

	async function read(region: Region): Promise<Known> {
		const lists = await Promise.all([
			site.items(region.id, "events"),
			site.items(region.id, "initiatives"),
			site.items(region.id, "organizations"),
			site.items(region.id, "indicators"),
		]);
		const [events, initiatives, organizations, indicators] = lists;
		const found = initiatives && known.get(initiatives);
		if (found && found.source.events === events?.items && found.source.region === region) return found;
		const source: ReviewSource = {
			region,
			events: events?.items ?? [],
			initiatives: initiatives?.items ?? [],
			organizations: organizations?.items ?? [],
			indicators: indicators?.items ?? [],
		};
		const thisYear = Number(dateIn(zone, options.now().getTime()).slice(0, 4));
		const asOf =
			lists
				.map((list) => list?.generatedAt ?? "")
				.sort()
				.at(-1) || options.now().toISOString();
		const made = { source, asOf, years: reviewYears(source, thisYear), pages: new Map() };
		if (initiatives) known.set(initiatives, made);
		return made;
	}

	/** What the address says goes before what the browser prefers. */
	function languageIn(c: Call): Language {
		c.header("Vary", "Accept-Language");
		const asked = c.req.query("lang");
		return asked === "nl" || asked === "en" ? asked : languageOf(c);
	}

	app.get("/:region/review", async (c, next) => {
		const region = await site.region(c.req.param("region"));
		if (!region) return next();
		const { years } = await read(region);
		const { publicUrl } = options;
		return c.html(await reviewListPage(region, { publicUrl, years, language: languageIn(c) }), 200, headers);
	});

	app.get("/:region/review/:year{[0-9]{4}}", async (c, next) => {
		const region = await site.region(c.req.param("region"));
		const year = Number(c.req.param("year"));
		if (!region) return next();
		const { source, asOf, years, pages } = await read(region);
		if (!years.includes(year)) return next();
		const language = languageIn(c);
		const key = `${year} ${language}`;
		const { publicUrl } = options;
		const page =
			pages.get(key) ??
			Promise.resolve(reviewPage(reviewOf(source, year), { publicUrl, language, asOf, years })).then(String);
		pages.set(key, page);
		return c.html(await page, 200, headers);
	});

	return app;
}
