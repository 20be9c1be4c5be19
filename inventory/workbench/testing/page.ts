import "axe-core/axe.min.js";
import type axe from "axe-core";

/** What the tests in a real browser share: the workbench's own styles, waiting, looking, and axe. */

declare global {
	interface Window {
		axe: typeof axe;
	}
}

// The same sheets in the same order as main.ts.
const frame = ["frame", "list", "record", "around", "form", "sign-in", "access", "staff", "bar", "dialog", "window"];
const sheets = [...frame, "imports"];
const styled: Promise<unknown>[] = [];
for (const path of ["../../../shared/style/house.css", ...sheets.map((name) => `../style/${name}.css`)]) {
	const link = document.createElement("link");
	link.rel = "stylesheet";
	link.href = new URL(path, import.meta.url).href;
	styled.push(
		new Promise((resolve, reject) => {
			link.addEventListener("load", resolve);
			link.addEventListener("error", () => reject(new Error(`No style sheet at ${link.href}`)));
		}),
	);
	document.head.append(link);
}
document.documentElement.lang = "nl";
document.title = "Werkplaats";

/** Fails unless both say the same. */
export function equal(actual: unknown, expected: unknown): void {
	const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
	if (is !== wanted) throw new Error(`expected ${wanted}, got ${is}`);
}

/** The first element for which `selector` stands, once it is there. */
export async function found<T extends Element = HTMLElement>(selector: string, text = ""): Promise<T> {
	const until = performance.now() + 8000;
	while (performance.now() < until) {
		const match = [...document.querySelectorAll<T>(selector)].find((element) => element.textContent?.includes(text));
		if (match) return match;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	throw new Error(
		`"${selector}" with "${text}" never came; the page says: ${document.body.textContent?.replace(/\s+/g, " ").slice(0, 600)}`,
	);
}

/** Types into a control as a person would: the value, and the event that goes with it. */
export function type(control: HTMLInputElement | HTMLTextAreaElement, value: string): void {
	control.value = value;
	control.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Puts `element` on an empty page, inside a main landmark as in the workbench. */
export function show(element: HTMLElement): void {
	const main = document.createElement("main");
	main.append(element);
	document.body.replaceChildren(main);
}

/** What axe finds against WCAG 2.2 AA, as lines. */
export async function violations(): Promise<string[]> {
	// On a busy machine the first test is there before the styles are.
	await Promise.all(styled);
	// Colours on their way have the contrast of neither.
	await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
	const { violations: broken } = await window.axe.run(document, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
	});
	return broken.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
