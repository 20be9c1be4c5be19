/** A record being edited: plain JSON, perhaps not yet what its schema wants. */
export type Draft = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const own = (value: unknown, key: string): unknown => {
	if (Array.isArray(value)) return value[Number(key)];
	return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
};

/** What stands at a path such as `partners.0.name`, or undefined. */
export const valueAt = (draft: unknown, path: string): unknown => path.split(".").reduce(own, draft);

/**
 * A copy of `draft` with `value` at `path`; everything beside the path is shared. Undefined takes the field away, and with it
 * the objects that it leaves empty, so that `planning: {}` never comes out. Entries of lists stay, empty or not.
 */
export function withValue(draft: Draft, path: string, value: unknown): Draft {
	const changed = change(draft, path.split("."), value);
	return isObject(changed) ? changed : {};
}

function change(container: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
	if (key === undefined) return value;
	if (Array.isArray(container)) {
		const copy = [...container];
		copy[Number(key)] = change(copy[Number(key)], rest, value) ?? {};
		return copy;
	}
	const next = change(own(container, key), rest, value);
	const others = Object.entries(isObject(container) ? container : {}).filter(([name]) => name !== key);
	if (next !== undefined) return Object.fromEntries([...others, [key, next]]);
	return others.length > 0 ? Object.fromEntries(others) : undefined;
}

/** Whether there is nothing in it: no value, an empty list, or an object with only such. */
export function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null || value === "" || value === false) return true;
	if (Array.isArray(value)) return value.every(isEmpty);
	return isObject(value) && Object.values(value).every(isEmpty);
}

/** A copy without the empty fields and entries that a form leaves behind ("Partner toevoegen", and nothing filled in). */
export function tidy(draft: Draft): Draft {
	const kept = Object.entries(draft).filter(([, value]) => value !== undefined && value !== "");
	return Object.fromEntries(
		kept.map(([key, value]) => [key, Array.isArray(value) ? value.filter((entry) => !isEmpty(entry)) : value]),
	);
}

/** One text for one meaning: keys in order, and what is empty left out. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
	if (!isObject(value)) return JSON.stringify(value) ?? "null";
	const entries = Object.entries(value).filter(([, inner]) => !isEmpty(inner));
	return `{${entries
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
		.join(",")}}`;
}

/** Whether two values say the same, whatever the order of keys and however "nothing" is written. */
export const sameValue = (a: unknown, b: unknown): boolean =>
	(isEmpty(a) && isEmpty(b)) || canonical(a) === canonical(b);

/** The top-level fields in which two drafts differ. */
export function differingFields(a: Draft, b: Draft): string[] {
	const names = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...names].filter((name) => !sameValue(a[name], b[name]));
}
