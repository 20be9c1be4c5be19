import { createServer, type IncomingHttpHeaders } from "node:http";

/** What a partner's site answers: a body, with a validator if it has one. */
export interface Served {
	body: string;
	etag?: string;
	type?: string;
}

/** A partner's site on this machine: what it serves may change, and it remembers what it was asked. */
export async function openPartnerSite() {
	const pages = new Map<string, Served>();
	const asked: { path: string; headers: IncomingHttpHeaders; status: number }[] = [];
	const server = createServer((request, response) => {
		const path = request.url ?? "/";
		const page = pages.get(path);
		const same = page?.etag !== undefined && request.headers["if-none-match"] === page.etag;
		const status = page ? (same ? 304 : 200) : 404;
		asked.push({ path, headers: request.headers, status });
		response.writeHead(status, {
			...(page?.etag && { ETag: page.etag }),
			...(page?.type && { "Content-Type": page.type }),
		});
		response.end(page && !same ? page.body : "");
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	return {
		pages,
		asked,
		url: (path: string) => `http://127.0.0.1:${port}${path}`,
		allowed: [{ host: "127.0.0.1", port: String(port) }],
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}
