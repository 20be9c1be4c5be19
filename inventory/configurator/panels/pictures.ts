import { html, svg, type TemplateResult } from "lit";
import type { WidgetKind } from "../../../shared/model/widget.ts";

const frame = (inside: TemplateResult): TemplateResult =>
	html`<svg class="picture" viewBox="0 0 64 44" width="64" height="44" aria-hidden="true" focusable="false">${inside}</svg>`;

/** A small drawing of each list, for those who know what they want to see but not what it is called. */
export const pictures: Readonly<Record<WidgetKind, TemplateResult>> = {
	events: frame(svg`
		<g fill="var(--house-brand)"><rect x="2" y="3" width="11" height="10" rx="2" /><rect x="2" y="17" width="11" height="10" rx="2" /><rect x="2" y="31" width="11" height="10" rx="2" /></g>
		<g fill="var(--house-edge)"><rect x="18" y="4" width="36" height="3.5" rx="1.5" /><rect x="18" y="18" width="42" height="3.5" rx="1.5" /><rect x="18" y="32" width="30" height="3.5" rx="1.5" /></g>
		<g fill="var(--house-edge-soft)"><rect x="18" y="9.5" width="24" height="3" rx="1.5" /><rect x="18" y="23.5" width="20" height="3" rx="1.5" /><rect x="18" y="37.5" width="26" height="3" rx="1.5" /></g>`),
	opportunities: frame(svg`
		<g fill="var(--house-edge)"><rect x="2" y="4" width="34" height="3.5" rx="1.5" /><rect x="2" y="18" width="28" height="3.5" rx="1.5" /><rect x="2" y="32" width="36" height="3.5" rx="1.5" /></g>
		<g fill="var(--house-edge-soft)"><rect x="2" y="9.5" width="22" height="3" rx="1.5" /><rect x="2" y="23.5" width="30" height="3" rx="1.5" /><rect x="2" y="37.5" width="18" height="3" rx="1.5" /></g>
		<g fill="var(--house-brand)"><rect x="46" y="4" width="16" height="8" rx="3" /><rect x="46" y="18" width="16" height="8" rx="3" /><rect x="46" y="32" width="16" height="8" rx="3" /></g>`),
	initiatives: frame(svg`
		<g fill="none" stroke="var(--house-edge)" stroke-width="1.5"><rect x="2" y="3" width="28" height="17" rx="3" /><rect x="34" y="3" width="28" height="17" rx="3" /><rect x="2" y="24" width="28" height="17" rx="3" /><rect x="34" y="24" width="28" height="17" rx="3" /></g>
		<g fill="var(--house-brand)"><rect x="6" y="7" width="16" height="3.5" rx="1.5" /><rect x="38" y="7" width="18" height="3.5" rx="1.5" /><rect x="6" y="28" width="14" height="3.5" rx="1.5" /><rect x="38" y="28" width="16" height="3.5" rx="1.5" /></g>
		<g fill="var(--house-edge-soft)"><rect x="6" y="13" width="20" height="3" rx="1.5" /><rect x="38" y="13" width="14" height="3" rx="1.5" /><rect x="6" y="34" width="18" height="3" rx="1.5" /><rect x="38" y="34" width="20" height="3" rx="1.5" /></g>`),
};
