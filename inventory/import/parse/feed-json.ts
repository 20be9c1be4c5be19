import * as z from "zod/mini";
import { feedFormat } from "../../../shared/model/feed.ts";
import { feedKindOf, type Kind } from "../../../shared/model/kinds.ts";
import { parseJson } from "../../../shared/text/printable.ts";
import { type ForeignItem, ImportError, isObject, textOf } from "../items.ts";

const Loose = z.record(z.string(), z.unknown());
const Feed = z.object({
	format: z.optional(z.unknown()),
	kind: z.optional(z.unknown()),
	items: z.array(Loose),
	next: z.optional(z.unknown()),
});

/** An initiative's id is one of the other inventory; its page is known everywhere. */
const initiativeOf = (value: unknown) => {
	const url = isObject(value) ? textOf(value.url) : undefined;
	return url && { url };
};

function itemOf({ id, url, updatedAt: _, initiative, ...data }: Record<string, unknown>, index: number): ForeignItem {
	const address = textOf(url);
	const key = textOf(id) ?? address ?? textOf(data.title) ?? String(index);
	const { contacts: _persons, ...raw } = data;
	const link = initiativeOf(initiative);
	return {
		key,
		data: { ...(address && { sourceUrl: address }), ...data, ...(link && { initiative: link }) },
		raw: { id, url, ...raw },
	};
}

/**
 * Items of our own feed format, or of a JSON list of records, and the address of the following page if there is one.
 * Throws {@link ImportError} for other JSON and for a feed of another kind.
 */
export function parseFeedJson(content: string, kind: Kind): { items: ForeignItem[]; next: string | undefined } {
	let json: unknown;
	try {
		json = parseJson(content);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new ImportError(`Het bestand is niet te lezen: ${why}`, `The file cannot be read: ${why}`);
	}
	const feed = Feed.safeParse(json);
	const list = feed.success ? feed.data.items : z.array(Loose).safeParse(json).data;
	if (!list)
		throw new ImportError(
			"Het bestand is niet te lezen: het is JSON, maar geen feed van ons en geen lijst van items.",
			"The file cannot be read: it is JSON, but neither a feed of ours nor a list of items.",
		);
	const wanted = feedKindOf(kind);
	if (feed.data?.format === feedFormat && feed.data.kind !== wanted)
		throw new ImportError(
			`Deze feed bevat "${feed.data.kind}" en niet "${wanted}": kies de andere soort.`,
			`This feed holds "${feed.data.kind}", not "${wanted}": choose the other kind.`,
		);
	return { items: list.map(itemOf), next: textOf(feed.data?.next) };
}
