import { createServer } from "node:http";
import { connect, type Socket } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type DirectLane, directLane, readSimple } from "./direct-lane.ts";

/** Tells how it was asked; the lane answers for `/feeds/hot`, Node's own server for everything. */
const server = createServer(async (request, response) => {
	let body = "";
	for await (const chunk of request) body += chunk;
	response.end(`routed ${request.method} ${request.url} ${body}`);
});
const large = Buffer.alloc(300_000, "x");
const answerOf = (body: Uint8Array) => [Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`), body];
let direct: DirectLane;
let port = 0;
/** Called when the server gets a connection from the lane. */
let handedOver = () => {};
server.on("connection", () => handedOver());

beforeAll(async () => {
	direct = directLane(server, ({ address }) => {
		if (address === "/feeds/hot") return answerOf(Buffer.from("direct"));
		return address === "/feeds/large" ? answerOf(large) : undefined;
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	port = typeof address === "object" && address ? address.port : 0;
});
afterAll(() => {
	direct.closeIdle();
	server.closeAllConnections();
	server.close();
});

interface Line {
	socket: Socket;
	/** Sends `first`, and `second` once the server has the connection; gives what has come when `done` holds. */
	ask(first: string, done: (text: string) => boolean, second?: string): Promise<string>;
}

async function dial(): Promise<Line> {
	const socket = connect(port, "127.0.0.1");
	await new Promise((resolve) => socket.once("connect", resolve));
	socket.setNoDelay(true);
	return {
		socket,
		ask: (first, done, second) =>
			new Promise((resolve, reject) => {
				let text = "";
				const hear = (chunk: Buffer) => {
					text += chunk.toString("latin1");
					if (!done(text)) return;
					socket.removeListener("data", hear);
					resolve(text);
				};
				socket.on("data", hear);
				socket.once("close", () => reject(new Error(`closed after ${text.slice(0, 200)}`)));
				handedOver = () => second && socket.write(second);
				socket.write(first);
			}),
	};
}

const get = (path: string, more = "") => `GET ${path} HTTP/1.1\r\nHost: a.example\r\n${more}\r\n`;
const ends = (end: string) => (text: string) => text.endsWith(end);
const direct200 = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\ndirect";

it("answers what is ready on the connection, and hands the connection over with the first other request", async () => {
	const { socket, ask } = await dial();
	for (let time = 0; time < 3; time++) expect(await ask(get("/feeds/hot"), ends("direct"))).toBe(direct200);
	expect(await ask(get("/feeds/cold"), ends("routed GET /feeds/cold "))).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
	expect(await ask(get("/feeds/hot"), ends("routed GET /feeds/hot "))).toContain("Date: ");
	const post = "POST /feeds/hot HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhallo";
	expect(await ask(post, ends("hallo"))).toContain("routed POST /feeds/hot hallo");
	socket.destroy();
});

it.each<[string, string, string, string?]>([
	["a head in two packets", "GET /feeds/hot HTTP/1.1\r\nHo", "routed GET /feeds/hot ", "st: a\r\n\r\n"],
	["a body", get("/feeds/hot", "Content-Length: 2\r\n"), "routed GET /feeds/hot ab", "ab"],
	["a body in the same packet", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab", "routed POST / ab"],
	["chunks", `${get("/feeds/hot", "Transfer-Encoding: chunked\r\n")}2\r\nab\r\n0\r\n\r\n`, "routed GET /feeds/hot ab"],
	["two at once", get("/feeds/hot") + get("/feeds/cold"), "routed GET /feeds/cold "],
	[
		"the old protocol",
		"GET /feeds/hot HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n",
		"routed GET /feeds/hot ",
	],
	["a last request", get("/feeds/hot", "Connection: close\r\n"), "routed GET /feeds/hot "],
])("leaves %s to the server", async (_, first, end, second) => {
	const { socket, ask } = await dial();
	expect(await ask(first, ends(end), second)).toContain("HTTP/1.1 200 OK");
	socket.destroy();
});

it("sends a large answer whole to who reads slowly", async () => {
	const { socket, ask } = await dial();
	const whole = answerOf(large).reduce((sum, part) => sum + part.length, 0);
	const asked = ask(get("/feeds/large"), (text) => text.length === whole);
	socket.pause();
	setImmediate(() => socket.resume());
	expect(await asked).toHaveLength(whole);
	expect(await ask(get("/feeds/hot"), ends("direct"))).toBe(direct200);
	socket.destroy();
});

it("lets go of connections that wait for nothing", async () => {
	const { socket, ask } = await dial();
	await ask(get("/feeds/hot"), ends("direct"));
	const ended = new Promise((resolve) => socket.once("end", resolve));
	direct.closeIdle();
	await ended;
	socket.destroy();
});

it("reads only requests that mean one thing", () => {
	expect(readSimple(get("/feeds/hot", "Accept-Encoding: br\r\nConnection: Keep-Alive\r\n"))).toEqual({
		address: "/feeds/hot",
		acceptEncoding: "br",
		ifNoneMatch: undefined,
	});
	for (const text of [
		get("/feeds/hot", "Host: b.example\r\n"),
		get("/feeds/hot", "Accept-Encoding: br\r\nAccept-Encoding: gzip\r\n"),
		get("/feeds/hot", " folded: ja\r\n"),
		get("/feeds/hot", "Space : ja\r\n"),
		get("/feeds/hot", "Nul: \0\r\n"),
		get("/feeds/hot").replaceAll("\r\n", "\n"),
		get("/feeds/ hot"),
		"GET /feeds/hot HTTP/1.1\r\n\r\n",
		"GET /feeds/hot HTTP/1.1\r\nHost:\r\n\r\n",
	])
		expect(readSimple(text)).toBeUndefined();
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), fc.nat(60), (noise, at) => {
			const text = get("/feeds/hot", "A: b\r\n");
			const found = readSimple(text.slice(0, at) + noise + text.slice(at));
			// Whatever is put in between, it is either not taken or a single head.
			if (found) expect(noise).not.toMatch(/\r\n\r\n|\0/);
		}),
	);
});
