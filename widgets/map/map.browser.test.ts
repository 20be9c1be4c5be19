import { emulateMedia, sendKeys, setViewport } from "@web/test-runner-commands";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import { axeFindsNothing, newMain } from "../testing/axe.ts";
import { injections } from "../testing/full-items.ts";
import {
	clear,
	inside,
	ok,
	one,
	pause,
	place,
	reached,
	same,
	server,
	texts,
	until,
	warnings,
} from "../testing/page.ts";
import { tileSource } from "./tiles.ts";

const tiles = `${location.origin}/testing/tile/{z}/{x}/{y}`;
const address = tileSource.address;

const asked = () => performance.getEntriesByType("resource").filter(({ name }) => /tile|pdok/.test(name)).length;
const pins = (element: Element) => [...inside(element).querySelectorAll<HTMLButtonElement>(".pin")];
const names = (element: Element) => pins(element).map((pin) => pin.getAttribute("aria-label"));
const pin = (element: Element, name: string) => {
	const found = pins(element).find((one) => one.getAttribute("aria-label")?.includes(name));
	ok(found, `no marker ${name} among ${names(element)}`);
	return found;
};
const focused = (element: Element) => inside(element).activeElement;
const press = async (...keys: string[]) => {
	for (const key of keys) await sendKeys({ press: key });
};
const offered = (element: Element) => until(() => inside(element).querySelector<HTMLElement>(".map-offer button"));

/** A list with its map not yet asked for. */
async function closed(kind: WidgetKind = "events", attributes: Record<string, string> = {}, parent?: Element) {
	const element = place(kind, { region: "kaart", view: "map", ...attributes }, parent);
	await reached(element, "ready");
	await offered(element);
	return element;
}

/** A list with its map. */
async function open(...given: Parameters<typeof closed>) {
	const element = await closed(...given);
	(await offered(element)).click();
	await until(() => pins(element).length && inside(element).querySelector(".leaflet-tile-loaded"), "a map");
	return element;
}

