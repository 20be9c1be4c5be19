import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { allShown, itemCounts } from "../in-page.ts";
import { problemsOf, type Visit } from "../visit.ts";

/** Pages that load the script in every way there is, or not at all. */
export function withScripts(visit: Visit) {
	describe("however the script comes", () => {
		it.each([
			["twice, under a policy that lets it make its own once", "/twice"],
			["in two versions, the evergreen first", "/evergreen-first"],
			["in two versions, the pinned one first", "/pinned-first"],
		])("shows one list: %s", async (_, path) => {
			const page = await visit.open(path);
			await page.waitFor("items", allShown, 1);
			// The second script may still be on its way.
			await page.waitFor("both scripts", () => performance.getEntriesByType("resource").length >= 2);
			expect(await page.evaluate(itemCounts)).toEqual([4]);
			expect(await problemsOf(page)).toEqual([]);
		});

		it("puts the list in a div[data-techniek], with its fallback", async () => {
			const page = await visit.open("/div");
			expect(await page.waitFor("items", allShown, 1)).toEqual([4]);
			expect(
				await page.evaluate(() => document.querySelector("div[data-techniek] > techniek-events > a")?.textContent),
			).toContain("Techniekagenda");
			expect(await problemsOf(page)).toEqual([]);
		});

		it("keeps two lists of a page apart", async () => {
			const page = await visit.open("/two");
			expect(await page.waitFor("items", allShown, 2)).toEqual([4, 2]);
			const places = await page.evaluate(() =>
				[...document.querySelectorAll("techniek-events")].map((element) =>
					[...(element.shadowRoot?.querySelectorAll("[part~=place]") ?? [])].every((place) =>
						place.textContent?.includes("Tilburg"),
					),
				),
			);
			expect(places).toEqual([false, true]);
			expect(await problemsOf(page)).toEqual([]);
		});
	});

	describe("without scripts", () => {
		it("shows the plain content that stands in the page", async () => {
			const page = await visit.open("/frame?src=/without-script&sandbox=allow-same-origin");
			const seen = await page.waitFor("the page", () => {
				const inner = document.querySelector("iframe")?.contentDocument;
				if (!inner?.querySelector("techniek-events")) return undefined;
				const visible = (element: Element) => element.getBoundingClientRect().height > 10;
				return {
					scripting: !inner.querySelector("#without"),
					fallbacks: [...inner.querySelectorAll("a")].map(visible),
				};
			});
			expect(seen).toEqual({ scripting: false, fallbacks: [true, true] });
		});
	});

	describe("with a list that the inventory drew", () => {
		/** Whether scripts run in the page's frame, and its items with some height. */
		const drawnInFrame = () => {
			const inner = document.querySelector("iframe")?.contentDocument;
			const root = inner?.querySelector("techniek-events")?.shadowRoot;
			if (inner?.readyState !== "complete" || !root) return undefined;
			const items = [...root.querySelectorAll("[part~=item]")];
			const texts = [...root.querySelectorAll("[part~=title]")].map((title) => title.textContent?.trim());
			const seen = items.filter((item) => item.getBoundingClientRect().height > 30).length;
			return { scripting: !inner.querySelector("#without"), seen, texts };
		};

		it("shows it without scripts", async () => {
			const page = await visit.open("/frame?src=/snippet&sandbox=allow-same-origin");
			const drawn = await page.waitFor("a list", drawnInFrame);
			expect(drawn).toMatchObject({ scripting: false, seen: 4 });
		});

		it("takes it over with the same items in it", async () => {
			const still = await visit.open("/frame?src=/snippet&sandbox=allow-same-origin");
			const drawn = z.object({ texts: z.array(z.string()) }).parse(await still.waitFor("a list", drawnInFrame));
			const page = await visit.open("/snippet");
			await page.waitFor("a list that does something", () => {
				const root = document.querySelector("techniek-events")?.shadowRoot;
				return !!root?.querySelector("[part~=item]") && !!root.querySelector("[part~=filters]");
			});
			const texts = await page.evaluate(() => {
				const root = document.querySelector("techniek-events")?.shadowRoot;
				return [...(root?.querySelectorAll("[part~=title]") ?? [])].map((title) => title.textContent?.trim());
			});
			expect(texts).toEqual(drawn.texts);
			expect(await problemsOf(page)).toEqual([]);
		});
	});
}
