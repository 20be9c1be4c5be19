/** Milliseconds of work after which others get their turn: short enough for a visitor not to notice. */
export const slice = 10;

/** Lets everything else that waits go first. A message comes sooner than a timer, which browsers hold back. */
export const pause = () =>
	new Promise<void>((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(undefined);
	});

/**
 * Calls `work` until it says it is done, a slice at a time; `enough` tells it when its slice is over. Gives true when it got to
 * the end, false when `signal` was aborted first.
 */
export async function inSlices(
	work: (enough: () => boolean) => boolean,
	signal: AbortSignal,
	afterSlice: () => void,
	now: () => number = () => performance.now(),
): Promise<boolean> {
	while (!signal.aborted) {
		const began = now();
		const done = work(() => now() - began >= slice);
		if (done) return true;
		afterSlice();
		await pause();
	}
	return false;
}
