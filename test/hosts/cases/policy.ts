import { describe, expect, it } from "vitest";
import type { HostPage } from "../../support/host-browser.ts";
import { allShown, stored } from "../in-page.ts";
import type { Visit } from "../visit.ts";

/** Pages that allow the inventory and nobody else, and what a visitor leaves there. */
export function underPolicy(visit: Visit) {
	describe("under a strict policy", () => {
		/** What the browser reported on `path` up to a violation of our own, which shows that it does report. */
		async function violationsOn(page: HostPage, path: string) {
			const { hosts } = visit.world();
			const canary = "http://127.0.0.1:9/canary.png";
			await page.evaluate((address) => Object.assign(new Image(), { src: address }).src, canary);
			const told = () => hosts.violations.filter((one) => one.page === path && !one.blocked.includes("favicon"));
			await expect.poll(() => told().some(({ blocked }) => blocked === canary), { timeout: 10_000 }).toBe(true);
			return told().filter(({ blocked }) => blocked !== canary);
		}

		it.each(["/strict-kinds", "/nonce"])("shows its items without one violation: %s", async (path) => {
			const page = await visit.open(path);
			await page.waitFor("items", allShown, path === "/nonce" ? 1 : 3);
			expect(await violationsOn(page, path)).toEqual([]);
		});

		it("draws figures, splits and downloads them without one violation", async () => {
			const path = "/strict-figures";
			const page = await visit.open(path);
			await page.waitFor("a chart", () => {
				const root = document.querySelector("techniek-dashboard")?.shadowRoot;
				return !!root?.querySelector("[part~=chart] svg");
			});
			const seen = await page.evaluate(() => {
				const element = document.querySelector("techniek-dashboard");
				const root = element?.shadowRoot;
				const figure = root?.querySelector("[part~=chart] svg")?.getBoundingClientRect();
				for (const details of root?.querySelectorAll("details") ?? []) details.open = true;
				root?.querySelector<HTMLElement>("details .plain")?.click();
				const select = root?.querySelector("select");
				if (select) {
					select.selectedIndex = 1;
					select.dispatchEvent(new Event("change", { bubbles: true }));
				}
				return {
					drawn: !!figure && figure.width > 100,
					// Only the part's own sheet makes it a block.
					display: element && getComputedStyle(element).display,
					fallback: !!element?.querySelector("a")?.checkVisibility(),
				};
			});
			expect(seen).toEqual({ drawn: true, display: "block", fallback: false });
			expect(await violationsOn(page, path)).toEqual([]);
		});

		it("draws the network, opens a node, its table and its files without one violation", async () => {
			const path = "/strict-network";
			const page = await visit.open(path);
			await page.waitFor("a picture", () => {
				const root = document.querySelector("techniek-network")?.shadowRoot;
				return !!root?.querySelector("canvas") && !root.querySelector(".wait");
			});
			await page.evaluate(() => {
				const root = document.querySelector("techniek-network")?.shadowRoot;
				root?.querySelector<HTMLElement>(".lists ol button")?.click();
				for (const button of root?.querySelectorAll<HTMLElement>(".ways button") ?? []) button.click();
			});
			await page.waitFor("a table", () => {
				const root = document.querySelector("techniek-network")?.shadowRoot;
				return !!root?.querySelector("tbody tr") && !!root.querySelector(".card");
			});
			expect(await violationsOn(page, path)).toEqual([]);
		});

		it("asks nobody but the inventory and leaves nothing behind, whatever a visitor does", async () => {
			const { service, hosts } = visit.world();
			const page = await visit.open("/strict");
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
			expect(await violationsOn(page, "/strict")).toEqual([]);
		});

		it("asks nothing of the map's server before the visitor does", async () => {
			const page = await visit.open("/map");
			await page.waitFor("a button for the map, or items", () => {
				const root = document.querySelector("techniek-events")?.shadowRoot;
				return !!root?.querySelector("button") && !!root.querySelector("[aria-busy=false]");
			});
			const { service, hosts } = visit.world();
			const asked = (await page.requests()).filter((address) => /^http/.test(address));
			expect([...new Set(asked.map((address) => new URL(address).origin))].sort()).toEqual(
				[service.url, hosts.url].sort(),
			);
			expect(await violationsOn(page, "/map")).toEqual([]);
		});
	});
}
