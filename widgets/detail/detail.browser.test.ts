import { axeFindsNothing, newMain } from "../testing/axe.ts";
import { injections } from "../testing/full-items.ts";
import { clear, inside, ok, one, place, reached, same, server, shown, texts, until } from "../testing/page.ts";

const dialog = (element: Element) => inside(element).querySelector<HTMLDialogElement>("dialog[open]");
const closed = (element: Element) =>
	until(() => !dialog(element) && !inside(element).querySelector("dialog"), "no dialog");

function titleLink(element: Element, title: string): HTMLAnchorElement {
	const found = [...inside(element).querySelectorAll<HTMLAnchorElement>("[part=title] a")].find((link) =>
		link.textContent?.includes(title),
	);
	ok(found, `no title ${title}`);
	return found;
}

/** Opens the item called `title` and waits for all of it. */
async function opened(element: Element, title: string) {
	titleLink(element, title).click();
	const found = await until(() => dialog(element), `a dialog about ${title}`);
	await until(() => status(element) === "", "everything there is to know");
	return found;
}

const status = (element: Element) => texts(element, "dialog [role=status]")[0];
const button = (element: Element, words: string) => {
	const found = [...inside(element).querySelectorAll<HTMLElement>("dialog button")].find((one) =>
		one.textContent?.includes(words),
	);
	ok(found, `no button ${words}`);
	return found;
};
const link = (element: Element, words: string) => {
	const found = [...inside(element).querySelectorAll<HTMLAnchorElement>("dialog a")].find((one) =>
		one.textContent?.includes(words),
	);
	ok(found, `no link ${words}`);
	return found;
};

/** The facts on screen, by their term. */
function facts(element: Element): Record<string, string> {
	const terms = texts(element, "dialog dt");
	const values = texts(element, "dialog dd");
	return Object.fromEntries(terms.map((term, n) => [term, values[n] ?? ""]));
}

