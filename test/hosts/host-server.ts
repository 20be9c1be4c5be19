import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import * as z from "zod/mini";
import { callOf } from "../support/host-browser.ts";
import { frameworks, hostPages } from "./pages.ts";
import { watch } from "./watch.ts";

/** What a browser tells about what a page's policy stopped. */
export interface Violation {
	page: string;
	directive: string;
	blocked: string;
}

/** Partners' pages on an origin of their own. */
export interface HostServer {
	/** On another host than the inventory's `127.0.0.1`, without a trailing slash. */
	readonly url: string;
	/** Sent by the browsers themselves, so complete from a page's first byte on. */
	readonly violations: readonly Violation[];
	close(): Promise<void>;
}

// https://www.w3.org/TR/CSP3/#deprecated-serialize-violation
const Report = z.object({
	"csp-report": z.object({ "violated-directive": z.string(), "blocked-uri": z.string() }),
});

async function bodyOf(request: IncomingMessage): Promise<string> {
	let text = "";
	for await (const chunk of request) text += chunk;
	return text;
}

/** A page with `?src=` in a frame of `?width=`, so that the width is right in every browser; `?sandbox=` as on an iframe. */
function frame(parameters: URLSearchParams): string {
	const sandbox = parameters.get("sandbox");
	return (
		`<!doctype html><html lang="nl"><title>Kader</title><link rel="icon" href="data:,"><style>body { margin: 0 } iframe { border: 0 }</style>` +
		`<iframe title="Pagina" src="${parameters.get("src")}" width="${parameters.get("width") ?? 640}" height="600" ` +
		`${sandbox === null ? "" : `sandbox="${sandbox}"`}></iframe></html>`
	);
}

export async function startHostServer(home: string): Promise<HostServer> {
	const pages = hostPages(home);
	const violations: Violation[] = [];

	async function answer(request: IncomingMessage, response: ServerResponse) {
		const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
		const send = (type: string, body: string | Buffer, status = 200) => {
			response.writeHead(status, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" });
			response.end(body);
		};
		if (pathname === "/violations") {
			const { "csp-report": report } = Report.parse(JSON.parse(await bodyOf(request)));
			violations.push({
				page: searchParams.get("page") ?? "",
				directive: report["violated-directive"].split(" ")[0] ?? "",
				blocked: report["blocked-uri"],
			});
			return send("text/plain", "", 204);
		}
		if (pathname === "/watch.js") return send("text/javascript", callOf(watch, []));
		if (pathname === "/frame") return send("text/html", frame(searchParams));
		const [, framework = ""] = /^\/frameworks\/(\w+)\.css$/.exec(pathname) ?? [];
		const sheet = frameworks[framework];
		if (sheet) return send("text/css", await readFile(sheet));
		const nonce = randomBytes(16).toString("base64");
		const page = await pages[pathname]?.(nonce);
		if (!page) return send("text/plain", "Niet hier.", 404);
		if (page.policy) {
			response.setHeader("content-security-policy", `${page.policy}; report-uri /violations?page=${pathname}`);
		}
		send("text/html", page.html);
	}

	const server = createServer((request, response) => {
		answer(request, response).catch((error) => {
			response.statusCode = 500;
			response.end(String(error));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (typeof address !== "object" || !address) throw new Error("The host server has no address.");
	return {
		url: `http://localhost:${address.port}`,
		violations,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
