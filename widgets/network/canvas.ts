import { radiusOf } from "../../shared/insight/network/marks.ts";
import type { NetworkNode } from "../../shared/model/network.ts";
import { coloursAt } from "./colours.ts";
import { type Picture, paint } from "./paint.ts";
import { markScale, moved, type Size, toScreen, type View, wholeOf, withPoint, zoomed } from "./view.ts";

/** A click may miss a mark by this many pixels. */
const reach = 12;

/** A press that moves less is a click. */
const still = 4;

interface Heard {
	onSelect(id: string | undefined): void;
	onKey(event: KeyboardEvent): void;
}

/** The picture on its canvas: what part of it is on screen, and what the visitor's hand does to that. */
export class NetworkCanvas {
	readonly canvas: HTMLCanvasElement;
	#picture: Picture | undefined;
	#view: View | undefined;
	/** Whether the visitor moved or zoomed: then the view is theirs. */
	#moved = false;
	#frame = 0;
	#paper = false;
	#end = new AbortController();
	#pointers = new Map<number, { x: number; y: number }>();
	#travelled = 0;
	#resize: ResizeObserver;
	/** How often it was painted, to tell that it was. */
	painted = 0;

	constructor(canvas: HTMLCanvasElement, heard: Heard) {
		this.canvas = canvas;
		const { signal } = this.#end;
		const on = <K extends keyof HTMLElementEventMap>(name: K, listener: (event: HTMLElementEventMap[K]) => void) =>
			canvas.addEventListener(name, listener, { signal, passive: false });
		on("pointerdown", (event) => this.#down(event));
		on("pointermove", (event) => this.#move(event));
		on("pointerup", (event) => {
			const clicked = this.#travelled < still && this.#pointers.size === 1;
			this.#pointers.delete(event.pointerId);
			if (clicked) heard.onSelect(this.#at(event)?.id);
		});
		on("pointercancel", (event) => this.#pointers.delete(event.pointerId));
		on("wheel", (event) => {
			// Without a key the page scrolls, as everywhere else on it. A pinch on a touchpad comes with one.
			if (!event.ctrlKey && !event.metaKey) return;
			event.preventDefault();
			this.zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.004)), event.offsetX, event.offsetY);
		});
		on("keydown", (event) => heard.onKey(event));
		this.#resize = new ResizeObserver(() => this.refresh());
		this.#resize.observe(canvas);
		for (const query of ["(forced-colors: active)", "(prefers-color-scheme: dark)"]) {
			matchMedia(query).addEventListener("change", () => this.refresh(), { signal });
		}
	}

	get #size(): Size {
		return { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
	}

	get view(): View {
		this.#view ??= wholeOf(this.#picture?.positions.values() ?? [], this.#size);
		return this.#view;
	}

	/** Shows this picture from now on; `anew` with all of it on screen. */
	show(picture: Picture, anew: boolean) {
		this.#picture = picture;
		if (anew) this.#moved = false;
		this.refresh();
	}

	/** Brings all of it on screen. */
	whole() {
		this.#moved = false;
		this.refresh();
	}

	zoom(factor: number, x = this.#size.width / 2, y = this.#size.height / 2) {
		this.#view = zoomed(this.view, factor, x, y);
		this.#moved = true;
		this.refresh();
	}

	/** Moves as little as needed to have a node on screen. */
	reveal(id: string) {
		const position = this.#picture?.positions.get(id);
		if (!position) return;
		const next = withPoint(this.view, position, this.#size);
		if (next.dx !== this.view.dx || next.dy !== this.view.dy) this.#moved = true;
		this.#view = next;
		this.refresh();
	}

	/** For a printer, in its colours, or back on screen; at once, as printing does not wait. */
	print(paper: boolean) {
		this.#paper = paper;
		this.paintNow();
	}

	refresh() {
		this.#frame ||= requestAnimationFrame(() => this.paintNow());
	}

	paintNow() {
		cancelAnimationFrame(this.#frame);
		this.#frame = 0;
		const { canvas } = this;
		const size = this.#size;
		const context = canvas.getContext("2d");
		if (!this.#picture || !context || !size.width || !size.height) return;
		if (!this.#moved) this.#view = wholeOf(this.#picture.positions.values(), size);
		// On paper finer than on screen.
		const density = this.#paper ? Math.max(3, devicePixelRatio) : devicePixelRatio;
		const [width, height] = [Math.round(size.width * density), Math.round(size.height * density)];
		if (canvas.width !== width) canvas.width = width;
		if (canvas.height !== height) canvas.height = height;
		context.setTransform(density, 0, 0, density, 0, 0);
		paint(context, this.#picture, this.view, size, coloursAt(canvas, this.#paper));
		this.painted++;
	}

	disconnect() {
		this.#end.abort();
		this.#resize.disconnect();
		cancelAnimationFrame(this.#frame);
	}

	#down(event: PointerEvent) {
		if (event.button !== 0) return;
		this.#pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
		this.#travelled = this.#pointers.size > 1 ? still : 0;
		this.canvas.setPointerCapture(event.pointerId);
	}

	#move(event: PointerEvent) {
		const before = this.#pointers.get(event.pointerId);
		if (!before) {
			this.canvas.toggleAttribute("data-over", !!this.#at(event));
			return;
		}
		const now = { x: event.offsetX, y: event.offsetY };
		this.#travelled += Math.hypot(now.x - before.x, now.y - before.y);
		const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
		if (other) {
			const apart = (one: { x: number; y: number }) => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
			const [x, y] = [(now.x + other.x) / 2, (now.y + other.y) / 2];
			this.#view = moved(
				zoomed(this.view, apart(now) / apart(before), x, y),
				(now.x - before.x) / 2,
				(now.y - before.y) / 2,
			);
			this.#moved = true;
		} else if (this.#travelled >= still) {
			this.#view = moved(this.view, now.x - before.x, now.y - before.y);
			this.#moved = true;
		}
		this.#pointers.set(event.pointerId, now);
		this.refresh();
	}

	/** The node under the pointer, or the nearest within reach. */
	#at({ offsetX, offsetY }: MouseEvent): NetworkNode | undefined {
		const picture = this.#picture;
		if (!picture) return undefined;
		const factor = markScale(this.view);
		let found: NetworkNode | undefined;
		let nearest = reach;
		for (const node of picture.nodes) {
			const position = picture.positions.get(node.id);
			if (!position) continue;
			const { x, y } = toScreen(this.view, position);
			const distance = Math.hypot(x - offsetX, y - offsetY) - radiusOf(node) * factor;
			if (distance < nearest) [found, nearest] = [node, distance];
		}
		return found;
	}
}
