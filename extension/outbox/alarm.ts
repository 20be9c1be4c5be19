import { clearAlarm, setAlarm } from "../browser.ts";

export const alarmName = "outbox";

/** Browsers ring no sooner than after half a minute. */
const soonest = 30_000;

/** Asks to be woken for what still waits; `undefined` when nothing does. */
export async function wakeAt(moment: number | undefined): Promise<void> {
	if (moment === undefined) await clearAlarm(alarmName);
	else await setAlarm(alarmName, Math.max(moment, Date.now() + soonest));
}
