import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Problem } from "../../shared/model/problem.ts";
import { parseJson } from "../../shared/text/printable.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { Answering } from "../publish/answering.ts";
import { Refusal, type Sentence } from "../records/refusal.ts";

/** Dutch unless the client prefers English. */
export const languageOf = (c: Context): Language =>
	/^\s*en\b/i.test(c.req.header("accept-language") ?? "") ? "en" : "nl";

/** An RFC 9457 answer. */
export function problem(
	c: Context,
	status: ContentfulStatusCode,
	code: string,
	title: Sentence,
	extra: { detail?: Sentence | undefined } & Omit<Partial<Problem>, "detail" | "title" | "status" | "type"> & {
			current?: unknown;
		} = {},
): Response {
	const language = languageOf(c);
	const { detail, ...rest } = extra;
	return c.body(
		JSON.stringify({
			type: `https://regiotechniek.example/problems/${code}`,
			title: title[language],
			status,
			...(detail && { detail: detail[language] }),
			...rest,
		}),
		status,
		{ "Content-Type": "application/problem+json; charset=utf-8", "Cache-Control": "no-store" },
	);
}

export const refusalAnswer = (c: Context, { status, code, title, detail, extra }: Refusal) =>
	problem(c, status, code, title, { detail, ...extra });

/** The body as JSON, without characters that cannot be kept. Throws a {@link Refusal} 400 when it is no JSON. */
export async function jsonBody(c: Context): Promise<unknown> {
	try {
		return parseJson(await c.req.text());
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw new Refusal(400, "invalid-json", {
			nl: "De inhoud van het verzoek is geen geldige JSON.",
			en: "The body of the request is not valid JSON.",
		});
	}
}

/** Answers a route with a published body. */
export function sendPublished(c: Context, answer: Answering): Response {
	const { body, ...rest } = answer({
		acceptEncoding: c.req.header("accept-encoding"),
		ifNoneMatch: c.req.header("if-none-match"),
	});
	return new Response(c.req.method === "HEAD" ? null : body, rest);
}
