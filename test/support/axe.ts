import axe from "axe-core";
import type { Page } from "playwright-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page, as `rule: elements`. Runs beside the page's own policy, which would refuse a script of ours. */
export async function axeFindings(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const result: unknown = await page.evaluate(
		`axe.run({ runOnly: ${JSON.stringify(tags)} })
			.then((it) => it.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target.join(" ")).join(", ")))`,
	);
	return Array.isArray(result) ? result.map(String) : ["axe gave no answer"];
}
