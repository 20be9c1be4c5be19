/**
 * A small lenient reader for feeds. The schemas in shared/model say what is right; this keeps of an item what the widgets
 * can use and drops the rest, in a tenth of the bytes. A test holds it against those schemas.
 */

/** Gives the value when it is of use, otherwise undefined. Never throws. */
export type Read<T> = (value: unknown) => T | undefined;

export const text: Read<string> = (value) => (typeof value === "string" ? value : undefined);

/** Text with something in it. */
export const filled: Read<string> = (value) => (typeof value === "string" && value.trim() ? value : undefined);

export const number: Read<number> = (value) => (Number.isFinite(value) ? Number(value) : undefined);

/** RFC 3339 date or date-time that a calendar knows. Browsers read the 30th of February as the 2nd of March. */
export const moment: Read<string> = (value) =>
	typeof value === "string" &&
	/^\d{4}-\d\d-\d\d(T|$)/.test(value) &&
	!Number.isNaN(Date.parse(value)) &&
	new Date(value.slice(0, 10)).getUTCDate() === Number(value.slice(8, 10))
		? value
		: undefined;

/** `read`, or `fallback` where it finds nothing. */
export const otherwise =
	<T>(read: Read<T>, fallback: T): Read<T> =>
	(value) =>
		read(value) ?? fallback;

/** The entries that `read` can use; of anything but a list, none. */
export const listOf =
	<T>(read: Read<T>): ((value: unknown) => T[]) =>
	(value) =>
		(Array.isArray(value) ? value : []).map(read).filter((one): one is T & {} => one !== undefined);

/** An object with the fields of `shape` that can be used; undefined when one of `needed` is not among them. */
export const record =
	<T extends object>(shape: { [K in keyof T]-?: Read<T[K]> }, ...needed: (keyof T)[]): Read<T> =>
	(value) => {
		if (typeof value !== "object" || value === null) return undefined;
		const found: Partial<T> = {};
		for (const key in shape) {
			const read = shape[key](Reflect.get(value, key));
			if (read !== undefined) found[key] = read;
		}
		// Our own object: every field came from its reader, and those needed are there.
		return needed.every((key) => key in found) ? (found as T) : undefined;
	};
