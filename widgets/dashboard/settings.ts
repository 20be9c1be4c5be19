import { toLanguage } from "../element/language.ts";
import { parseAddress } from "../feed/safe-link.ts";

export interface Settings {
	region: string | undefined;
	/** Address of a feed to show instead of the inventory's, absolute. */
	src: string | undefined;
	/** Slugs or ids, in the order to show them; none is all. */
	indicators: readonly string[];
	perspectives: readonly string[];
	/** The dimension to split by at first. */
	breakdown: string | undefined;
	headingLevel: number;
	theme: "auto" | "light" | "dark";
}

/** The attributes, beside which `class` and the like are the page's. */
export const attributes = [
	"region",
	"src",
	"indicator",
	"perspective",
	"breakdown",
	"heading-level",
	"theme",
	"lang",
] as const;

const words = (text = "") =>
	text
		.split(",")
		.map((word) => word.trim())
		.filter(Boolean);

/** Reads the attributes. One that is not understood falls back to the default, and `complain` hears about it. */
export function readSettings(element: Element, complain: (code: "value" | "region", detail: string) => void): Settings {
	const get = (name: (typeof attributes)[number]) => element.getAttribute(name)?.trim() || undefined;
	const choose = <T>(name: (typeof attributes)[number], choice: string, read: (value: string) => T | undefined) => {
		const value = get(name);
		const found = value && read(value);
		if (value && !found) complain("value", `${name}="${value}" (${choice})`);
		return found || undefined;
	};
	const region = get("region");
	const src = choose("src", "https://…", (value) => {
		const url = parseAddress(value, document.baseURI);
		return url?.protocol.startsWith("http") ? url.href : undefined;
	});
	if (!region && !src) complain("region", "");
	choose("lang", "nl, en", toLanguage);
	return {
		region,
		src,
		indicators: words(get("indicator")),
		perspectives: words(get("perspective")),
		breakdown: get("breakdown"),
		headingLevel: choose("heading-level", "1–6", (value) => (/^[1-6]$/.test(value) ? Number(value) : undefined)) ?? 3,
		theme:
			choose("theme", "auto, light, dark", (value) =>
				(["auto", "light", "dark"] as const).find((one) => one === value),
			) ?? "auto",
	};
}
