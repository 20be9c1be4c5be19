import { createHash } from "node:crypto";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { openTestInventory, publicUrl, type TestInventory } from "../testing/inventory.ts";

let inventory: TestInventory;
beforeAll(async () => {
	inventory = await openTestInventory({ samples: true });
}, 60_000);
afterAll(() => inventory.close());

async function open(path: string, headers: Record<string, string> = {}) {
	const response = await inventory.call(`/embed/frame/${path}`, { headers });
	const { document } = new JSDOM(await response.text()).window;
	return { response, document };
}

const attributesOf = (element: Element | null) =>
	Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]));

describe("the frame page", () => {
	it("holds the element with the parameters as its attributes, and a link for when nothing loads", async () => {
		const { response, document } = await open(
			"events?region=midden-brabant&place=Tilburg&place=Waalwijk&limit=5&lang=en&structured-data=&q=",
		);
		expect(response.status).toBe(200);
		expect(attributesOf(document.querySelector("techniek-events"))).toEqual({
			region: "midden-brabant",
			place: "Tilburg,Waalwijk",
			limit: "5",
			"structured-data": "",
			lang: "en",
			"heading-level": "2",
			detail: "page",
		});
		const link = document.querySelector("techniek-events a");
		expect(link?.getAttribute("href")).toBe(`${publicUrl}/midden-brabant/events`);
		expect(document.documentElement.lang).toBe("en");
		expect(document.title).toBe("Technology events Midden-Brabant");
		expect(document.querySelector("h1")?.textContent).toBe(document.title);
	});

	it("may stand in any page, loads from one origin by name, and lets no text become a script", async () => {
		const { response, document } = await open("events?region=flevoland");
		const policy = response.headers.get("content-security-policy") ?? "";
		expect(policy).toContain(
			`default-src 'none'; script-src ${publicUrl}; style-src ${publicUrl}; connect-src ${publicUrl};`,
		);
		// Named, even as `*`, it keeps out pages without an origin.
		expect(policy).not.toContain("frame-ancestors");
		expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
		expect(policy).not.toContain("'self'");
		expect(response.headers.get("x-frame-options")).toBeNull();
		const loaded = [...document.querySelectorAll("script, link[rel=stylesheet]")].map(
			(element) => element.getAttribute("src") ?? element.getAttribute("href"),
		);
		expect(loaded.sort()).toEqual(
			["/embed/frame.css", "/embed/frame.js", "/embed/v1.js"].map((path) => publicUrl + path),
		);
		for (const path of ["/embed/frame.css", "/embed/frame.js"]) {
			const part = await inventory.call(path);
			expect([part.status, part.headers.get("cross-origin-resource-policy")]).toEqual([200, "cross-origin"]);
		}
	});

	it("tells of its oEmbed answer, which gives the same frame", async () => {
		const { document } = await open("initiatives?region=flevoland&view=table");
		const address = document.querySelector("link[type='application/json+oembed']")?.getAttribute("href") ?? "";
		const answer = await inventory.call(address.replace(publicUrl, ""));
		expect(z.object({ html: z.string() }).parse(await answer.json()).html).toContain(
			`${publicUrl}/embed/frame/initiatives?region=flevoland&amp;view=table`,
		);
	});

	it.each([
		["events?region=flevoland&kleur=rood", 400, "kleur", /Dit attribuut kennen we hier niet/],
		["events?region=flevoland&view=table", 400, "view", /Kies uit: list, cards, month, map/],
		["events?region=flevoland&src=https://x.example/feed.json", 400, "src", /eigen pagina/],
		["events?region=flevoland&__proto__=x", 400, "__proto__", /kennen we hier niet/],
		["events", 400, "region", /Geef een regio/],
		["events?region=atlantis", 404, "region", /kennen we niet. Kies uit: .*flevoland/],
		["events?widget=nergens", 404, "widget", /geen widget met deze naam/],
		["events?region=flevoland&item=0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40", 404, "item", /is er niet/],
		["events?region=flevoland&item=x&limit=5", 400, "item", /alleen region, lang en theme/],
	])("says what is wrong with %s", async (path, status, name, sentence) => {
		const { response, document } = await open(path);
		expect([response.status, response.headers.get("cache-control")]).toEqual([status, "no-store"]);
		const [line] = document.querySelectorAll("li");
		expect(line?.querySelector("code")?.textContent).toBe(name);
		expect(line?.textContent).toMatch(sentence);
		expect(document.documentElement.lang).toBe("nl");
		const english = await open(path, { "Accept-Language": "en" });
		expect(english.document.documentElement.lang).toBe("en");
		expect(english.document.querySelector("li")?.textContent).not.toBe(line?.textContent);
	});

	it("takes the look that a page around it cannot give, and allows just that style", async () => {
		const { response, document } = await open(
			"events?region=flevoland&style.link-color=%238A2&style.radius=8&style.gap=",
		);
		const text = document.querySelector("style")?.textContent ?? "";
		expect(text).toBe("techniek-events {\n  --techniek-link-color: #88aa22;\n  --techniek-radius: 8px;\n}");
		const hash = createHash("sha256").update(text).digest("base64");
		expect(response.headers.get("content-security-policy")).toContain(`style-src ${publicUrl} 'sha256-${hash}';`);
		const refused = await open("events?region=flevoland&style.radius=1px}*{color:red&style.onload=x");
		expect(refused.response.status).toBe(400);
		expect([...refused.document.querySelectorAll("code")].map((code) => code.textContent)).toEqual([
			"style.radius",
			"style.onload",
		]);
	});

	it("is not there for kinds without an element", async () => {
		expect((await open("organizations?region=flevoland")).response.status).toBe(404);
	});

	it("keeps every hostile value inside its attribute", async () => {
		const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;
		const { response, document } = await open(`events?region=flevoland&q=${encodeURIComponent(hostile)}`);
		expect(response.status).toBe(200);
		expect(document.querySelector("techniek-events")?.getAttribute("q")).toBe(hostile);
		expect(document.querySelectorAll("img").length).toBe(0);
		expect(document.querySelectorAll("script:not([src])").length).toBe(0);
		const refused = await open(`events?region=flevoland&${encodeURIComponent(hostile)}=1`);
		expect(refused.response.status).toBe(400);
		expect(refused.document.querySelector("code")?.textContent).toBe(hostile);
		expect(refused.document.querySelectorAll("img, script:not([src])").length).toBe(0);
	});

	it("shows one item with its facts and a link to its own page", async () => {
		const item = (await inventory.site.items("midden-brabant", "events"))?.items[0];
		const { response, document } = await open(`events?region=midden-brabant&item=${item?.id}`);
		expect(response.status).toBe(200);
		expect(document.querySelector("h1 a")?.getAttribute("href")).toBe(item?.url);
		expect(document.querySelector("h1")?.textContent).toBe(item?.title);
		expect(document.querySelectorAll("dt").length).toBeGreaterThan(1);
		expect(document.querySelector("techniek-events")).toBeNull();
	});

	it("shows a managed widget by its name, in the language that was saved, and reaches a feed that staff chose", async () => {
		const token = await inventory.token("editor");
		const save = (name: string, attributes: Record<string, string>) =>
			inventory.call(`/api/v1/widgets/${name}`, { method: "PUT", token, body: { kind: "opportunities", attributes } });
		await save("kansen", { region: "flevoland", lang: "en", "heading-level": "4" });
		const { document } = await open("opportunities?widget=kansen&limit=3");
		expect(document.documentElement.lang).toBe("en");
		expect(attributesOf(document.querySelector("techniek-opportunities"))).toEqual({
			widget: "kansen",
			limit: "3",
			"heading-level": "4",
			detail: "page",
		});
		const other = await open("events?widget=kansen");
		expect([other.response.status, other.document.querySelector("li")?.textContent]).toEqual([
			400,
			expect.stringContaining("/embed/frame/opportunities?widget=kansen"),
		]);
		await save("van-elders", { src: "https://bedrijf.example/kansen.json" });
		const elsewhere = await open("opportunities?widget=van-elders");
		expect(elsewhere.response.headers.get("content-security-policy")).toContain(
			`connect-src ${publicUrl} https://bedrijf.example;`,
		);
	});
});
