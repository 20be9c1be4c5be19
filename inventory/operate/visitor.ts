import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Context } from "hono";

/** The addresses of visitors whose requests came through a proxy of ours; only for as long as the request lives. */
const visitors = new WeakMap<object, string>();

/**
 * The address that the outermost of `proxies` trusted proxies saw. Each adds one at the end of X-Forwarded-For; what comes before
 * those the visitor may have made up. Undefined when there is none to trust.
 */
export function visitorIn(forwardedFor: string | undefined, proxies: number): string | undefined {
	if (proxies < 1 || !forwardedFor) return undefined;
	const found = forwardedFor.split(",").at(-proxies)?.trim();
	return found && isIP(found) ? found : undefined;
}

export function rememberVisitor(request: IncomingMessage, proxies: number): void {
	const found = proxies > 0 ? visitorIn(request.headers["x-forwarded-for"]?.toString(), proxies) : undefined;
	if (found) visitors.set(request, found);
}

/** Undefined where the address of the connection is the visitor's own. */
export function visitorOf(c: Context): string | undefined {
	const incoming: unknown = c.env?.incoming;
	return typeof incoming === "object" && incoming !== null ? visitors.get(incoming) : undefined;
}
