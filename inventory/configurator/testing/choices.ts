import fc from "fast-check";
import {
	attributesOf,
	filterNamesOf,
	readAttributes,
	viewsOf,
	type WidgetAttribute,
	type WidgetAttributes,
	type WidgetKind,
	widgetKinds,
} from "../../../shared/model/widget.ts";
import type { Choice } from "../choice/choice.ts";
import { type Look, lookNames, lookValue } from "../choice/look.ts";

export const aColor = fc.stringMatching(/^#[0-9a-f]{6}$/);
const aLength = fc.integer({ min: 0, max: 9999 }).map((pixels) => `${pixels}px`);

/** What could end an attribute, a tag, a comment, a string of PHP or of a shell, and then anything else. */
const hostile = fc.constantFrom(
	`"><script>alert(1)</script>`,
	`' onmouseover='alert(1)`,
	"--><img src=x onerror=alert(1)>",
	"</style></script></textarea>",
	"'); system('id'); ('",
	"$(id) `id` \\' ; id",
	"?><?php system('id') ?>",
	"&quot;&#34;&amp;",
	"{{7*7}} $HOME %3Cscript%3E",
	"\u2028\u202e\ud83d\ude00",
);

/** A value that an address can carry: something to see, and nothing around it. */
const aValue = fc
	.oneof(
		hostile,
		fc.string({ unit: "grapheme" }),
		fc.tuple(fc.string(), hostile).map(([a, b]) => a + b),
	)
	.map((text) => text.replace(/\p{Cc}/gu, "").trim())
	.filter((text) => text !== "");

const dates = fc.constantFrom("2026-11-21", "2027-01-31");
const formal: Partial<Record<WidgetAttribute, (kind: WidgetKind) => fc.Arbitrary<string>>> = {
	region: () => fc.constantFrom("midden-brabant", "flevoland"),
	from: () => dates,
	to: () => dates,
	limit: () => fc.integer({ min: 1, max: 100 }).map(String),
	view: (kind) => fc.constantFrom(...viewsOf[kind]),
	filters: (kind) => fc.oneof(fc.constant("none"), fc.subarray([...filterNamesOf(kind)], { minLength: 1 }).map(String)),
	detail: () => fc.constantFrom("dialog", "page"),
	"deep-link": () => fc.constantFrom("", "naam"),
	"structured-data": () => fc.constant(""),
	"heading-level": () => fc.integer({ min: 1, max: 6 }).map(String),
	theme: () => fc.constantFrom("auto", "light", "dark"),
	lang: () => fc.constantFrom("nl", "en"),
	src: () => fc.webUrl({ withQueryParameters: true }),
};

function attributesFor(kind: WidgetKind): fc.Arbitrary<WidgetAttributes> {
	const model = Object.fromEntries(attributesOf(kind).map((name) => [name, formal[name]?.(kind) ?? aValue] as const));
	// What an address cannot carry (a src that is no web address after all) is left out by what reads it.
	return fc.record(model, { requiredKeys: [] }).map((given) => readAttributes(kind, given).attributes);
}

/** Any choice that a person or an address can make, hostile ones first. */
export function aChoice(): fc.Arbitrary<Choice> {
	const look = fc
		.record(Object.fromEntries(lookNames.map((name) => [name, name.endsWith("color") ? aColor : aLength])), {
			requiredKeys: [],
		})
		.map((values) => {
			const chosen: Look = {};
			for (const name of lookNames) {
				const value = values[name] && lookValue(name, values[name]);
				if (value) chosen[name] = value;
			}
			return chosen;
		});
	return fc
		.constantFrom(...widgetKinds)
		.chain((kind) => fc.record({ kind: fc.constant(kind), attributes: attributesFor(kind), look }));
}
