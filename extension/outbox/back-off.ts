const first = 5_000;
const longest = 60 * 60_000;

/**
 * Milliseconds to wait before attempt number `attempts + 1`: twice as long each time, from 5 s to an hour, spread by a
 * quarter so that many clippers do not come back at once. `retryAfter` (milliseconds, from the server) is at least kept to.
 */
export function backOff(attempts: number, random = Math.random, retryAfter = 0): number {
	const wait = Math.min(longest, first * 2 ** Math.min(attempts - 1, 20));
	return Math.max(Math.min(retryAfter, longest), wait * (0.75 + random() * 0.5));
}
