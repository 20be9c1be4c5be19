import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { clipOf, openTestInventory, publicUrl, type TestInventory } from "../testing/inventory.ts";

let inventory: TestInventory;
beforeAll(async () => {
	inventory = await openTestInventory({ samples: true });
}, 60_000);
afterAll(() => inventory.close());

/** https://oembed.com, section 2.3.4. */
const Rich = z.object({
	version: z.literal("1.0"),
	type: z.literal("rich"),
	title: z.string(),
	provider_name: z.string(),
	provider_url: z.url(),
	cache_age: z.int(),
	html: z.string(),
	width: z.int(),
	height: z.int(),
});

const ask = (url: string, more = "") => inventory.call(`/oembed?url=${encodeURIComponent(url)}${more}`);

async function frameOf(url: string, more = "") {
	const answer = Rich.parse(await (await ask(url, more)).json());
	const body = new JSDOM(answer.html).window.document.body;
	expect([...body.children].map((element) => element.localName)).toEqual(["blockquote", "iframe"]);
	expect(body.childNodes.length).toBe(2);
	const quote = body.querySelector("blockquote");
	expect(quote?.hidden).toBe(true);
	expect(quote?.textContent).toBe(answer.title);
	expect(quote?.querySelector("a")?.href).toMatch(new RegExp(`^${publicUrl}/`));
	const iframe = body.querySelector("iframe");
	return { answer, src: iframe?.getAttribute("src"), title: iframe?.title, iframe };
}

