/** The look of the table of initiatives: a table where there is room, and cards where there is none. */
export const tableStyles = /* css */ `
	.table-scroll {
		--back: Canvas;
		max-height: 85vh;
		overflow: auto;
		border: 1px solid var(--edge);
		border-radius: var(--radius);
	}
	/* A sticky head covers what passes under it: its surface is the opposite of the text. */
	@supports (color: oklch(from currentColor l c h)) {
		.table-scroll {
			--back: oklch(from currentColor clamp(0.28, (0.6 - l) * 10 + 0.6, 0.95) 0.012 236);
		}
	}
	table {
		width: 100%;
		border-collapse: separate;
		border-spacing: 0;
		font-size: 0.85em;
		hyphens: auto;
		/* Unlike "anywhere" it leaves words whole when there is room to scroll. */
		overflow-wrap: break-word;
	}
	caption {
		padding: 0.8em 0.9em;
		font-weight: 700;
		text-align: start;
	}
	th,
	td {
		padding: 0.7em 0.6em;
		border-top: 1px solid var(--edge);
		text-align: start;
		vertical-align: top;
	}
	thead th {
		position: sticky;
		z-index: 1;
		top: 0;
		padding-block: 0.2em;
		border-bottom: 2px solid;
		background: var(--back);
		vertical-align: middle;
		white-space: nowrap;
	}
	th .plain {
		padding: 0;
		border: 0;
		background: none;
		color: inherit;
		font-weight: 700;
		text-decoration: none;
	}
	th .plain:hover {
		text-decoration: underline;
	}
	[aria-sort] .plain {
		color: var(--link);
	}
	.arrow {
		font-size: 0.8em;
	}
	.group th {
		padding-top: 1.2em;
		font-size: 1.1em;
	}
	[scope="row"],
	.goal,
	.partners,
	.result {
		min-width: 10em;
	}
	.activity {
		min-width: 13em;
	}
	.means {
		min-width: 9em;
	}
	.table-scroll .sample {
		display: inline-block;
		font-weight: 400;
	}
	@container list (max-width: 39.99em) {
		.table-scroll {
			max-height: none;
			border: 0;
			overflow: visible;
		}
		table {
			font-size: 1em;
		}
		table,
		caption,
		tbody,
		tbody tr,
		tbody th,
		td {
			display: block;
		}
		caption {
			padding-inline: 0;
		}
		tbody :is(td, th) {
			min-width: 0;
		}
		thead tr {
			display: flex;
			flex-wrap: wrap;
			gap: 0 1.2em;
			align-items: center;
			font-size: 0.9em;
		}
		thead tr::before {
			content: attr(data-label);
			flex: 1 0 100%;
		}
		thead th {
			position: static;
			padding: 0;
			border: 0;
			background: none;
		}
		thead .fixed {
			position: absolute;
			width: 1px;
			height: 1px;
			overflow: hidden;
			clip-path: inset(50%);
		}
		.group th {
			padding: 1.2em 0 0.4em;
			border: 0;
			border-bottom: 2px solid;
		}
		tbody tr:not(.group) {
			display: flex;
			flex-direction: column;
			gap: 0.5em;
			margin-top: var(--gap);
			padding: 1.1em 1.2em 1.2em;
			border: 1px solid var(--edge);
			border-radius: var(--radius);
		}
		tbody tr:not(.group) > * {
			padding: 0;
			border: 0;
		}
		[scope="row"] {
			order: -1;
			font-size: 1.1em;
			line-height: 1.3;
		}
		td::before {
			content: attr(data-label);
			content: attr(data-label) / "";
			display: block;
			font-size: 0.85em;
			font-weight: 700;
		}
		td.none {
			display: none;
		}
	}
	@media print {
		.root:has(.table-scroll) > form,
		.table-scroll ~ .foot,
		.arrow {
			display: none;
		}
		.table-scroll {
			max-height: none;
			overflow: visible;
			border: 0;
		}
		table {
			font-size: 8pt;
		}
		table :is(th, td) {
			min-width: 0;
			padding: 3pt 4pt;
		}
		thead th {
			position: static;
			white-space: normal;
		}
		tr {
			break-inside: avoid;
		}
		.group {
			break-after: avoid;
		}
	}
`;
