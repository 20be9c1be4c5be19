import { randomUUID } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from "pino";
import type { Metrics } from "./metrics.ts";

export const levels = ["error", "warn", "info", "silent"] as const;
export type Level = (typeof levels)[number];

/**
 * One JSON object a line, on standard error. It never holds an address with what follows the question mark, a name, a token or
 * an e-mail address: of a request the pattern of its route is enough to look into trouble.
 */
export const createLog = (level: Level, to: DestinationStream = destination({ dest: 2, sync: true })): Logger =>
	pino({ level, base: undefined, timestamp: stdTimeFunctions.isoTime }, to);

/**
 * The pattern of the route that answered: the first that is no middleware, for later ones that fit too are never asked. A single
 * name for all addresses that lead nowhere.
 */
function patternOf(c: Context): string {
	const pattern = matchedRoutes(c).find(({ method }) => method !== "ALL")?.path ?? "";
	return pattern === "" || pattern === "/*" || pattern === "*" ? "(none)" : pattern;
}

/** Gives each request an id, counts it and writes a line of it: at level info, or warn when it went wrong on our side. */
export function observed(metrics: Metrics | undefined, log: Logger | undefined): MiddlewareHandler {
	return async (c, next) => {
		const began = performance.now();
		const id = randomUUID();
		await next();
		const seconds = (performance.now() - began) / 1000;
		c.header("X-Request-Id", id);
		const { method } = c.req;
		const { status } = c.res;
		const route = patternOf(c);
		metrics?.answered(method, route, status, seconds);
		const line = { id, method, route, status, ms: Math.round(seconds * 1000) };
		if (status >= 500) log?.warn(line, "request failed");
		else log?.info(line, "request");
	};
}
