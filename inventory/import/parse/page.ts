import { Parser } from "htmlparser2";
import { parseJsonLd } from "../../../shared/formats/json-ld.ts";
import type { Kind } from "../../../shared/model/kinds.ts";
import { type ForeignItem, ImportError } from "../items.ts";
import { itemsOfSchemaOrg } from "./schema-org.ts";

/** The texts of a page's JSON-LD blocks. */
function blocksOf(html: string): string[] {
	const blocks: string[] = [];
	let open: string | undefined;
	const parser = new Parser({
		onopentag(name, attributes) {
			if (name === "script" && /^application\/ld\+json/i.test(attributes.type ?? "")) open = "";
		},
		ontext(piece) {
			if (open !== undefined) open += piece;
		},
		onclosetag(name) {
			if (name !== "script" || open === undefined) return;
			blocks.push(open);
			open = undefined;
		},
	});
	parser.end(html);
	return blocks;
}

/**
 * What a page, or a JSON-LD document, at `address` says of events or jobs. A block that is no JSON is passed over. Throws
 * {@link ImportError} for a page without any block when it was asked for by itself.
 */
export function parsePage(content: string, kind: Kind, address: string, single: boolean): ForeignItem[] {
	const texts = /^\s*[[{]/.test(content) ? [content] : blocksOf(content);
	const blocks = texts.map(parseJsonLd).filter((block) => block !== undefined);
	if (single && blocks.length === 0)
		throw new ImportError(
			"Dit is geen feed, en op de pagina staan geen gegevens die een programma kan lezen (JSON-LD): vraag de partner om een agenda of feed.",
			"This is no feed, and the page has no data that a program can read (JSON-LD): ask the partner for a calendar or feed.",
		);
	return itemsOfSchemaOrg(blocks, kind, address);
}
