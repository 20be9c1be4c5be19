import "axe-core/axe.min.js";
import { same } from "./page.ts";

interface Axe {
	run(
		context: Element,
		options: { runOnly: string[]; rules: Record<string, { enabled: boolean }> },
	): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}
declare global {
	var axe: Axe;
}

/** Fails with what axe finds wrong in `place`; `scene` says what it is. */
export async function axeFindsNothing(place: Element, scene: string) {
	const rules = { region: { enabled: false } };
	const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
	const { violations } = await axe.run(place, { runOnly, rules });
	same(
		violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary]),
		[],
		scene,
	);
}

/** An empty `<main>` with a heading, as pages have it. */
export function newMain() {
	document.title = "Proef";
	const main = document.body.appendChild(document.createElement("main"));
	main.appendChild(document.createElement("h1")).textContent = "Proef";
	return main;
}
