/**
 * The map's own look, with what Leaflet needs of its style sheet (leaflet/dist/leaflet.css). The map's images are light, so
 * what lies on them has colours of its own, also on a dark page.
 */
export const mapStyles = /* css */ `
	.map-view {
		display: grid;
		gap: var(--gap);
	}
	.map-side {
		min-width: 0;
	}
	.map-offer {
		display: flex;
		flex-wrap: wrap;
		gap: 0.7em 1.2em;
		align-items: center;
		justify-content: space-between;
		padding: 1em 1.2em;
		border: 1px solid var(--edge);
		border-radius: var(--radius);
		background: var(--soft);
	}
	.map-offer p {
		flex: 1 1 18em;
		max-width: 60ch;
	}
	.map-frame {
		position: relative;
		isolation: isolate;
		overflow: hidden;
		border: 1px solid var(--edge);
		border-radius: var(--radius);
		color: #14202b;
		color-scheme: light;
		--link: #14527e;
		--edge: #5b6b78;
		--soft: #eaf0f4;
	}
	.map {
		position: relative;
		z-index: 0;
		height: min(26em, 65vh);
		overflow: hidden;
		background: #e8ebe4;
		outline-offset: -4px;
		-webkit-tap-highlight-color: transparent;
	}
	.map-frame :focus-visible {
		outline-color: #14202b;
		box-shadow: 0 0 0 3px #fff;
	}
	.map-frame button {
		background: #fff;
		color: #14527e;
	}
	.skip {
		position: absolute;
		z-index: 2;
		top: 8px;
		left: 60px;
	}
	.skip:not(:focus) {
		opacity: 0;
		pointer-events: none;
	}
	.zoom {
		position: absolute;
		z-index: 1;
		top: 8px;
		left: 8px;
		display: grid;
	}
	.zoom button {
		width: 44px;
		padding: 0;
		border-color: #5b6b78;
		font-size: 1.3em;
		line-height: 1;
	}
	.zoom button:hover {
		text-decoration: none;
		background: #eaf0f4;
	}
	.zoom button:first-child {
		border-radius: 4px 4px 0 0;
	}
	.zoom button:last-child {
		margin-top: -1px;
		border-radius: 0 0 4px 4px;
	}
	.attribution {
		position: absolute;
		z-index: 1;
		right: 0;
		bottom: 0;
		padding: 0 6px;
		background: #ffffffd9;
		font-size: 12px;
	}
	.spot {
		position: absolute;
		z-index: 2;
		inset: auto 8px 26px;
		max-width: 30em;
		max-height: 65%;
		padding: 0.7em 1em 0.9em;
		overflow-y: auto;
		overscroll-behavior: contain;
		border-radius: 4px;
		background: #fff;
		box-shadow: 0 2px 10px #0006;
	}
	.spot-head {
		display: flex;
		gap: 1em;
		align-items: start;
		justify-content: space-between;
	}
	.spot-head strong {
		padding-top: 0.3em;
	}
	.spot-head button {
		flex: none;
		width: 44px;
		margin: -0.3em -0.6em 0 0;
		padding: 0;
		border: 0;
		font-size: 1.4em;
		line-height: 1;
		text-decoration: none;
	}
	.spot li {
		padding: 0.4em 0;
		border-top: 1px solid #d5dce2;
	}
	.spot li > small {
		display: block;
	}
	.spot .sample {
		display: inline-block;
	}
	.spot .closer {
		min-height: 32px;
		margin-bottom: 0.5em;
		padding: 0;
		border: 0;
		text-decoration: underline;
	}
	.map-failed {
		margin-top: 0.5em;
		padding: 0.6em 1em;
		border-inline-start: 4px solid var(--link);
		background: var(--soft);
	}
	.map-failed:empty,
	.hint.touch {
		display: none;
	}
	.hint {
		margin-top: 0.4em;
		font-size: 0.85em;
	}
	.map-side details {
		margin-top: 0.4em;
		font-size: 0.95em;
	}
	.map-side summary {
		min-height: 24px;
		cursor: pointer;
	}
	.map-side details li {
		padding: 0.2em 0;
	}
	@media (pointer: coarse) {
		.hint.touch {
			display: block;
		}
		.hint.mouse {
			display: none;
		}
	}
	@container list (min-width: 48em) {
		.shown {
			grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
			align-items: start;
		}
		.shown .map-side {
			position: sticky;
			top: 1em;
		}
		.shown .map {
			height: min(38em, 75vh);
		}
		.shown .cards {
			grid-template-columns: 1fr;
		}
	}

	.map .pin {
		--pin: #14527e;
		width: 36px;
		height: 36px;
		min-height: 0;
		margin: -18px 0 0 -18px;
		padding: 0;
		border: 3px solid #fff;
		border-radius: 50%;
		background: var(--pin);
		color: #fff;
		font-size: 14px;
		font-weight: 700;
		font-variant-numeric: tabular-nums;
		line-height: 1;
		box-shadow: 0 1px 4px #0009;
	}
	.map .pin:empty {
		background: radial-gradient(circle, #fff 5px, var(--pin) 6px);
	}
	.map .pin.about {
		border: 3px dashed var(--pin);
		background: #fff;
		color: var(--pin);
	}
	.map .pin.about:empty {
		background: radial-gradient(circle, var(--pin) 4px, #fff 5px);
	}
	.map .pin:hover,
	.map .pin.lit,
	.map .pin[aria-expanded="true"] {
		--pin: #8a1f11;
		text-decoration: none;
	}
	.map .pin.lit,
	.map .pin[aria-expanded="true"] {
		box-shadow: 0 0 0 4px #8a1f11;
	}
	.dark .leaflet-tile-pane {
		filter: brightness(0.85);
	}

	.leaflet-pane,
	.leaflet-tile,
	.leaflet-marker-icon,
	.leaflet-tile-container,
	.leaflet-layer {
		position: absolute;
		top: 0;
		left: 0;
	}
	.leaflet-tile,
	.leaflet-marker-icon {
		user-select: none;
		-webkit-user-select: none;
		-webkit-user-drag: none;
	}
	.leaflet-tile {
		visibility: hidden;
		max-width: none;
		max-height: none;
		pointer-events: none;
		mix-blend-mode: plus-lighter;
	}
	.leaflet-tile-loaded {
		visibility: inherit;
	}
	.leaflet-safari .leaflet-tile-container {
		width: 1600px;
		height: 1600px;
	}
	.leaflet-tile-pane {
		z-index: 1;
	}
	.leaflet-marker-pane {
		z-index: 2;
	}
	.leaflet-zoom-animated {
		transform-origin: 0 0;
	}
	.leaflet-zoom-anim .leaflet-zoom-animated {
		transition: transform 0.25s cubic-bezier(0, 0, 0.25, 1);
	}
	.leaflet-zoom-anim .leaflet-tile {
		transition: none;
	}
	.leaflet-zoom-anim .leaflet-zoom-hide {
		visibility: hidden;
	}
	.leaflet-grab {
		cursor: grab;
	}
	.leaflet-touch-zoom {
		touch-action: pan-x pan-y;
	}
	.leaflet-touch-drag {
		touch-action: none;
	}
	@media (forced-colors: active) {
		.map .pin,
		.map .pin:empty {
			border: 3px solid ButtonBorder;
			background: ButtonFace;
			color: ButtonText;
			forced-color-adjust: none;
		}
		.map .pin.about {
			border-style: dashed;
		}
		.map .pin.lit {
			border-color: Highlight;
		}
		.spot {
			border: 1px solid;
		}
	}
	@media print {
		.map-side {
			display: none;
		}
	}
`;
