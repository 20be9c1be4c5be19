import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod/mini";
import { fieldProblems } from "../../shared/messages/field-problems.ts";
import { RecordId } from "../../shared/model/values.ts";
import { type ApiEnvironment, requires } from "../access/authenticate.ts";
import { requireRole } from "../access/permission.ts";
import { archive, publish, restore } from "../records/change-state.ts";
import type { Context } from "../records/context.ts";
import { read } from "../records/read.ts";
import { Refusal, recordNotFound } from "../records/refusal.ts";
import { revise } from "../records/revise.ts";
import { jsonBody, languageOf } from "./answers.ts";
import { guarded, revisionTag } from "./revision-tag.ts";

const Revision = z.object({ record: z.record(z.string(), z.unknown()), baseRevision: z.optional(z.int()) });
const Publication = z.object({ baseRevision: z.optional(z.int()) });

const largestBody = 1024 * 1024;

function parse<T extends z.ZodMiniType>(
	schema: T,
	input: unknown,
	status: 400 | 422,
	language: "nl" | "en",
): z.infer<T> {
	const parsed = schema.safeParse(input);
	if (parsed.success) return parsed.data;
	throw new Refusal(
		status,
		"invalid-request",
		{ nl: "Het verzoek klopt niet.", en: "The request is not right." },
		{ errors: fieldProblems(parsed.error.issues, input, language) },
	);
}

/** One record, and what can be done with it. For editors. */
export function recordRoutes(context: Context): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const editor = requires(context, "editor");
	const limited = bodyLimit({
		maxSize: largestBody,
		onError: () => {
			throw new Refusal(413, "too-large", {
				nl: "Het verzoek is te groot: hoogstens 1 MB.",
				en: "The request is too large: at most 1 MB.",
			});
		},
	});
	const idOf = (text: string) => {
		const id = RecordId.safeParse(text);
		if (!id.success) throw recordNotFound();
		return id.data;
	};
	const optionalBody = async (c: Parameters<typeof jsonBody>[0]) =>
		(await c.req.text()).trim() === "" ? {} : jsonBody(c);

	app.get("/records/:id", editor, async (c) => {
		const detail = await read(context.db, idOf(c.req.param("id")), languageOf(c));
		requireRole(c.get("actor"), "editor", detail.region);
		return c.json(detail, 200, { ETag: revisionTag(detail.revision) });
	});

	app.put("/records/:id", editor, limited, async (c) => {
		const id = idOf(c.req.param("id"));
		const { record, baseRevision } = parse(Revision, await jsonBody(c), 422, languageOf(c));
		await guarded(c.req.header("if-match"), baseRevision, (base) =>
			revise(context, c.get("actor"), id, { record, baseRevision: base, language: languageOf(c) }),
		);
		const detail = await read(context.db, id, languageOf(c));
		return c.json(detail, 200, { ETag: revisionTag(detail.revision) });
	});

	app.post("/records/:id/publish", editor, limited, async (c) => {
		const { baseRevision } = parse(Publication, await optionalBody(c), 422, languageOf(c));
		return c.json(await publish(context, c.get("actor"), idOf(c.req.param("id")), baseRevision));
	});

	app.post("/records/:id/archive", editor, async (c) =>
		c.json(await archive(context, c.get("actor"), idOf(c.req.param("id")))),
	);

	app.post("/records/:id/restore", editor, async (c) =>
		c.json(await restore(context, c.get("actor"), idOf(c.req.param("id")))),
	);

	return app;
}
