import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { Context } from "../records/context.ts";
import type { Sentence } from "../records/refusal.ts";
import { accountTokenOf, bearerOf, tokenSessionCookie } from "./authenticate.ts";
import { digest } from "./digest.ts";
import { addressOf, tooMuch } from "./limits.ts";
import { createRateLimit } from "./rate-limit.ts";

/** Of one address so many times as much: a whole office stands behind one. */
const office = 3;

const tooMany: Sentence = {
	nl: "Dit zijn te veel verzoeken in korte tijd. Wacht even en probeer het dan opnieuw.",
	en: "These are too many requests in a short time. Wait a moment, then try again.",
};

/**
 * Answers 429 with `Retry-After` when a token, a session or an address asks more than `perMinute` allows. Each process counts for
 * itself. An address is counted before anything is looked up, so that trying out tokens costs the database nothing.
 */
export function apiLimit(context: Context, perMinute: number) {
	const ofHolder = createRateLimit(perMinute, 60);
	const ofAddress = createRateLimit(perMinute * office, 60);
	return createMiddleware(async (c, next) => {
		const secret = bearerOf(c) ?? accountTokenOf(c) ?? getCookie(c, tokenSessionCookie);
		const asked = [
			{ limit: ofAddress, key: addressOf(c) },
			...(secret ? [{ limit: ofHolder, key: digest(secret) }] : []),
		];
		for (const { limit, key } of asked) {
			const refused = tooMuch(c, context, limit, key, tooMany);
			if (refused) return refused;
		}
		for (const { limit, key } of asked) limit.count(key, context.now());
		return next();
	});
}
