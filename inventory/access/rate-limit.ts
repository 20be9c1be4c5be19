/** Counts what somebody does within a window of time; a service that restarts begins anew, which costs an attacker more than us. */
export interface RateLimit {
	/** Seconds to wait for `key`, or 0 when it may go on. */
	wait(key: string, now: Date): number;
	/** Counts one. */
	count(key: string, now: Date): void;
}

/** Requests to the API a minute of one token or session: twenty each second, more than a person or a clipper needs. */
export const usualLimit = 1200;

/** Above this many keys the oldest are forgotten: an attacker with many addresses must not fill the memory. */
const mostKeys = 10_000;

/** At most `limit` in `seconds`, for each key by itself. */
export function createRateLimit(limit: number, seconds: number): RateLimit {
	const windows = new Map<string, { began: number; count: number }>();
	const standing = (key: string, now: Date) => {
		const window = windows.get(key);
		return window && now.getTime() - window.began < seconds * 1000 ? window : undefined;
	};
	return {
		wait(key, now) {
			const window = standing(key, now);
			if (!window || window.count < limit) return 0;
			return Math.max(1, Math.ceil((window.began + seconds * 1000 - now.getTime()) / 1000));
		},
		count(key, now) {
			const window = standing(key, now);
			if (window) {
				window.count += 1;
				return;
			}
			windows.delete(key);
			const [oldest] = windows.keys();
			if (windows.size >= mostKeys && oldest !== undefined) windows.delete(oldest);
			windows.set(key, { began: now.getTime(), count: 1 });
		},
	};
}
