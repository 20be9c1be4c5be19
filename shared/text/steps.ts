/** Long work in steps: whoever does it may let others go first between them. */
export type Steps<T> = Generator<void, T>;

/** Does all steps without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
	let one = steps.next();
	while (!one.done) one = steps.next();
	return one.value;
}
