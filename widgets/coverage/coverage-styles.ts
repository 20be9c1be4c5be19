/** The look of the coverage matrix. How dark a cell is says the same as its number. */
export const coverageStyles = /* css */ `
	.coverage-axes {
		display: flex;
		flex-wrap: wrap;
		gap: 0.6em 1.2em;
		margin-bottom: 1em;
	}
	.coverage-axes label {
		flex: 0 1 17em;
		font-size: 0.9em;
	}
	.coverage-axes select {
		display: block;
		width: 100%;
		margin-top: 0.2em;
	}
	.coverage-scroll {
		/* What only screen readers get stays inside, too. */
		position: relative;
		overflow-x: auto;
	}
	.coverage-table {
		width: 100%;
		border-collapse: collapse;
		font-size: 0.85em;
		hyphens: auto;
		overflow-wrap: break-word;
	}
	.coverage-table caption {
		padding-bottom: 0.6em;
		font-weight: 700;
		text-align: start;
	}
	.coverage-table :is(th, td) {
		padding: 0.35em 0.5em;
		border: 1px solid var(--edge);
		text-align: start;
	}
	.coverage-table thead th {
		min-width: 3.5em;
		padding-inline: 0.4em;
		font-size: 0.9em;
		line-height: 1.3;
		vertical-align: bottom;
	}
	.coverage-table tbody th {
		min-width: 9em;
		line-height: 1.3;
	}
	.coverage-table td {
		padding: 0;
		font-variant-numeric: tabular-nums;
		text-align: center;
	}
	.coverage-table .total {
		padding: 0.35em 0.5em;
		font-weight: 700;
		text-align: center;
	}
	.coverage-table .connects {
		padding: 0.35em 0.5em;
		min-width: 7em;
		text-align: start;
	}
	.coverage-table .cell {
		width: 100%;
		min-width: 2.75em;
		min-height: 2.75em;
		padding: 0;
		border: 0;
		border-radius: 0;
		background: none;
		color: inherit;
		font-weight: 700;
		text-align: center;
		text-decoration: underline;
		text-decoration-color: color-mix(in srgb, currentColor 45%, transparent);
		text-underline-offset: 0.2em;
		cursor: pointer;
	}
	.coverage-table .cell:hover {
		text-decoration-thickness: 2px;
	}
	.coverage-table .cell[aria-expanded=true] {
		outline: 3px solid var(--link);
		outline-offset: -3px;
	}
	.spot {
		background: repeating-linear-gradient(
			135deg,
			transparent 0 0.45em,
			color-mix(in srgb, currentColor 9%, transparent) 0.45em 0.5em
		);
	}
	.tint-1 {
		background: color-mix(in srgb, var(--link) 7%, transparent);
	}
	.tint-2 {
		background: color-mix(in srgb, var(--link) 15%, transparent);
	}
	.tint-3 {
		background: color-mix(in srgb, var(--link) 24%, transparent);
	}
	.tint-4 {
		background: color-mix(in srgb, var(--link) 33%, transparent);
	}
	.coverage-hint {
		margin: 0.8em 0 0;
		font-size: 0.85em;
	}
	.coverage-open {
		margin-top: 1.4em;
		padding-top: 1em;
		border-top: 2px solid;
	}
	.coverage-open > :first-child {
		margin: 0 0 0.4em;
		font-size: 1.15em;
		line-height: 1.3;
	}
	.coverage-spots {
		margin-top: 1.2em;
	}
	.coverage-spots summary {
		padding: 0.5em 0;
		font-weight: 700;
		cursor: pointer;
	}
	.coverage-spots ul {
		margin: 0.3em 0 0;
		padding-inline-start: 1.4em;
	}
	@media (forced-colors: active) {
		.spot {
			border-style: dashed;
		}
	}
	@media print {
		.root:has(.coverage) > form,
		.coverage-axes,
		.coverage-how,
		.coverage-open {
			display: none;
		}
		.coverage-scroll {
			overflow: visible;
		}
		.coverage-table {
			font-size: 8pt;
		}
		.coverage-table :is(thead, tbody) th {
			min-width: 0;
		}
		.coverage-table .cell {
			min-width: 0;
			min-height: 0;
			text-decoration: none;
		}
		.coverage-table td {
			print-color-adjust: exact;
		}
		.coverage-spots::details-content {
			content-visibility: visible;
			height: auto;
		}
	}
`;
