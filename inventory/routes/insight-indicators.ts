import { Hono } from "hono";
import * as z from "zod/mini";
import { Slug } from "../../shared/model/values.ts";
import { type ApiEnvironment, requires } from "../access/authenticate.ts";
import { importObservations } from "../insight/indicators/import-observations.ts";
import { listIndicators } from "../insight/indicators/list-indicators.ts";
import type { Context } from "../records/context.ts";
import { languageOf } from "./answers.ts";
import { bodyOf, queryOf, upTo } from "./input.ts";

/** In kilobytes: some 10,000 observations. */
const largestTable = 1000;

const IndicatorsQuery = z.object({ region: Slug });
export const ObservationsInput = z.object({
	region: Slug,
	/** The table: CSV, or what was copied from a spreadsheet. */
	text: z.string(),
	/** Say what would happen, and change nothing. */
	trial: z._default(z.boolean(), false),
});

/** The figures of a region: what wants attention, and bringing in tables of observations. For editors. */
export function indicatorRoutes(context: Context): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const editor = requires(context, "editor");

	app.get("/indicators", editor, async (c) => {
		const { region } = queryOf(c, IndicatorsQuery);
		return c.json({ items: await listIndicators(context, c.get("actor"), region) });
	});

	app.post("/indicators/observations", editor, upTo(largestTable), async (c) => {
		const input = await bodyOf(c, ObservationsInput);
		return c.json(await importObservations(context, c.get("actor"), { ...input, language: languageOf(c) }));
	});

	return app;
}
