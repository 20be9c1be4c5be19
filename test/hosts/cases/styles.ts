import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { allShown, allShownInFrame, looks, sticksOut, surroundings, surroundWith } from "../in-page.ts";
import { frameworks } from "../pages.ts";
import type { Visit } from "../visit.ts";

const Looks = z.array(z.object({ element: z.string(), place: z.string(), told: z.array(z.string()) }));

/** Whether two styles are the same but for the rounding of a colour's or a length's last digits. */
function alike(one: string, other = ""): boolean {
	const number = /-?\d+(?:\.\d+)?/g;
	const [ones, others] = [one, other].map((text) => text.match(number) ?? []);
	return (
		one.replace(number, "#") === other.replace(number, "#") &&
		(ones ?? []).every((value, at) => Math.abs(Number(value) - Number(others?.[at])) < 0.011)
	);
}

/** What is different in the second of two looks of a widget, in few words. */
function differences(bare: z.infer<typeof Looks>, there: z.infer<typeof Looks>): readonly string[] {
	const found = bare.flatMap(({ element, place, told }, at) => {
		const other = there[at];
		const styles = told.flatMap((line, nth) =>
			alike(line, other?.told[nth]) ? [] : [`${line}, there ${other?.told[nth]}`],
		);
		const moved = place === other?.place ? [] : [`at ${place}, there ${other?.place}`];
		return [...moved, ...styles].map((line) => `${element} ${line}`);
	});
	return bare.length === there.length ? found.slice(0, 20) : [`${bare.length} elements, there ${there.length}`];
}

const Surroundings = z.record(z.string(), z.string());

/** Pages whose own style sheets, text direction and width the widgets must live with. */
export function amongStyles(visit: Visit) {
	describe("among styles of the page", () => {
		/** The widget's looks on `path`, and those on a bare page with the same font, colour and width around it. */
		async function besideBare(path: string) {
			const page = await visit.open(path);
			await page.waitFor("items", allShown, 1);
			const around = Surroundings.parse(await page.evaluate(surroundings));
			const there = Looks.parse(await page.evaluate(looks));
			await page.open(`${visit.world().hosts.url}/plain`);
			await page.evaluate(surroundWith, around);
			await page.waitFor("items", allShown, 1);
			const bare = Looks.parse(await page.evaluate(looks));
			return { page, there, bare };
		}

		it.each(["/unset", "/hostile", ...Object.keys(frameworks).map((name) => `/${name}`)])(
			"looks as it does on a bare page: %s",
			async (path) => {
				const { there, bare } = await besideBare(path);
				expect(bare.length).toBeGreaterThan(50);
				expect(differences(bare, there)).toEqual([]);
			},
		);

		it("is as large as the page's text where the page sets its root to 62.5%", async () => {
			const { page, there, bare } = await besideBare("/small-root");
			expect(differences(bare, there)).toEqual([]);
			await page.open(`${visit.world().hosts.url}/small-root`);
			await page.waitFor("items", allShown, 1);
			const sizes = await page.evaluate(() => {
				const root = document.querySelector("techniek-events")?.shadowRoot;
				const sizeOf = (element: Element | null | undefined) =>
					element && Number.parseFloat(getComputedStyle(element).fontSize);
				return {
					page: sizeOf(document.querySelector("p")),
					titles: sizeOf(root?.querySelector("[part~=title]")),
					smallest: Math.min(...[...(root?.querySelectorAll("*") ?? [])].map((element) => Number(sizeOf(element)))),
				};
			});
			const { page: own, titles, smallest } = z.record(z.string(), z.number()).parse(sizes);
			expect(titles).toBeGreaterThanOrEqual(own ?? 0);
			expect(smallest).toBeGreaterThanOrEqual(0.8 * (own ?? 0));
		});
	});

	describe("where the page's text runs from right to left", () => {
		it("keeps its Dutch running from left to right, inside the page", async () => {
			const page = await visit.open("/frame?src=/rtl&width=360");
			await page.waitFor("items", allShownInFrame, 2);
			expect(await page.evaluate(sticksOut)).toEqual([]);
			const directions = await page.evaluate(() => {
				const inner = document.querySelector("iframe")?.contentDocument;
				const root = inner?.querySelector("techniek-events")?.shadowRoot;
				const directionOf = (element: Element | null | undefined) => element && getComputedStyle(element).direction;
				return [directionOf(inner?.querySelector("p")), directionOf(root?.querySelector("[part~=item]"))];
			});
			expect(directions).toEqual(["rtl", "ltr"]);
		});
	});

	describe("on a small screen", () => {
		it.each([
			["320 px wide", "/kinds", 320, ""],
			["320 px wide, as cards", "/cards", 320, ""],
			["1280 px wide at 200%", "/kinds", 640, ""],
			["320 px wide with text of 200%", "/kinds", 320, "200%"],
		])("needs no sideways scrolling: %s", async (_, path, width, size) => {
			const page = await visit.open(`/frame?src=${path}&width=${width}`);
			await page.waitFor("items", allShownInFrame, 3);
			await page.evaluate((text) => {
				const inner = document.querySelector("iframe")?.contentDocument;
				if (inner) inner.documentElement.style.fontSize = text;
			}, size);
			expect(await page.evaluate(sticksOut)).toEqual([]);
			// So that a page that does is noticed.
			await page.evaluate(() => {
				const inner = document.querySelector("iframe")?.contentDocument;
				inner?.querySelector("techniek-events")?.setAttribute("style", "display: block; width: 2000px");
			});
			expect(await page.evaluate(sticksOut)).not.toEqual([]);
		});
	});
}
