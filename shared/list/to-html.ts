import { nothing, type Template } from "./template.ts";
import { type Attribute, type Token, tokensOf } from "./tokens.ts";

/** Templates (./template.ts) as HTML. Everything that is data is escaped. */

const escapeText = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const escapeValue = (text: string) => escapeText(text).replace(/"/g, "&quot;");

const known = new WeakMap<readonly string[], Token[]>();

function tokens(strings: readonly string[]): Token[] {
	const found = known.get(strings) ?? tokensOf(strings);
	known.set(strings, found);
	return found;
}

const isTemplate = (value: unknown): value is Template =>
	typeof value === "object" && value !== null && "strings" in value && "values" in value;

function child(value: unknown): string {
	if (value === nothing || value === undefined || value === null) return "";
	if (isTemplate(value)) return toHtml(value);
	return Array.isArray(value) ? value.map(child).join("") : escapeText(String(value));
}

/** An attribute as it is before anybody did anything: properties are what their attribute says, listeners are none. */
function attributeHtml({ prefix, name, statics }: Attribute, values: readonly unknown[]): string {
	const [value] = values;
	if (prefix === "@" || values.includes(nothing)) return "";
	if (prefix === "?" || typeof value === "boolean") return value ? ` ${name}` : "";
	if (prefix === "." && !value) return "";
	const whole = statics.map((words, n) => (n ? String(values[n - 1] ?? "") : "") + words).join("");
	return whole || statics.length > 1 ? ` ${name}="${escapeValue(whole)}"` : ` ${name}`;
}

/** `template` as a piece of HTML, as a browser would write what it draws. */
export function toHtml({ strings, values }: Template): string {
	let next = 0;
	return tokens(strings)
		.map((token) => {
			if ("close" in token) return `</${token.close}>`;
			if ("words" in token) {
				return token.words.map((words, n) => (n ? child(values[next++]) : "") + escapeText(words)).join("");
			}
			const attributes = token.attributes.map((attribute) => {
				const count = attribute.statics.length - 1;
				const given = values.slice(next, next + count);
				next += count;
				return attributeHtml(attribute, given);
			});
			return `<${token.open}${attributes.join("")}>`;
		})
		.join("");
}
