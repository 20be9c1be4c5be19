import { html } from "hono/html";
import type { EventItem, Item, ItemDocument, ItemReference, SimilarReference } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import type { Region } from "../../shared/model/region.ts";
import { eventStatuses } from "../../shared/vocabularies/event-statuses.ts";
import { natures } from "../../shared/vocabularies/natures.ts";
import { opportunityTypes } from "../../shared/vocabularies/opportunity-types.ts";
import { labelOf } from "../../shared/vocabularies/vocabulary.ts";
import { dateText } from "./describe.ts";
import type { Html } from "./layout.ts";

/** Items as entries of a list: on a list page, and under the item that they belong to. */

/** What is the matter with an event; nothing when it is simply on. */
export const statusTag = (status: string | undefined): Html | "" =>
	status && status !== "scheduled" && status in eventStatuses
		? html`<span class="tag ${status === "cancelled" ? "bad" : "warn"}">${labelOf(eventStatuses, status)}</span> `
		: "";

const sampleTag = (sample: string | undefined) => (sample ? html`<span class="tag warn">voorbeeld</span>` : "");

const dotted = (parts: readonly (string | false | undefined)[]) => parts.filter(Boolean).join("\u00a0· ");

/** The line under a title: when and where, or what and by whom. */
function lineOf(item: Item): string {
	if ("timeZone" in item) {
		const place = item.location?.place ?? (item.attendance === "online" ? "Online" : undefined);
		return dotted([dateText(item.start, item.timeZone), place]);
	}
	if ("direction" in item) {
		return dotted([
			labelOf(opportunityTypes, item.type),
			item.organization?.name,
			item.location?.place,
			item.validThrough && `t/m ${dateText(item.validThrough)}`,
		]);
	}
	return item.summary ?? "";
}

export function entryOf(region: Region, kind: FeedKind, item: Item): Html {
	const status = "timeZone" in item ? statusTag((item satisfies EventItem).status) : "";
	const line = lineOf(item);
	return html`<li><a href="/${region.id}/${kind}/${item.id}">${item.title}</a> ${status}${sampleTag(item.sample)}${line ? html`<p>${line}</p>` : ""}</li>`;
}

function referenceLine(reference: ItemReference): string {
	const { kind, start, timeZone, edition, place, type, validThrough } = reference;
	if (kind === "events") return dotted([start && dateText(start, timeZone), place, edition]);
	if (kind === "opportunities") {
		return dotted([type && labelOf(opportunityTypes, type), place, validThrough && `t/m ${dateText(validThrough)}`]);
	}
	return dotted([type && labelOf(natures, type), place]);
}

const reasonsOf = (reference: ItemReference | SimilarReference) =>
	"reasons" in reference ? reference.reasons.map((reason) => reason.nl) : [];

function section(id: string, title: string, references: readonly ItemReference[]): Html | "" {
	if (references.length === 0) return "";
	return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<ul class="items">${references.map((one) => {
		const reasons = reasonsOf(one);
		return html`<li><a href="${one.url}">${one.title}</a> ${one.kind === "events" ? statusTag(one.status) : ""}${sampleTag(one.sample)}
<p>${referenceLine(one)}</p>${reasons.length > 0 ? html`<p class="hint">Overeenkomst: ${reasons.join("; ")}</p>` : ""}</li>`;
	})}</ul></section>`;
}

/** What an item leads to, under headings of their own; nothing where there is nothing. */
export const relatedSections = ({ editions, events, opportunities, initiatives, similar }: ItemDocument): Html =>
	html`${section("edities", "Andere edities", editions)}
${section("initiatieven", "Hoort bij", initiatives)}
${section("evenementen", "Evenementen", events)}
${section("kansen", "Vacatures, stages en kansen", opportunities)}
${section("vergelijkbaar", "Vergelijkbare initiatieven", similar)}`;
