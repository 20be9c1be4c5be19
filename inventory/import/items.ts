import type { Sentence } from "../records/refusal.ts";

/** One item of a partner's source before it is checked. `key` is lasting within the source: a UID, an id, an address or a title. */
export interface ForeignItem {
	key: string;
	/** By the names of our fields, as far as its format could tell; dates may be as people write them. */
	data: Record<string, unknown>;
	/** As it stood in the source, without persons. */
	raw: unknown;
}

/** What could not be read, and why. */
export interface Unreadable {
	key: string;
	skipped: Sentence;
}

/** The stages hand items on one by one, so that no stage holds them all. */
export type Items = AsyncIterable<ForeignItem | Unreadable>;

/** The source is of no form we read, or not as its form should be; the sentence is for the report. */
export class ImportError extends Error {
	readonly sentence: Sentence;

	constructor(nl: string, en: string) {
		super(nl);
		this.sentence = { nl, en };
	}
}

export const textOf = (value: unknown): string | undefined =>
	typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);
