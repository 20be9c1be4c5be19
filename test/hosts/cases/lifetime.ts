import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { HostPage } from "../../support/host-browser.ts";
import { allShown, mountMany } from "../in-page.ts";
import { region } from "../pages.ts";
import { problemsOf, type Visit } from "../visit.ts";

const Held = z.object({ requests: z.number(), held: z.record(z.string(), z.number()) });

/** Pages that put widgets up and take them down for as long as they are open. */
export function longLived(visit: Visit) {
	describe("in a page that lives long", () => {
		const heldBy = async (page: HostPage) => {
			await page.waitFor("quiet", () => globalThis.watched.held().open === 0);
			return Held.parse(
				await page.evaluate(() => ({ requests: globalThis.watched.requests, held: globalThis.watched.held() })),
			);
		};

		it("hears what a page does not let go of", async () => {
			const page = await visit.open("/spa");
			const before = await heldBy(page);
			await page.evaluate(() => {
				addEventListener("resize", () => undefined);
				matchMedia("print").addEventListener("change", () => undefined, { signal: new AbortController().signal });
				setInterval(() => undefined, 60_000);
				new ResizeObserver(() => undefined).observe(document.body);
			});
			const { listeners = 0, timers = 0, observers = 0 } = before.held;
			const after = { ...before.held, listeners: listeners + 2, timers: timers + 1, observers: observers + 1 };
			expect((await heldBy(page)).held).toEqual(after);
		});

		it("lets go of everything when it is mounted and unmounted 200 times", async () => {
			const page = await visit.open("/spa");
			await page.waitFor("the script", () => customElements.get("techniek-initiatives") !== undefined);
			await page.evaluate(mountMany, 30, region);
			const before = await heldBy(page);
			await page.evaluate(mountMany, 200, region);
			const after = await heldBy(page);
			expect(after.held).toEqual(before.held);
			expect(after.requests - before.requests).toBeLessThanOrEqual(200);
			await new Promise((resolve) => setTimeout(resolve, 400));
			expect(await heldBy(page)).toEqual(after);
			expect(await problemsOf(page)).toEqual([]);
		}, 60_000);

		it("shows the lists of a new body when the old one is swapped for it, and keeps nothing of the old", async () => {
			const page = await visit.open("/plain");
			await page.waitFor("items", allShown, 1);
			const swap = () =>
				page.evaluate(
					(from, source) => {
						const body = document.createElement("body");
						const element = document.createElement("techniek-opportunities");
						const place = document.createElement("div");
						for (const [name, value] of Object.entries({ region: from, limit: "3" })) {
							element.setAttribute(name, value);
							place.setAttribute(`data-${name}`, value);
						}
						place.setAttribute("data-techniek", "initiatives");
						const script = document.createElement("script");
						script.src = source;
						body.append(element, place, script);
						document.body.replaceWith(body);
					},
					region,
					`${visit.world().service.url}/embed/v1.js`,
				);
			await swap();
			expect(await page.waitFor("items", allShown, 2)).toEqual([3, 3]);
			const before = await heldBy(page);
			for (let nth = 0; nth < 5; nth += 1) {
				await swap();
				await page.waitFor("items", allShown, 2);
			}
			expect((await heldBy(page)).held).toEqual(before.held);
			expect(await problemsOf(page)).toEqual([]);
		});
	});
}
