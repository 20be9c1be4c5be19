import {
	type AttributeProblem,
	isWidgetKind,
	readAttributes,
	type WidgetAttribute,
	type WidgetAttributes,
	type WidgetKind,
	widgetAttributes,
} from "../../../shared/model/widget.ts";
import { type Look, lookNames, lookValue } from "./look.ts";

/** Everything that can be chosen. It lives in the address of the page, which can be shared and found by oEmbed. */
export interface Choice {
	kind: WidgetKind;
	/** Values as the element has them; a switch that is on is an empty string. */
	attributes: WidgetAttributes;
	look: Look;
}

const lookPrefix = "style.";

/** Without control characters, which no page shows and HTML cannot carry, and without space around it. */
const plain = (text: string) => text.replace(/\p{Cc}/gu, "").trim();

/**
 * The parameters of an address in which a site wrote `&` as `&amp;` once too often, with the names that were meant.
 * WordPress does so with a link that an author puts on a page, again each time that it is saved.
 */
export const unescaped = (parameters: URLSearchParams) =>
	new URLSearchParams([...parameters].map(([name, value]) => [name.replace(/^(?:amp;)+/, ""), value]));

/**
 * Reads a choice from an address; repeated values are joined as attributes write them. What is wrong is left out, with a
 * sentence for each attribute; parameters that are no attributes of the widget are not ours to judge.
 */
export function readChoice(given: URLSearchParams): { choice: Choice; problems: AttributeProblem[] } {
	const parameters = unescaped(given);
	const asked = parameters.get("kind") ?? "";
	const kind = isWidgetKind(asked) ? asked : "events";
	const written: Record<string, string> = {};
	for (const name of widgetAttributes) {
		const values = parameters.getAll(name).map(plain);
		if (values.length > 0) written[name] = values.filter(Boolean).join(",");
	}
	const look: Look = {};
	for (const name of lookNames) {
		const value = lookValue(name, parameters.get(`${lookPrefix}${name}`) ?? "");
		if (value !== undefined) look[name] = value;
	}
	const { attributes, problems } = readAttributes(kind, written);
	return { choice: { kind, attributes, look }, problems };
}

/** The attributes as parameters, for feeds, frames and snippets made by the server. */
export function attributeParameters({ attributes }: Choice, names: readonly WidgetAttribute[] = widgetAttributes) {
	const parameters = new URLSearchParams();
	for (const name of names) {
		const value = attributes[name];
		if (value !== undefined) parameters.set(name, value);
	}
	return parameters;
}

/** The address of a choice, from `?` on; {@link readChoice} reads it back. */
export function addressOf(choice: Choice): string {
	const parameters = new URLSearchParams({ kind: choice.kind });
	for (const [name, value] of attributeParameters(choice)) parameters.set(name, value);
	for (const name of lookNames) {
		const value = choice.look[name];
		if (value !== undefined) parameters.set(`${lookPrefix}${name}`, value);
	}
	// A comma may stand in a query as it is (RFC 3986), and reads better.
	return `?${parameters.toString().replaceAll("%2C", ",")}`;
}

/** The values of an attribute that holds several. */
export const valuesIn = (text: string | undefined): string[] =>
	(text ?? "")
		.split(",")
		.map((value) => value.trim())
		.filter(Boolean);

/** The choice with one attribute changed; undefined takes it away. */
export function withAttribute(choice: Choice, name: WidgetAttribute, value: string | undefined): Choice {
	const { [name]: _, ...rest } = choice.attributes;
	return { ...choice, attributes: value === undefined ? rest : { ...rest, [name]: value } };
}

/** Values that only the items of one region and kind explain. */
const ofRegion: readonly WidgetAttribute[] = ["place", "municipality", "organization"];
const ofKind: readonly WidgetAttribute[] = ["place", "organization", "type", "direction", "view", "filters"];

const without = (choice: Choice, names: readonly WidgetAttribute[]): Choice =>
	names.reduce((rest, name) => withAttribute(rest, name, undefined), choice);

/** Another region: what is known of the old one only is let go. */
export const withRegion = (choice: Choice, region: string): Choice =>
	withAttribute(without(choice, ofRegion), "region", region);

/** Another kind of widget: what only the old one has is let go. */
export const withKind = (choice: Choice, kind: WidgetKind): Choice => ({ ...without(choice, ofKind), kind });
