import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { openTestInventory, type TestInventory } from "../testing/inventory.ts";
import { patientServer } from "./http-server.ts";
import { visitorIn } from "./visitor.ts";

let inventory: TestInventory;
beforeAll(async () => {
	inventory = await openTestInventory();
}, 60_000);
afterAll(() => inventory?.close());

/** Everything of ours that is a page. A new one belongs here: what it sends is checked then. */
const pages = [
	"/",
	"/flevoland/events",
	"/niets",
	"/embed/",
	"/workbench/",
	"/demo/school/",
	"/embed/frame/events?region=flevoland",
];

test.each(pages)(
	"the page %s has a policy that lets no script in but ours, and does not tell others where its reader was",
	async (path) => {
		const answer = await inventory.call(path);
		expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
		const policy = answer.headers.get("content-security-policy") ?? "";
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toMatch(/unsafe-(?:inline|eval)/);
		expect(policy).toMatch(/script-src (?:'self'|https:\/\/inventaris\.example);/);
		expect(policy).toContain("base-uri 'none'");
		expect(policy).toContain("require-trusted-types-for 'script'");
		// The frame is made to stand on any site; nothing else is.
		expect(policy.includes("frame-ancestors")).toBe(!path.startsWith("/embed/frame/"));
		expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
		expect(answer.headers.get("referrer-policy")).toMatch(/no-referrer|strict-origin/);
		expect(answer.headers.get("permissions-policy")).toContain("camera=()");
		expect(answer.headers.get("strict-transport-security")).toContain("max-age");
		expect(answer.headers.get("set-cookie")).toBeNull();
	},
);

test("the last address that a trusted proxy saw is the visitor's, and one that the visitor made up is not", () => {
	expect(visitorIn("203.0.113.9, 198.51.100.7", 1)).toBe("198.51.100.7");
	expect(visitorIn("203.0.113.9, 198.51.100.7, 10.0.0.1", 2)).toBe("198.51.100.7");
	expect(visitorIn("203.0.113.9", 0)).toBeUndefined();
	expect(visitorIn("iemand", 1)).toBeUndefined();
	expect(visitorIn(undefined, 1)).toBeUndefined();
});

test("who sends a request byte by byte, or nonsense, gets a sentence and is cut off", async () => {
	const server = patientServer((_, response) => void response.end("ok"), { head: 300, whole: 600, idle: 1000 });
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	const answered = (...parts: string[]) =>
		new Promise<string>((resolve, reject) => {
			const socket = connect(port, "127.0.0.1");
			let text = "";
			socket.on("data", (chunk) => {
				text += chunk;
			});
			socket.on("close", () => resolve(text));
			socket.on("error", reject);
			for (const part of parts) socket.write(part);
		});
	try {
		const slow = await answered("GET / HTTP/1.1\r\nHost: a\r\n", "X-Een: 1\r\n");
		expect(slow).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
		expect(slow).toContain("application/problem+json");
		expect(slow).toContain("niet op tijd");
		expect(await answered("onzin\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
		expect(await answered(`GET / HTTP/1.1\r\nHost: a\r\nX-Groot: ${"a".repeat(20_000)}\r\n\r\n`)).toMatch(
			/^HTTP\/1\.1 431 /,
		);
	} finally {
		server.closeAllConnections();
		server.close();
	}
});

const Terms = z.looseObject({ "@id": z.optional(z.string()), "@type": z.string() });
const Distribution = z.extend(Terms, {
	"dct:title": z.object({ "@language": z.literal("nl"), "@value": z.string() }),
	"dcat:accessURL": z.object({ "@id": z.url() }),
	"dcat:downloadURL": z.object({ "@id": z.url() }),
	"dcat:mediaType": z.object({
		"@id": z.string().check(z.startsWith("https://www.iana.org/assignments/media-types/")),
	}),
	"dct:license": z.object({ "@id": z.url() }),
});
/** What DCAT-AP-NL 3.0 wants of every dataset. */
const Dataset = z.extend(Terms, {
	"dct:identifier": z.string(),
	"dct:title": z.object({ "@value": z.string() }),
	"dct:description": z.object({ "@value": z.string() }),
	"dct:publisher": z.object({ "@id": z.url() }),
	"dct:creator": z.object({ "@id": z.url() }),
	"dct:accessRights": z.object({
		"@id": z.literal("http://publications.europa.eu/resource/authority/access-right/PUBLIC"),
	}),
	"dcat:contactPoint": z.looseObject({ "vcard:fn": z.string() }),
	"dcat:theme": z.array(z.object({ "@id": z.url() })).check(z.minLength(1)),
	"dcat:distribution": z.array(Distribution).check(z.minLength(1)),
});
const Catalog = z.extend(Terms, {
	"@type": z.literal("dcat:Catalog"),
	"dct:title": z.object({ "@value": z.string() }),
	"dct:description": z.object({ "@value": z.string() }),
	"dct:publisher": z.looseObject({ "@type": z.literal("foaf:Agent"), "foaf:name": z.object({ "@value": z.string() }) }),
	"dct:license": z.object({ "@id": z.url() }),
	"dcat:dataset": z.array(Dataset),
});

test("the catalogue describes each feed with what DCAT-AP-NL wants, and every address in it answers with the type it says", async () => {
	const answer = await inventory.call("/catalog.jsonld");
	expect(answer.headers.get("content-type")).toBe("application/ld+json; charset=utf-8");
	const catalog = Catalog.parse(await answer.json());
	expect(catalog["dcat:dataset"].map((one) => one["dct:title"]["@value"])).toContain("Techniekagenda Flevoland");
	for (const dataset of catalog["dcat:dataset"]) {
		for (const one of dataset["dcat:distribution"]) {
			const { pathname } = new URL(one["dcat:downloadURL"]["@id"]);
			const feed = await inventory.call(pathname);
			expect([pathname, feed.status]).toEqual([pathname, 200]);
			expect(one["dcat:mediaType"]["@id"]).toContain(feed.headers.get("content-type")?.split(";")[0]);
		}
	}
	expect(await (await inventory.call("/")).text()).toContain('href="/catalog.jsonld"');
	expect(await (await inventory.call("/flevoland/events")).text()).toContain('href="/catalog.jsonld"');
});
