import type { Point } from "./layout.ts";

/** Which part of the picture is on screen: a point of it lies at `x * scale + dx` CSS pixels from the left. */
export interface View {
	scale: number;
	dx: number;
	dy: number;
}

export interface Size {
	width: number;
	height: number;
}

const scales = { least: 0.05, most: 6 };

/** All `points` on screen with room around them; small pictures are not blown up. */
export function wholeOf(points: Iterable<Point>, { width, height }: Size): View {
	let [left, right, top, bottom] = [0, 0, 0, 0];
	let first = true;
	for (const { x, y } of points) {
		left = first ? x : Math.min(left, x);
		right = first ? x : Math.max(right, x);
		top = first ? y : Math.min(top, y);
		bottom = first ? y : Math.max(bottom, y);
		first = false;
	}
	const edge = 34;
	const scale = Math.min(
		1.5,
		Math.max(20, width - 2 * edge) / Math.max(1, right - left),
		Math.max(20, height - 2 * edge) / Math.max(1, bottom - top),
	);
	return {
		scale: Math.max(scales.least, scale),
		dx: width / 2 - ((left + right) / 2) * scale,
		dy: height / 2 - ((top + bottom) / 2) * scale,
	};
}

/** Larger or smaller by a factor, with what is at `x`, `y` on screen staying there. */
export function zoomed(view: View, factor: number, x: number, y: number): View {
	const scale = Math.min(scales.most, Math.max(scales.least, view.scale * factor));
	const real = scale / view.scale;
	return { scale, dx: x - (x - view.dx) * real, dy: y - (y - view.dy) * real };
}

export const moved = ({ scale, dx, dy }: View, x: number, y: number): View => ({ scale, dx: dx + x, dy: dy + y });

export const toScreen = ({ scale, dx, dy }: View, { x, y }: Point): Point => ({ x: x * scale + dx, y: y * scale + dy });

/** How much larger marks are drawn: they grow less than the distances, so that zooming in takes them apart. */
export const markScale = ({ scale }: View): number => Math.min(1.6, Math.max(0.42, scale ** 0.6));

/** The same view with this point within the screen. */
export function withPoint(view: View, point: Point, { width, height }: Size): View {
	const { x, y } = toScreen(view, point);
	const edge = Math.min(60, width / 4, height / 4);
	const inside = (value: number, most: number) => Math.min(most - edge, Math.max(edge, value)) - value;
	return moved(view, inside(x, width), inside(y, height));
}
