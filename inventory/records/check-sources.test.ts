import { createServer } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "../../test/support/free-port.ts";
import { readAllowedHosts } from "../import/public-address.ts";
import { clipOf, onBothEngines, type TestInventory } from "../testing/inventory.ts";
import { checkSources, digestOfPage } from "./check-sources.ts";

onBothEngines("source pages", (opened) => {
	let inventory: TestInventory;
	let address = "";
	const asked: { url: string; ifNoneMatch: string | undefined }[] = [];
	const page = { status: 200, html: "<p>Open dag op 3 maart</p>", etag: '"a"' };
	const server = createServer((request, response) => {
		const ifNoneMatch = request.headers["if-none-match"];
		asked.push({ url: request.url ?? "", ifNoneMatch });
		const status = page.status === 200 && ifNoneMatch === page.etag ? 304 : page.status;
		response.writeHead(status, { "content-type": "text/html", etag: page.etag });
		response.end(status === 200 ? page.html : "");
	});

	beforeAll(async () => {
		const port = await freePort();
		await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
		address = `127.0.0.1:${port}`;
		inventory = opened();
		const { id, body } = clipOf();
		const source = { ...body.source, url: `http://${address}/open-dag` };
		const put = { method: "PUT", token: await inventory.token("clipper"), body: { ...body, source } };
		expect((await inventory.call(`/api/v1/clips/${id}`, put)).status).toBe(201);
		const token = await inventory.token("editor");
		expect((await inventory.call(`/api/v1/records/${id}/publish`, { method: "POST", token })).status).toBe(200);
	}, 60_000);
	afterAll(async () => {
		server.close();
	});

	async function aWeekLater() {
		inventory.clock.now = new Date(inventory.clock.now.getTime() + 7 * 86_400_000);
		const options = { allowed: readAllowedHosts(address) ?? [], signal: new AbortController().signal };
		const looked = await checkSources(inventory.context, options);
		const answer = await inventory.call("/api/v1/records?view=source", { token: await inventory.token("editor") });
		const { items } = await answer.json();
		return { looked, shown: items.map((item: { attention: { source: string } }) => item.attention.source) };
	}

	it("looks at the source pages of published records, and shows those that changed or went away", async () => {
		expect(await aWeekLater()).toEqual({ looked: 1, shown: [] });
		expect(await aWeekLater()).toEqual({ looked: 1, shown: [] });
		expect(asked.map(({ ifNoneMatch }) => ifNoneMatch)).toEqual([undefined, '"a"']);

		Object.assign(page, { etag: '"b"', html: "<p>Open dag op 4 april</p><script>1</script>" });
		expect((await aWeekLater()).shown).toEqual(["changed"]);

		page.status = 503;
		expect((await aWeekLater()).shown).toEqual(["changed"]);
		page.status = 404;
		expect((await aWeekLater()).shown).toEqual(["changed"]);
		expect((await aWeekLater()).shown).toEqual(["gone"]);
	}, 60_000);

	it("does not look twice in a week, nor at addresses that are not public", async () => {
		const signal = new AbortController().signal;
		expect(await checkSources(inventory.context, { allowed: [], signal })).toBe(0);
		const before = asked.length;
		inventory.clock.now = new Date(inventory.clock.now.getTime() + 8 * 86_400_000);
		expect(await checkSources(inventory.context, { allowed: [], signal })).toBe(1);
		expect(asked.length).toBe(before);
	});

	it("sees the same page through other markup, numbers and scripts, and another through other words", () => {
		const one = digestOfPage("<h1>Open dag</h1><p>3 maart, 12 aanmeldingen</p><script>let a = 'x'</script>");
		expect(digestOfPage("<main><b>Open</b> dag <i>4 maart</i>, 13 aanmeldingen</main>")).toBe(one);
		expect(digestOfPage("<h1>Open avond</h1><p>3 maart, 12 aanmeldingen</p>")).not.toBe(one);
	});
});
