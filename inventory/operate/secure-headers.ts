import type { MiddlewareHandler } from "hono";
import { pagePolicy } from "../routes/static.ts";

/**
 * What every answer says, in one place; a route that knows better has said it already. A page without a policy of its own gets
 * that of our plain pages. `secure`: the outside address is https, so browsers may be told to stay there.
 */
export function secureHeaders(options: { secure: boolean }): MiddlewareHandler {
	return async (c, next) => {
		await next();
		const missing = (name: string, value: string) => {
			if (!c.res.headers.has(name)) c.header(name, value);
		};
		missing("X-Content-Type-Options", "nosniff");
		if (!c.res.headers.get("Content-Type")?.startsWith("text/html")) return;
		if (options.secure) missing("Strict-Transport-Security", "max-age=31536000");
		missing("Content-Security-Policy", pagePolicy);
		missing("Referrer-Policy", "strict-origin-when-cross-origin");
		missing("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
	};
}
