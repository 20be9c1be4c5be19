import { type Captured, type Draft, Fields, type TextField, textFields } from "./fields.ts";
import { hasField } from "./paths.ts";

/** A field that a page gives another value for than when it was clipped. Empty is "". */
export interface PageChange {
	readonly field: TextField;
	readonly was: string;
	readonly now: string;
	/** What a person made of it, where that was neither of the two. */
	readonly own?: string | undefined;
}

/** Always the address itself, which says nothing of the page. */
const unread: ReadonlySet<TextField> = new Set(["sourceUrl"]);

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/**
 * What a page says otherwise than when `before` was read from it, in the order of the form. `undefined` when it is not
 * known what was read: a form filled in by hand, or one item of a listing.
 */
export function changesSince(before: Draft, captured: Pick<Captured, "fields">): readonly PageChange[] | undefined {
	if (!before.captured) return undefined;
	const was = Fields.parse(before.captured);
	const now = Fields.parse(captured.fields);
	return textFields
		.filter((field) => hasField(before.kind, field) && !unread.has(field) && plain(was[field]) !== plain(now[field]))
		.map((field) => {
			const own = before.fields[field];
			const isOwn = ![was[field], now[field]].some((it) => plain(it) === plain(own));
			return { field, was: was[field], now: now[field], ...(isOwn && { own }) };
		})
		.filter(({ now: value, field }) => plain(value) !== plain(before.fields[field]));
}
