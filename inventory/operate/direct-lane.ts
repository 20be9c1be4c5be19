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

/** A connection that asks for nothing is closed after so many rounds. */
const roundsKept = 8;

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
	/** The round in which each connection last asked for something. */
	const open = new Map<Socket, number>();
	let round = 0;
	// A timer for each connection would be set anew with each request.
	const rounds = setInterval(() => {
		round += 1;
		for (const [socket, asked] of open) if (round - asked > roundsKept) socket.destroy();
	}, idle / roundsKept);
	rounds.unref();
	server.once("close", () => clearInterval(rounds));
	const others = server.listeners("connection");
	server.removeAllListeners("connection");
	server.on("connection", (socket: Socket) => {
		let last: { head: Buffer; request: SimpleRequest } | undefined;
		const read = (chunk: Buffer) => {
			// A client sends the same head again and again.
			if (!last?.head.equals(chunk)) {
				const request = chunk.length <= longest ? readSimple(chunk.toString("latin1")) : undefined;
				last = request && { head: Buffer.from(chunk), request };
			}
			const bytes = last && answer(last.request);
			if (!bytes) return handOver(chunk);
			open.set(socket, round);
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
		] as const;
		for (const [event, listener] of listeners) socket.on(event, listener);
		open.set(socket, round);
		socket.setNoDelay(true);
	});
	return {
		closeIdle() {
			for (const socket of open.keys()) if (socket.writableLength === 0) socket.end();
		},
	};
}
