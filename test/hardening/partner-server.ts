import { createServer } from "node:http";

/** A partner's site on an origin of its own, with pages that a test writes. */
export interface PartnerServer {
	readonly url: string;
	/** Puts `body` in a page, and gives its address. */
	page(body: string): string;
	close(): Promise<void>;
}

export async function startPartnerServer(): Promise<PartnerServer> {
	const pages: string[] = [];
	const server = createServer((request, response) => {
		const body = pages[Number(request.url?.slice(1))];
		response.writeHead(body === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
		response.end(
			`<!doctype html><html lang="nl"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Partner</title>${body ?? ""}`,
		);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (typeof address !== "object" || !address) throw new Error("The partner's server has no address.");
	// Another name than the inventory's, so that nothing is same-origin or same-site by chance.
	const url = `http://localhost:${address.port}`;
	return {
		url,
		page: (body) => `${url}/${pages.push(body) - 1}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
