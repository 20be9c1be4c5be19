import { formatDate } from "../../shared/list/dates.ts";
import type { CardContext } from "../../shared/list/look.ts";
import { html, nothing, type Template } from "../../shared/list/template.ts";
import type { MapMessages } from "../../shared/messages/map.ts";
import { itemLink } from "../parts/item-link.ts";
import type { AnyCard } from "../parts/part.ts";
import type { Cluster, Spot } from "./spots.ts";

/** The name of a place, which says whether it is approximate. */
export const nameOf = ({ name, about }: Spot, say: MapMessages) => (about ? `${name} (${say.about})` : name);

/** What one marker stands for, in words. */
export const placeOf = ({ spots: [first, ...others] }: Cluster, say: MapMessages) =>
	others.length ? say.andNear(nameOf(first, say), others.length) : nameOf(first, say);

const when = (item: AnyCard, { language }: CardContext) =>
	"timeZone" in item ? formatDate(item.start, "short", language, item.timeZone) : undefined;

const who = (item: AnyCard) => ("direction" in item ? item.organization?.name : undefined);

/** Before the visitor chooses: where the map comes from, and the button. */
export const offer = (say: MapMessages, show: () => void): Template => html`<div class="map-offer">
	<p>${say.source}</p>
	<button type="button" class="button" @click=${show}>${say.show}</button>
</div>`;

/** What is at the marker that the visitor chose. */
export interface OpenSpot {
	cluster: Cluster;
	items: readonly AnyCard[];
	close: () => void;
	/** Zooms in on it; nothing to do where it is one place. */
	closer: () => void;
}

function openSpot({ cluster, items, close, closer }: OpenSpot, say: MapMessages, context: CardContext) {
	const many = cluster.spots.length > 1;
	/** Where an item is, when the marker stands for several places. */
	const where = (item: AnyCard) => {
		const spot = many ? cluster.spots.find((one) => one.items.includes(item)) : undefined;
		return spot && nameOf(spot, say);
	};
	const facts = (item: AnyCard) => [when(item, context), who(item), where(item)].filter(Boolean).join(" · ");
	return html`<section class="spot" tabindex="-1" aria-label=${placeOf(cluster, say)}>
		<p class="spot-head">
			<strong>${placeOf(cluster, say)}</strong>
			<button type="button" class="plain" aria-label=${say.close} @click=${close}><span aria-hidden="true">×</span></button>
		</p>
		${many ? html`<button type="button" class="plain closer" @click=${closer}>${say.closer}</button>` : nothing}
		<ul>
			${items.map((item) => html`<li>${itemLink(item, context)}<small>${facts(item) || nothing}</small></li>`)}
		</ul>
	</section>`;
}

export interface MapModel {
	say: MapMessages;
	context: CardContext;
	/** Many of a kind: "activiteiten". */
	things: string;
	/** Whether some places are approximate. */
	about: boolean;
	failed: boolean;
	without: readonly AnyCard[];
	open: OpenSpot | undefined;
	onZoom: (closer: boolean) => void;
	onSkip: () => void;
	onKey: (event: KeyboardEvent) => void;
}

/** The map with what belongs to it. Leaflet draws inside `.map`, and nobody else. */
export function mapView(model: MapModel): Template {
	const { say, context, things, about, failed, without, open, onZoom, onSkip, onKey } = model;
	return html`<div class="map-frame" @keydown=${onKey}>
			<button type="button" class="skip" @click=${onSkip}>${say.skip}</button>
			<p class="hidden" id="map-words">${say.sameAsList}</p>
			<div class="map" part="map" role="group" aria-label=${say.map(things)} aria-describedby="map-words"></div>
			<div class="zoom">
				<button type="button" aria-label=${say.zoomIn} @click=${() => onZoom(true)}><span aria-hidden="true">+</span></button>
				<button type="button" aria-label=${say.zoomOut} @click=${() => onZoom(false)}><span aria-hidden="true">−</span></button>
			</div>
			<small class="attribution">${say.attribution}</small>
			${open ? openSpot(open, say, context) : nothing}
		</div>
		<p class="map-failed" role="alert">${failed ? say.failed : nothing}</p>
		<p class="hint touch">${say.twoFingers}</p>
		<p class="hint mouse">${say.wheel}</p>
		${about ? html`<p class="hint">${say.aboutLegend}</p>` : nothing}
		${
			without.length
				? html`<details>
					<summary>${say.without(without.length)}</summary>
					<ul>
						${without.map((item) => html`<li>${itemLink(item, context)}</li>`)}
					</ul>
				</details>`
				: nothing
		}`;
}
