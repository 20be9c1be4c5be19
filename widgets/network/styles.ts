/** Beside the look of the lists (shared/list/list-styles.ts). */
export const networkStyles = /* css */ `
	.map {
		display: grid;
		gap: 1.2em 1.6em;
		align-items: start;
	}
	.picture {
		position: relative;
		min-width: 0;
	}
	canvas {
		display: block;
		width: 100%;
		height: clamp(20em, 70vh, 26em);
		border: 1px solid var(--edge);
		border-radius: var(--radius);
		object-fit: contain;
		touch-action: pan-y;
		cursor: grab;
	}
	canvas:active {
		cursor: grabbing;
	}
	canvas[data-over] {
		cursor: pointer;
	}
	.wait {
		position: absolute;
		inset-block-start: 8em;
		inset-inline: 0;
		text-align: center;
		pointer-events: none;
	}
	.tools {
		position: absolute;
		inset-block-start: 0.6em;
		inset-inline-end: 0.6em;
		display: grid;
		gap: 0.3em;
	}
	.tools button {
		min-width: 44px;
		padding: 0;
		border-color: var(--field);
		background: var(--soft);
		backdrop-filter: blur(4px);
		color: inherit;
		font-size: 1.1em;
		line-height: 1;
	}
	.legend {
		display: flex;
		flex-wrap: wrap;
		gap: 0.2em 1.1em;
		margin-top: 0.6em;
		font-size: 0.85em;
	}
	.mark {
		position: relative;
		top: 0.15em;
		flex: none;
		overflow: visible;
	}
	.keys {
		margin-top: 0.5em;
		max-width: 70ch;
		font-size: 0.8em;
	}
	.side {
		min-width: 0;
		font-size: 0.95em;
	}
	.side :is(h1, h2, h3, h4, h5, h6) {
		margin-top: 1.1em;
	}
	.side > * > :first-child,
	.lists > section:first-child > :first-child {
		margin-top: 0;
	}
	.lists {
		display: grid;
		grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
		gap: 0.4em 1.6em;
	}
	ol {
		margin: 0.3em 0 0;
		padding: 0;
		list-style: none;
	}
	ol li {
		display: grid;
		grid-template-columns: auto 1fr auto;
		gap: 0.5em;
		align-items: baseline;
		padding: 0.1em 0;
	}
	small {
		font-size: 0.85em;
	}
	ol small {
		white-space: nowrap;
	}
	.plain {
		min-height: 24px;
		text-align: start;
		line-height: 1.4;
	}
	summary {
		min-height: 32px;
		cursor: pointer;
	}
	details ol {
		max-height: 18em;
		overflow: auto;
	}
	.card {
		max-height: 36em;
		padding: 1em 1.2em 1.1em;
		overflow: auto;
		border: 1px solid var(--edge);
		border-radius: var(--radius);
	}
	.card p {
		margin-top: 0.5em;
	}
	.card .summary {
		display: block;
	}
	dl {
		margin: 0.2em 0 0;
	}
	dt {
		margin-top: 0.5em;
		font-size: 0.85em;
		font-weight: 600;
	}
	dd {
		margin: 0.15em 0 0;
	}
	.together {
		display: block;
	}
	.around {
		display: flex;
		flex-wrap: wrap;
		gap: 0.6em 1em;
		align-items: end;
		margin-bottom: 1em;
		padding: 0.8em 1em;
		border-inline-start: 4px solid var(--link);
		background: var(--soft);
	}
	.around p {
		flex: 1 1 14em;
		align-self: center;
	}
	.around label {
		flex: 0 0 5em;
	}
	.ways {
		justify-content: space-between;
	}
	.scroll {
		margin-top: 1.2em;
		overflow-x: auto;
	}
	table {
		width: 100%;
		min-width: 36em;
		border-collapse: collapse;
		font-size: 0.92em;
		hyphens: auto;
		/* Unlike "anywhere" it leaves words whole when there is room to scroll. */
		overflow-wrap: break-word;
	}
	caption {
		padding-bottom: 0.5em;
		font-weight: 700;
		text-align: start;
	}
	th,
	td {
		padding: 0.5em 0.8em 0.5em 0;
		border-bottom: 1px solid var(--edge);
		text-align: start;
		vertical-align: top;
	}
	thead th {
		border-bottom: 2px solid;
		vertical-align: bottom;
	}
	tbody th {
		min-width: 10em;
		font-weight: 600;
	}
	.sort {
		min-height: 32px;
		padding: 0;
		border: 0;
		background: none;
		color: inherit;
		white-space: nowrap;
	}
	.number {
		font-variant-numeric: tabular-nums;
	}
	td li + li {
		margin-top: 0.3em;
	}
	.others {
		margin-top: 1em;
		font-size: 0.92em;
	}
	@container list (min-width: 46em) {
		.map {
			grid-template-columns: minmax(0, 1fr) 18em;
		}
		canvas {
			height: clamp(24em, 72vh, 36em);
		}
		.lists {
			grid-template-columns: 1fr;
		}
	}
	@media (forced-colors: active) {
		.card,
		.around,
		canvas {
			border: 1px solid;
		}
	}
	@media print {
		.light,
		.dark {
			color: #000;
			background: none;
		}
		form,
		.tools,
		.keys,
		.ways,
		.around label,
		.around button,
		.scroll + .foot,
		.card .foot {
			display: none;
		}
		.map {
			display: block;
		}
		.side {
			margin-top: 1em;
		}
		.lists {
			grid-template-columns: 1fr 1fr;
		}
		.scroll,
		.card,
		details ol {
			max-height: none;
			overflow: visible;
		}
		details::details-content {
			content-visibility: visible;
			height: auto;
		}
		table {
			min-width: 0;
		}
		tr,
		canvas {
			break-inside: avoid;
		}
		.plain {
			color: inherit;
			text-decoration: none;
		}
	}
`;
