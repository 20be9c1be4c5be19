import { connect, createServer, type Socket } from "node:net";

/** A network that fails. */
export interface CuttingProxy {
	url: string;
	/** Connections cut so far: before the service saw the request, and after it answered but before the client heard. */
	cuts: { before: number; after: number };
	close(): Promise<void>;
}

/**
 * Passes TCP through to `target`, and cuts one connection in `oneIn`: half of those when the request arrives, half when
 * the first byte of the answer does, which is when the service has stored the clip and its client does not know.
 */
export function startCuttingProxy(
	target: { port: number },
	oneIn: number,
	random: () => number,
): Promise<CuttingProxy> {
	const cuts = { before: 0, after: 0 };
	const open = new Set<Socket>();
	const server = createServer((client) => {
		const upstream = connect(target.port, "127.0.0.1");
		for (const socket of [client, upstream]) {
			open.add(socket);
			socket.on("error", () => {});
			socket.on("close", () => {
				open.delete(socket);
				client.destroy();
				upstream.destroy();
			});
		}
		const fate = random() * oneIn;
		client.on("data", (chunk) => {
			if (fate < 0.5) {
				cuts.before++;
				client.destroy();
			} else upstream.write(chunk);
		});
		upstream.on("data", (chunk) => {
			if (fate >= 0.5 && fate < 1) {
				cuts.after++;
				client.destroy();
			} else client.write(chunk);
		});
		client.on("end", () => upstream.end());
		upstream.on("end", () => client.end());
	});
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			if (typeof address !== "object" || !address) return reject(new Error("The proxy has no port."));
			resolve({
				url: `http://127.0.0.1:${address.port}`,
				cuts,
				close: () =>
					new Promise((closed) => {
						for (const socket of open) socket.destroy();
						server.close(() => closed());
					}),
			});
		});
	});
}
