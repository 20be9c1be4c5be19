import { Parser } from "htmlparser2";

const block = /^(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|blockquote|hr)$/;
const unseen = /^(?:script|style|template|noscript|title)$/;

/** What a reader sees of `html`: text, with a line for each block. Plain text stays as it is, but for its entities. */
export function textOfHtml(html: string): string {
	let text = "";
	let hidden = 0;
	const parser = new Parser({
		onopentagname(name) {
			if (unseen.test(name)) hidden++;
			else if (block.test(name)) text += "\n";
		},
		ontext(piece) {
			if (hidden === 0) text += piece;
		},
		onclosetag(name) {
			if (unseen.test(name)) hidden = Math.max(0, hidden - 1);
			else if (block.test(name)) text += "\n";
		},
	});
	parser.end(html);
	return text
		.replace(/[^\S\n]+/g, " ")
		.replace(/ ?\n ?/g, "\n")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}

/** Text of a field that may hold markup: only what has a tag or an entity is read as HTML. */
export const plainText = (text: string): string =>
	/<\/?[a-z][^>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(text) ? textOfHtml(text) : text;
