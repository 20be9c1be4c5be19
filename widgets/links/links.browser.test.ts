import fc from "fast-check";
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
	shown,
	texts,
	titles,
	until,
} from "../testing/page.ts";

const page = location.href.replace(/#.*/, "");
const go = (hash: string) => history.replaceState(null, "", page + hash);

/** As somebody who follows a link within the page. */
function follow(hash: string) {
	location.hash = hash;
}

function choose(element: Element, name: string, value: string) {
	const field = one<HTMLSelectElement>(element, `select[name="${name}"]`);
	field.value = value;
	field.dispatchEvent(new Event("change", { bubbles: true }));
}

const chips = (element: Element) => texts(element, ".chip").map((chip) => chip.replace(/^Verwijder filter | ×$/g, ""));
const shows = (element: Element, ...expected: string[]) =>
	until(() => JSON.stringify(chips(element)) === JSON.stringify(expected), `chips ${expected}, not ${chips(element)}`);
const hashIs = (hash: string) => until(() => location.hash === hash, `hash ${hash}`);
const dialog = (element: Element) => inside(element).querySelector<HTMLDialogElement>("dialog[open]");

const region = "midden";

describe("the visitor's filters in the page's address", () => {
	afterEach(() => {
		clear();
		go("");
	});

	it("stay out of it unless the partner asks for them", async () => {
		go("#opportunities.type=internship");
		const element = await shown("opportunities", { region });
		same(chips(element), []);
		choose(element, "place", "Waalwijk");
		await shows(element, "Plaats: Waalwijk");
		same(location.hash, "#opportunities.type=internship");
	});

	it("are written as they change, in place, beside what is there", async () => {
		go("#contact&ander=1");
		const steps = history.length;
		const element = await shown("opportunities", { region, "deep-link": "" });
		choose(element, "place", "Waalwijk");
		await hashIs("#contact&ander=1&opportunities.place=Waalwijk");
		await reached(element, "ready");
		choose(element, "type", "internship");
		await hashIs("#contact&ander=1&opportunities.place=Waalwijk&opportunities.type=internship");
		same(history.length, steps);
		one(element, ".clear").click();
		await hashIs("#contact&ander=1");
	});

	it("are read from it: words at once, the rest once the feed knows it, with its label", async () => {
		go("#banen.type=internship&banen.q=ploeg&banen.stage=onbekend&banen.region=weg&place=Goirle&banen.organization=x");
		const element = place("opportunities", { region, "deep-link": "banen", filters: "q,type,stage" });
		await shows(element, "Zoeken: ploeg", "Soort: Stage");
		await reached(element, "ready");
		ok(titles(element).length && titles(element).every((title) => title.includes("Stage")), `${titles(element)}`);
		// What is not understood stays, for who does.
		ok(location.hash.includes("banen.stage=onbekend"), location.hash);
	});

	it("follow a link in the page, but an anchor leaves them alone", async () => {
		const element = await shown("opportunities", { region, "deep-link": "" });
		follow("#opportunities.place=Waalwijk&opportunities.type=internship");
		await shows(element, "Soort: Stage", "Plaats: Waalwijk");
		// A value that is not among those of the list as it is now.
		follow("#opportunities.place=Goirle&opportunities.type=guest-lesson");
		await shows(element, "Soort: Gastles", "Plaats: Goirle");
		follow("#contact");
		await pause(200);
		same(chips(element), ["Soort: Gastles", "Plaats: Goirle"]);
		same(location.hash, "#contact");
		choose(element, "type", "");
		await hashIs("#contact");
		await shows(element, "Plaats: Goirle");
	});

	it("are those of the name: two elements share one, and another name is another list", async () => {
		const [one, two, three] = [
			await shown("opportunities", { region, "deep-link": "samen" }),
			await shown("opportunities", { region, "deep-link": "samen" }),
			await shown("opportunities", { region, "deep-link": "apart" }),
		];
		choose(one, "place", "Waalwijk");
		await shows(two, "Plaats: Waalwijk");
		choose(three, "place", "Goirle");
		await hashIs("#samen.place=Waalwijk&apart.place=Goirle");
		choose(two, "place", "");
		await hashIs("#apart.place=Goirle");
		await until(() => !chips(one).length, "cleared in the other");
		same(chips(three), ["Plaats: Goirle"]);
	});

	it("of two kinds under one name leave alone what the other does not know", async () => {
		const opportunities = await shown("opportunities", { region, "deep-link": "samen" });
		const events = await shown("events", { region, "deep-link": "samen" });
		choose(opportunities, "type", "internship");
		await hashIs("#samen.type=internship");
		await pause(300);
		same([chips(opportunities), chips(events)], [["Soort: Stage"], []]);
		choose(events, "place", "Waalwijk");
		await hashIs("#samen.type=internship&samen.place=Waalwijk");
		await shows(opportunities, "Soort: Stage", "Plaats: Waalwijk");
	});

	it("go with the element: nothing of it listens or writes any more", async () => {
		const element = await shown("opportunities", { region, "deep-link": "" });
		element.remove();
		follow("#opportunities.place=Waalwijk");
		await pause(150);
		same(Reflect.get(element, "chosen"), {});
	});

	it("bring the visitor to the anchor beside them", async () => {
		const target = document.createElement("h2");
		target.id = "contact";
		go("#contact&opportunities.place=Waalwijk");
		const element = place("opportunities", { region, "deep-link": "", style: "display: block; min-height: 5000px" });
		document.body.append(target);
		await shows(element, "Plaats: Waalwijk");
		await until(() => scrollY > 1000, "the anchor in view");
		scrollTo(0, 0);
	});

	it("are kept in the widget alone where a page may not change its address", async () => {
		const { replaceState } = history;
		history.replaceState = () => {
			throw new DOMException("The operation is insecure.", "SecurityError");
		};
		try {
			const element = await shown("opportunities", { region, "deep-link": "" });
			choose(element, "place", "Waalwijk");
			await shows(element, "Plaats: Waalwijk");
			await reached(element, "ready");
		} finally {
			history.replaceState = replaceState;
		}
		same(location.hash, "");
	});

	it("never make it ask another feed, or more than the partner allows, whatever the address says", async () => {
		const { fetch: really } = globalThis;
		const asked: URL[] = [];
		globalThis.fetch = (...given: Parameters<typeof fetch>) => {
			const url = new URL(String(given[0]));
			if (url.pathname.startsWith("/feeds/")) asked.push(url);
			return really(...given);
		};
		const key = fc.constantFrom(
			"place",
			"type",
			"stage",
			"q",
			"from",
			"to",
			"region",
			"src",
			"limit",
			"view",
			"widget",
			"item",
		);
		const value = fc.oneof(
			fc.constantFrom("Tilburg", "Goirle", "flevoland", "//evil.example/feed.json", "../x", "internship", "po", "200"),
			fc.string({ maxLength: 12 }),
		);
		const hashes = fc.array(fc.tuple(fc.constantFrom("x", "opportunities", ""), key, value), { maxLength: 6 });
		try {
			await fc.assert(
				fc.asyncProperty(hashes, async (pieces) => {
					asked.length = 0;
					const said = pieces.map(([name, parameter, text]) => `${name}.${parameter}=${encodeURIComponent(text)}`);
					go(`#${said.join("&")}`);
					const attributes = {
						region,
						place: "Waalwijk",
						type: "internship",
						limit: "5",
						filters: "q,place,type,stage",
					};
					const element = place("opportunities", { ...attributes, "deep-link": "x" });
					await until(() => ["ready", "filtered-empty"].includes(String(Reflect.get(element, "state"))), "an answer");
					await pause(40);
					ok(asked.length > 0, "nothing asked");
					for (const { origin, pathname, searchParams } of asked) {
						ok(
							origin === location.origin && /^\/feeds\/midden\/opportunities(\/[^/]+)?\.json$/.test(pathname),
							pathname,
						);
						if (pathname !== "/feeds/midden/opportunities.json") continue;
						same(
							[searchParams.getAll("place"), searchParams.getAll("type"), searchParams.get("limit")],
							[["Waalwijk"], ["internship"], "5"],
						);
					}
					clear();
				}),
				{ numRuns: 40 },
			);
		} finally {
			globalThis.fetch = really;
		}
	});
});

describe("an item in the page's address", () => {
	afterEach(async () => {
		clear();
		go("");
		await server.set("vol", "up");
	});

	const first = "00000001-0000-7000-8000-000000000000";

	it("is there while its dialog is open; going back closes it, going forward opens it", async () => {
		const element = await shown("events", { region: "vol", "deep-link": "agenda" });
		one(element, "[part=title] a").click();
		await hashIs(`#agenda.item=${first}`);
		await until(() => dialog(element));
		history.back();
		await until(() => !dialog(element), "closed");
		same(location.hash, "");
		history.forward();
		await until(() => dialog(element), "open again");
		same(texts(element, "#detail-title"), ["Dag met alles"]);
	});

	it("takes no more steps back than there were pages, however many are opened", async () => {
		const element = await shown("events", { region: "vol", "deep-link": "" });
		go("#begin");
		const before = history.length;
		for (let turn = 0; turn < 3; turn++) {
			one(element, "[part=title] a").click();
			await until(() => dialog(element));
			await until(() => location.hash.includes("item="));
			one(element, "[data-close]").click();
			await hashIs("#begin");
			await until(() => !dialog(element));
		}
		// A step forward that the test before this one left is replaced by the first of ours.
		ok(history.length <= before + 1, `${history.length - before} steps more`);
	});

	it("opens from a link, once, and leaves the address when it is closed", async () => {
		go(`#contact&events.item=${first}`);
		const [element, other] = [
			place("events", { region: "vol", "deep-link": "" }),
			place("events", { region: "vol", "deep-link": "" }),
		];
		await until(() => dialog(element) ?? dialog(other), "a dialog");
		await pause(300);
		same([dialog(element), dialog(other)].filter(Boolean).length, 1);
		(dialog(element) ?? dialog(other))?.close();
		await hashIs("#contact");
		await pause(100);
		same([dialog(element), dialog(other)].filter(Boolean).length, 0);
	});

	it("opens also when it is further down the list than what is on screen", async () => {
		go("#events.item=00000001-0000-7000-8000-000000000030");
		const element = await shown("events", { region: "midden", limit: "5", "deep-link": "" });
		await until(() => dialog(element), "a dialog");
		ok(texts(element, "#detail-title")[0]?.endsWith(" 31"), `${texts(element, "#detail-title")}`);
	});

	it("does not open what the partner's page leaves out, nor what is no item", async () => {
		for (const item of ["00000001-0000-7000-8000-000000000030", "../../x", "weg", "%2e%2e%2fflevoland"]) {
			go(`#events.item=${item}`);
			const element = await shown("events", { region: "midden", place: "Tilburg", limit: "5", "deep-link": "" });
			await pause(250);
			ok(!dialog(element), `opened ${item}`);
			clear();
		}
	});

	it("does not open a job that nobody can respond to any more", async () => {
		go("#opportunities.item=00000002-0000-7000-8000-000000000000");
		const element = await shown("opportunities", { region: "verlopen", "deep-link": "" });
		await pause(250);
		ok(!dialog(element), "opened");
	});
});
