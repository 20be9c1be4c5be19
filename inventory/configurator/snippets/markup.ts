/** Text for between tags and inside a quoted attribute of HTML: nothing in it can end either. */
export const escapeHtml = (text: string): string =>
	text
		.replace(/&/g, "&amp;")
		.replace(/</g, "&lt;")
		.replace(/>/g, "&gt;")
		.replace(/"/g, "&quot;")
		.replace(/'/g, "&#39;");

/** One part of an address, encoded so that it can stand in quotes of HTML, PHP, a shell and server-side includes as it is. */
export const encodePart = (text: string): string =>
	new URLSearchParams({ part: text }).toString().slice("part=".length).replaceAll("+", "%20");

type Named = readonly [name: string, value: string];

/** Attributes with a space before each; an empty value is a name alone. */
const attributesOf = (attributes: Iterable<Named>): string =>
	[...attributes].map(([name, value]) => (value ? ` ${name}="${escapeHtml(value)}"` : ` ${name}`)).join("");

/** `<tag …>` with `content`, which is HTML already, on lines of its own; without content on one line. */
export function element(tag: string, attributes: Iterable<Named>, content = ""): string {
	const inside = content && `\n${content.replace(/^(?=.)/gm, "  ")}\n`;
	return `<${tag}${attributesOf(attributes)}>${inside}</${tag}>`;
}

export const link = (href: string, text: string): string => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;

/** A rule of CSS in a style element. Nothing in `rule` may come from outside unchecked. */
export const style = (rule: string | undefined): string[] => (rule ? [`<style>\n${rule}\n</style>`] : []);
