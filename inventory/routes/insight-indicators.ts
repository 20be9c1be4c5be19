import { Hono } from "hono";
import * as z from "zod/mini";
import { Slug } from "../../shared/model/values.ts";
import { type ApiEnvironment, requires } from "../access/authenticate.ts";
import { addIndicator } from "../insight/indicators/add-indicator.ts";
import { importObservations } from "../insight/indicators/import-observations.ts";
import { listIndicators } from "../insight/indicators/list-indicators.ts";
import type { Context } from "../records/context.ts";
import { languageOf } from "./answers.ts";
import { bodyOf, queryOf, upTo } from "./input.ts";
import { revisionTag } from "./revision-tag.ts";

/** In kilobytes: some 10,000 observations. */
const largestTable = 1000;
/** In kilobytes: an indicator with a table of that size in it. */
const largestRecord = 1024;

const IndicatorsQuery = z.object({ region: Slug });
const IndicatorInput = z.object({ region: Slug, record: z.record(z.string(), z.unknown()) });
export const ObservationsInput = z.object({
	region: Slug,
	/** The table: CSV, or what was copied from a spreadsheet. */
	text: z.string(),
	/** Say what would happen, and change nothing. */
	trial: z._default(z.boolean(), false),
});

/** The figures of a region: what wants attention, one more indicator, and bringing in tables of observations. For editors. */
export function indicatorRoutes(context: Context): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const editor = requires(context, "editor");

	app.get("/indicators", editor, async (c) => {
		const { region } = queryOf(c, IndicatorsQuery);
		return c.json({ items: await listIndicators(context, c.get("actor"), region) });
	});

	app.post("/indicators", editor, upTo(largestRecord), async (c) => {
		const input = await bodyOf(c, IndicatorInput);
		const made = await addIndicator(context, c.get("actor"), { ...input, language: languageOf(c) });
		return c.json(made, 201, { Location: `/api/v1/records/${made.id}`, ETag: revisionTag(made.revision) });
	});

	app.post("/indicators/observations", editor, upTo(largestTable), async (c) => {
		const input = await bodyOf(c, ObservationsInput);
		return c.json(await importObservations(context, c.get("actor"), { ...input, language: languageOf(c) }));
	});

	return app;
}
