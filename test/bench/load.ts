import { connect } from "node:net";

export interface Load {
	requests: number;
	perSecond: number;
	/** Milliseconds from sending a request to the last byte of its answer. */
	latencies: number[];
}

/**
 * Asks `url` over and over on `connections` kept-open connections for `seconds`. Speaks just enough HTTP/1.1 (RFC 9112)
 * itself: Node's own client would be the slowest part and flatter every server alike. Throws on anything but a 200 with a
 * Content-Length.
 */
export async function load(url: string, connections: number, seconds: number): Promise<Load> {
	const { hostname, port, pathname, host } = new URL(url);
	const request = `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: br\r\n\r\n`;
	const latencies: number[] = [];
	const started = performance.now();
	const end = started + seconds * 1000;

	const one = () =>
		new Promise<void>((resolve, reject) => {
			const socket = connect(Number(port), hostname);
			let sent = 0;
			/** What is still to come of the body; undefined while the head is. */
			let left: number | undefined;
			let head = "";
			const ask = () => {
				sent = performance.now();
				socket.write(request);
			};
			socket.setNoDelay(true);
			socket.on("connect", ask);
			socket.on("error", reject);
			socket.on("close", () => reject(new Error(`${url}: the connection was closed`)));
			socket.on("data", (chunk: Buffer) => {
				if (left === undefined) {
					head += chunk.toString("latin1");
					const close = head.indexOf("\r\n\r\n");
					if (close < 0) return;
					const [, length] = /^HTTP\/1\.1 200 [\s\S]*\r\ncontent-length: (\d+)/i.exec(head.slice(0, close)) ?? [];
					if (length === undefined) return reject(new Error(`${url} answered: ${head.slice(0, close)}`));
					left = Number(length) - (head.length - close - 4);
				} else left -= chunk.length;
				if (left > 0) return;
				const now = performance.now();
				latencies.push(now - sent);
				left = undefined;
				head = "";
				if (now < end) return ask();
				socket.removeAllListeners("close");
				socket.destroy();
				resolve();
			});
		});

	await Promise.all(Array.from({ length: connections }, one));
	const spent = (performance.now() - started) / 1000;
	return { requests: latencies.length, perSecond: latencies.length / spent, latencies };
}
