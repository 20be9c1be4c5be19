import { clear, ok, pause, same, texts, titles, until } from "./testing/page.ts";

/** `gc` is there because of a flag in web-test-runner.config.mjs. */
type Partner = Window & typeof globalThis & { seen: string[]; shifted: number; gc(): void };

/** Opens a page of the test server (feed-server.ts) with the built script in it. */
async function open(name: string, width = 800): Promise<Partner> {
	const frame = document.createElement("iframe");
	frame.width = String(width);
	frame.src = `/hosts/${name}`;
	document.body.append(frame);
	await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
	ok(frame.contentWindow, "no page");
	// A frame of our own origin, with what watch.js put there.
	return frame.contentWindow as Partner;
}

const find = (page: Partner, selector: string) =>
	until(() => page.document.querySelector<HTMLElement>(selector), selector);

async function filled(page: Partner, selector: string, count = 3) {
	const element = await find(page, selector);
	await until(() => element.shadowRoot && titles(element).length === count, `${count} items in ${selector}`);
	return element;
}

describe("the script that partners embed", () => {
	afterEach(clear);

	it("fills its elements under default-src 'none' with Trusted Types enforced, also when it is there three times", async () => {
		const page = await open("strict");
		for (const kind of ["events", "opportunities", "initiatives"]) {
			const element = await filled(page, `techniek-${kind}`);
			same(page.getComputedStyle(element).display, "block", "styles are blocked");
		}
		const dashboard = await find(page, "techniek-dashboard");
		await until(() => dashboard.shadowRoot?.querySelector("svg.chart"), "a chart");
		same(page.getComputedStyle(dashboard).display, "block", "styles are blocked");
		await pause(200);
		same(page.seen, []);
	});

	it("takes its feeds from where it was loaded", async () => {
		const page = await open("twice");
		await filled(page, "techniek-events");
		const asked = page.performance.getEntriesByType("resource").map(({ name }) => name);
		ok(asked.includes(`${location.origin}/feeds/drie/events.json?limit=20`), asked.join());
		ok(
			asked.every((address) => new URL(address).origin === location.origin),
			"third party",
		);
	});

	it("survives a second copy and another version, and upgrades a place once", async () => {
		const page = await open("twice");
		await filled(page, "div > techniek-events");
		await pause(200);
		same(page.document.querySelectorAll("techniek-events").length, 2);
		same(page.seen, []);
	});

	it("stores nothing on the visitor's device", async () => {
		const page = await open("twice");
		await filled(page, "techniek-events");
		same([page.document.cookie, page.localStorage.length, page.sessionStorage.length], ["", 0, 0]);
	});

	it("upgrades a div with data attributes, with its children as the fallback", async () => {
		const page = await open("places");
		const element = await filled(page, "#early > techniek-events");
		same(element.getAttribute("heading-level"), "2");
		same(element.querySelector("a")?.textContent, "Agenda");
		same((await find(page, "[data-techniek=raadsel]")).textContent, "Blijft");
	});

	it("upgrades a div that wants figures, with the attributes of its own", async () => {
		const page = await open("places");
		await filled(page, "#early > techniek-events");
		const place = page.document.createElement("div");
		place.dataset.techniek = "dashboard";
		place.dataset.region = "drie";
		place.dataset.indicator = "edities";
		page.document.body.append(place);
		const element = await filled(page, "div > techniek-dashboard", 1);
		place.dataset.indicator = "edities,bezoekers";
		await until(() => titles(element).length === 2, "another indicator");
	});

	it("leaves the children of an element in place when its part cannot be had", async () => {
		const page = await open("no-parts");
		const element = await find(page, "techniek-dashboard");
		await until(() => page.seen.some((one) => one.startsWith("script-src")), "the part to be stopped");
		await pause(100);
		ok(element.querySelector("a")?.checkVisibility(), "no fallback");
	});

	it("upgrades a div that comes later, and follows its attributes", async () => {
		const page = await open("places");
		await filled(page, "#early > techniek-events");
		const place = page.document.createElement("div");
		place.dataset.techniek = "opportunities";
		place.dataset.region = "drie";
		const section = page.document.createElement("section");
		section.append(place);
		page.document.body.append(section);
		const element = await filled(page, "section techniek-opportunities");
		place.dataset.region = "verlopen";
		await until(() => titles(element).length === 2, "other region");
		place.dataset.techniek = "initiatives";
		place.dataset.region = "drie";
		await filled(page, "section techniek-initiatives");
		same(place.children.length, 1);
	});

	it("works again after the page's body was swapped", async () => {
		const page = await open("places");
		await filled(page, "#early > techniek-events");
		const body = page.document.createElement("body");
		const place = page.document.createElement("div");
		place.dataset.techniek = "events";
		place.dataset.region = "drie";
		body.append(place);
		page.document.body.replaceWith(body);
		await filled(page, "body > div > techniek-events");
	});

	it("moves nothing on a page that keeps its height free", async () => {
		const page = await open("reserved");
		await filled(page, "techniek-events", 5);
		await pause(200);
		same(page.shifted, 0);
	});

	it("keeps its own look in a page whose styles reset everything", async () => {
		const page = await open("hostile");
		const element = await filled(page, "techniek-events");
		await until(() => page.getComputedStyle(page.document.body).letterSpacing === "9px", "the page's styles");
		const title = element.shadowRoot?.querySelector("[part=title]");
		ok(title, "no title");
		const style = page.getComputedStyle(title);
		same(
			[style.letterSpacing, style.textTransform, style.textAlign, style.wordSpacing],
			["normal", "none", "start", "0px"],
		);
		same([style.fontFamily, style.display], ["serif", "block"]);
		ok(Number.parseFloat(style.fontSize) > 15, style.fontSize);
	});

	it("fits in 320 pixels, as text of any length does", async () => {
		const page = await open("hostile", 320);
		await filled(page, "techniek-events");
		ok(page.document.documentElement.scrollWidth <= 320, `${page.document.documentElement.scrollWidth} px wide`);
	});

	it("is let go of by everything when a page adds and removes it 50 times", async () => {
		const page = await open("places");
		await filled(page, "#early > techniek-events");
		const kept: WeakRef<Element>[] = [];
		for (let times = 0; times < 50; times++) {
			const element = page.document.createElement("techniek-events");
			element.setAttribute("region", "drie");
			page.document.body.append(element);
			kept.push(new WeakRef(element));
			await pause(5);
			element.remove();
		}
		await until(() => {
			page.gc();
			// The engine may hold on to the last few for a while.
			return kept.filter((one) => one.deref()).length < 5;
		}, "elements to be collected");
		same(page.document.querySelectorAll("techniek-events").length, 1);
		same(page.seen, []);
		same(texts(await find(page, "#early > techniek-events"), "[role=status]"), ["3 activiteiten"]);
	});
});
