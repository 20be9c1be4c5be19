/** `statics` are the words around the values of an attribute: one more than there are values. */
export interface Attribute {
	/** `.` a property, `?` a boolean attribute, `@` a listener. */
	prefix: string;
	name: string;
	statics: readonly string[];
}

export type Token =
	/** Text with a value between each two. */
	{ words: readonly string[] } | { open: string; attributes: readonly Attribute[]; empty: boolean } | { close: string };

/** Stands for a value; no template has it. */
const mark = "\u0001";

const tag = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>|([^<]+)/g;
const attribute = /([.?@]?)([\w-]+)(?:=(?:"([^"]*)"|([^\s"]+)))?/g;

/**
 * The words of a template (./template.ts) as tags and text. Templates are ours: well-formed, in lower case, without
 * comments and entities.
 */
export const tokensOf = (strings: readonly string[]): Token[] =>
	[...strings.join(mark).matchAll(tag)].map(([, end, name = "", inner = "", text]): Token => {
		if (text) return { words: text.split(mark) };
		if (end) return { close: name };
		return {
			open: name,
			attributes: [...inner.matchAll(attribute)].map(([, prefix = "", name = "", quoted, bare]) => ({
				prefix,
				name,
				statics: (quoted ?? bare ?? "").split(mark),
			})),
			empty: /^(?:input|img|br|hr)$/.test(name),
		};
	});
