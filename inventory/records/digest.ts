import { createHash } from "node:crypto";

/** JSON with sorted keys and without undefined, so that equal values have equal text. */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_key, inner: unknown) =>
		typeof inner === "object" && inner !== null && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
			: inner,
	);
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export const digestOf = (value: unknown) => createHash("sha256").update(canonicalJson(value)).digest("hex");

/** Names of the top-level fields in which two records differ. */
export function differingFields(a: Record<string, unknown>, b: Record<string, unknown>): string[] {
	const names = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...names].filter((name) => canonicalJson(a[name] ?? null) !== canonicalJson(b[name] ?? null)).sort();
}
