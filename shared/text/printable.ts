/**
 * Controls but tab and line ends, halves of characters and what Unicode calls no character: no page shows them, XML 1.0
 * cannot hold them even escaped (https://www.w3.org/TR/xml/#charsets), and PostgreSQL refuses the first of them in text.
 */
const unprintable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** `text` without them. They come along when people copy from a PDF or an office program. */
export const printable = (text: string): string => text.replace(unprintable, "");

/** Parses JSON from outside, every text in it {@link printable}; a name that is not, is left out. Throws a SyntaxError. */
export const parseJson = (json: string): unknown =>
	JSON.parse(json, (name, value: unknown) => {
		if (name !== printable(name)) return undefined;
		return typeof value === "string" ? printable(value) : value;
	});
