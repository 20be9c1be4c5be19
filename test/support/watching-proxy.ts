import { createServer, request as forward } from "node:http";

/** A proxy that a browser sends everything through, from whatever page, worker or panel, so that nothing goes unseen. */
export interface WatchingProxy {
	/** `host:port` */
	readonly host: string;
	/** Every request, as method and address; of one over https that is `CONNECT host:port`. */
	readonly asked: readonly string[];
	stop(): Promise<void>;
}

/** Lets http through. Over https it refuses: nothing in our tests speaks it, so it is only written down. */
export async function startWatchingProxy(): Promise<WatchingProxy> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		const { method, url = "", headers } = request;
		asked.push(`${method} ${url}`);
		if (!URL.canParse(url)) return void response.writeHead(400).end();
		const onward = forward(url, { method, headers }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.on("error", () => response.destroy());
			answer.pipe(response);
		});
		// Nobody there: to the browser that is no answer, as without us.
		onward.on("error", () => response.destroy());
		response.on("close", () => onward.destroy());
		request.pipe(onward);
	});
	server.on("connect", (request, socket) => {
		asked.push(`CONNECT ${request.url}`);
		socket.on("error", () => undefined);
		socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	return {
		host: `127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
		asked,
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
