import { Hono, type Context as HonoContext } from "hono";
import * as z from "zod/mini";
import { RecordId, ShortText, Slug } from "../../shared/model/values.ts";
import { directions } from "../../shared/vocabularies/directions.ts";
import { introductionStatuses } from "../../shared/vocabularies/introduction-statuses.ts";
import { codesOf } from "../../shared/vocabularies/vocabulary.ts";
import { type ApiEnvironment, requires } from "../access/authenticate.ts";
import { matchesOf, openSides } from "../insight/matching/find-matches.ts";
import {
	changeIntroduction,
	introduce,
	listIntroductions,
	readIntroduction,
} from "../insight/matching/introductions.ts";
import type { Context } from "../records/context.ts";
import { notFound, recordNotFound } from "../records/refusal.ts";
import { bodyOf, queryOf, upTo } from "./input.ts";
import { guarded, revisionTag } from "./revision-tag.ts";

const upToMany = (most: number, usual: number) =>
	z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(most)), usual);
const after = z.optional(z.string().check(z.maxLength(300)));
const status = z.enum(codesOf(introductionStatuses));

const Matches = z.object({ limit: upToMany(20, 3), why: z.optional(z.literal("not")) });
const Open = z.object({
	region: z.optional(Slug),
	direction: z._default(z.enum(codesOf(directions)), "request"),
	limit: upToMany(25, 10),
	best: upToMany(10, 3),
	after,
});
const List = z.object({
	region: z.optional(Slug),
	status: z.optional(status),
	record: z.optional(RecordId),
	limit: upToMany(100, 50),
	after,
});

/** A request and an offer that are brought together. */
export const IntroductionInput = z.object({
	request: RecordId,
	offer: RecordId,
	status: z._default(status, "proposed"),
	note: z.optional(ShortText),
});
/** What became of an introduction, on top of the revision that was seen. */
export const IntroductionChange = z.object({
	status: z.optional(status),
	note: z.optional(z.nullable(ShortText)),
	baseRevision: z.optional(z.int()),
});

/** What suits a request or an offer, and what became of those that were brought together. For editors. */
export function matchingRoutes(context: Context): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const editor = requires(context, "editor");
	const limited = upTo(16);
	type ApiContext = HonoContext<ApiEnvironment>;

	const idOf = (c: ApiContext) => {
		const id = z.uuid().safeParse(c.req.param("id"));
		if (id.success) return id.data;
		throw notFound({
			nl: "Deze bemiddeling kennen we niet (meer).",
			en: "We do not know this introduction (any more).",
		});
	};
	const answer = async (c: ApiContext, id: string, code: 200 | 201 = 200) => {
		const introduction = await readIntroduction(context, c.get("actor"), id);
		return c.json(introduction, code, { ETag: revisionTag(introduction.revision) });
	};

	app.get("/records/:id/matches", editor, async (c) => {
		const id = RecordId.safeParse(c.req.param("id"));
		if (!id.success) throw recordNotFound();
		const { limit, why } = queryOf(c, Matches);
		return c.json(await matchesOf(context, c.get("actor"), id.data, { limit, loose: why === "not" }));
	});
	app.get("/matching", editor, async (c) => c.json(await openSides(context, c.get("actor"), queryOf(c, Open))));

	app.get("/introductions", editor, async (c) =>
		c.json(await listIntroductions(context, c.get("actor"), queryOf(c, List))),
	);
	app.post("/introductions", editor, limited, async (c) =>
		answer(c, await introduce(context, c.get("actor"), await bodyOf(c, IntroductionInput)), 201),
	);
	app.get("/introductions/:id", editor, async (c) => answer(c, idOf(c)));
	app.patch("/introductions/:id", editor, limited, async (c) => {
		const id = idOf(c);
		const input = await bodyOf(c, IntroductionChange);
		await guarded(c.req.header("if-match"), input.baseRevision, (baseRevision) =>
			changeIntroduction(context, c.get("actor"), id, { ...input, baseRevision }),
		);
		return answer(c, id);
	});
	return app;
}
