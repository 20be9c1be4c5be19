import { setImmediate as immediately } from "node:timers/promises";
import type { Steps } from "../../shared/text/steps.ts";

/** Milliseconds of work after which readers are answered first. */
const turn = 10;

/** Does all steps, and lets others go first whenever some of them took long. */
export async function inSteps<T>(steps: Steps<T>): Promise<T> {
	let began = performance.now();
	for (;;) {
		const one = steps.next();
		if (one.done) return one.value;
		if (performance.now() - began < turn) continue;
		await immediately();
		began = performance.now();
	}
}