describe("oEmbed", () => {
	it.each([
		["/midden-brabant/events", "events?region=midden-brabant"],
		["/midden-brabant/events/", "events?region=midden-brabant"],
		["/midden-brabant/events?utm_source=mail#x", "events?region=midden-brabant"],
		[
			"/embed/?kind=events&region=midden-brabant&place=Tilburg&utm_source=mail",
			"events?region=midden-brabant&place=Tilburg",
		],
		["/embed/?region=flevoland&kind=initiatives&view=table&lang=en", "initiatives?region=flevoland&view=table&lang=en"],
		["/embed/?kind=events&region=flevoland&style.radius=8px", "events?region=flevoland&style.radius=8px"],
		["/embed/?kind=events&amp;region=flevoland&amp;amp;limit=3", "events?region=flevoland&limit=3"],
		["/embed/frame/opportunities?region=flevoland&limit=3", "opportunities?region=flevoland&limit=3"],
		["/embed/frame/opportunities?region=flevoland&amp;limit=3", "opportunities?region=flevoland&limit=3"],
	])("gives the frame for %s", async (path, frame) => {
		const { answer, src, title } = await frameOf(publicUrl + path);
		expect(src).toBe(`${publicUrl}/embed/frame/${frame}`);
		expect(title).toBe(answer.title);
		const response = await inventory.call(src?.replace(publicUrl, "") ?? "");
		expect(response.status).toBe(200);
	});

	it("gives one item for its page, also under http and without its letters' case in the host", async () => {
		const item = (await inventory.site.items("midden-brabant", "events"))?.items[0];
		const { answer, src } = await frameOf(item?.url.replace("https://inv", "http://INV") ?? "");
		expect(answer.title).toBe(item?.title);
		expect(src).toBe(`${publicUrl}/embed/frame/events?region=midden-brabant&item=${item?.id}`);
	});

	it("gives a managed widget", async () => {
		const token = await inventory.token("editor");
		const body = { kind: "events", attributes: { region: "flevoland", limit: "4" } };
		await inventory.call("/api/v1/widgets/op-de-site", { method: "PUT", token, body });
		const { src } = await frameOf(`${publicUrl}/embed/?kind=events&widget=op-de-site`);
		expect(src).toBe(`${publicUrl}/embed/frame/events?widget=op-de-site`);
	});

	it("stays within the room that there is", async () => {
		const { answer, iframe } = await frameOf(
			`${publicUrl}/flevoland/events`,
			"&maxwidth=320&maxheight=200&format=json",
		);
		expect([answer.width, answer.height]).toEqual([320, 200]);
		// As wide as the column that it is put in, which is what the asker told of.
		expect([iframe?.getAttribute("width"), iframe?.getAttribute("height")]).toEqual(["100%", "200"]);
		for (const size of ["0", "-3", "x", "1e9"])
			expect((await ask(`${publicUrl}/flevoland/events`, `&maxwidth=${size}`)).status).toBe(400);
	});

	it("answers in XML too, with the same values", async () => {
		const address = `${publicUrl}/embed/?kind=events&region=flevoland&q=${encodeURIComponent(`"<&>'\u0001`)}`;
		const json = Rich.parse(await (await ask(address)).json());
		const response = await ask(address, "&format=xml");
		expect(response.headers.get("content-type")).toBe("text/xml; charset=utf-8");
		const { window } = new JSDOM(await response.text(), { contentType: "text/xml" });
		const root = window.document.documentElement;
		expect(root.tagName).toBe("oembed");
		const values = Object.fromEntries([...root.children].map((element) => [element.tagName, element.textContent]));
		expect(values).toEqual(Object.fromEntries(Object.entries(json).map(([name, value]) => [name, String(value)])));
	});

	it.each([
		["", 400],
		[`?format=json`, 400],
		[`?url=${publicUrl}/flevoland/events&format=yaml`, 501],
		[`?url=https://elders.example/flevoland/events`, 404],
		[`?url=${publicUrl}.evil.example/flevoland/events`, 404],
		[`?url=https://inventaris.example:8443/flevoland/events`, 404],
		[`?url=javascript:alert(1)`, 404],
		[`?url=/flevoland/events`, 404],
		[`?url=${publicUrl}/atlantis/events`, 404],
		[`?url=${publicUrl}/flevoland/organizations`, 404],
		[`?url=${publicUrl}/flevoland/events/0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40`, 404],
		[`?url=${publicUrl}/flevoland/events/a/b`, 404],
		[`?url=${publicUrl}/embed/v1.js`, 404],
		[`?url=${publicUrl}/embed/`, 404],
		[`?url=${publicUrl}/`, 404],
	])("refuses %s with a sentence that other sites may read", async (query, status) => {
		const response = await inventory.call(`/oembed${query}`);
		expect(response.status).toBe(status);
		expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
		expect(response.headers.get("access-control-allow-origin")).toBe("*");
		expect(await response.text()).not.toContain("elders.example");
	});

	it("never lets a title or value out of the iframe's attributes", async () => {
		const title = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;
		const clip = clipOf({ title });
		const token = await inventory.token("editor");
		await inventory.call(`/api/v1/clips/${clip.id}`, { method: "PUT", token, body: clip.body });
		await inventory.call(`/api/v1/records/${clip.id}/publish`, { method: "POST", token });
		const { iframe } = await frameOf(`${publicUrl}/flevoland/initiatives/${clip.id}`);
		expect(iframe?.title).toBe(title);
		const { src } = await frameOf(`${publicUrl}/embed/?kind=events&region=flevoland&q=${encodeURIComponent(title)}`);
		expect(new URL(src ?? "").searchParams.get("q")).toBe(title);
	});

	it("survives what WordPress leaves of the HTML of a provider that it does not know", async () => {
		const { answer, src } = await frameOf(`${publicUrl}/flevoland/events`);
		// wp_filter_oembed_result keeps these attributes of an iframe, and gives up when there is none left.
		const kept = ["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"];
		// A quote without attributes, directly before the frame; only with it wp-embed.js is loaded, which hears the height.
		const stripped = answer.html.replace(/<blockquote[^>]*>/, "<blockquote>");
		expect(stripped).toMatch(/^<blockquote>.*?<\/blockquote><iframe/);
		const frame = /<iframe(.*?)><\/iframe>/s.exec(answer.html)?.[1] ?? "";
		const left = [...frame.matchAll(/ ([a-z]+)="([^"]*)"/g)].filter(([, name]) => kept.includes(name ?? ""));
		expect(left.map(([, name]) => name)).toEqual(["src", "width", "height", "title", "frameborder"]);
		expect(left[0]?.[2]?.replaceAll("&amp;", "&")).toBe(src);
	});
});
