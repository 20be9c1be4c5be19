import { Hono } from "hono";
import * as z from "zod/mini";
import { coverageCsv } from "../../shared/insight/coverage/csv.ts";
import { type ApiEnvironment, requires } from "../access/authenticate.ts";
import { CoverageQuery, coverage } from "../insight/coverage/coverage.ts";
import type { PublishedSite } from "../publish/site.ts";
import type { Context } from "../records/context.ts";
import { languageOf } from "./answers.ts";
import { queryOf } from "./input.ts";

/** Which initiatives serve which goals, for whom and where, and the white spots. For editors. */
export function coverageRoutes(context: Context, site: PublishedSite): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const editor = requires(context, "editor");

	app.get("/coverage", editor, async (c) =>
		c.json(await coverage(context, site, c.get("actor"), queryOf(c, CoverageQuery))),
	);
	// A link, so the language is in the address: a browser's own preference may be another than the page's.
	app.get("/coverage.csv", editor, async (c) => {
		const asked = queryOf(c, z.extend(CoverageQuery, { lang: z.optional(z.enum(["nl", "en"])) }));
		const language = asked.lang ?? languageOf(c);
		const { regions, initiatives } = await coverage(context, site, c.get("actor"), asked);
		const titles = new Map(initiatives.map(({ id, title }) => [id, title]));
		return c.body(
			coverageCsv(regions, (id) => titles.get(id) ?? id, language),
			200,
			{
				"Content-Type": "text/csv; charset=utf-8",
				"Content-Disposition": `attachment; filename="${language === "nl" ? "dekking" : "coverage"}-${asked.region}.csv"`,
			},
		);
	});

	return app;
}
