import { injections } from "../testing/full-items.ts";
import { clear, inside, ok, one, place, reached, same, shown, until } from "../testing/page.ts";

const blocks = (element: Element) => [...element.querySelectorAll('script[type="application/ld+json"]')];

function read(element: Element): { itemListElement: Record<string, unknown>[] } {
	same(blocks(element).length, 1, "data blocks");
	return JSON.parse(blocks(element)[0]?.textContent ?? "");
}

const things = (element: Element) =>
	read(element).itemListElement.map(({ item, name }) => (item ? Reflect.get(Object(item), "@type") : name));

describe("structured data in the partner's page", () => {
	afterEach(clear);

	it("is not there unless it is asked for", async () => {
		const element = await shown("events", { region: "drie" });
		same(blocks(element).length, 0);
	});

	it("lists the events on screen, each with its own page, and what search engines need of it", async () => {
		const element = await shown("events", { region: "vol", "structured-data": "" });
		await until(() => blocks(element).length, "a data block");
		const [first] = read(element).itemListElement;
		const thing = Object(first?.item);
		same([first?.["@type"], first?.position], ["ListItem", 1]);
		same(thing["@type"], "Event");
		same(thing.name, "Dag met alles");
		ok(/^https:\/\/inventory\.example\/proefregio\/events\//.test(thing.url), `url ${thing.url}`);
		same(thing.location.address.addressLocality, "Tilburg");
		same(thing.offers.price, 7.5);
		same(thing.eventStatus, "https://schema.org/EventScheduled");
	});

	it("has initiatives, names what is no job, and has no job postings among others, which Google forbids", async () => {
		const initiatives = await shown("initiatives", { region: "vol", "structured-data": "" });
		await until(() => blocks(initiatives).length);
		same(things(initiatives), ["Organization", "Project"]);
		const opportunities = await shown("opportunities", { region: "vol", "structured-data": "" });
		await until(() => blocks(opportunities).length);
		same(things(opportunities), ["Baan met alles", "Gevraagd: een gastles"]);
		const single = await shown("opportunities", { region: "vol", type: "work-study", "structured-data": "" });
		await until(() => blocks(single).length);
		same(things(single), ["JobPosting"]);
	});

	it("follows the list, and goes with the element or the attribute", async () => {
		const element = await shown("events", { region: "midden", limit: "3", "structured-data": "" });
		await until(() => blocks(element).length);
		same(read(element).itemListElement.length, 3);
		one(element, "[part=more]").click();
		await until(() => read(element).itemListElement.length === 6, "six of them");
		element.removeAttribute("structured-data");
		await until(() => !blocks(element).length, "nothing left");
		element.setAttribute("structured-data", "");
		await until(() => blocks(element).length);
		element.remove();
		same(blocks(element).length, 0);
		document.body.append(element);
		await reached(element, "ready");
		await until(() => blocks(element).length === 1, "a new one");
		const nothing = await shown("events", { region: "leeg", "structured-data": "" }, "empty");
		same(blocks(nothing).length, 0);
	});

	it("can hold any text, of which nothing ends the script or runs", async () => {
		Reflect.deleteProperty(globalThis, "hacked");
		for (const [n] of injections.entries()) {
			for (const kind of ["events", "opportunities", "initiatives"] as const) {
				const element = place(kind, { region: `vergif-${n}`, "structured-data": "" });
				await reached(element, "ready");
				await until(() => blocks(element).length);
				ok(!blocks(element)[0]?.textContent?.includes("<"), "something that could end it");
				same(read(element).itemListElement.length, inside(element).querySelectorAll("[part=item]").length);
				// As a parser would see it.
				const parsed = new DOMParser().parseFromString(element.innerHTML, "text/html");
				same(parsed.querySelectorAll("script").length, 1);
			}
			clear();
		}
		same(Reflect.get(globalThis, "hacked"), undefined);
	});

	it("stands in a page that enforces Trusted Types and allows no policy, without a violation", async () => {
		const frame = document.createElement("iframe");
		frame.src = "/hosts/structured";
		document.body.append(frame);
		const page = await until(() => frame.contentDocument?.querySelector("techniek-events") && frame.contentWindow);
		await until(() => page.document.querySelector("techniek-events > script"), "a data block");
		await new Promise((resolve) => setTimeout(resolve, 200));
		const element = page.document.querySelector("techniek-events");
		ok(element, "no element");
		same(read(element).itemListElement.length, 2);
		same(Reflect.get(page, "seen"), []);
	});
});
