import { html, nothing, type Template } from "../../shared/list/template.ts";
import { linear } from "./scale.ts";

export interface Bar {
	name: string;
	/** Undefined where there is no figure. */
	value: number | undefined;
	text: string;
	/** Drawn as an outline: what should be, not what is. */
	goal?: boolean;
	/** Beside the name, such as its period when that is not the others'. */
	note?: string | undefined;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Bars from zero under each other. The words are text, so that they fit any width and the bars need not be heard. */
export function barList(bars: readonly Bar[]): Template {
	const values = [0, ...bars.flatMap(({ value }) => value ?? [])];
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const x = linear([low, high], [0, 100]);
	return html`<ul class="bar-list">
		${bars.map(({ name, value, text, goal, note }) => {
			const [from, to] = value === undefined ? [0, 0] : [x(Math.min(0, value)), x(Math.max(0, value))];
			return html`<li class=${goal ? "goal" : nothing}>
				<span class="name">${name}${note ? html` <small>${note}</small>` : nothing}</span>
				<svg class="bar" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
					<rect class="room" width="100" height="10"></rect>
					<rect class="size" x=${round(from)} width=${round(to - from)} height="10"></rect>
				</svg>
				<span class="amount">${text}</span>
			</li>`;
		})}
	</ul>`;
}
