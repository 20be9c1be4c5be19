import type { WidgetKind } from "../../shared/messages/widgets.ts";
import type { Host } from "../parts/part.ts";

/** Half of a character, which no address can hold, becomes a sign for one. */
export const encode = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));

/**
 * Where the inventory keeps one item, or an event's calendar file: beside the feed that `host` shows. Undefined for a feed
 * that is not an inventory's, such as a file on the partner's own site.
 */
export function itemAddress(
	{ home, settings }: Host,
	kind: WidgetKind,
	id: string,
	extension: "json" | "ics" = "json",
) {
	const { src, region } = settings;
	const folder = src
		? /^([^?#]*\/feeds\/[^/?#]+\/)[a-z]+\.json(?:[?#]|$)/.exec(src)?.[1]
		: home && region && new URL(`feeds/${encode(region)}/`, home).href;
	return folder ? `${folder}${kind}/${encode(id)}.${extension}` : undefined;
}
