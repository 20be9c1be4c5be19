import { createServer, type RequestListener, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

/** Milliseconds that a client gets to send the head of a request, and all of it; and that a connection may stay idle. */
const patience = { head: 10_000, whole: 60_000, idle: 65_000 };

const sentences: Record<number, { nl: string; en: string }> = {
	400: { nl: "Dit is geen goed HTTP-verzoek.", en: "This is not a right HTTP request." },
	408: { nl: "Het verzoek kwam niet op tijd binnen.", en: "The request did not come in time." },
	431: { nl: "De kopregels van het verzoek zijn te groot.", en: "The headers of the request are too large." },
};

const statusOf = (code: string | undefined) =>
	code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : code === "HPE_HEADER_OVERFLOW" ? 431 : 400;

/** What Node itself turns away never reaches a route; it gets a sentence as well, in both languages since we know of no preference. */
function turnAway(error: Error & { code?: string }, socket: Duplex): void {
	if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
	const status = statusOf(error.code);
	const { nl = "", en = "" } = sentences[status] ?? {};
	const body = JSON.stringify({ type: "about:blank", title: nl, detail: en, status });
	socket.end(
		`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
			`Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
	);
}

/** A server that waits for nobody for long: who sends a request byte by byte is turned away. `times` shortens that for tests. */
export function patientServer(listener: RequestListener, times = patience): Server {
	const server = createServer(
		{
			headersTimeout: times.head,
			requestTimeout: times.whole,
			keepAliveTimeout: times.idle,
			connectionsCheckingInterval: Math.min(2000, times.head),
		},
		listener,
	);
	server.on("clientError", turnAway);
	return server;
}
