import { Hono } from "hono";
import * as z from "zod/mini";
import { fieldProblems } from "../../shared/messages/field-problems.ts";
import { Clip, maximumClipSize } from "../../shared/model/clip.ts";
import { RecordId, Slug } from "../../shared/model/values.ts";
import { type ApiEnvironment, requires } from "../access/authenticate.ts";
import { requireRole } from "../access/permission.ts";
import { clip } from "../records/clip.ts";
import type { Context } from "../records/context.ts";
import { known } from "../records/known.ts";
import { Refusal, type Sentence } from "../records/refusal.ts";
import { requireRegion } from "../records/regions.ts";
import { jsonBody, languageOf } from "./answers.ts";
import { queryOf, upTo } from "./input.ts";

const tooLarge: Sentence = {
	nl: "De clip is te groot: hoogstens 256 kB. Kort de tekst in.",
	en: "The clip is too large: at most 256 kB. Shorten the text.",
};

const Since = z.iso.datetime({ offset: true });
const Page = z.object({
	limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(5000))),
	next: z.optional(z.string().check(z.maxLength(300))),
});

/** What the clipper talks to. */
export function clipRoutes(context: Context): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();

	app.put("/clips/:id", requires(context, "clipper"), upTo(maximumClipSize / 1024, tooLarge), async (c) => {
		const body = await jsonBody(c);
		const id = RecordId.safeParse(c.req.param("id"));
		const input = Clip.safeParse(body);
		if (!id.success || !input.success) {
			const issues = [
				...(id.success ? [] : id.error.issues.map((issue) => ({ ...issue, path: ["id"] }))),
				...(input.success ? [] : input.error.issues),
			];
			throw new Refusal(
				422,
				"invalid-clip",
				{ nl: "De clip klopt niet en is niet opgeslagen.", en: "The clip is not right and was not saved." },
				{ errors: fieldProblems(issues, body, languageOf(c)) },
			);
		}
		const { created, receipt } = await clip(context, c.get("actor"), id.data, input.data, languageOf(c));
		return c.json(receipt, created ? 201 : 200);
	});

	app.get("/index", requires(context, "clipper"), async (c) => {
		const region = Slug.safeParse(c.req.query("region"));
		const since = c.req.query("since");
		if (!region.success || (since !== undefined && !Since.safeParse(since).success)) {
			throw new Refusal(400, "invalid-parameter", {
				nl: "Geef region (zoals flevoland) en eventueel since (de cursor van een eerder antwoord).",
				en: "Give region (such as flevoland) and, if any, since (the cursor of an earlier answer).",
			});
		}
		await requireRegion(context.db, region.data);
		requireRole(c.get("actor"), "clipper", region.data);
		const { limit, next } = queryOf(c, Page);
		return c.json(await known(context.db, region.data, { since: since ? new Date(since) : undefined, limit, next }));
	});

	return app;
}
