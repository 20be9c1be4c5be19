/** The look of the charts: quiet axes, the figures themselves in the colour of links, the target in that of the words. */
export const chartStyles = /* css */ `
	svg.chart {
		display: block;
		max-width: 100%;
		height: auto;
		overflow: visible;
		color: inherit;
		font-variant-numeric: tabular-nums;
	}
	svg text {
		fill: currentColor;
		font-size: 0.82em;
	}
	svg .tick,
	svg .break text {
		fill: var(--quiet);
	}
	svg .value,
	svg .goal text {
		font-weight: 600;
	}
	svg line {
		stroke: var(--edge);
		stroke-width: 1;
		shape-rendering: crispEdges;
	}
	svg .zero line {
		stroke: var(--field);
	}
	svg .break line {
		stroke: currentColor;
		stroke-dasharray: 2 3;
	}
	svg .goal line {
		stroke: currentColor;
		stroke-width: 1.5;
		stroke-dasharray: 7 4;
	}
	svg .goal path {
		fill: currentColor;
	}
	.line path {
		fill: none;
		stroke: var(--chart);
		stroke-width: 2.5;
		stroke-linejoin: round;
		stroke-linecap: round;
	}
	.line .skipped {
		stroke-width: 1.5;
		stroke-dasharray: 1 5;
	}
	.line .goal path {
		stroke: none;
	}
	.line circle,
	.bars rect {
		fill: var(--chart);
	}
	.then {
		opacity: 0.55;
	}
	.flow path {
		fill: none;
		stroke: var(--chart);
		stroke-opacity: 0.38;
	}
	.flow :is(.in, .out) path {
		stroke: currentColor;
		stroke-opacity: 0.16;
	}
	.flow rect {
		fill: var(--chart);
	}
	.flow .outside rect {
		fill: var(--field);
	}
	.flow .outside text {
		fill: var(--quiet);
	}
	.panels {
		display: grid;
		grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
		gap: 1.4em 1.5em;
	}
	figure {
		margin: 0;
		min-width: 0;
		break-inside: avoid;
	}
	figcaption {
		display: flex;
		justify-content: space-between;
		align-items: baseline;
		gap: 0 1em;
		font-weight: 600;
	}
	figcaption .amount {
		white-space: nowrap;
	}
	figcaption .amount small {
		font-weight: 400;
	}
	.panels svg .value {
		font-size: 0.75em;
	}
	.split figcaption {
		margin-bottom: 0.4em;
	}
	.bar-list {
		display: grid;
		gap: 0.55em;
		max-width: 46em;
	}
	.bar-list li {
		display: grid;
		grid-template-columns: 1fr auto;
		gap: 0.1em 1em;
		align-items: baseline;
	}
	.bar-list .bar {
		grid-row: 2;
		grid-column: 1 / -1;
		display: block;
		width: 100%;
		height: 0.75em;
	}
	.bar-list .room {
		fill: var(--soft);
	}
	.bar-list .size {
		fill: var(--chart);
	}
	.bar-list .goal svg {
		overflow: visible;
	}
	.bar-list .goal :is(.room, .size) {
		fill: none;
	}
	.bar-list .goal .size {
		stroke: currentColor;
		stroke-width: 1.5;
		stroke-dasharray: 7 4;
		vector-effect: non-scaling-stroke;
	}
	.bar-list .amount {
		font-weight: 600;
		font-variant-numeric: tabular-nums;
	}
	.bar-list small {
		color: var(--quiet);
	}
	@media (forced-colors: active) {
		.root {
			--chart: CanvasText;
			--quiet: CanvasText;
			--edge: CanvasText;
			--field: CanvasText;
		}
		svg text {
			fill: CanvasText;
		}
		svg .grid line {
			stroke: none;
		}
		.bar-list .room {
			fill: none;
			stroke: CanvasText;
			stroke-width: 1;
		}
		.flow path {
			stroke-opacity: 0.6;
		}
	}
`;
