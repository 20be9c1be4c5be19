import { isWidgetKind, widgetAttributes } from "../../shared/model/widget.ts";
import { printable } from "../../shared/text/printable.ts";
import { unescaped } from "../configurator/choice/choice.ts";
import type { PublishedSite } from "../publish/site.ts";
import { canonicalOf, frameTitle } from "./frame/frame-page.ts";
import { type FrameChoice, frameAddress, lookPrefix, resolveFrame } from "./frame/resolve-frame.ts";
import type { WidgetFiles } from "./managed/widget-files.ts";

/** oEmbed 1.0, https://oembed.com: an address of ours in, the HTML to put in its place out. */

/** The answer of type rich. Sizes in CSS pixels, `cache_age` in seconds. */
export interface Oembed {
	version: "1.0";
	type: "rich";
	title: string;
	provider_name: string;
	provider_url: string;
	cache_age: number;
	html: string;
	width: number;
	height: number;
}

/** The frame that belongs to an address of ours: the configurator's, a frame's, a list page's or an item's. */
export async function choiceOf(
	{ site, widgets, publicUrl }: { site: PublishedSite; widgets: WidgetFiles; publicUrl: string },
	address: string,
): Promise<FrameChoice | undefined> {
	const home = new URL(publicUrl);
	const base = home.pathname.replace(/\/$/, "");
	const url = URL.canParse(address) ? new URL(address) : undefined;
	// People paste http for https and the reverse.
	if (!url || !/^https?:$/.test(url.protocol) || url.host !== home.host) return undefined;
	if (!url.pathname.startsWith(`${base}/`)) return undefined;
	const [first = "", second = "", third, ...more] = url.pathname.slice(base.length).split("/").filter(Boolean);
	if (more.length > 0) return undefined;
	const resolve = async (kind: string, parameters: URLSearchParams) => {
		const choice = isWidgetKind(kind) ? await resolveFrame({ site, widgets }, kind, parameters) : undefined;
		return choice && "shows" in choice ? choice : undefined;
	};
	if (first === "embed") {
		const parameters = unescaped(url.searchParams);
		if (second === "frame") return resolve(third ?? "", parameters);
		if (second) return undefined;
		// The configurator's address also says which kind, and mail programs add to any.
		const ours = new Set<string>([...widgetAttributes, "widget"]);
		const known = [...parameters].filter(([name]) => ours.has(name) || name.startsWith(lookPrefix));
		return resolve(parameters.get("kind") ?? "", new URLSearchParams(known));
	}
	return resolve(second, new URLSearchParams({ region: first, ...(third && { item: third }) }));
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");

/** What a list and an item take up, unless the site that asks has less room. */
const sizes = { list: { width: 720, height: 600 }, item: { width: 600, height: 360 } } as const;

/**
 * The answer for a choice. The HTML is what WordPress can do something with from a provider that it does not know
 * (wp_filter_oembed_result): an iframe, which it puts in a sandbox that allows scripts, and before it a quote with a link.
 * Without that quote it does not load the script that hears how high the frame is and follows its links. It shows the
 * quote until it hears from the frame; elsewhere `hidden` keeps it out of sight. The list fills the column that it is put
 * in: WordPress asks for 500 pixels where a theme does not say how wide its column is.
 */
export function oembedOf(
	publicUrl: string,
	choice: FrameChoice,
	room: { maxwidth?: number | undefined; maxheight?: number | undefined },
): Oembed {
	const wanted = sizes[choice.shows];
	const width = Math.min(wanted.width, room.maxwidth ?? Number.POSITIVE_INFINITY);
	const height = Math.min(wanted.height, room.maxheight ?? Number.POSITIVE_INFINITY);
	const title = frameTitle(choice);
	const src = frameAddress(publicUrl, choice);
	return {
		version: "1.0",
		type: "rich",
		title,
		provider_name: "Regiotechniek",
		provider_url: `${publicUrl}/`,
		cache_age: 86_400,
		html: `<blockquote hidden><a href="${escaped(canonicalOf(publicUrl, choice))}">${escaped(title)}</a></blockquote><iframe src="${escaped(src)}" width="100%" height="${height}" title="${escaped(title)}" frameborder="0" loading="lazy"></iframe>`,
		width,
		height,
	};
}

export const toXml = (answer: Oembed): string =>
	`<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${Object.entries(answer)
		.map(([name, value]) => `<${name}>${escaped(printable(String(value)))}</${name}>`)
		.join("")}</oembed>`;
