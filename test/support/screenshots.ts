import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";

const folder = process.env.SCREENSHOTS;
let count = 0;

/**
 * Pictures of a page for a person to look at, in the folder that `SCREENSHOTS` names: at each width in light and dark. Without
 * that variable, as in CI, nothing happens. The window is 1280 wide afterwards.
 */
export async function screenshots(page: Page, name: string, widths: readonly number[] = [1280]): Promise<void> {
	if (!folder) return;
	await mkdir(folder, { recursive: true });
	count += 1;
	for (const width of widths) {
		await page.setViewportSize({ width, height: width < 600 ? 780 : 900 });
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme });
			// Colours on their way are of neither scheme.
			await page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))");
			const path = join(folder, `${String(count).padStart(2, "0")}-${name}-${width}-${colorScheme}.png`);
			await page.screenshot({ path, fullPage: width < 1280 && !(await page.locator("dialog[open]").count()) });
		}
	}
	await page.emulateMedia({ colorScheme: "light" });
	await page.setViewportSize({ width: 1280, height: 900 });
}
