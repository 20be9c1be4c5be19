import { type View, views } from "../../shared/list/look.ts";
import type { FilterName, WidgetKind } from "../../shared/messages/widgets.ts";
import { type FeedQuery, facetParameters } from "../../shared/model/query.ts";
import { parseAddress } from "../feed/safe-link.ts";
import { toLanguage } from "./language.ts";

export const filterNames = ["q", ...facetParameters, "from", "to"] as const satisfies readonly FilterName[];

/** Every attribute that the lists understand; `data-` before it on `div[data-techniek]`. */
export const attributes = [
	"region",
	"src",
	...filterNames,
	"limit",
	"view",
	"rows",
	"columns",
	"filters",
	"heading-level",
	"theme",
	"detail",
	"deep-link",
	"structured-data",
	"widget",
	"lang",
] as const;
export type Attribute = (typeof attributes)[number];

export interface Settings {
	region: string | undefined;
	/** Address of a feed to show instead of the inventory's, absolute. */
	src: string | undefined;
	fixed: FeedQuery;
	/** How many items at a time, 1 to 100. */
	limit: number;
	view: View;
	/** The axes of the coverage matrix, which judges them. */
	rows: string | undefined;
	columns: string | undefined;
	/** The filters that visitors see, in this order. */
	filters: readonly FilterName[];
	headingLevel: number;
	theme: "auto" | "light" | "dark";
	/** Whether a click on a title opens the item on the page itself. */
	dialog: boolean;
	/** The name under which the visitor's choices are in the page's address; undefined: they are not. */
	deepLink: string | undefined;
	structuredData: boolean;
}

export interface Defaults {
	view: View;
	filters: readonly FilterName[];
}

const words = (text: string) =>
	text
		.split(",")
		.map((word) => word.trim())
		.filter(Boolean);

/**
 * Reads the attributes of an element, which `get` gives trimmed ("" for one that is empty). A value that is not understood falls back to the default, and `complain` hears
 * about it. Values of feed parameters are the feed's to judge.
 */
export function readSettings(
	get: (name: Attribute) => string | undefined,
	kind: WidgetKind,
	defaults: Defaults,
	complain: (code: "value" | "region", detail: string) => void,
): Settings {
	/** The value of an attribute as `read` understands it; `choice` tells what it could be. */
	const choose = <T>(name: Attribute, choice: string, fallback: T, read: (value: string) => T | undefined): T => {
		const value = get(name);
		const found = value && read(value);
		if (value && !found) complain("value", `${name}="${value}" (${choice})`);
		return found || fallback;
	};
	const oneOf = <T extends string>(name: Attribute, values: readonly T[], fallback: T) =>
		choose(name, values.join(", "), fallback, (value) => values.find((one) => one === value));
	const within = (name: Attribute, low: number, high: number, fallback: number) =>
		choose(name, `${low}–${high}`, fallback, (value) => {
			const number = Number(value);
			return Number.isInteger(number) && number >= low && number <= high ? number : undefined;
		});

	const fixed: FeedQuery = {};
	for (const name of ["q", "from", "to"] as const) fixed[name] = get(name) || undefined;
	for (const parameter of facetParameters) {
		const values = words(get(parameter) ?? "");
		if (values.length) fixed[parameter] = values;
	}

	const region = get("region") || undefined;
	const src = choose("src", "https://…", undefined, (value) => {
		const url = parseAddress(value, document.baseURI);
		return url?.protocol.startsWith("http") ? url.href : undefined;
	});
	if (!region && !src) complain("region", "");
	choose("lang", "nl, en", undefined, toLanguage);

	const wanted = get("filters");
	const filters =
		wanted === undefined
			? defaults.filters
			: words(wanted.replace(/^none$/, "")).flatMap((word) => {
					const name = filterNames.find((one) => one === word);
					if (!name) complain("value", `filters="${word}" (${filterNames})`);
					return name ?? [];
				});
	return {
		region,
		src,
		fixed,
		limit: within("limit", 1, 100, 20),
		view: oneOf("view", views, defaults.view),
		rows: get("rows"),
		columns: get("columns"),
		filters,
		theme: oneOf("theme", ["auto", "light", "dark"], "auto"),
		headingLevel: within("heading-level", 1, 6, 3),
		dialog: oneOf("detail", ["dialog", "page"], "dialog") === "dialog",
		deepLink: get("deep-link") === undefined ? undefined : get("deep-link") || kind,
		structuredData: get("structured-data") !== undefined,
	};
}
