import { createHash } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import * as z from "zod/mini";
import type { Item, ItemOf } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import { type Draft, prepareWhole, readText } from "./files.ts";
import { orders } from "./project.ts";

/**
 * All items of a kind on disk, in parts named after what is in them, and a list of the parts that is placed last: a change writes one
 * part anew, however many items there are, and readers have the old list or the new one.
 */
const Parts = z.object({ generatedAt: z.string(), parts: z.array(z.string()) });
type Parts = z.infer<typeof Parts>;

/** So many items go in a part, about. */
const partSize = 500;

/** A power of two, so that it seldom changes. */
const partsFor = (items: number) => 2 ** Math.max(0, Math.ceil(Math.log2(items / partSize)));

/** By the end of the id: its beginning is a time. */
const partOf = (id: string, parts: number) => Number.parseInt(id.slice(-6), 16) % parts;

/** `index/flevoland/events.json` → `index/flevoland/events-….json`. */
const pathOf = (list: string, part: string) => join(dirname(list), `${basename(list, ".json")}-${part}.json`);

async function readParts(list: string): Promise<Parts | undefined> {
	const text = await readText(list);
	return text === undefined ? undefined : Parts.safeParse(JSON.parse(text)).data;
}

export interface PreparedItems {
	drafts: Draft[];
	/** When the items last changed. */
	generatedAt: string;
	/** Takes away parts that are in no list any more; those of the list before stay, for who is reading them. */
	tidy(): Promise<void>;
}

/** Prepares `items` to be stored under `list`. `changed` says whose parts may differ from what `list` has now; left out: all. */
export async function prepareItems(
	list: string,
	items: readonly Item[],
	now: Date,
	changed?: ReadonlySet<string>,
): Promise<PreparedItems> {
	const standing = await readParts(list);
	const count = partsFor(items.length);
	const differing =
		changed && standing?.parts.length === count ? new Set([...changed].map((id) => partOf(id, count))) : undefined;
	const lists = new Map<number, Item[]>();
	for (let part = 0; part < count; part++) if (!differing || differing.has(part)) lists.set(part, []);
	for (const item of items) lists.get(partOf(item.id, count))?.push(item);
	const there = new Set(await readdir(dirname(list)).catch(() => []));
	const parts: string[] = [];
	const drafts: Draft[] = [];
	for (let part = 0; part < count; part++) {
		const those = lists.get(part);
		const known = standing?.parts[part];
		if (!those && known !== undefined) {
			parts.push(known);
			continue;
		}
		const text = JSON.stringify(those ?? []);
		const name = createHash("sha256").update(text).digest("base64url").slice(0, 22);
		parts.push(name);
		const path = pathOf(list, name);
		if (!there.has(basename(path))) drafts.push(...(await prepareWhole(path, text)));
	}
	const same = standing && standing.parts.join() === parts.join();
	const generatedAt = same ? standing.generatedAt : now.toISOString();
	drafts.push(...(await prepareWhole(list, JSON.stringify({ generatedAt, parts } satisfies Parts))));
	const kept = new Set([...parts, ...(standing?.parts ?? [])].map((part) => basename(pathOf(list, part))));
	const prefix = `${basename(list, ".json")}-`;
	return {
		drafts,
		generatedAt,
		async tidy() {
			for (const name of there)
				if (name.startsWith(prefix) && !kept.has(name)) await rm(join(dirname(list), name), { force: true });
		},
	};
}

/** Our own files need no schema; what is not even a list of items was not written by us. */
const isItem = (value: unknown): boolean =>
	typeof value === "object" && value !== null && "id" in value && "title" in value && "url" in value;

/** What {@link prepareItems} stored, in feed order; undefined where nothing was. */
export async function readItems<K extends FeedKind>(
	list: string,
	kind: K,
): Promise<{ generatedAt: string; items: ItemOf[K][] } | undefined> {
	for (let attempt = 0; attempt < 5; attempt++) {
		const standing = await readParts(list);
		if (!standing) return undefined;
		const texts = await Promise.all(standing.parts.map((part) => readText(pathOf(list, part))));
		// Replaced twice while we were reading.
		if (texts.includes(undefined)) continue;
		const items: unknown[] = texts.flatMap((text): unknown => JSON.parse(text ?? "[]"));
		if (!items.every(isItem)) throw new Error(`${list} holds something else than items.`);
		const own = items as ItemOf[K][];
		return { generatedAt: standing.generatedAt, items: standing.parts.length > 1 ? own.sort(orders[kind]) : own };
	}
	throw new Error(`${list} names parts that are not there.`);
}
