/**
 * The dialog fills the window and always scrolls by one pixel, so that no wheel, finger or key scrolls the page behind it;
 * what one sees is the panel in it. Its surface is made from the text colour, as the lists make theirs: light under dark
 * text and dark under light, whatever the page's scheme is called.
 */
export const detailStyles = /* css */ `
	.detail {
		position: fixed;
		inset: 0;
		width: 100%;
		height: 100%;
		max-width: none;
		max-height: none;
		margin: 0;
		padding: 0;
		border: 0;
		overflow: hidden scroll;
		overscroll-behavior: contain;
		scrollbar-width: none;
		background: none;
		color: inherit;
	}
	.detail::before {
		content: "";
		position: absolute;
		top: 0;
		width: 1px;
		height: calc(100% + 1px);
	}
	.detail::backdrop {
		background: rgb(0 0 0 / 55%);
	}
	.panel {
		position: relative;
		container: panel / inline-size;
		width: min(46em, 100% - 2em);
		max-height: calc(100% - 3em);
		margin: 1.5em auto;
		padding: 0 1.5em 1.5em;
		overflow-y: auto;
		border: 1px solid var(--edge);
		border-radius: calc(var(--radius) * 2);
		background: Canvas;
		color: CanvasText;
	}
	@supports (color: oklch(from currentColor l c h)) {
		.panel {
			background: oklch(from currentColor clamp(0.24, (0.6 - l) * 100 + 0.24, 1) 0 0);
			color: inherit;
		}
	}
	.bar {
		position: sticky;
		z-index: 1;
		top: 0;
		display: flex;
		justify-content: space-between;
		gap: 1em;
		margin: 0 -1.5em 0.5em;
		padding: 0.5em 1.5em;
		background: inherit;
	}
	.bar button {
		border-color: var(--field);
	}
	.bar [data-close] {
		margin-inline-start: auto;
	}
	.panel > :is(h1, h2, h3, h4, h5, h6) {
		margin-bottom: 0.3em;
		font-size: 1.5em;
		line-height: 1.25;
	}
	.panel .lead {
		max-width: 65ch;
		margin: 0.6em 0;
		font-size: 1.05em;
	}
	.panel .text {
		max-width: 65ch;
		margin-top: 1em;
	}
	.text p {
		white-space: pre-line;
	}
	.text p + p {
		margin-top: 0.8em;
	}
	.panel .off {
		margin: 0.8em 0;
	}
	.actions {
		display: flex;
		flex-wrap: wrap;
		gap: 0.6em;
		align-items: start;
		margin: 1em 0;
	}
	.actions details[open] {
		flex-basis: 100%;
	}
	summary.button {
		list-style: none;
	}
	summary.button::-webkit-details-marker {
		display: none;
	}
	summary.button::after {
		content: "";
		display: inline-block;
		width: 0.45em;
		height: 0.45em;
		margin-inline-start: 0.6em;
		border: solid;
		border-width: 0 2px 2px 0;
		transform: translateY(-0.2em) rotate(45deg);
	}
	[open] > summary.button::after {
		transform: translateY(0.05em) rotate(225deg);
	}
	details ul {
		margin-top: 0.5em;
		padding: 0.2em 0;
	}
	details li a {
		display: inline-block;
		padding: 0.5em 0;
	}
	.panel dl {
		margin: 1em 0 0;
		border-top: 1px solid var(--edge);
	}
	.panel dl > div {
		padding: 0.55em 0;
		border-bottom: 1px solid var(--edge);
	}
	dt {
		font-size: 0.9em;
		font-weight: 600;
	}
	dd {
		margin: 0;
	}
	dd small {
		display: block;
		font-size: 0.9em;
	}
	#detail-title {
		display: block;
		outline: none;
	}
	.route {
		display: inline-block;
	}
	@container panel (min-width: 30em) {
		.panel dl > div {
			display: grid;
			grid-template-columns: 10em 1fr;
			gap: 1.5em;
		}
	}
	.related {
		margin-top: 1.6em;
	}
	.related :is(h1, h2, h3, h4, h5, h6) {
		margin-bottom: 0.3em;
	}
	.related li {
		padding: 0.45em 0;
	}
	.related small {
		display: block;
		font-size: 0.9em;
	}
	.panel [role="status"] {
		margin: 1.2em 0 0;
	}
	.panel [role="status"]:empty {
		display: none;
	}
	.panel .page {
		margin-top: 1.6em;
	}
	@media (max-width: 600px) {
		.panel {
			width: 100%;
			height: 100%;
			max-height: none;
			margin: 0;
			padding: 0 1.1em max(1.5em, env(safe-area-inset-bottom));
			border: 0;
			border-radius: 0;
		}
		.bar {
			margin: 0 -1.1em 0.5em;
			padding: 0.5em 1.1em;
		}
	}
	@media print {
		.detail {
			position: absolute;
			height: auto;
			overflow: visible;
		}
		.panel {
			max-height: none;
			overflow: visible;
		}
		.bar,
		.actions {
			display: none;
		}
	}
`;
