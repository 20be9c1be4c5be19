import type { NetworkQuery } from "../../shared/insight/network/select.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { languageOf } from "../element/language.ts";
import { parseAddress } from "../feed/safe-link.ts";

/** What the visitor may choose from, unless the partner fixed it. */
export const choiceNames = ["actionLine", "stage", "place", "kind"] as const;
export type ChoiceName = (typeof choiceNames)[number];

export interface NetworkSettings {
	region: string | undefined;
	/** Address of the network, absolute; undefined where nothing says what to show. */
	address: string | undefined;
	fixed: NetworkQuery;
	headingLevel: number;
	theme: "auto" | "light" | "dark";
	language: Language;
}

export const observed = [
	"region",
	"src",
	"action-line",
	"stage",
	"place",
	"kind",
	"focus",
	"heading-level",
	"theme",
	"lang",
];

/** Reads the attributes; `complain` hears of a value that is not understood. `home` ends with a slash. */
export function readSettings(
	element: HTMLElement,
	home: string | undefined,
	complain: (code: "value" | "region" | "inventory", detail: string) => void,
): NetworkSettings {
	const get = (name: string) => element.getAttribute(name)?.trim() || undefined;
	const words = (name: string) => (get(name)?.split(",") ?? []).map((word) => word.trim()).filter(Boolean);
	const [region, src] = [get("region"), get("src")];
	const own = src && parseAddress(src, document.baseURI)?.href;
	if (src && !own) complain("value", `src="${src}"`);
	const address =
		own ?? (region && home ? new URL(`feeds/${encodeURIComponent(region)}/network.json`, home).href : undefined);
	if (!address && !src) complain(region ? "inventory" : "region", "");
	const level = Number(get("heading-level") ?? 3);
	const goodLevel = Number.isInteger(level) && level >= 1 && level <= 6;
	if (!goodLevel) complain("value", `heading-level="${get("heading-level")}" (1–6)`);
	const themes = ["auto", "light", "dark"] as const;
	const theme = themes.find((one) => one === (get("theme") ?? "auto"));
	if (!theme) complain("value", `theme="${get("theme")}" (${themes.join(", ")})`);
	return {
		region,
		address,
		fixed: {
			actionLine: words("action-line"),
			stage: words("stage"),
			place: words("place"),
			kind: words("kind"),
			focus: get("focus"),
		},
		headingLevel: goodLevel ? level : 3,
		theme: theme ?? "auto",
		language: languageOf(element),
	};
}
