import { radiusOf } from "../../shared/insight/network/marks.ts";
import type { Graph } from "../../shared/insight/network/with-structure.ts";
import type { NetworkNode } from "../../shared/model/network.ts";
import { layoutOf, type Point } from "./layout.ts";
import { inSlices, pause } from "./slices.ts";

/** Up to so many nodes the picture is there before a visitor would see it move. */
const soon = 400;

/**
 * A large picture is shown from this step on, when it has its shape, and again after so many milliseconds while it settles; each
 * time after twice as many up to a limit, since on a slow machine drawing takes what placing needs.
 */
const early = 40;
const again = 400;
const longest = 1600;

/** Works out where the nodes of a network come, a little at a time, and says when there is something to see. */
export class Drawing {
	/** Where the nodes are; undefined until there is something to show. */
	positions: ReadonlyMap<string, Point> | undefined;
	/** Whether they will stay there. */
	settled = false;
	/** The nodes, those with most links first. */
	byDegree: readonly NetworkNode[] = [];
	readonly #onChange: (anew: boolean) => void;
	#run = new AbortController();

	/** `onChange` hears that the places changed: `anew` when they are of another network. */
	constructor(onChange: (anew: boolean) => void) {
		this.#onChange = onChange;
	}

	stop() {
		this.#run.abort();
	}

	start(graph: Graph) {
		this.stop();
		const run = new AbortController();
		this.#run = run;
		this.byDegree = graph.nodes.toSorted((one, other) => other.degree - one.degree);
		this.positions = undefined;
		this.settled = false;
		const atOnce = graph.nodes.length <= soon || matchMedia("(prefers-reduced-motion: reduce)").matches;
		void this.#place(graph, atOnce, run.signal);
	}

	async #place({ nodes, links }: Graph, atOnce: boolean, signal: AbortSignal) {
		// In a turn of its own: what leads up to this takes long enough by itself.
		await pause();
		if (signal.aborted) return;
		const bodies = nodes.map((node) => ({ id: node.id, radius: radiusOf(node) }));
		const layout = layoutOf(bodies, links);
		let shown = 0;
		let wait = again;
		let steps = 0;
		const show = () => {
			const anew = !this.positions;
			this.positions = layout.positions();
			this.#onChange(anew);
			shown = performance.now();
			if (!anew) wait = Math.min(wait * 2, longest);
		};
		const work = (enough: () => boolean) =>
			layout.run(() => {
				steps++;
				return enough();
			});
		const afterSlice = () => {
			if (!atOnce && steps >= early && performance.now() - shown > wait) show();
		};
		if (!(await inSlices(work, signal, afterSlice))) return;
		this.settled = true;
		show();
	}
}
