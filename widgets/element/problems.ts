import { type ErrorDetail, TechniekErrorEvent } from "../dom-events/techniek-error-event.ts";

const told = new WeakMap<Element, Set<string>>();

/** Tells the partner what is wrong: each sentence once in the console, and as a `techniek-error` event. */
export function tell(element: Element, detail: ErrorDetail) {
	const known = told.get(element) ?? new Set();
	told.set(element, known);
	if (known.has(detail.message)) return;
	known.add(detail.message);
	console.warn(`<${element.localName}> ${detail.message}`, detail.url ?? "", element);
	element.dispatchEvent(new TechniekErrorEvent(detail));
}
