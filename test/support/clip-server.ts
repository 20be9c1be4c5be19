import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import * as z from "zod/mini";
import { fieldProblems } from "../../shared/messages/field-problems.ts";
import { Clip, type PossibleDuplicate } from "../../shared/model/clip.ts";

/** What the server does with the next clips. `cut` keeps the clip and then breaks the connection; `hang` never answers. */
export type Mood = "well" | "cut" | "hang" | "portal" | 401 | 403 | 409 | 413 | 500 | 503;

/** The clip door of an inventory on a real port, with the moods that a network and a server can have. */
export interface ClipServer {
	readonly url: string;
	readonly port: number;
	mood: Mood;
	/** Each clip kept, by id, with the number of times it was sent. */
	readonly kept: ReadonlyMap<string, { readonly clip: Clip; readonly times: number }>;
	/** Every request, as method and path. */
	readonly requests: readonly string[];
	duplicates: readonly PossibleDuplicate[];
	/** Away from the network: connections are refused. */
	stop(): Promise<void>;
	/** Back, on the same port, with everything it kept. */
	start(): Promise<void>;
}

export const goodToken = "rt_goede-sleutel-1";

const cors = {
	"access-control-allow-origin": "*",
	"access-control-allow-headers": "authorization, content-type, accept-language",
	"access-control-allow-methods": "GET, PUT, OPTIONS",
};

function answer(response: ServerResponse, status: number, body: unknown, type = "application/json") {
	response.writeHead(status, { ...cors, "content-type": type });
	response.end(typeof body === "string" ? body : JSON.stringify(body));
}
const refuse = (response: ServerResponse, status: number, detail: string, more: object = {}) =>
	answer(
		response,
		status,
		{ type: "about:blank", title: "Geweigerd", status, detail, ...more },
		"application/problem+json",
	);

async function bodyOf(request: IncomingMessage): Promise<unknown> {
	let text = "";
	for await (const chunk of request) text += chunk;
	return JSON.parse(text);
}

export async function startClipServer(): Promise<ClipServer> {
	const kept = new Map<string, { clip: Clip; times: number }>();
	const requests: string[] = [];

	const keep = (id: string, clip: Clip) => {
		const times = (kept.get(id)?.times ?? 0) + 1;
		kept.set(id, { clip, times });
		return times === 1 ? 201 : 200;
	};

	async function handle(request: IncomingMessage, response: ServerResponse) {
		requests.push(`${request.method} ${request.url}`);
		if (request.method === "OPTIONS") return answer(response, 204, "");
		if (state.mood === "hang") return;
		if (request.headers.authorization !== `Bearer ${goodToken}`)
			return refuse(response, 401, "Deze sleutel kennen we niet.");
		if (request.url === "/api/v1/me")
			return answer(response, 200, {
				name: "Sanne",
				role: "clipper",
				regions: [
					{ id: "midden-brabant", name: "Midden-Brabant" },
					{ id: "flevoland", name: "Flevoland" },
				],
			});
		const [, id] = /^\/api\/v1\/clips\/([0-9a-f-]{36})$/.exec(request.url ?? "") ?? [];
		if (!id || request.method !== "PUT") return refuse(response, 404, "Dit adres kennen we niet.");
		const body = await bodyOf(request);
		const { mood } = state;
		if (mood === "portal") return answer(response, 200, "<h1>Welkom op ons wifi</h1>", "text/html");
		const { baseRevision } = z.object({ baseRevision: z.optional(z.int()) }).parse(body);
		if (mood === 409 && baseRevision !== 4)
			return refuse(response, 409, "Er is een nieuwere versie.", {
				revision: 4,
				fields: ["title"],
				current: { title: "Titel van een ander", goal: "Wat het formulier niet toont", stages: ["mbo"] },
			});
		if (typeof mood === "number" && mood !== 409) return refuse(response, mood, `Dit kan nu niet (${mood}).`);
		const parsed = Clip.safeParse(body);
		if (!parsed.success)
			return refuse(response, 422, "Sommige velden kloppen niet.", {
				errors: fieldProblems(parsed.error.issues, body),
			});
		// Our own rule, so that a test can be refused by what its title says.
		if (/geweigerd/i.test(parsed.data.record.title))
			return refuse(response, 422, "Sommige velden kloppen niet.", {
				errors: [{ field: "record.title", message: "Deze titel staat op de zwarte lijst." }],
			});
		const status = keep(id, parsed.data);
		if (mood === "cut") return void response.destroy();
		answer(response, status, { id, revision: 1, state: "clipped", possibleDuplicates: state.duplicates });
	}

	const server = createServer((request, response) => {
		handle(request, response).catch(() => response.destroy());
	});
	const listen = (port: number) =>
		new Promise<number>((resolve, reject) => {
			server.once("error", reject);
			server.listen(port, "127.0.0.1", () => {
				server.off("error", reject);
				const address = server.address();
				resolve(typeof address === "object" && address ? address.port : port);
			});
		});
	const port = await listen(0);
	const state: ClipServer = {
		url: `http://127.0.0.1:${port}`,
		port,
		mood: "well",
		kept,
		requests,
		duplicates: [],
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
		start: async () => void (await listen(port)),
	};
	return state;
}
