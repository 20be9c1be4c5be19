const allowed = new Set(["http:", "https:", "mailto:", "tel:"]);

/** `value` as browsers read an address, relative to `base`; undefined where it is none. */
export function parseAddress(value: string, base?: string): URL | undefined {
	try {
		return new URL(value, base);
	} catch {
		return undefined;
	}
}

/**
 * `value` when it is an absolute address that may become a link (http, https, mailto or tel), otherwise undefined.
 * Read by the same parser that browsers follow links with, so that no spelling of `javascript:` slips through.
 */
export function safeLink(value: unknown): string | undefined {
	return typeof value === "string" && allowed.has(parseAddress(value)?.protocol ?? "") ? value : undefined;
}