describe("the map", () => {
	beforeEach(async () => {
		tileSource.address = tiles;
		performance.clearResourceTimings();
		await setViewport({ width: 1100, height: 900 });
	});
	afterEach(() => {
		clear();
		tileSource.address = address;
	});

	it("asks its images of PDOK, over https", () => {
		same(new URL(address).origin, "https://service.pdok.nl");
	});

	it("asks nothing of anybody before the visitor wants it, and shows the list meanwhile", async () => {
		const element = await closed();
		await pause(200);
		same(asked(), 0);
		same(texts(element, "[part=title]").length, 6);
		ok(!inside(element).querySelector(".map"), "a map already");
		same(texts(element, ".map-offer p"), [
			"De kaart komt van PDOK (Kadaster). Pas na uw keuze wordt daar iets opgevraagd.",
		]);
		(await offered(element)).click();
		await until(() => asked() > 0);
		await until(() => focused(element)?.matches(".map"), "the focus in the map");
		same(texts(element, ".attribution"), ["Kaartgegevens © Kadaster"]);
		same(texts(element, "[part=title]").length, 6, "the list beside it");
	});

	it("shows all pages of the feed", async () => {
		const element = place("events", { region: "midden", view: "map", limit: "5" });
		await until(() => texts(element, "[part=title]").length === 45);
		same(texts(element, ".map-side"), ["Van deze activiteiten is geen plaats bekend die op een kaart te zetten is."]);
	});

	it("has one marker a place with the number of items, and says which are approximate", async () => {
		const element = await open();
		same(names(element).sort(), [
			"1 activiteit, <img src=x onerror=globalThis.hacked=true>, Waalwijk",
			"1 activiteit, Goirle (ongeveer)",
			"2 activiteiten, De Ketelhal, Tilburg",
		]);
		same(pin(element, "Tilburg").textContent, "2");
		ok(pin(element, "Goirle").matches(".about"), "Goirle looks exact");
		ok(
			texts(element, ".hint").some((hint) => hint.includes("bij benadering")),
			"no legend",
		);
		same(texts(element, "summary"), ["2 zonder plaats op de kaart"]);
		same(texts(element, "details li"), ["Plek 5", "Plek 6"]);
		ok(!Reflect.get(globalThis, "hacked"), "hacked");
	});

	it("puts an initiative at each of its municipalities", async () => {
		const element = await open("initiatives");
		same(names(element), ["1 initiatief, Goirle (ongeveer)", "1 initiatief, Tilburg (ongeveer)"]);
	});

	it("opens and closes a place with the keyboard alone", async () => {
		const element = await open();
		await until(() => focused(element)?.matches(".map"));
		await press("Tab");
		ok(focused(element)?.matches(".pin"), "no marker after the map");
		pin(element, "Tilburg").focus();
		await press("Enter");
		await until(() => focused(element)?.matches(".spot"), "the focus in what opened");
		same(one(element, ".spot").getAttribute("aria-label"), "De Ketelhal, Tilburg");
		same(texts(element, ".spot a"), ["Plek 1", "Plek 2"]);
		same(pin(element, "Tilburg").getAttribute("aria-expanded"), "true");
		await press("Escape");
		await until(() => !inside(element).querySelector(".spot"));
		same(focused(element), pin(element, "Tilburg"));
		same(pin(element, "Tilburg").getAttribute("aria-expanded"), "false");
		await press("Space");
		const close = await until(() => inside(element).querySelector<HTMLElement>(".spot-head button"));
		close.focus();
		await press("Enter");
		await until(() => !inside(element).querySelector(".spot"));
		same(focused(element), pin(element, "Tilburg"));
	});

	it("opens an item of a place as the list would", async () => {
		const element = await open();
		const selected: string[] = [];
		element.addEventListener("techniek-select", (event) => {
			event.preventDefault();
			selected.push(event.detail.item.title);
		});
		pin(element, "Tilburg").click();
		await until(() => inside(element).querySelector(".spot"));
		one(element, ".spot a").click();
		one(element, "details a").click();
		same(selected, ["Plek 1", "Plek 5"]);
	});

	it("lets the keyboard skip it, to the first item of the list", async () => {
		const element = await open();
		const skip = one(element, ".skip");
		same(getComputedStyle(skip).opacity, "0");
		skip.focus();
		same(getComputedStyle(skip).opacity, "1");
		await press("Enter");
		same(focused(element), one(element, ".map-list [part=item]"));
	});

	it("makes the marker stand out of the item that the pointer or the focus is on", async () => {
		const element = await open();
		const [, , third] = inside(element).querySelectorAll<HTMLElement>(".map-list [part=item]");
		ok(third, "no third item");
		third.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
		same(
			pins(element).map((one) => one.matches(".lit")),
			names(element).map((name) => !!name?.includes("Waalwijk")),
		);
		one(element, ".map-list").dispatchEvent(new PointerEvent("pointerleave"));
		same(pins(element).filter((one) => one.matches(".lit")).length, 0);
		third.querySelector("a")?.focus();
		ok(pin(element, "Waalwijk").matches(".lit"), "no mark for the focus");
	});

	it("brings places that are close together under one marker, and apart again", async () => {
		const element = await open();
		const out = one(element, ".zoom button:last-child");
		await until(() => {
			out.click();
			return pins(element).length < 3;
		});
		ok(
			names(element).some((name) => /en (1 plaats|2 plaatsen) dichtbij$/.test(name ?? "")),
			String(names(element)),
		);
		const together = pin(element, "dichtbij");
		together.click();
		const spot = await until(() => inside(element).querySelector(".spot"));
		ok(together.getAttribute("aria-label")?.endsWith(`, ${spot.getAttribute("aria-label")}`), "another name inside");
		const closer = await until(() => inside(element).querySelector<HTMLElement>(".closer"));
		closer.click();
		await until(
			() => pins(element).length > 1 && focused(element)?.matches(".pin"),
			"apart, with the focus on a marker",
		);
		ok(!inside(element).querySelector(".spot"), "still open");
	});

	it("follows the filters, and closes a place that is no longer there", async () => {
		const element = await open();
		pin(element, "Goirle").click();
		await until(() => inside(element).querySelector(".spot"));
		const search = one<HTMLInputElement>(element, "input[name=q]");
		search.value = "plek 3";
		search.dispatchEvent(new Event("input", { bubbles: true }));
		await until(() => pins(element).length === 1);
		ok(names(element)[0]?.includes("Waalwijk"), String(names(element)));
		ok(!inside(element).querySelector(".spot"), "open without its place");
		search.value = "xyzzy";
		search.dispatchEvent(new Event("input", { bubbles: true }));
		await reached(element, "filtered-empty");
		search.value = "";
		search.dispatchEvent(new Event("input", { bubbles: true }));
		await until(() => pins(element).length === 3);
	});

	it("says so when its images cannot be had, to the visitor and to the partner, and keeps the list", async () => {
		tileSource.address = "https://service.pdok.nl.invalid/{z}/{x}/{y}";
		const element = await closed();
		const said = await warnings(async () => (await offered(element)).click());
		ok(said[0]?.includes("https://service.pdok.nl.invalid") && said[0].includes("img-src"), String(said));
		same(texts(element, ".map-failed"), ["De kaartbeelden zijn nu niet te laden. In de lijst staat alles ook."]);
		same(texts(element, "[part=title]").length, 6);
		same(pins(element).length, 3);
	});

	it("comes back after the feed was down, in a map of its own", async () => {
		const element = await open("events", { region: "kaart" });
		const first = one(element, ".map");
		await server.set("kaart", "down");
		element.setAttribute("from", "2020-01-01");
		await reached(element, "error");
		await server.set("kaart", "up");
		one(element, "[role=status] + .button").click();
		await reached(element, "ready");
		await until(() => pins(element).length === 3);
		ok(one(element, ".map") !== first, "the same map");
	});

	it("leaves nothing behind when the element goes, or wants another view", async () => {
		const element = await open();
		element.setAttribute("view", "list");
		await until(() => !inside(element).querySelector(".map-view"));
		element.setAttribute("view", "map");
		await offered(element);
		(await offered(element)).click();
		await until(() => pins(element).length === 3);
		element.remove();
		same(pins(element).length, 0);
		document.body.append(element);
		await offered(element);
		ok(!inside(element).querySelector(".map"), "a map without a choice");
	});

	it("can be removed at any moment of a zoom", async () => {
		for (const wait of [0, 20, 60, 120, 240]) {
			const element = await open();
			const out = one(element, ".zoom button:last-child");
			// Twice within a frame ends the first animation at once, but not its timer, which falls in the next animation.
			out.click();
			out.click();
			await pause(50);
			out.click();
			await pause(wait);
			element.remove();
			await pause(350);
			same(pins(element).length, 0, `after ${wait} ms`);
		}
	});

	it("scrolls the page under one finger and the wheel", async () => {
		const element = await open();
		const map = one(element, ".map");
		const zoom = () => inside(element).querySelectorAll(".leaflet-tile").length;
		const before = names(element);
		(document.activeElement as HTMLElement | null)?.blur();
		const wheel = new WheelEvent("wheel", { deltaY: 900, bubbles: true, cancelable: true });
		map.dispatchEvent(wheel);
		await pause(300);
		ok(!wheel.defaultPrevented, "took the wheel from the page");
		same(names(element), before);
		const pinch = new WheelEvent("wheel", { deltaY: 900, bubbles: true, cancelable: true, ctrlKey: true });
		map.dispatchEvent(pinch);
		ok(pinch.defaultPrevented, "Ctrl and the wheel zoom the page");
		await until(() => names(element).join() !== before.join(), `another zoom, ${zoom()}`);
	});

	it("is wide beside its list, above it where it is narrow, and never wider than the screen", async () => {
		const element = await open();
		const box = (selector: string) => one(element, selector).getBoundingClientRect();
		ok(box(".map-side").right <= box(".map-list").left, "not beside");
		await setViewport({ width: 360, height: 800 });
		ok(box(".map-side").bottom <= box(".map-list").top, "not above");
		ok(document.documentElement.scrollWidth <= 360, "wider than the screen");
		for (const one of [...pins(element), ...inside(element).querySelectorAll(".zoom button")])
			ok(one.getBoundingClientRect().width >= 24, "too small to touch");
	});

	it("makes nothing of markup in any field", async () => {
		for (const n of injections.keys()) {
			for (const kind of ["events", "opportunities", "initiatives"] as const) {
				const element = place(kind, { region: `vergif-${n}`, view: "map" });
				await until(() => inside(element).querySelector(".map-side"));
				const button = inside(element).querySelector<HTMLElement>(".map-offer button");
				if (button) {
					button.click();
					pins(element)[0]?.click();
					await until(() => inside(element).querySelector(".map"));
				}
				ok(!inside(element).querySelector("script, .map-side svg, .map-side [src^=x], iframe"), injections[n] ?? "");
				for (const link of inside(element).querySelectorAll("a"))
					ok(/^(https?|mailto|tel|webcal):/.test(link.href), link.href);
				element.remove();
			}
		}
		ok(!Reflect.get(globalThis, "hacked"), "hacked");
	});
});

