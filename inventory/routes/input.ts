import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import type * as z from "zod/mini";
import { fieldProblems } from "../../shared/messages/field-problems.ts";
import { Refusal, type Sentence } from "../records/refusal.ts";
import { jsonBody, languageOf } from "./answers.ts";

/** `input` as `schema` reads it. Throws a {@link Refusal} with a sentence for each wrong field. */
export function checked<T extends z.ZodMiniType>(c: Context, schema: T, input: unknown, status: 400 | 422): z.infer<T> {
	const parsed = schema.safeParse(input);
	if (parsed.success) return parsed.data;
	throw new Refusal(
		status,
		"invalid-request",
		{ nl: "Het verzoek klopt niet.", en: "The request is not right." },
		{ errors: fieldProblems(parsed.error.issues, input, languageOf(c)) },
	);
}

/** The query parameters that have a value. Throws 400. */
export const queryOf = <T extends z.ZodMiniType>(c: Context, schema: T): z.infer<T> =>
	checked(c, schema, Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value)), 400);

/** The JSON body. Throws 400 when it is none, 422 when it is not right. */
export const bodyOf = async <T extends z.ZodMiniType>(c: Context, schema: T): Promise<z.infer<T>> =>
	checked(c, schema, await jsonBody(c), 422);

const tooLarge = (kilobytes: number): Sentence => ({
	nl: `Het verzoek is te groot: hoogstens ${kilobytes} kB.`,
	en: `The request is too large: at most ${kilobytes} kB.`,
});

/** Refuses a larger body with 413 and a sentence, before it is read whole. */
export const upTo = (kilobytes: number, sentence = tooLarge(kilobytes)) =>
	bodyLimit({
		maxSize: kilobytes * 1024,
		onError: () => {
			throw new Refusal(413, "too-large", sentence);
		},
	});

/** The JSON body of a request that may have none: then as if it were empty. */
export const optionalBodyOf = async <T extends z.ZodMiniType>(c: Context, schema: T): Promise<z.infer<T>> =>
	checked(c, schema, (await c.req.text()).trim() === "" ? {} : await jsonBody(c), 422);
