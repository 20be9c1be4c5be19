import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { embedFiles } from "../../widgets/build.config.ts";
import type { Answer } from "./bytes.ts";

/** A partner's page, the script as partners get it, and feeds that answer what a test tells them to, on real ports. */
export interface FeedHost {
	/** Of the page, without a trailing slash: another origin than that of the feeds. */
	readonly pageUrl: string;
	/** Of the inventory, without a trailing slash. */
	readonly home: string;
	/** What the feed at `/feeds/<region>/…` answers from now on: each of `answers` once, the last one again and again. */
	feed(region: string, answers: Answer[]): void;
	/** What the file of one item in `region` answers, by the kind and id in its address. */
	item(region: string, answer: (kind: string, id: string) => Answer): void;
	forget(region: string): void;
	/** How many requests for feeds there were. */
	readonly asked: number;
	close(): Promise<void>;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function send(response: ServerResponse, { status, headers, body, manner }: Answer, self: string) {
	if (manner === "hang") return;
	const own = Object.entries({ "access-control-allow-origin": "*", "cache-control": "no-store", ...headers })
		.filter(([, value]) => value)
		.map(([name, value]) => [name, value.replace("@self", self)]);
	const type = own.find(([name]) => name === "content-type")?.[1] ?? "";
	// Only text knows where it is; packed bytes stay as they are.
	const text = /json|html/.test(type) && !headers["content-encoding"] && body.includes("@self");
	const bytes = text ? Buffer.from(body.toString().replaceAll("@self", self)) : body;
	response.writeHead(status, Object.fromEntries(own));
	if (status === 204 || status === 304) return response.end();
	if (manner === "whole") return response.end(bytes);
	// A response that is over has let go of its connection.
	const { socket } = response;
	if (manner === "last") return response.end(bytes, () => socket?.destroySoon());
	const half = Math.floor(bytes.length / 2);
	response.write(bytes.subarray(0, half));
	await pause(15);
	if (manner === "cut") return response.destroy();
	response.end(bytes.subarray(half));
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** `page` is the HTML of the partner's page, given the address of the script. */
export async function startFeedHost(page: (script: string) => string): Promise<FeedHost> {
	const files = await embedFiles(root);
	const feeds = new Map<string, Answer[]>();
	const items = new Map<string, (kind: string, id: string) => Answer>();
	let asked = 0;

	async function answer(request: IncomingMessage, response: ServerResponse) {
		const { pathname } = new URL(request.url ?? "/", home);
		if (pathname === "/") {
			response.setHeader("content-type", "text/html; charset=utf-8");
			return response.end(page(`${home}/embed/v1.js`));
		}
		const script = files.get(pathname.replace(/^\/embed\//, ""));
		if (script !== undefined) {
			response.writeHead(200, {
				"content-type": "text/javascript; charset=utf-8",
				"access-control-allow-origin": "*",
			});
			return response.end(script);
		}
		const [, folder, region = "", kind = "", item = ""] = pathname.split("/");
		if (folder !== "feeds") return response.writeHead(404, { "access-control-allow-origin": "*" }).end();
		asked += 1;
		const self = `${home}${pathname}`;
		const single = item ? items.get(region) : undefined;
		if (single) return send(response, single(kind, decodeURIComponent(item).replace(/\.json$/, "")), self);
		const [first, ...others] = feeds.get(region) ?? [];
		if (!first || item) return response.writeHead(404, { "access-control-allow-origin": "*" }).end();
		if (others.length) feeds.set(region, others);
		return send(response, first, self);
	}

	const server = createServer((request, response) => {
		answer(request, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (typeof address !== "object" || !address) throw new Error("The server of feeds has no address.");
	const home = `http://127.0.0.1:${address.port}`;
	return {
		home,
		pageUrl: `http://localhost:${address.port}`,
		feed: (region, answers) => void feeds.set(region, answers),
		item: (region, one) => void items.set(region, one),
		forget(region) {
			feeds.delete(region);
			items.delete(region);
		},
		get asked() {
			return asked;
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
