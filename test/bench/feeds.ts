import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../support/free-port.ts";
import { startPostgres } from "../support/postgres.ts";
import { startService } from "../support/service.ts";
import { type Load, load } from "./load.ts";
import { median, percentile } from "./statistics.ts";

const connections = 50;
const path = "/feeds/midden-brabant/events.json";

interface Peer {
	name: string;
	url: string;
	stop(): Promise<void>;
}

function findNginx(): string | undefined {
	const named = process.env.NGINX_BIN ? [process.env.NGINX_BIN] : [];
	const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
	return [...named, ...folders.map((folder) => join(folder, "nginx"))].find((file) => {
		try {
			accessSync(file, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
	for (let attempt = 0; attempt < 100; attempt++) {
		if (child.exitCode !== null) throw new Error(`The peer for ${url} ended with ${child.exitCode}.`);
		if (
			await fetch(url).then(
				(response) => response.ok,
				() => false,
			)
		)
			return;
		await wait(50);
	}
	throw new Error(`The peer for ${url} did not answer.`);
}

async function startPeer(command: string, args: string[], name: string, url: string, folder: string): Promise<Peer> {
	const child = spawn(command, args, { stdio: ["ignore", "ignore", "inherit"] });
	await untilItAnswers(url, child);
	const ended = new Promise((resolve) => child.once("exit", resolve));
	return {
		name,
		url,
		stop: async () => {
			child.kill("SIGTERM");
			await ended;
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** nginx with one worker, as our service is one process, serving the brotli bytes from a file. */
async function startNginx(nginx: string, bytes: Buffer): Promise<Peer> {
	const folder = await mkdtemp(join(tmpdir(), "regiotechniek-nginx-"));
	const port = await freePort();
	await writeFile(join(folder, "feed.json"), bytes);
	const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
		.map((kind) => `${kind}_temp_path ${folder}/${kind};`)
		.join(" ");
	await writeFile(
		join(folder, "nginx.conf"),
		`daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr error; ${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 256; }
http { access_log off; ${temporary} sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=10;
server { listen 127.0.0.1:${port}; root ${folder}; types { application/json json; }
add_header Content-Encoding br; add_header Access-Control-Allow-Origin *; add_header Cache-Control "max-age=60"; } }`,
	);
	const args = ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"];
	return startPeer(nginx, args, "nginx, the same bytes", `http://127.0.0.1:${port}/feed.json`, folder);
}

/** Where there is no nginx: the least a Node server can do. It is no nginx, and the table says so. */
async function startBareNode(bytes: Buffer): Promise<Peer> {
	const folder = await mkdtemp(join(tmpdir(), "regiotechniek-node-"));
	const port = await freePort();
	await writeFile(join(folder, "feed.json"), bytes);
	await writeFile(
		join(folder, "server.mjs"),
		`import { readFileSync } from "node:fs";
import { createServer } from "node:http";
const body = readFileSync(${JSON.stringify(join(folder, "feed.json"))});
const head = { "Content-Type": "application/json", "Content-Encoding": "br", "Content-Length": body.length };
createServer((_, answer) => answer.writeHead(200, head).end(body)).listen(${port}, "127.0.0.1");
`,
	);
	const url = `http://127.0.0.1:${port}/feed.json`;
	return startPeer(
		process.execPath,
		[join(folder, "server.mjs")],
		"bare node:http, same bytes from memory",
		url,
		folder,
	);
}

/** The feed as the service sends it compressed; read below fetch, which would unpack it. */
async function brotliBytes(url: string): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		get(url, { headers: { "Accept-Encoding": "br" } }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on("data", (chunk: Buffer) => chunks.push(chunk));
			answer.on("end", () =>
				answer.headers["content-encoding"] === "br"
					? resolve(Buffer.concat(chunks))
					: reject(new Error(`${url} is not sent as brotli.`)),
			);
		}).on("error", reject);
	});
}

interface Ours {
	who: string;
	url: string;
	stop(): Promise<unknown>;
}

/** The service as it is, and one whose PostgreSQL went away after it had started. */
async function startOurs(): Promise<Ours[]> {
	const service = await startService();
	const server = await startPostgres();
	const left = await startService({ databaseUrl: server.url });
	await server.halt();
	return [
		{ who: "the inventory", url: `${service.url}${path}`, stop: () => service.stop() },
		{
			who: "the inventory, its database stopped",
			url: `${left.url}${path}`,
			stop: async () => {
				await left.stop();
				await server.stop();
			},
		},
	];
}

/** Requests per second of the largest events feed, ours and a peer in turns of `seconds`, so that both meet the same machine. */
export async function raceFeeds(seconds: number): Promise<string[][]> {
	const ours = await startOurs();
	let peer: Peer | undefined;
	try {
		const bytes = await brotliBytes(ours[0]?.url ?? "");
		const nginx = findNginx();
		peer = nginx ? await startNginx(nginx, bytes) : await startBareNode(bytes);
		const runs: { ours: Load[]; peer: Load }[] = [];
		// The first turn warms all of them up and is not counted.
		for (let turn = 0; turn < 4; turn++) {
			const run: { ours: Load[]; peer: Load } = { peer: await load(peer.url, connections, seconds), ours: [] };
			for (const one of ours) run.ours.push(await load(one.url, connections, seconds));
			if (turn > 0) runs.push(run);
		}
		const row = (who: string, loads: Load[], ratio: string, reach = "", reached = "") => [
			`feed of ${(bytes.length / 1024).toFixed(1)} kB, ${connections} connections`,
			who,
			`${median(loads.map((one) => one.perSecond)).toFixed(0)} per second`,
			`${percentile(
				loads.flatMap((one) => one.latencies),
				0.95,
			).toFixed(1)} ms`,
			ratio,
			"",
			"",
			reach,
			reached,
		];
		return [
			row(
				peer.name,
				runs.map((run) => run.peer),
				"1.00x",
			),
			...ours.map(({ who }, index) => {
				const loads = runs.flatMap((run) => run.ours.slice(index, index + 1));
				const ratio = median(runs.map((run) => (run.ours[index]?.perSecond ?? 0) / run.peer.perSecond));
				return row(
					who,
					loads,
					`${ratio.toFixed(2)}x`,
					nginx ? "at least 0.70x" : "0.70x of nginx",
					nginx ? (ratio >= 0.7 ? "yes" : "NO") : "no nginx here",
				);
			}),
		];
	} finally {
		await peer?.stop();
		for (const one of ours) await one.stop();
	}
}
