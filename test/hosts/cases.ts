import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { HostPage } from "../support/host-browser.ts";
import {
	allShown,
	allShownInFrame,
	itemCounts,
	looks,
	mountMany,
	sticksOut,
	stored,
	surroundings,
	surroundWith,
} from "./in-page.ts";
import { frameworks, region } from "./pages.ts";
import { visitorZone, type World } from "./world.ts";

const Strings = z.array(z.string());
const Surroundings = z.record(z.string(), z.string());
const Held = z.object({ requests: z.number(), held: z.record(z.string(), z.number()) });
const Feed = z.object({ items: z.array(z.object({ start: z.string(), timeZone: z.string(), title: z.string() })) });

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

/** What the browser and the page's watch heard; but for what a browser asks for by itself. */
async function problemsOf(page: HostPage): Promise<readonly string[]> {
	const watched = Strings.parse(await page.evaluate(() => globalThis.watched?.problems ?? []));
	return [...page.said(), ...watched].filter((line) => !line.includes("favicon"));
}

/** The tests of partners' pages that every browser passes. */
export function hostCases(worldOf: () => World<HostPage>) {
	let page: HostPage;
	const open = async (path: string) => {
		page = await worldOf().open(path);
	};
	afterEach(() => page.close());

	describe("under a strict policy", () => {
		/** What the browser reported on `path` up to a violation of our own, which shows that it does report. */
		async function violationsOn(path: string) {
			const { hosts } = worldOf();
			const canary = "http://127.0.0.1:9/canary.png";
			await page.evaluate((address) => Object.assign(new Image(), { src: address }).src, canary);
			const told = () => hosts.violations.filter((one) => one.page === path && !one.blocked.includes("favicon"));
			await expect.poll(() => told().some(({ blocked }) => blocked === canary), { timeout: 10_000 }).toBe(true);
			return told().filter(({ blocked }) => blocked !== canary);
		}

		it.each(["/strict-kinds", "/nonce"])("shows its items without one violation: %s", async (path) => {
			await open(path);
			await page.waitFor("items", allShown, path === "/nonce" ? 1 : 3);
			expect(await violationsOn(path)).toEqual([]);
		});

		it("asks nobody but the inventory and leaves nothing behind, whatever a visitor does", async () => {
			const { service, hosts } = worldOf();
			await open("/strict");
			await page.waitFor("items", allShown, 1);
			await page.evaluate(() => {
				const root = document.querySelector("techniek-events")?.shadowRoot;
				root?.querySelector<HTMLElement>("[part~=more]")?.click();
			});
			await page.waitFor("more items", () => {
				const root = document.querySelector("techniek-events")?.shadowRoot;
				return (root?.querySelectorAll("[part~=item]").length ?? 0) > 4;
			});
			await page.evaluate(() => {
				const root = document.querySelector("techniek-events")?.shadowRoot;
				root?.querySelector<HTMLElement>("[part~=title] a")?.click();
			});
			await page.waitFor("a dialog with the item", () => {
				const dialog = document.querySelector("techniek-events")?.shadowRoot?.querySelector("dialog");
				return dialog?.open && (dialog.textContent?.length ?? 0) > 60;
			});
			await page.evaluate(() => {
				const root = document.querySelector("techniek-events")?.shadowRoot;
				root?.querySelector("dialog")?.close();
				const select = root?.querySelector<HTMLSelectElement>("[part~=filters] select");
				if (!select) return;
				select.selectedIndex = 1;
				select.dispatchEvent(new Event("change", { bubbles: true }));
			});
			await page.waitFor("a chosen filter", () => {
				const root = document.querySelector("techniek-events")?.shadowRoot;
				return !!root?.querySelector(".chip") && !!root.querySelector("[aria-busy=false]");
			});
			const asked = (await page.requests()).filter((address) => /^http/.test(address));
			expect([...new Set(asked.map((address) => new URL(address).origin))].sort()).toEqual(
				[service.url, hosts.url].sort(),
			);
			expect(await page.evaluate(stored)).toEqual({
				cookie: "",
				local: 0,
				session: 0,
				databases: 0,
				caches: 0,
				workers: 0,
			});
			const fromInventory = asked.filter((address) => address.startsWith(service.url));
			expect(fromInventory.length).toBeGreaterThan(4);
			for (const address of new Set(fromInventory)) {
				const { headers } = await fetch(address, { headers: { origin: hosts.url } });
				expect([address, headers.getSetCookie()]).toEqual([address, []]);
			}
			expect(await violationsOn("/strict")).toEqual([]);
		});

		it("asks nothing of the map's server before the visitor does", async () => {
			await open("/map");
			await page.waitFor("a button for the map, or items", () => {
				const root = document.querySelector("techniek-events")?.shadowRoot;
				return !!root?.querySelector("button") && !!root.querySelector("[aria-busy=false]");
			});
			const { service, hosts } = worldOf();
			const asked = (await page.requests()).filter((address) => /^http/.test(address));
			expect([...new Set(asked.map((address) => new URL(address).origin))].sort()).toEqual(
				[service.url, hosts.url].sort(),
			);
			expect(await violationsOn("/map")).toEqual([]);
		});
	});

	describe("among styles of the page", () => {
		/** The widget's looks on `path`, and those on a bare page with the same font, colour and width around it. */
		async function besideBare(path: string) {
			await open(path);
			await page.waitFor("items", allShown, 1);
			const around = Surroundings.parse(await page.evaluate(surroundings));
			const there = Looks.parse(await page.evaluate(looks));
			await page.open(`${worldOf().hosts.url}/plain`);
			await page.evaluate(surroundWith, around);
			await page.waitFor("items", allShown, 1);
			const bare = Looks.parse(await page.evaluate(looks));
			return { there, bare };
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
			const { there, bare } = await besideBare("/small-root");
			expect(differences(bare, there)).toEqual([]);
			await page.open(`${worldOf().hosts.url}/small-root`);
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
			await open("/frame?src=/rtl&width=360");
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

	describe("however the script comes", () => {
		it.each([
			["twice, under a policy that lets it make its own once", "/twice"],
			["in two versions, the evergreen first", "/evergreen-first"],
			["in two versions, the pinned one first", "/pinned-first"],
		])("shows one list: %s", async (_, path) => {
			await open(path);
			await page.waitFor("items", allShown, 1);
			// The second script may still be on its way.
			await page.waitFor("both scripts", () => performance.getEntriesByType("resource").length >= 2);
			expect(await page.evaluate(itemCounts)).toEqual([4]);
			expect(await problemsOf(page)).toEqual([]);
		});

		it("puts the list in a div[data-techniek], with its fallback", async () => {
			await open("/div");
			expect(await page.waitFor("items", allShown, 1)).toEqual([4]);
			expect(
				await page.evaluate(() => document.querySelector("div[data-techniek] > techniek-events > a")?.textContent),
			).toContain("Techniekagenda");
			expect(await problemsOf(page)).toEqual([]);
		});

		it("keeps two lists of a page apart", async () => {
			await open("/two");
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

	describe("in a page that lives long", () => {
		const held = async () => {
			await page.waitFor("quiet", () => globalThis.watched.held().open === 0);
			return Held.parse(
				await page.evaluate(() => ({ requests: globalThis.watched.requests, held: globalThis.watched.held() })),
			);
		};
		it("lets go of everything when it is mounted and unmounted 200 times", async () => {
			await open("/spa");
			await page.waitFor("the script", () => customElements.get("techniek-initiatives") !== undefined);
			await page.evaluate(mountMany, 30, region);
			const before = await held();
			await page.evaluate(mountMany, 200, region);
			const after = await held();
			expect(after.held).toEqual(before.held);
			expect(after.requests - before.requests).toBeLessThanOrEqual(200);
			await new Promise((resolve) => setTimeout(resolve, 400));
			expect(await held()).toEqual(after);
			expect(await problemsOf(page)).toEqual([]);
		}, 60_000);

		it("shows the lists of a new body when the old one is swapped for it, and keeps nothing of the old", async () => {
			await open("/plain");
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
					`${worldOf().service.url}/embed/v1.js`,
				);
			await swap();
			expect(await page.waitFor("items", allShown, 2)).toEqual([3, 3]);
			const before = await held();
			for (let nth = 0; nth < 5; nth += 1) {
				await swap();
				await page.waitFor("items", allShown, 2);
			}
			expect((await held()).held).toEqual(before.held);
			expect(await problemsOf(page)).toEqual([]);
		});
	});

	describe("for a visitor in New York", () => {
		it("gives an event's time on the clocks of where it is, with its zone, and on the visitor's", async () => {
			const { service } = worldOf();
			const answer = await fetch(`${service.url}/feeds/${region}/events.json?limit=4`);
			const { items } = Feed.parse(await answer.json());
			await open("/plain");
			await page.waitFor("items", allShown, 1);
			const times = Strings.parse(
				await page.evaluate(() =>
					[...(document.querySelector("techniek-events")?.shadowRoot?.querySelectorAll("[part~=time]") ?? [])].map(
						(time) => time.textContent,
					),
				),
			);
			const clock = (instant: string, timeZone: string) =>
				new Intl.DateTimeFormat("nl", { timeZone, hour: "2-digit", minute: "2-digit" }).format(new Date(instant));
			expect(items.length).toBe(4);
			for (const [at, { start, timeZone }] of items.entries()) {
				expect(times[at]).toContain(clock(start, timeZone));
				expect(times[at]).toContain(clock(start, visitorZone));
				expect(times[at]).toMatch(/ (CET|CEST|GMT\+[12]|UTC\+[12])/);
				expect(times[at]).toContain("bij u");
			}
		});
	});

	describe("without scripts", () => {
		it("shows the plain content that stands in the page", async () => {
			await open("/frame?src=/without-script&sandbox=allow-same-origin");
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
			await open("/frame?src=/snippet&sandbox=allow-same-origin");
			const drawn = await page.waitFor("a list", drawnInFrame);
			expect(drawn).toMatchObject({ scripting: false, seen: 4 });
		});

		it("takes it over with the same items in it", async () => {
			await open("/frame?src=/snippet&sandbox=allow-same-origin");
			const drawn = z.object({ texts: z.array(z.string()) }).parse(await page.waitFor("a list", drawnInFrame));
			await page.open(`${worldOf().hosts.url}/snippet`);
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

	describe("on a small screen", () => {
		it.each([
			["320 px wide", "/kinds", 320, ""],
			["320 px wide, as cards", "/cards", 320, ""],
			["1280 px wide at 200%", "/kinds", 640, ""],
			["320 px wide with text of 200%", "/kinds", 320, "200%"],
		])("needs no sideways scrolling: %s", async (_, path, width, size) => {
			await open(`/frame?src=${path}&width=${width}`);
			await page.waitFor("items", allShownInFrame, 3);
			await page.evaluate((text) => {
				const inner = document.querySelector("iframe")?.contentDocument;
				if (inner) inner.documentElement.style.fontSize = text;
			}, size);
			expect(await page.evaluate(sticksOut)).toEqual([]);
		});
	});
}
