import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Acknowledged } from "./judge.ts";

/** What a network and a server can do to a clip. `after`: the service has stored it, and its client is told something else. */
const fates = {
	refuse: 0.08,
	"hang-before": 0.01,
	"hang-after": 0.01,
	"error-before": 0.08,
	"error-after": 0.06,
	"cut-after": 0.08,
	"cut-halfway": 0.03,
	portal: 0.03,
	busy: 0.03,
	"not-known": 0.005,
} as const;
type Fate = keyof typeof fates | "pass";

/** A network that fails, in front of a real service; it speaks HTTP, so that it can fail at a chosen moment. */
export interface FaultyProxy {
	readonly url: string;
	/** Whether it fails at all. */
	faulty: boolean;
	/** How often each fate befell a clip. */
	readonly counts: Map<Fate, number>;
	/** Every clip that was seen, by id, with its title. */
	readonly seen: ReadonlyMap<string, string>;
	/** Every clip of which a 2xx was handed on whole. */
	readonly acknowledged: ReadonlyMap<string, Acknowledged>;
	close(): Promise<void>;
}

/** Clips with this in their title get a 500 for as long as the network is faulty. */
export const alwaysFails = "altijd stuk";

async function bodyOf(request: IncomingMessage): Promise<string> {
	let text = "";
	for await (const chunk of request) text += chunk;
	return text;
}

const cors = { "access-control-allow-origin": "*" };

export async function startFaultyProxy(target: string, random: () => number): Promise<FaultyProxy> {
	const counts = new Map<Fate, number>();
	const seen = new Map<string, string>();
	const acknowledged = new Map<string, Acknowledged>();
	let faulty = false;

	function fateOf(title: string): Fate {
		if (!faulty) return "pass";
		if (title.includes(alwaysFails)) return "error-before";
		let left = random();
		for (const [fate, chance] of Object.entries(fates)) {
			left -= chance;
			if (left < 0) return fate as Fate;
		}
		return "pass";
	}

	async function forward(request: IncomingMessage, body: string) {
		const headers = new Headers();
		for (const name of ["authorization", "content-type", "accept-language", "origin"]) {
			const value = request.headers[name];
			if (typeof value === "string") headers.set(name, value);
		}
		for (const name of ["access-control-request-method", "access-control-request-headers"]) {
			const value = request.headers[name];
			if (typeof value === "string") headers.set(name, value);
		}
		const answer = await fetch(target + request.url, {
			method: request.method ?? "GET",
			headers,
			...(body && { body }),
		});
		const kept = Object.fromEntries(
			[...answer.headers].filter(([name]) => name.startsWith("access-control") || name === "content-type"),
		);
		return { status: answer.status, headers: kept, text: await answer.text() };
	}

	async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await bodyOf(request);
		const id = request.method === "PUT" ? /^\/api\/v1\/clips\/([\w-]+)$/.exec(request.url ?? "")?.[1] : undefined;
		if (id === undefined) {
			// Asking whether one may send can fail as well.
			if (faulty && request.method === "OPTIONS" && random() < 0.05) return void response.destroy();
			const answer = await forward(request, body);
			response.writeHead(answer.status, answer.headers).end(answer.text);
			return;
		}
		const title: string = JSON.parse(body).record.title;
		seen.set(id, title);
		const fate = fateOf(title);
		counts.set(fate, (counts.get(fate) ?? 0) + 1);
		const fail = (status: number, text: string, type = "application/problem+json") =>
			void response.writeHead(status, { ...cors, "content-type": type }).end(text);
		switch (fate) {
			case "refuse":
				return void response.destroy();
			case "hang-before":
				return;
			case "error-before":
				return fail(500, "{}");
			case "portal":
				return fail(200, "<h1>Welkom op ons wifi</h1>", "text/html");
			case "busy":
				response.setHeader("retry-after", "1");
				return fail(503, "{}");
			case "not-known":
				return fail(401, "{}");
			default:
		}
		const answer = await forward(request, body);
		switch (fate) {
			case "hang-after":
				return;
			case "error-after":
				return fail(502, "<h1>Bad gateway</h1>", "text/html");
			case "cut-after":
				return void response.destroy();
			case "cut-halfway":
				response.writeHead(answer.status, { ...answer.headers, "content-length": String(answer.text.length) });
				response.write(answer.text.slice(0, answer.text.length / 2), () => response.destroy());
				return;
			default:
				response.writeHead(answer.status, answer.headers);
				response.end(answer.text, () => {
					if (answer.status < 300) acknowledged.set(id, { id, marker: title, titles: [title] });
				});
		}
	}

	const server = createServer((request, response) => {
		handle(request, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", resolve);
	});
	const address = server.address();
	if (typeof address !== "object" || !address) throw new Error("The proxy has no port.");
	return {
		url: `http://127.0.0.1:${address.port}`,
		get faulty() {
			return faulty;
		},
		set faulty(is) {
			faulty = is;
		},
		counts,
		seen,
		acknowledged,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
