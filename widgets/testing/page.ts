import type { FeedState } from "../../shared/list/list-view.ts";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import { defineDashboard } from "../dashboard/define.ts";
import { setHome } from "../element/home.ts";
import { defineEvents } from "../events/define.ts";
import { defineInitiatives } from "../initiatives/define.ts";
import { defineNetwork } from "../network/define.ts";
import { defineOpportunities } from "../opportunities/define.ts";

/** Helpers of the browser tests: the page they run in shows feeds of the test server (feed-server.ts). */

setHome(`${location.origin}/embed/v1.js`);
defineEvents();
defineOpportunities();
defineInitiatives();
defineDashboard();
defineNetwork();

/** Every element that can be placed. */
type Placed = WidgetKind | "dashboard" | "network";

export function ok(condition: unknown, message: string): asserts condition {
	if (!condition) throw new Error(message);
}

export function same(actual: unknown, expected: unknown, message = "") {
	const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
	ok(a === b, `${message} expected ${b}, got ${a}`);
}

/** Waits until `find` gives something, at most twenty seconds: a busy machine is no failure. */
export async function until<T>(find: () => T | undefined | null | false, what = String(find)): Promise<T> {
	const end = performance.now() + 20_000;
	while (performance.now() < end) {
		const found = find();
		if (found) return found;
		await pause(15);
	}
	throw new Error(`In vain waited for ${what}`);
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const isIn = (element: Element, state: FeedState) => element.matches(`:state(${state})`);

export const reached = (element: Element, state: FeedState) => until(() => isIn(element, state), `state ${state}`);

/** Puts a widget with `attributes` and a fallback link in the page. */
export function place(kind: Placed, attributes: Record<string, string>, parent: Element = document.body) {
	const element = document.createElement(`techniek-${kind}`);
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	const link = document.createElement("a");
	link.href = "https://inventory.example/";
	link.textContent = "Terugval";
	element.append(link);
	parent.append(element);
	return element;
}

/** Puts a widget in the page and waits for `state`. */
export async function shown(kind: Placed, attributes: Record<string, string>, state: FeedState = "ready") {
	const element = place(kind, attributes);
	await reached(element, state);
	return element;
}

export function inside(element: Element): ShadowRoot {
	ok(element.shadowRoot, "no shadow root");
	return element.shadowRoot;
}

export function one<T extends Element = HTMLElement>(element: Element, selector: string): T {
	const found = inside(element).querySelector<T>(selector);
	ok(found, `nothing matches ${selector}`);
	return found;
}

export const texts = (element: Element, selector: string) =>
	[...inside(element).querySelectorAll(selector)].map((found) => (found.textContent ?? "").replace(/\s+/g, " ").trim());

export const titles = (element: Element) => texts(element, "[part=title]");

/** Whether the visitor sees the fallback. */
export const showsFallback = (element: Element) => !!element.querySelector("a")?.checkVisibility();

export const server = {
	/** Makes the feeds of `region` fail, or unreachable, or work again. */
	set: (region: string, state: "down" | "cut" | "up") => fetch(`/testing/${state}/${region}`),
	/** How often `path` was asked for. */
	asked: async (path: string) => Number(await (await fetch(`/testing/asked?path=${path}`)).text()),
};

/** Gathers what is said in the console while `work` runs, until `count` sentences are there: they load when needed. */
export async function warnings(work: () => unknown, count = 1): Promise<string[]> {
	const said: string[] = [];
	const { warn } = console;
	console.warn = (...words: unknown[]) => void said.push(String(words[0]));
	try {
		await work();
		await until(() => said.length >= count, `${count} warnings, not ${said}`);
		await pause(100);
	} finally {
		console.warn = warn;
	}
	return said;
}

export function clear() {
	document.body.replaceChildren();
	document.documentElement.lang = "nl";
}
