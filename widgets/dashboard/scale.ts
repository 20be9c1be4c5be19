/**
 * The little that the charts need of d3-scale and d3-shape, of which a browser would have to load six times as much. A test
 * holds both to those libraries.
 */

/** The distance between round values, of which about `count` lie between `low` and `high`: 1, 2 or 5 times a power of ten. */
function stepBetween(low: number, high: number, count: number) {
	const step = (high - low) / count;
	const power = Math.floor(Math.log10(step));
	const error = step / 10 ** power;
	const factor = error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.SQRT2 ? 2 : 1;
	// Small steps as a divisor: 3 / 10 is what people write, 3 * 0.1 is not.
	return power < 0 ? { times: 1, by: 10 ** -power / factor } : { times: 10 ** power * factor, by: 1 };
}

/** `low` and `high` moved outwards to round values, and the round values there are from the one to the other. */
export function roundScale(low: number, high: number, count: number): { low: number; high: number; ticks: number[] } {
	let [from, to] = low < high ? [low, high] : [low, low + 1];
	let step = stepBetween(from, to, count);
	// Rounding outwards may make the step larger, and that once more; d3 too gives up after ten times.
	for (let [times, before] = [0, Number.NaN]; times < 10 && before !== step.times / step.by; times++) {
		before = step.times / step.by;
		from = (Math.floor((from * step.by) / step.times) * step.times) / step.by;
		to = (Math.ceil((to * step.by) / step.times) * step.times) / step.by;
		step = stepBetween(from, to, count);
	}
	const [first, last] = [Math.ceil((from * step.by) / step.times), Math.floor((to * step.by) / step.times)];
	// Beyond what numbers can hold there is nothing round.
	if (![from, to, first, last].every(Number.isFinite)) return { low, high, ticks: [low, high] };
	const ticks = Array.from({ length: last - first + 1 }, (_, n) => ((first + n) * step.times) / step.by);
	return { low: from, high: to, ticks };
}

/** Where a value between `low` and `high` lies between `start` and `end`. */
export const linear =
	([low, high]: readonly [number, number], [start, end]: readonly [number, number]) =>
	(value: number) =>
		// Halves, since the whole between the largest numbers is none.
		start + ((value / 2 - low / 2) / (high / 2 - low / 2 || 1)) * (end - start);

type Spot = readonly [x: number, y: number];

/** Straight from one spot to the next. */
export const polyline = (spots: readonly Spot[]) => spots.map(([x, y], n) => `${n ? "L" : "M"}${x},${y}`).join("");

/** From one spot to another, level at both ends. */
export const curve = ([x0, y0]: Spot, [x1, y1]: Spot) =>
	`M${x0},${y0}C${(x0 + x1) / 2},${y0},${(x0 + x1) / 2},${y1},${x1},${y1}`;
