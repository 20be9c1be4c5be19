import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const embed = fileURLToPath(new URL("../../dist/embed", import.meta.url));

/** What lies at an address of the race. */
export interface Content {
	type: "text/html" | "text/javascript" | "text/css" | "application/json";
	text: string;
}

/** As hard as the service compresses what it publishes, for everyone. */
const brotli = (text: string) =>
	brotliCompressSync(text, {
		params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text) },
	});

/** Our script and every part that it may load later, as `/embed/…`. */
async function embedded(): Promise<[path: string, content: Content][]> {
	const names = (await readdir(embed, { recursive: true })).map((name) => name.replaceAll("\\", "/"));
	return Promise.all(
		names
			.filter((name) => name.endsWith(".js"))
			.map(async (name) => {
				const text = await readFile(join(embed, name), "utf8");
				return [`/embed/${name}`, { type: "text/javascript", text }] satisfies [string, Content];
			}),
	);
}

/** Serves `pages` by path, and what was built of the embed, on a free port; all from memory, compressed before the race. */
export async function serve(pages: ReadonlyMap<string, Content>): Promise<{ origin: string; stop(): void }> {
	const answers = new Map(
		[...(await embedded()), ...pages].map(([path, { type, text }]) => [path, { type, bytes: brotli(text) }]),
	);
	const server = createServer((request, answer) => {
		const found = answers.get((request.url ?? "").split("?")[0] ?? "");
		if (!found) return answer.writeHead(404).end();
		answer
			.writeHead(200, {
				"Content-Type": `${found.type}; charset=utf-8`,
				"Content-Encoding": "br",
				"Content-Length": found.bytes.length,
				"Access-Control-Allow-Origin": "*",
			})
			.end(found.bytes);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	return {
		origin: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
		stop() {
			server.close();
			server.closeAllConnections();
		},
	};
}
