/** The look of the dashboard, beside that of the lists: quiet lines, figures that stand out, words at what they are about. */
export const dashboardStyles = /* css */ `
	.root {
		--chart: var(--techniek-chart-color, var(--link));
		--quiet: color-mix(in srgb, currentColor 72%, transparent);
		overflow-wrap: break-word;
	}
	:is(h1, h2, h3, h4, h5, h6) {
		font-size: 1.2em;
		text-wrap: balance;
	}
	.group > :first-child {
		margin-top: 2em;
		font-size: 1.4em;
	}
	.group:first-of-type > :first-child {
		margin-top: 0;
	}
	article {
		display: block;
		margin: 0;
		padding: 1.8em 0 1.6em;
		border-bottom: 1px solid var(--edge);
		break-inside: avoid;
	}
	.board {
		display: grid;
		grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr));
		gap: 0 2em;
	}
	.board > :not(.small),
	.board > :has(details[open]) {
		grid-column: 1 / -1;
	}
	.board > article:first-child {
		padding-top: 1em;
	}
	.small .value strong {
		font-size: 2.1em;
	}
	.words > * + *,
	.halves + *,
	.figure + * {
		margin-top: 0.7em;
	}
	.what,
	.trend {
		max-width: 60ch;
		color: var(--quiet);
	}
	.value {
		line-height: 1.15;
	}
	.value strong {
		font-size: 2.6em;
		font-weight: 700;
		letter-spacing: -0.015em;
		font-variant-numeric: tabular-nums;
	}
	.value.none {
		font-size: 1.2em;
		color: var(--quiet);
	}
	.value .unit {
		font-size: 1.15em;
	}
	.value .period {
		display: block;
		margin-top: 0.3em;
		font-size: 0.9em;
		color: var(--quiet);
	}
	.distance {
		max-width: 60ch;
		font-weight: 600;
	}
	.controls {
		display: flex;
		flex-wrap: wrap;
		gap: 0.7em 1em;
	}
	.choice {
		flex: 0 1 15em;
	}
	.figure {
		min-width: 0;
	}
	.halves > .figure {
		margin-top: 1.2em;
	}
	.notes {
		max-width: 70ch;
		font-size: 0.9em;
	}
	.notes li {
		padding-inline-start: 0.8em;
		border-inline-start: 3px solid var(--field);
	}
	.notes li + li {
		margin-top: 0.4em;
	}
	.from {
		margin-top: 0.9em;
		font-size: 0.85em;
		color: var(--quiet);
	}
	.more {
		display: flex;
		flex-wrap: wrap;
		gap: 0 2em;
		font-size: 0.95em;
	}
	details {
		min-width: 0;
	}
	details[open] {
		flex: 1 1 100%;
		padding-bottom: 0.8em;
	}
	summary {
		width: fit-content;
		padding: 0.55em 0;
		color: var(--link);
		cursor: pointer;
		text-decoration: underline;
		text-decoration-thickness: 1px;
		text-underline-offset: 0.18em;
	}
	summary:hover {
		text-decoration-thickness: 2px;
	}
	.scroll {
		max-width: 100%;
		max-height: 28em;
		overflow: auto;
	}
	table {
		border-collapse: collapse;
		font-size: 0.92em;
	}
	th,
	td {
		padding: 0.4em 1.4em 0.4em 0;
		border-bottom: 1px solid var(--edge);
		text-align: start;
		vertical-align: top;
	}
	tbody th {
		font-weight: 400;
		white-space: nowrap;
	}
	.number {
		text-align: end;
		font-variant-numeric: tabular-nums;
		white-space: nowrap;
	}
	td:last-child {
		padding-inline-end: 0;
	}
	details .plain {
		min-height: 44px;
	}
	dl {
		display: grid;
		gap: 0 1.5em;
		margin: 0;
		max-width: 70ch;
	}
	dt {
		margin-top: 0.6em;
		font-weight: 600;
	}
	dd {
		margin: 0;
		white-space: pre-line;
	}
	@container list (min-width: 46em) {
		.halves:has(> .figure) {
			display: grid;
			grid-template-columns: 2fr 3fr;
			gap: 2em;
			align-items: start;
		}
		.halves > .figure {
			margin-top: 0;
		}
		dl {
			grid-template-columns: 12em 1fr;
			row-gap: 0.4em;
		}
		dt {
			margin: 0;
		}
	}
	@media print {
		.root {
			padding: 0;
			color: #000;
			background: none;
			color-scheme: light;
			font-size: 10pt;
			print-color-adjust: exact;
		}
		.controls,
		[role="status"] + .button,
		.foot,
		.figures:not([open]),
		.figures .plain {
			display: none;
		}
		[role="status"] {
			font-size: 8pt;
		}
		article {
			padding: 8pt 0;
		}
		.about summary,
		.from {
			display: none;
		}
		.small dl {
			grid-template-columns: 1fr;
		}
		.about {
			flex: 1 1 100%;
			font-size: 8pt;
		}
		.about::details-content {
			display: block;
			content-visibility: visible;
		}
		.scroll {
			max-height: none;
			overflow: visible;
		}
		tr {
			break-inside: avoid;
		}
		.group > :first-child {
			break-after: avoid;
		}
	}
`;
