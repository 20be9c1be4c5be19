import type { Server } from "node:http";
import type { Socket } from "node:net";

/** Answers that are ready, sent on the connection itself: what most visitors ask is a few feeds, over and over. */
export interface DirectLane {
	/** Ends the connections that wait for nothing. */
	closeIdle(): void;
}

/** What a request that can be answered at once holds. */
export interface SimpleRequest {
	address: string;
	acceptEncoding: string | undefined;
	ifNoneMatch: string | undefined;
}

/**
 * A whole GET of a feed and nothing behind it, written the way RFC 9112 has it. All else, also what is only unusual, is left to
 * Node's own server: this must never read a request in another way than a proxy in front of it did.
 */
const simple = /^GET (\/feeds\/[!-~]+) HTTP\/1\.1\r\n((?:[A-Za-z0-9-]+:[\t -~\x80-\xff]*\r\n)+)\r\n$/;

/** Headers with which a request is more than a question for a whole answer, or its connection does not stay. */
const telling = /^(?:content-length|transfer-encoding|expect|upgrade|te|trailer|connection)$/;

const longest = 4096;

/** Reads the head of a request; undefined when it is not one to be answered at once. */
export function readSimple(text: string): SimpleRequest | undefined {
	const [, address, lines = ""] = simple.exec(text) ?? [];
	if (address === undefined) return undefined;
	const found = new Map<string, string>();
	for (const line of lines.split("\r\n")) {
		if (!line) continue;
		const colon = line.indexOf(":");
		const name = line.slice(0, colon).toLowerCase();
		const value = line.slice(colon + 1).trim();
		// Said twice, it is for who knows how to put that together.
		if (found.has(name) || (telling.test(name) && !(name === "connection" && /^keep-alive$/i.test(value))))
			return undefined;
		found.set(name, value);
	}
	if (!found.get("host")) return undefined;
	return { address, acceptEncoding: found.get("accept-encoding"), ifNoneMatch: found.get("if-none-match") };
}

/**
 * Puts a lane before `server`: as long as a connection sends simple requests for which `answer` has the bytes, they are written at once;
 * with the first other request the connection goes to `server`, for good. `idle` is in milliseconds.
 */
export function directLane(
	server: Server,
	answer: (request: SimpleRequest) => readonly Uint8Array[] | undefined,
	idle = 65_000,
): DirectLane {
	const open = new Set<Socket>();
	const others = server.listeners("connection");
	server.removeAllListeners("connection");
	server.on("connection", (socket: Socket) => {
		let last: { text: string; request: SimpleRequest } | undefined;
		const read = (chunk: Buffer) => {
			const text = chunk.length <= longest ? chunk.toString("latin1") : "";
			const request = last && last.text === text ? last.request : readSimple(text);
			const bytes = request && answer(request);
			if (!request || !bytes) return handOver(chunk);
			// A client sends the same head again and again.
			last = { text, request };
			for (const part of bytes) socket.write(part);
			// Who asks and does not read is not answered into our memory.
			if (socket.writableLength > 0) {
				socket.pause();
				socket.once("drain", () => socket.resume());
			}
		};
		const end = () => socket.end();
		const gone = () => open.delete(socket);
		const drop = () => socket.destroy();
		const handOver = (chunk: Buffer) => {
			open.delete(socket);
			for (const [event, listener] of listeners) socket.removeListener(event, listener);
			socket.setTimeout(0);
			socket.pause();
			socket.unshift(chunk);
			for (const other of others) other.call(server, socket);
			socket.resume();
		};
		const listeners = [
			["data", read],
			["end", end],
			["close", gone],
			["error", drop],
			["timeout", drop],
		] as const;
		for (const [event, listener] of listeners) socket.on(event, listener);
		open.add(socket);
		socket.setNoDelay(true);
		socket.setTimeout(idle);
	});
	return {
		closeIdle() {
			for (const socket of open) if (socket.writableLength === 0) socket.end();
		},
	};
}