describe("axe finds nothing", () => {
	beforeEach(() => {
		tileSource.address = tiles;
	});
	afterEach(async () => {
		clear();
		tileSource.address = address;
		await emulateMedia({ colorScheme: "light" });
		await setViewport({ width: 1100, height: 900 });
	});

	for (const language of ["nl", "en"]) {
		for (const [theme, width] of [
			["light", 1100],
			["dark", 1100],
			["light", 360],
			["dark", 360],
		] as const) {
			it(`in the map, in ${language}, ${theme}, ${width} pixels`, async () => {
				document.documentElement.lang = language;
				await setViewport({ width, height: 800 });
				for (const kind of ["events", "opportunities", "initiatives"] as const) {
					const main = newMain();
					const element = await closed(kind, { theme, "heading-level": "2" }, main);
					await axeFindsNothing(main, `${kind} before`);
					(await offered(element)).click();
					await until(() => pins(element).length && inside(element).querySelector(".leaflet-tile-loaded"));
					await axeFindsNothing(main, `${kind} map`);
					pins(element)[0]?.click();
					await until(() => inside(element).querySelector(".spot"));
					one(element, "summary").click();
					await axeFindsNothing(main, `${kind} open`);
					main.remove();
				}
			});
		}
	}

	it("in a map without images", async () => {
		tileSource.address = tiles.replace("tile", "no-tile");
		const main = newMain();
		const element = await closed("events", { "heading-level": "2" }, main);
		await warnings(async () => (await offered(element)).click());
		await until(() => texts(element, ".map-failed")[0]);
		await axeFindsNothing(main, "failed");
	});
});
