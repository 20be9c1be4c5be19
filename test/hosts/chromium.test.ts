import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { launchChromiumHost } from "../support/host-browser-chromium.ts";
import { hostCases } from "./cases/all.ts";
import { allShown, mountMany } from "./in-page.ts";
import { region } from "./pages.ts";
import { visitOf } from "./visit.ts";
import { worldOf } from "./world.ts";

const Shifts = z.array(z.object({ value: z.number(), moved: z.array(z.string()) }));

/** Every move of something that stood on the page already, from the page's first moment on. */
const shifts = () =>
	new Promise((resolve) => {
		const found: { value: number; moved: string[] }[] = [];
		const observer = new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				const sources: { node?: Element }[] = Reflect.get(entry, "sources") ?? [];
				const moved = sources.map(({ node }) => `${node?.localName ?? node?.nodeName}.${node?.className}`);
				found.push({ value: Reflect.get(entry, "value"), moved });
			}
		});
		observer.observe({ type: "layout-shift", buffered: true });
		// Entries of the past come in a task of their own.
		setTimeout(() => {
			observer.disconnect();
			resolve(found);
		}, 300);
	});

describe("a partner's page in Chromium", () => {
	const visit = visitOf(worldOf(launchChromiumHost));
	hostCases(visit);

	describe("as only Chromium tells", () => {
		it("has as many nodes and listeners after 200 times of mounting and unmounting as before", async () => {
			const page = await visit.open("/spa");
			const protocol = await page.protocol();
			await protocol.send("Performance.enable");
			const counts = async () => {
				await page.waitFor("quiet", () => globalThis.watched.held().open === 0);
				// Once for what is finalized in the first round.
				for (let round = 0; round < 2; round += 1) await protocol.send("HeapProfiler.collectGarbage");
				const { metrics } = await protocol.send("Performance.getMetrics");
				const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
				return { nodes: of("Nodes"), listeners: of("JSEventListeners") };
			};
			await page.waitFor("the script", () => customElements.get("techniek-initiatives") !== undefined);
			// As often as the widgets keep copies of a feed, and the engine its compiled code.
			await page.evaluate(mountMany, 60, region);
			const before = await counts();
			await page.evaluate(mountMany, 200, region);
			const after = await counts();
			expect(before.nodes).toBeGreaterThan(0);
			// One widget has some 150 nodes and 10 listeners: less than one stayed behind.
			expect(after.nodes - before.nodes).toBeLessThan(50);
			expect(after.listeners - before.listeners).toBeLessThan(5);
		}, 90_000);

		it.each([
			["by itself until the script is there", "/reserved"],
			["with --techniek-min-height, and its script before the body", "/reserved-by-script"],
			["by the list that the inventory drew", "/snippet"],
		])("moves nothing where the page keeps the height free: %s", async (_, path) => {
			const page = await visit.open(path);
			await page.waitFor("items", allShown, 1);
			await page.waitFor("a quiet list", () => {
				const root = document.querySelector("techniek-events")?.shadowRoot;
				return customElements.get("techniek-events") && root?.querySelector("[aria-busy=false]") && true;
			});
			expect(Shifts.parse(await page.evaluate(shifts))).toEqual([]);
		});

		it("follows a visitor's dark screen where the page does, and keeps its text legible", async () => {
			const page = await visit.open("/scheme");
			const text = () =>
				page.evaluate(() => {
					const root = document.querySelector("techniek-events")?.shadowRoot;
					const title = root?.querySelector("[part~=title] a");
					const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
					if (!title || !context) return undefined;
					const luminance = (color: string) => {
						context.fillStyle = color;
						context.fillRect(0, 0, 1, 1);
						const channels = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => {
							const part = value / 255;
							return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
						});
						const [red = 0, green = 0, blue = 0] = channels;
						return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
					};
					const probe = document.body.appendChild(document.createElement("i"));
					probe.style.color = "Canvas";
					const lightness = [luminance(getComputedStyle(title).color), luminance(getComputedStyle(probe).color)];
					probe.remove();
					const [low = 0, high = 0] = lightness.sort((a, b) => a - b);
					return (high + 0.05) / (low + 0.05);
				});
			for (const colorScheme of ["light", "dark"] as const) {
				await page.page.emulateMedia({ colorScheme });
				await page.waitFor("items", allShown, 3);
				// https://www.w3.org/TR/WCAG22/#contrast-minimum
				expect(z.number().parse(await text())).toBeGreaterThanOrEqual(4.5);
			}
		});

		it("draws lines around what colour set apart when the visitor's own colours are forced", async () => {
			const page = await visit.open("/scheme");
			await page.page.emulateMedia({ forcedColors: "active" });
			await page.waitFor("items", allShown, 3);
			const unlined = await page.evaluate(() =>
				[...document.querySelectorAll("techniek-events, techniek-opportunities, techniek-initiatives")].flatMap(
					(element) =>
						[...(element.shadowRoot?.querySelectorAll("form, input, select, button, a.button, [part~=tags] > *") ?? [])]
							.filter((one) => {
								const { borderTopStyle, borderTopWidth, textDecorationLine } = getComputedStyle(one);
								const lined = borderTopStyle !== "none" && Number.parseFloat(borderTopWidth) >= 1;
								return !lined && textDecorationLine !== "underline";
							})
							.map((one) => `${element.localName} ${one.localName}.${one.className}`),
				),
			);
			expect(unlined).toEqual([]);
		});

		it("animates nothing for a visitor who wants less motion", async () => {
			const page = await visit.open("/kinds");
			await page.page.emulateMedia({ reducedMotion: "reduce" });
			await page.waitFor("items", allShown, 3);
			await page.evaluate(() => {
				const root = document.querySelector("techniek-events")?.shadowRoot;
				root?.querySelector<HTMLElement>("[part~=title] a")?.click();
			});
			await page.waitFor(
				"a dialog",
				() => !!document.querySelector("techniek-events")?.shadowRoot?.querySelector("dialog[open]"),
			);
			const moving = await page.evaluate(() =>
				[...document.querySelectorAll("*")]
					.flatMap((element) => element.shadowRoot?.getAnimations() ?? [])
					.filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 10)
					.map((animation) => animation.constructor.name),
			);
			expect(moving).toEqual([]);
		});

		it("asks the map's own server and no other once the visitor asks for a map", async () => {
			const { service, hosts } = visit.world();
			const page = await visit.open("/map");
			const asked: string[] = [];
			const tile = Buffer.from("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==", "base64");
			await page.page.route(
				(url) => ![service.url, hosts.url].includes(url.origin),
				(route) => {
					asked.push(route.request().url());
					return route.fulfill({ contentType: "image/gif", body: tile });
				},
			);
			const violations: string[] = [];
			await page.page.exposeFunction("violated", (what: string) => void violations.push(what));
			await page.evaluate(() =>
				addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
					Reflect.get(window, "violated")(`${violatedDirective} ${blockedURI} ${sample}`),
				),
			);
			const button = page.page.locator("techniek-events").getByRole("button", { name: /kaart/i });
			await button.waitFor({ timeout: 10_000 });
			expect(asked).toEqual([]);
			await button.click();
			await expect.poll(() => asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
			expect(new Set(asked.map((address) => new URL(address).origin))).toEqual(new Set(["https://service.pdok.nl"]));
			expect(violations).toEqual([]);
		});
	});
});
