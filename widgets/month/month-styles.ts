/** The month: numbers and dots where it is narrow, events by name where there is room. Every week keeps its height. */
export const monthStyles = /* css */ `
	.month .bar {
		display: flex;
		flex-wrap: wrap;
		gap: 0.5em 1em;
		align-items: center;
		justify-content: space-between;
		margin-bottom: 0.6em;
	}
	.month .bar > :first-child {
		font-size: 1.25em;
	}
	.month .bar > :first-child::first-letter,
	.month .chosen > :first-child::first-letter {
		text-transform: uppercase;
	}
	.month .turns {
		display: flex;
		gap: 0.4em;
	}
	.month .turns [aria-disabled] {
		opacity: 0.5;
		cursor: default;
	}
	.month table {
		width: 100%;
		border-collapse: collapse;
		table-layout: fixed;
		color: inherit;
		font: inherit;
	}
	.month th {
		padding: 0.3em 0;
		font-size: 0.85em;
		font-weight: 600;
	}
	.month td {
		position: relative;
		height: 3.2em;
		padding: 0.2em 0;
		border: 1px solid var(--edge);
		text-align: center;
		vertical-align: top;
		cursor: pointer;
	}
	.month td:focus-visible {
		z-index: 1;
		outline-offset: -3px;
	}
	.month td:hover {
		background: var(--soft);
	}
	.month td[aria-selected="true"] {
		background: var(--soft);
		box-shadow: inset 0 0 0 2px var(--link);
	}
	.month td[aria-disabled] {
		background: none;
		cursor: default;
	}
	.month .number {
		display: inline-block;
		min-width: 1.8em;
		padding: 2px calc(0.2em + 2px);
		border-radius: 1em;
		font-weight: 700;
		font-variant-numeric: tabular-nums;
		line-height: 1.5;
		text-align: center;
	}
	.month [aria-current] > .number {
		padding: 0 0.2em;
		border: 2px solid;
	}
	.month .other {
		color: color-mix(in srgb, currentColor 80%, transparent);
	}
	.month .other > .number {
		font-weight: 400;
	}
	.month .out > .number {
		opacity: 0.6;
	}
	.month .dots {
		display: block;
		height: 1.4em;
		color: var(--link);
		font-size: 0.7em;
		letter-spacing: 0.1em;
		line-height: 1.4;
		white-space: nowrap;
	}
	.month .entries {
		display: none;
	}
	.month .chosen {
		margin-top: 1.4em;
	}
	.month .chosen > :first-child {
		scroll-margin: 1em 0 9em;
		margin-bottom: 0.8em;
		padding-bottom: 0.3em;
		border-bottom: 2px solid;
	}

	@container list (min-width: 38em) {
		.month td {
			height: 7.6em;
			padding: 0.3em;
			text-align: start;
		}
		.month .number {
			margin-inline-start: -0.2em;
		}
		.month .dots {
			display: none;
		}
		.month .entries {
			display: block;
			height: 5.4em;
			margin-top: 0.2em;
			overflow: hidden;
			font-size: 0.8em;
			line-height: 1.35;
		}
		.month .entry {
			display: -webkit-box;
			overflow: hidden;
			-webkit-box-orient: vertical;
			hyphens: auto;
			overflow-wrap: anywhere;
		}
		.month .has-1 .entry {
			-webkit-line-clamp: 4;
		}
		.month .has-2 .entry {
			-webkit-line-clamp: 2;
		}
		.month .has-3 .entry {
			display: block;
			white-space: nowrap;
			text-overflow: ellipsis;
		}
		.month .entry b {
			font-size: 0.9em;
			font-weight: 600;
		}
		.month .more {
			font-weight: 600;
		}
	}
	@media (forced-colors: active) {
		.month td[aria-selected="true"] {
			outline: 2px solid Highlight;
			outline-offset: -3px;
		}
	}
`;
