import { createServer, type Server, type ServerResponse } from "node:http";
import type { LookupFunction } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EnvironmentError, readEnvironment } from "../env.ts";
import { type FetchOptions, guardedFetch, publicOnly } from "./fetch.ts";
import { isPublicAddress, readAllowedHosts } from "./public-address.ts";

/** A partner's site on this machine, which only tests may reach, and what it was asked. */
let server: Server;
let port: number;
const asked: string[] = [];
const answers: Record<string, (response: ServerResponse) => void> = {
	"/feed": (response) => response.setHeader("ETag", '"1"').end("inhoud"),
	"/agent": (response) => response.end(asked.at(-1)),
	"/gzip": (response) => response.setHeader("Content-Encoding", "gzip").end(gzipSync("ingepakt")),
	"/br": (response) => response.setHeader("Content-Encoding", "br").end(brotliCompressSync("ingepakt")),
	"/bomb": (response) => response.setHeader("Content-Encoding", "gzip").end(gzipSync(Buffer.alloc(5_000_000))),
	"/strange": (response) => response.setHeader("Content-Encoding", "zoo").end("x"),
	"/large": (response) => response.end(Buffer.alloc(200_000)),
	"/missing": (response) => response.writeHead(404).end(),
	"/loop": (response) => response.writeHead(302, { Location: "/loop" }).end(),
	"/headers-never": () => {},
	"/body-stops": (response) => {
		response.write("half");
	},
	"/body-drips": (response) => {
		const drip = setInterval(() => response.write("."), 20);
		response.on("close", () => clearInterval(drip));
	},
};

