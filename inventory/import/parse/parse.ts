import type { Kind } from "../../../shared/model/kinds.ts";
import type { ImportMapping } from "../../db/schema.ts";
import type { Document } from "../gather.ts";
import { ImportError, type Items } from "../items.ts";
import { parseCalendar } from "./calendar.ts";
import { parseCsv } from "./csv.ts";
import { parseFeedJson } from "./feed-json.ts";
import { parsePage } from "./page.ts";
import { parseRss } from "./rss.ts";

/** The items of one document. Throws {@link ImportError} when it is not what its format says. */
export async function* parse(document: Document, options: { kind: Kind; mapping: ImportMapping; now: Date }): Items {
	const { content, address, format, single, follow } = document;
	switch (format) {
		case "icalendar":
			yield* parseCalendar(content, options.now);
			return;
		case "csv":
			yield* parseCsv(content, options.mapping);
			return;
		case "rss":
			yield* parseRss(content);
			return;
		case "page":
			yield* parsePage(content, options.kind, address, single);
			return;
		case "feed": {
			const { items, next } = parseFeedJson(content, options.kind);
			if (next) follow(next);
			yield* items;
			return;
		}
		case "sitemap":
			throw new ImportError("Een sitemap in een sitemap lezen we niet.", "A sitemap within a sitemap is not read.");
	}
}
