import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context as HonoContext } from "hono";
import { visitorOf } from "../operate/visitor.ts";
import type { Context } from "../records/context.ts";
import type { Sentence } from "../records/refusal.ts";
import { problem } from "../routes/answers.ts";
import type { RateLimit } from "./rate-limit.ts";

/** Behind a proxy that we were not told to trust everybody has the proxy's address, so limits by address are wide. */
export function addressOf(c: HonoContext): string {
	try {
		return visitorOf(c) ?? getConnInfo(c).remote.address ?? "unknown";
	} catch {
		return "unknown";
	}
}

const triedTooOften: Sentence = {
	nl: "Dit is te vaak geprobeerd. Wacht een paar minuten.",
	en: "This was tried too often. Wait a few minutes.",
};

/** Answers 429 with `Retry-After` when it is too much for `key`, else undefined. */
export function tooMuch(
	c: HonoContext,
	context: Context,
	limit: RateLimit,
	key: string,
	sentence = triedTooOften,
): Response | undefined {
	const wait = limit.wait(key, context.now());
	if (wait === 0) return undefined;
	c.header("Retry-After", String(wait));
	return problem(c, 429, "too-many-requests", sentence);
}
