import type { Point } from "./layout.ts";

const directions: Partial<Record<string, Point>> = {
	ArrowLeft: { x: -1, y: 0 },
	ArrowRight: { x: 1, y: 0 },
	ArrowUp: { x: 0, y: -1 },
	ArrowDown: { x: 0, y: 1 },
};

export const isArrow = (key: string): boolean => key in directions;

/** The neighbour that lies most in the direction of an arrow key; undefined when none lies that way. */
export function neighbourAt(
	key: string,
	from: Point,
	neighbours: Iterable<readonly [id: string, position: Point]>,
): string | undefined {
	const direction = directions[key];
	if (!direction) return undefined;
	let found: string | undefined;
	let best = Number.POSITIVE_INFINITY;
	for (const [id, { x, y }] of neighbours) {
		const [across, down] = [x - from.x, y - from.y];
		const distance = Math.hypot(across, down) || 1;
		const ahead = (across * direction.x + down * direction.y) / distance;
		// Within 75 degrees to either side: every neighbour can be reached by one of the four.
		if (ahead < 0.26) continue;
		const cost = distance * (2 - ahead);
		if (cost < best) [found, best] = [id, cost];
	}
	return found;
}
