import type { Size } from "./view.ts";

export interface Candidate {
	id: string;
	text: string;
	/** On screen: the middle of the mark. */
	x: number;
	y: number;
	/** Of the mark, on screen. */
	radius: number;
}

export interface Label {
	id: string;
	text: string;
	/** The middle of the line of text, on its base line. */
	x: number;
	y: number;
}

const cell = 48;

interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** Finds what lies in the way without looking at everything. */
class Boxes {
	readonly #cells = new Map<number, Box[]>();

	*#around({ left, top, right, bottom }: Box) {
		for (let column = Math.floor(left / cell); column <= Math.floor(right / cell); column++) {
			for (let row = Math.floor(top / cell); row <= Math.floor(bottom / cell); row++) yield column * 4096 + row;
		}
	}

	add(box: Box) {
		for (const key of this.#around(box)) {
			const known = this.#cells.get(key);
			if (known) known.push(box);
			else this.#cells.set(key, [box]);
		}
	}

	isFree(box: Box) {
		for (const key of this.#around(box)) {
			for (const { left, top, right, bottom } of this.#cells.get(key) ?? []) {
				if (left < box.right && right > box.left && top < box.bottom && bottom > box.top) return false;
			}
		}
		return true;
	}
}

const isInside = ({ left, top, right, bottom }: Box, width: number, height: number) =>
	left >= 2 && top >= 2 && right <= width - 2 && bottom <= height - 2;

/** At most so many characters; the card has the whole name. */
const longest = 34;

export const shorten = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text);

/** So many of the first get their name even where it lies over marks: who matters most must not go unnamed. */
const always = 6;

/** Pixels of the picture for each name: more would be a text, not a picture. */
const room = 11_000;

/**
 * The names that have room, in the order of `candidates`: below their mark, else above or beside it, never over another name or
 * past the edge, nor, but for the first few, over one of `marks`. `measure` gives the width of a text in pixels.
 */
export function placeLabels(
	candidates: readonly Candidate[],
	marks: readonly Candidate[],
	{ width, height }: Size,
	fontSize: number,
	measure: (text: string) => number,
): Label[] {
	const [taken, names] = [new Boxes(), new Boxes()];
	const most = Math.max(8, Math.round((width * height) / room));
	for (const { x, y, radius } of marks) {
		taken.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
	}
	const found: Label[] = [];
	for (const [index, { id, text, x, y, radius }] of candidates.entries()) {
		if (found.length >= most) break;
		if (x < 0 || y < 0 || x > width || y > height) continue;
		const words = shorten(text);
		const half = measure(words) / 2 + 3;
		const gap = radius + 2;
		const places = [
			{ x, y: y + gap + fontSize },
			{ x, y: y - gap - fontSize * 0.3 },
			{ x: x + gap + half, y: y + fontSize * 0.35 },
			{ x: x - gap - half, y: y + fontSize * 0.35 },
		];
		const boxes = places.map((place) => ({
			place,
			box: {
				left: place.x - half,
				right: place.x + half,
				top: place.y - fontSize,
				bottom: place.y + fontSize * 0.35,
			},
		}));
		const open = boxes.filter(({ box }) => isInside(box, width, height) && names.isFree(box));
		const chosen = open.find(({ box }) => taken.isFree(box)) ?? (index < always ? open[0] : undefined);
		if (!chosen) continue;
		names.add(chosen.box);
		taken.add(chosen.box);
		found.push({ id, text: words, ...chosen.place });
	}
	return found;
}