beforeAll(async () => {
	server = createServer((request, response) => {
		const url = new URL(request.url ?? "/", "http://x");
		asked.push(url.pathname);
		const to = url.searchParams.get("to");
		if (to) response.writeHead(302, { Location: to }).end();
		else if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
		else if (url.pathname === "/agent") response.end(request.headers["user-agent"]);
		else (answers[url.pathname] ?? ((other) => other.writeHead(404).end()))(response);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	port = typeof address === "object" && address ? address.port : 0;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

const allowed = () => ({ allowed: readAllowedHosts(`127.0.0.1:${port}`) ?? [] });
const get = (path: string, options: FetchOptions = {}) =>
	guardedFetch(`http://127.0.0.1:${port}${path}`, { ...allowed(), ...options });
const short = { connect: 300, headers: 300, piece: 300, whole: 600 };

describe("fetching", () => {
	it("gives body and validators, and with them nothing a second time", async () => {
		const first = await get("/feed");
		expect(first).toMatchObject({ status: 200, etag: '"1"', url: `http://127.0.0.1:${port}/feed` });
		expect(first.body.toString()).toBe("inhoud");
		const second = await get("/feed", { etag: first.etag });
		expect(second.status).toBe(304);
		expect(second.body).toHaveLength(0);
	});

	it("names the product", async () => {
		expect((await get("/agent")).body.toString()).toMatch(/^Regiotechniek\//);
	});

	it.each(["/gzip", "/br"])("unpacks %s", async (path) => {
		expect((await get(path)).body.toString()).toBe("ingepakt");
	});

	it("follows a redirect to an address that is allowed", async () => {
		expect((await get("/feed?to=/gzip")).url).toBe(`http://127.0.0.1:${port}/gzip`);
	});

	it.each([
		["/bomb", /te groot/],
		["/large", /te groot/],
		["/strange", /zoo/],
		["/missing", /404/],
		["/loop", /meer dan 5 keer/],
	])("refuses %s with a sentence", async (path, sentence) => {
		await expect(get(path, { maximumSize: 100_000 })).rejects.toThrow(sentence);
	});

	it.each(["/headers-never", "/body-stops", "/body-drips"])("does not wait for %s", async (path) => {
		const before = performance.now();
		await expect(get(path, { patience: short })).rejects.toThrow(/niet op tijd/);
		expect(performance.now() - before).toBeLessThan(4000);
	});

	it("stops when it is told to", async () => {
		const stop = new AbortController();
		const fetching = get("/body-drips", { signal: stop.signal });
		stop.abort(new Error("gestopt"));
		await expect(fetching).rejects.toThrow("gestopt");
	});
});

describe("what may not be fetched", () => {
	it.each([
		"http://127.0.0.1/",
		"http://127.1/",
		"http://2130706433/",
		"http://0177.0.0.1/",
		"http://0x7f.0.0.1/",
		"http://0x7f000001/",
		"http://0/",
		"http://10.1.2.3/",
		"http://172.16.0.1/",
		"http://192.168.1.1/",
		"http://169.254.169.254/latest/meta-data/",
		"http://100.64.0.1/",
		"http://224.0.0.1/",
		"http://255.255.255.255/",
		"http://198.18.0.1/",
		"http://[::1]/",
		"http://[::]/",
		"http://[fe80::1]/",
		"http://[fd00::1]/",
		"http://[fec0::1]/",
		"http://[ff02::1]/",
		"http://[::ffff:127.0.0.1]/",
		"http://[::ffff:7f00:1]/",
		"http://[::7f00:1]/",
		"http://[64:ff9b::7f00:1]/",
		"http://[64:ff9b:1::7f00:1]/",
		"http://[2002:7f00:1::]/",
		"http://[2001:0:7f00:1::]/",
		"http://[2001:db8::1]/",
	])("the address %s, written so or where a redirect leads", async (address) => {
		await expect(guardedFetch(address)).rejects.toThrow(/geen openbaar adres/);
		await expect(get(`/feed?to=${encodeURIComponent(address)}`)).rejects.toThrow(/geen openbaar adres/);
	});

	it.each([
		["ftp://school.example/", /https:/],
		["file:///etc/passwd", /https:/],
		["data:text/plain,x", /https:/],
		["https://naam:geheim@school.example/", /wachtwoord/],
		["https://school.example:8443/", /Poort 8443/],
		["http://school.example:22/", /Poort 22/],
		["school.example", /geen webadres/],
	])("%s, written so or where a redirect leads", async (address, sentence) => {
		await expect(guardedFetch(address)).rejects.toThrow(sentence);
		if (address.includes(":")) await expect(get(`/feed?to=${encodeURIComponent(address)}`)).rejects.toThrow(sentence);
	});

	it("the same host on a port that was not allowed", async () => {
		await expect(get("/feed?to=http://127.0.0.1:1/")).rejects.toThrow(/Poort 1 /);
	});

	/** A name server that gives `addresses`, one after the other. */
	const answering =
		(...addresses: string[]): LookupFunction =>
		(_hostname, options, callback) => {
			const address = addresses.length > 1 ? (addresses.shift() ?? "") : (addresses[0] ?? "");
			const family = address.includes(":") ? 6 : 4;
			return options.all ? callback(null, [{ address, family }]) : callback(null, address, family);
		};

	it.each(["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1", "64:ff9b::a00:1"])(
		"a name that leads to %s",
		async (address) => {
			await expect(guardedFetch("http://rebind.example/", { lookup: answering(address) })).rejects.toThrow(
				/rebind\.example is geen openbaar adres/,
			);
		},
	);

	it("a name whose second answer leads inside: each connection is made to the very answer that was checked", () => {
		const lookup = publicOnly(answering("93.184.215.14", "127.0.0.1"));
		const found: unknown[] = [];
		for (let turn = 0; turn < 2; turn++)
			lookup("rebind.example", { all: true }, (error, addresses) => found.push(error?.message ?? addresses));
		expect(found).toEqual([
			[{ address: "93.184.215.14", family: 4 }],
			expect.stringMatching(/^rebind\.example is geen openbaar adres/),
		]);
	});

	it("a name with a public and a private address: only the public one is left", () => {
		const both: LookupFunction = (_hostname, _options, callback) =>
			callback(null, [
				{ address: "127.0.0.1", family: 4 },
				{ address: "93.184.215.14", family: 4 },
			]);
		publicOnly(both)("mixed.example", {}, (_error, address) => expect(address).toBe("93.184.215.14"));
		expect.assertions(1);
	});

	it("stands open only for the name that was allowed, not for where else a name server sends it", async () => {
		const lookup = answering("127.0.0.1");
		const named = { lookup, allowed: readAllowedHosts(`intern.example:${port}`) ?? [] };
		expect((await guardedFetch(`http://intern.example:${port}/feed`, named)).body.toString()).toBe("inhoud");
		await expect(guardedFetch("http://anders.example/feed", named)).rejects.toThrow(/geen openbaar adres/);
	});
});

describe("public addresses", () => {
	it.each(["93.184.215.14", "2a02:898::1", "[2a02:898::1]", "1.1.1.1"])("%s is one", (address) => {
		expect(isPublicAddress(address)).toBe(true);
	});
	it.each(["", "x", "fe80::1%eth0"])("%j is none", (address) => {
		expect(isPublicAddress(address)).toBe(false);
	});
});

describe("IMPORT_ALLOW", () => {
	const read = (text?: string) => readEnvironment({ IMPORT_ALLOW: text }).importAllow;

	it("names hosts with or without a port", () => {
		expect(read(" Intern.example, 10.0.0.5:8080 ,[::1]:81,")).toEqual([
			{ host: "intern.example", port: undefined },
			{ host: "10.0.0.5", port: "8080" },
			{ host: "[::1]", port: "81" },
		]);
		expect(read()).toEqual([]);
	});

	it.each(["http://x", "a b", "x:99999", "*.example"])("refuses %j with an example", (text) => {
		expect(() => read(text)).toThrow(EnvironmentError);
		expect(() => read(text)).toThrow(/^IMPORT_ALLOW=.*Bijvoorbeeld: IMPORT_ALLOW=/);
	});
});
