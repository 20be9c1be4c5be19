import { addDays, dateIn, fromZone } from "../../shared/text/zoned-time.ts";
import { zone } from "./feed-files.ts";

/** Milliseconds from `now` to the next midnight in the programme's zone, and a little over. */
export function untilMidnight(now: number): number {
	return fromZone(addDays(dateIn(zone, now), 1), "00:00", zone) - now + 1000;
}

/** Runs `task` after every midnight until the returned function is called. Does not keep the process alive. */
export function untilTomorrow(task: () => Promise<void>): () => void {
	let timer: NodeJS.Timeout;
	const plan = () => {
		timer = setTimeout(async () => {
			await task();
			plan();
		}, untilMidnight(Date.now()));
		timer.unref();
	};
	plan();
	return () => clearTimeout(timer);
}
