/**
 * The look of the lists. Font and colour come from the page. Lines and surfaces are mixed from the text colour, and the
 * link colour is made from it too, dark on light and light on dark: so a page's dark scheme is followed without asking
 * for it, and where the visitor prefers dark but the page stays light, so does the list. Sizes are in em and px only.
 */
export const listStyles = /* css */ `
	:host {
		display: block;
		min-height: var(--techniek-min-height, 0);
	}
	:host([hidden]) {
		display: none;
	}
	/* What a page says about "*" or its containers ends here, except for what we do want of it. */
	.root {
		all: initial;
		display: block;
		box-sizing: border-box;
		container: list / inline-size;
		contain-intrinsic-inline-size: min(24em, 80vw);
		color: inherit;
		font-family: inherit;
		font-size: inherit;
		line-height: 1.5;
		visibility: inherit;
		color-scheme: inherit;
		-webkit-text-size-adjust: 100%;
		text-size-adjust: 100%;
		overflow-wrap: anywhere;
		--edge: var(--techniek-edge-color, color-mix(in srgb, currentColor 24%, transparent));
		--field: color-mix(in srgb, currentColor 62%, transparent);
		--soft: color-mix(in srgb, currentColor 7%, transparent);
		--radius: var(--techniek-radius, var(--utrecht-button-border-radius, 4px));
		--gap: var(--techniek-gap, 1em);
		--auto: currentColor;
		--alert: currentColor;
		--link: var(--techniek-link-color, var(--nl-link-color, var(--utrecht-link-color, var(--auto))));
	}
	@supports (color: oklch(from currentColor l c h)) {
		.root {
			--auto: oklch(from currentColor clamp(0.42, (l - 0.6) * 10 + 0.6, 0.82) 0.1 236);
			--alert: oklch(from currentColor clamp(0.42, (l - 0.6) * 10 + 0.6, 0.82) 0.15 27);
		}
	}
	.light {
		padding: 1em;
		color: #1b2430;
		background: #fff;
		color-scheme: light;
	}
	.dark {
		padding: 1em;
		color: #e8edf2;
		background: #19212b;
		color-scheme: dark;
	}
	*,
	*::before {
		box-sizing: border-box;
	}
	ul {
		margin: 0;
		padding: 0;
		list-style: none;
	}
	p {
		margin: 0;
	}
	:is(h1, h2, h3, h4, h5, h6) {
		margin: 0;
		font-size: 1.1em;
		line-height: 1.3;
	}
	a {
		color: var(--link);
		text-decoration-thickness: 1px;
		text-underline-offset: 0.18em;
	}
	a:hover {
		text-decoration-thickness: 2px;
	}
	:focus-visible {
		outline: 3px solid var(--techniek-focus-color, var(--utrecht-focus-outline-color, var(--link)));
		outline-offset: 2px;
	}
	.hidden {
		position: absolute;
		width: 1px;
		height: 1px;
		overflow: hidden;
		clip-path: inset(50%);
		white-space: nowrap;
	}

	form {
		margin-bottom: 1em;
		padding: 0.9em 1em 1em;
		border-radius: var(--radius);
		background: var(--soft);
	}
	.fields {
		display: flex;
		flex-wrap: wrap;
		gap: 0.7em 0.9em;
		align-items: end;
	}
	label {
		flex: 1 1 8em;
		min-width: 0;
		font-size: 0.9em;
		font-weight: 600;
	}
	.search {
		flex: 2 1 14em;
	}
	input,
	select {
		display: block;
		width: 100%;
		min-width: 0;
		min-height: 44px;
		margin-top: 3px;
		padding: 0.3em 0.6em;
		border: 1px solid var(--field);
		border-radius: var(--radius);
		background: transparent;
		color: inherit;
		font: inherit;
		font-weight: 400;
		text-overflow: ellipsis;
	}
	option {
		background: Canvas;
		color: CanvasText;
	}
	button,
	.button {
		display: inline-block;
		min-height: 44px;
		padding: 0.45em 1.1em;
		border: 1px solid;
		border-radius: var(--radius);
		background: var(--techniek-button-background-color, var(--utrecht-button-primary-action-background-color, transparent));
		color: var(--techniek-button-color, var(--utrecht-button-primary-action-color, var(--link)));
		font: inherit;
		font-weight: 600;
		line-height: 1.6;
		text-align: center;
		text-decoration: none;
		cursor: pointer;
	}
	button:hover,
	.button:hover {
		text-decoration: underline;
	}
	.chips,
	.tags {
		display: flex;
		flex-wrap: wrap;
		gap: 0.35em 0.5em;
		font-size: 0.85em;
	}
	.chips {
		margin-top: 0.8em;
	}
	.chip,
	.clear {
		min-height: 32px;
		padding: 0.2em 0.8em;
		border-color: var(--field);
		border-radius: 2em;
		background: transparent;
		color: inherit;
		text-align: start;
	}
	.clear {
		border-color: transparent;
		text-decoration: underline;
	}
	.tags {
		margin: 0.35em 0;
	}
	.tag {
		padding: 0.05em 0.65em;
		border: 1px solid transparent;
		border-radius: 2em;
		background: var(--soft);
	}
	.status {
		border-color: currentColor;
		background: none;
		font-weight: 600;
	}
	.changed .status {
		color: var(--alert);
	}
	.sample {
		border: 1px dashed var(--field);
		background: none;
	}

	[role=status] {
		margin-bottom: 1em;
	}
	[role=status] + .button {
		margin-bottom: 1em;
	}
	.count {
		font-size: 0.9em;
	}
	.notice {
		padding: 0.6em 1em;
		border-inline-start: 4px solid var(--link);
		background: var(--soft);
	}
	.count > .notice {
		margin-top: 0.4em;
	}
	.foot {
		display: flex;
		flex-wrap: wrap;
		gap: 0.6em 1.4em;
		align-items: center;
		margin-top: var(--gap);
	}
	.plain {
		padding: 0;
		border: 0;
		background: none;
		color: var(--link);
		font-weight: 400;
		text-decoration: underline;
	}
	[aria-disabled=true] {
		cursor: progress;
	}

	.day > :first-child {
		margin-top: 1.4em;
		padding-bottom: 0.3em;
		border-bottom: 2px solid;
	}
	.day:first-of-type > :first-child {
		margin-top: 0;
	}
	.day > :first-child::first-letter {
		text-transform: uppercase;
	}
	article {
		display: grid;
		gap: 0.4em 1.2em;
	}
	.list > li {
		padding: var(--gap) 0;
		border-bottom: 1px solid var(--edge);
	}
	.cards {
		display: grid;
		grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
		gap: var(--gap);
	}
	.cards > li {
		display: grid;
		padding: 1.1em 1.2em 1.2em;
		border: 1px solid var(--edge);
		border-radius: var(--radius);
	}
	.cards article {
		grid-template-rows: auto 1fr;
	}
	.cards .button {
		justify-self: start;
		align-self: end;
	}
	.time {
		font-weight: 700;
		font-variant-numeric: tabular-nums;
	}
	.time small,
	.date {
		display: block;
		font-size: 0.85em;
		font-weight: 400;
	}
	.off time {
		text-decoration: line-through;
	}
	.facts,
	.summary {
		font-size: 0.95em;
	}
	.summary {
		display: -webkit-box;
		margin: 0.3em 0;
		max-width: 70ch;
		overflow: hidden;
		-webkit-box-orient: vertical;
		-webkit-line-clamp: 4;
	}
	.list .button {
		justify-self: start;
	}

	@container list (min-width: 38em) {
		.list article {
			grid-template-columns: 1fr auto;
			align-items: start;
		}
		.day article {
			grid-template-columns: 7.5em 1fr auto;
		}
	}
	@media (forced-colors: active) {
		.tag,
		form,
		.notice {
			border: 1px solid;
		}
	}
`;