describe("the dialog about an item", () => {
	afterEach(async () => {
		clear();
		await Promise.all(["vol", "midden"].map((region) => server.set(region, "up")));
	});

	it("tells all there is to know of an event", async () => {
		const element = await shown("events", { region: "vol" });
		const found = await opened(element, "Dag met alles");
		same(found.getAttribute("aria-labelledby"), "detail-title");
		same(texts(element, "#detail-title"), ["Dag met alles"]);
		const known = facts(element);
		same(known.Waar, "De Ketelhal, Stoompad 1, 5013 AA Tilburg Route: De Ketelhal, Stoompad 1, 5013 AA Tilburg");
		same(known.Kosten?.replace(/\s/g, " "), "€ 7,50, scholieren gratis");
		same(known.Toegankelijkheid, "Rolstoeltoegankelijk");
		same(known["Voor wie"], "Basisonderwijs, Ouders");
		same(known.Vakgebied, "Metaal en maakindustrie");
		same(known.Actielijn, "Kiezen voor techniek");
		same(known.Reeks, "Dagen met alles, 5e editie");
		same(known.Partners, "Vakcollege Spoorbuurt");
		same(known.Contact, "Het projectbureau, aanmeldingen bureau@voorbeeld.example +31 13 000 00 00");
		ok(/^\w+dag \d+ \w+ \d{4}, 10:00–12:30$/.test(known.Wanneer ?? ""), `when: ${known.Wanneer}`);
		same(texts(element, "dialog .text p"), [
			"Eerste alinea, met een regel eronder.",
			"Tweede alinea over wat er te doen is.",
		]);
		same(texts(element, "dialog .related :is(h3, h4)"), [
			"Andere edities",
			"Vacatures, stages en andere kansen",
			"Initiatieven",
		]);
		same(link(element, "Route").href, "https://www.openstreetmap.org/directions?to=51.57%2C5.06");
		same(link(element, "Agendabestand").href.replace(/[\w-]+\.ics$/, ""), `${location.origin}/feeds/vol/events/`);
		ok(link(element, "Aanmelden").href.endsWith("/aanmelden/0"), "no sign-up");
		same(link(element, "bureau@").getAttribute("href"), "mailto:bureau@voorbeeld.example");
		same(link(element, "+31").getAttribute("href"), "tel:+31130000000");
	});

	it("tells all there is to know of an opportunity, pay to the cent", async () => {
		const element = await shown("opportunities", { region: "vol" });
		await opened(element, "Baan met alles");
		const known = facts(element);
		same(known.Soort, "Leerwerkplek");
		same(known.Uren, "32–40 uur per week, vier dagen kan ook");
		same(known.Salaris?.replace(/\s/g, " "), "€ 14,06–€ 18,50 per uur, plus reiskosten");
		same(known.Leerweg, "Bbl: leren en werken");
		same(known.Bron, "De banensite");
		ok(known["Reageren tot en met"]?.endsWith("(nog 5 dagen)"), `deadline: ${known["Reageren tot en met"]}`);
		ok(link(element, "Reageren").href.endsWith("/reageren/0"), "no way to respond");
		button(element, "Sluiten").click();
		await closed(element);
		await opened(element, "Gevraagd");
		same(facts(element).Soort, "Gastles (gevraagd)");
	});

	it("tells all there is to know of an initiative, with what is like it and why", async () => {
		const element = await shown("initiatives", { region: "vol" });
		await opened(element, "Initiatief met alles");
		const known = facts(element);
		same(known.Doel, "Meer leerlingen die techniek kiezen");
		same(known.Resultaat, "Twintig scholen doen mee");
		same(known.Planning, "schooljaren 25-27");
		same(known.Fase, "Realisatie");
		same(known["Stand van zaken"], "Loopt");
		same(texts(element, "dialog dd li"), ["Vakcollege Spoorbuurt", "Programmabureau Techniek (trekker)"]);
		same(texts(element, "dialog dd p").slice(0, 2), ["Sterk Techniek Onderwijs: vierde ronde", "eigen uren"]);
		same(known.Schaal, "Regionaal");
		const headings = ["Activiteiten", "Vacatures, stages en andere kansen", "Vergelijkbare initiatieven"];
		same(texts(element, "dialog .related :is(h3, h4)"), headings);
		ok(
			texts(element, "dialog .related li").some((text) => text.includes("zelfde plaats: Tilburg")),
			"no reason",
		);
	});

	it("says first what became of an event, and takes no sign-up where there is nothing to go to", async () => {
		const element = await shown("events", { region: "statussen" });
		for (const [title, said, actions] of [
			["Geannuleerde dag", /^Geannuleerd$/, 0],
			["Volle dag", /^Vol$/, 1],
			["Uitgestelde dag", /^Uitgesteld$/, 0],
			["Verplaatste dag", /^Verplaatst, was za 10 jan,? 10:00$/, 2],
		] as const) {
			await opened(element, title);
			ok(said.test(texts(element, "dialog .status")[0] ?? ""), `${title}: ${texts(element, "dialog .status")}`);
			same(inside(element).querySelectorAll("dialog .actions .button").length, actions, title);
			button(element, "Sluiten").click();
			await closed(element);
		}
		await opened(element, "Dag op het scherm");
		ok(texts(element, "dialog .tag").includes("Online"), "not said to be online");
		button(element, "Sluiten").click();
		await closed(element);
		await opened(element, "Dag in New York");
		ok(/\d\d:\d\d \S+ · .* bij u$/.test(facts(element).Wanneer ?? ""), `no zone: ${facts(element).Wanneer}`);
	});

	it("takes no response after the last day, also when a link still led there", async () => {
		const element = await shown("opportunities", { region: "vol" });
		const { now } = Date;
		Date.now = () => now() + 30 * 86_400_000;
		try {
			await opened(element, "Baan met alles");
		} finally {
			Date.now = now;
		}
		same(texts(element, "dialog .notice"), ["Reageren kan niet meer: de termijn is voorbij."]);
		ok(!inside(element).querySelector("dialog .actions"), "one can respond");
	});

	it("takes the focus to its title, keeps it inside, and gives it back to the title that opened it", async () => {
		const element = await shown("events", { region: "vol" });
		const opener = titleLink(element, "Dag met alles");
		opener.focus();
		const found = await opened(element, "Dag met alles");
		same(inside(element).activeElement?.id, "detail-title");
		ok(found.matches(":modal"), "not modal");
		found.close();
		await closed(element);
		ok(inside(element).activeElement === opener, "the focus did not come back");
	});

	it("opens another item also right after the one before was closed", async () => {
		const element = await shown("events", { region: "vol" });
		const found = await opened(element, "Dag met alles");
		for (let turn = 0; turn < 5; turn++) {
			found.close();
			titleLink(element, "Dag met alles, vorig jaar").click();
			await until(() => dialog(element), "a dialog");
			await new Promise((resolve) => setTimeout(resolve, 30));
			same(texts(element, "#detail-title"), ["Dag met alles, vorig jaar"]);
			ok(dialog(element), "closed again");
			dialog(element)?.close();
		}
	});

	it("closes on a press on the backdrop, and not when a selection that began inside ends there", async () => {
		const element = await shown("events", { region: "vol" });
		const found = await opened(element, "Dag met alles");
		const press = (target: Element, type: string) => target.dispatchEvent(new PointerEvent(type, { bubbles: true }));
		press(one(element, "dialog dt"), "pointerdown");
		press(found, "click");
		ok(found.open, "closed at the end of a selection");
		press(one(element, "dialog dt"), "click");
		ok(found.open, "closed by a press inside");
		press(found, "pointerdown");
		press(found, "click");
		await closed(element);
	});

	it("opens what an item leads to in the same dialog, of any kind, with a way back to where one was", async () => {
		const element = await shown("events", { region: "vol" });
		await opened(element, "Dag met alles");
		link(element, "Initiatief met alles").click();
		await until(() => texts(element, "#detail-title")[0] === "Initiatief met alles");
		await until(() => facts(element).Doel, "its own facts");
		same(inside(element).activeElement?.id, "detail-title");
		link(element, "Baan met alles").click();
		await until(() => facts(element).Salaris, "the facts of the third");
		button(element, "Terug").click();
		await until(() => texts(element, "#detail-title")[0] === "Initiatief met alles");
		await until(
			() => inside(element).activeElement?.textContent === "Baan met alles",
			"the focus on what one came from",
		);
		button(element, "Terug").click();
		await until(() => texts(element, "#detail-title")[0] === "Dag met alles");
		ok(!texts(element, "dialog button").some((words) => words.includes("Terug")), "still a way back");
		same(inside(element).querySelectorAll("dialog").length, 1);
	});

	it("shows what the feed said while the rest cannot be had, and tries again", async () => {
		const element = await shown("events", { region: "vol" });
		await server.set("vol", "down");
		titleLink(element, "Dag met alles").click();
		await until(() => status(element) === "Meer informatie is nu niet bereikbaar.");
		same(facts(element).Toegankelijkheid, "Rolstoeltoegankelijk");
		same(texts(element, "dialog .text p").length, 2);
		ok(link(element, "Naar de eigen pagina").href.includes("/events/"), "no page");
		await server.set("vol", "up");
		button(element, "Opnieuw proberen").click();
		await until(() => texts(element, "dialog .related").length, "what it leads to");
		same(status(element), "");
		same(inside(element).activeElement?.id, "detail-title");
	});

	it("shows what a file of the partner holds and asks nothing more, but asks beside an inventory's feed elsewhere", async () => {
		const { fetch: really } = globalThis;
		const asked: string[] = [];
		globalThis.fetch = (...given: Parameters<typeof fetch>) => {
			asked.push(new URL(String(given[0])).pathname);
			return really(...given);
		};
		try {
			const element = await shown("events", { src: "/hosts/vol.json" });
			await opened(element, "Dag met alles");
			same(facts(element).Toegankelijkheid, "Rolstoeltoegankelijk");
			same(asked, ["/hosts/vol.json"]);
			ok(!texts(element, "dialog a").some((words) => words.includes(".ics")), "a calendar file that is nowhere");
			element.setAttribute("src", "/feeds/vol/events.json");
			button(element, "Sluiten").click();
			await until(() => asked.includes("/feeds/vol/events.json"));
			await reached(element, "ready");
			await opened(element, "Dag met alles");
			same(asked.filter((path) => path.startsWith("/feeds/vol/events/")).length, 1);
		} finally {
			globalThis.fetch = really;
		}
	});

	it("leaves nothing behind when the element leaves the page with the dialog open", async () => {
		const element = await shown("events", { region: "vol" });
		const found = await opened(element, "Dag met alles");
		element.remove();
		ok(!found.matches(":modal"), "still modal");
		document.body.append(element);
		await reached(element, "ready");
		await closed(element);
		await opened(element, "Dag met alles");
	});

	it("is left to a partner who opens a dialog of its own", async () => {
		const element = await shown("events", { region: "vol" });
		element.addEventListener("techniek-select", (event) => event.preventDefault());
		titleLink(element, "Dag met alles").click();
		await new Promise((resolve) => setTimeout(resolve, 300));
		ok(!dialog(element), "ours opened");
	});

	it("runs nothing that stands in any field, and links to no script", async () => {
		Reflect.deleteProperty(globalThis, "hacked");
		for (const [n] of injections.entries()) {
			for (const kind of ["events", "opportunities", "initiatives"] as const) {
				const element = await shown(kind, { region: `vergif-${n}`, "structured-data": "", "deep-link": "x" });
				// Their own addresses are of no use, so that their titles are no links.
				const item = Reflect.get(element, "items")[0];
				Reflect.get(element, "open").call(element, item);
				await until(() => dialog(element), "a dialog");
				await until(() => status(element) !== "Laden…", "the rest");
				for (const link of inside(element).querySelectorAll("a")) {
					ok(/^(https?|mailto|tel|webcal):$/.test(link.protocol), `link to ${link.href}`);
				}
				ok(!inside(element).querySelector("script, img, iframe, svg, dialog style"), "made of markup");
				button(element, "Sluiten").click();
				await closed(element);
				clear();
			}
		}
		same(Reflect.get(globalThis, "hacked"), undefined);
	});

	for (const language of ["nl", "en"]) {
		it(`gives axe nothing to find, in any kind and state, in ${language}`, async () => {
			document.documentElement.lang = language;
			for (const theme of ["light", "dark", "auto"]) {
				for (const [kind, title, other] of [
					["events", "Dag met alles", "Initiatief met alles"],
					["opportunities", "Baan met alles", "Dag met alles"],
					["initiatives", "Initiatief met alles", "Baan met alles"],
				] as const) {
					const main = newMain();
					const element = place(kind, { region: "vol", theme, "heading-level": "2" }, main);
					await reached(element, "ready");
					await opened(element, title);
					for (const details of inside(element).querySelectorAll("details")) details.open = true;
					await axeFindsNothing(main, `${kind} ${theme}`);
					await server.set("vol", "down");
					link(element, other).click();
					await until(() => /bereikbaar|reached/.test(status(element) ?? ""), "a failure");
					await axeFindsNothing(main, `${kind} ${theme} failed`);
					await server.set("vol", "up");
					main.remove();
				}
			}
		});
	}
});
