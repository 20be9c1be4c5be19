import { Cron } from "croner";
import { homeZone } from "./parse/zones.ts";

/** Fetching more often than this helps nobody and burdens the partner. */
const leastMinutes = 15;

function cronOf(schedule: string): Cron | undefined {
	try {
		// Five fields: no seconds.
		return /^\S+(?: \S+){4}$/.test(schedule) ? new Cron(schedule, { timezone: homeZone, paused: true }) : undefined;
	} catch {
		return undefined;
	}
}

/** Whether `schedule` is a cron expression with some time to come, and not more often than each quarter of an hour. */
export function isSchedule(schedule: string): boolean {
	const times = cronOf(schedule)?.nextRuns(6) ?? [];
	return (
		times.length > 0 &&
		times.every((time, index) => {
			const before = times[index - 1];
			return !before || time.getTime() - before.getTime() >= leastMinutes * 60_000;
		})
	);
}

/** When a source is to be read next, after `now`; null when it is only read by hand. */
export function nextRun(source: { schedule: string | null; paused: boolean }, now: Date): Date | null {
	if (!source.schedule || source.paused) return null;
	return cronOf(source.schedule)?.nextRun(now) ?? null;
}
