import { writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patientServer } from "../operate/http-server.ts";
import { clipOf, onBothEngines, publicUrl, type TestInventory } from "../testing/inventory.ts";
import { type Person, personIn } from "../testing/person.ts";
import { type Row, rows, source } from "./matrix-rows.ts";
import { everywhere } from "./permission.ts";

onBothEngines("what an attacker sends", (opened) => {
	/** A real server on a real socket: paths and headers arrive as an attacker writes them, not as a client tidies them up. */
	let inventory: TestInventory;
	let server: Server;
	let port: number;
	let token: string;
	let admin: Person;
	let record: string;

	const secret = "geheim-bestand-naast-de-map";

	beforeAll(async () => {
		inventory = opened();
		await writeFile(join(inventory.dataDir, "geheim.txt"), secret);
		server = patientServer(getRequestListener(inventory.app.fetch), { head: 300, whole: 600, idle: 5000 });
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		({ port } = server.address() as AddressInfo);
		token = await inventory.token("admin");
		admin = await personIn(inventory, { name: "Beheer", grants: everywhere("admin") });
		const { id, body } = clipOf();
		await inventory.call(`/api/v1/clips/${id}`, { method: "PUT", token, body });
		await inventory.call(`/api/v1/records/${id}/publish`, { method: "POST", token });
		record = id;
	}, 60_000);
	afterAll(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});

	interface Answer {
		status: number;
		headers: IncomingHttpHeaders;
		body: string;
	}

	/** One request with the path exactly as written. */
	function raw(path: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
		return new Promise<Answer>((resolve, reject) => {
			const { method = "GET", headers = {}, body } = options;
			const sent = request({ port, host: "127.0.0.1", path, method, headers, agent: false }, (response) => {
				const chunks: Buffer[] = [];
				response.on("data", (chunk: Buffer) => chunks.push(chunk));
				response.on("end", () =>
					resolve({
						status: response.statusCode ?? 0,
						headers: response.headers,
						body: Buffer.concat(chunks).toString("utf8"),
					}),
				);
				response.on("error", reject);
			});
			// A server that refuses early may close before everything is sent.
			sent.on("error", (error: Error & { code?: string }) =>
				error.code === "EPIPE" || error.code === "ECONNRESET"
					? resolve({ status: 413, headers: {}, body: "" })
					: reject(error),
			);
			sent.end(body);
		});
	}

	describe("path traversal", () => {
		const climbs = [
			"../",
			"..%2f",
			"%2e%2e/",
			"%2e%2e%2f",
			"..%5c",
			"..\\",
			"%252e%252e%252f",
			"..%c0%af",
			"..;/",
			".%2e/",
			"....//",
			"%00/../",
		];
		const places = [
			"/workbench/",
			"/workbench/assets/",
			"/demo/",
			"/assets/",
			"/embed/",
			"/embed/widgets/",
			"/embed/frame/",
			"/feeds/",
			"/feeds/flevoland/",
			"/feeds/flevoland/events/",
			"/snippets/flevoland/",
			"/flevoland/events/",
		];
		const targets = ["geheim.txt", "package.json", "etc/passwd"];

		it.each(places)(
			"leads nowhere from %s",
			async (place) => {
				for (const climb of climbs) {
					for (const [index, target] of targets.entries()) {
						for (const depth of index === 0 ? [1, 2, 3] : [4]) {
							const { status, body } = await raw(`${place}${climb.repeat(depth)}${target}`);
							expect(status).toBeLessThan(500);
							for (const found of [secret, '"private": true', "root:x:0", '"devDependencies"'])
								expect(body).not.toContain(found);
						}
					}
				}
			},
			60_000,
		);
	});

	describe("redirects", () => {
		const elsewhere = [
			"//elders.example",
			"/%5celders.example",
			"/\\elders.example",
			"//elders.example/%2e%2e",
			"/%09/elders.example",
		];
		it("lead to our own pages, whatever the address looks like", async () => {
			const prefixes = [
				"",
				"/workbench",
				"/embed",
				"/demo",
				"/feeds",
				"/feeds/flevoland",
				"/api/v1/auth/callback/oidc",
			];
			for (const path of [
				...prefixes.flatMap((prefix) => elsewhere.map((tail) => prefix + tail)),
				"/workbench",
				"/embed",
			]) {
				for (const query of [
					"",
					"?next=//elders.example&returnTo=https://elders.example&callbackURL=https://elders.example",
				]) {
					const { headers } = await raw(path + query, { headers: { Host: "elders.example" } });
					const { location } = headers;
					if (location === undefined) continue;
					expect(new URL(location, publicUrl).origin).toBe(publicUrl);
				}
			}
		});

		it("after signing in lead to the workbench, not to where the request says", async () => {
			const { headers, status } = await raw(
				"/api/v1/auth/callback/oidc?code=x&state=y&callbackURL=https://elders.example&error=https://elders.example",
			);
			expect([status, headers.location]).toEqual([302, "/workbench/#sign-in=refused"]);
		});
	});

	describe("header injection", () => {
		it("puts no line of the request's among the answer's headers", async () => {
			const line = "%0d%0aX-Injected:%201%0d%0aSet-Cookie:%20a=b";
			const paths = [
				`/workbench${line}`,
				`/embed${line}`,
				`/feeds/flevoland/${line}.json`,
				`/feeds/flevoland/events.json?place=${line}`,
				`/feeds/flevoland/events.ics?q=${line}`,
				`/flevoland/events/${line}`,
				`/oembed?url=${line}&format=${line}`,
				`/snippets/flevoland/events?lang=${line}`,
				`/embed/frame/events?region=${line}`,
				`/api/v1/session/ways?x=${line}`,
				`/api/v1/action-list.csv?lang=${line}`,
				`/api/v1/auth/callback/oidc?error=${line}&state=${line}`,
			];
			for (const path of paths) {
				const { headers } = await raw(path, { headers: { Authorization: `Bearer ${token}` } });
				expect(headers["x-injected"]).toBeUndefined();
				expect(String(headers["set-cookie"] ?? "")).not.toContain("a=b");
			}
		});
	});

	describe("SQL in text", () => {
		const texts = [
			"'; drop table records; --",
			"' or '1'='1",
			"%' or 1=1 --",
			"\\'; select pg_sleep(5); --",
			"$1",
			"a\u0000b",
			"🦊'\"`",
			"%%%___",
		];
		const count = async () => {
			const rows: unknown = await inventory.context.db.execute(sql`select count(*)::int as n from records`);
			return JSON.stringify(rows).match(/"n":(\d+)/)?.[1];
		};
		const query = [
			"q",
			"by",
			"action",
			"record",
			"after",
			"region",
			"state",
			"kind",
			"view",
			"limit",
			"since",
			"place",
			"organization",
			"url",
			"lang",
			"user_code",
			"before",
			"from",
			"to",
			"id",
		];

		it.each(
			[
				...Object.keys(rows).flatMap((name) => (name.startsWith("GET ") ? [`/api/v1${name.slice(4)}`] : [])),
				"/feeds/flevoland/events.json",
				"/snippets/flevoland/events",
				"/flevoland/events",
				"/oembed",
				"/embed/frame/events",
			].map(
				(path, turn) =>
					[path.replace(/:id/, "01999999-0000-7000-8000-000000000000").replace(/:\w+/g, "x"), turn] as const,
			),
		)("is text in the query of %s", async (path, turn) => {
			for (const [index, name] of query.entries()) {
				// Each text in turn: over all routes every text comes in every place.
				const text = texts[(index + turn) % texts.length] ?? "";
				const address = `${path}?${name}=${encodeURIComponent(text)}`;
				const { status, body } = await raw(address, { headers: { Authorization: `Bearer ${token}` } });
				// 501 is oEmbed's word for a format that it does not speak.
				expect([address, status < 500 || status === 501]).toEqual([address, true]);
				expect(body).not.toMatch(/syntax error|pg_catalog|PostgresError|drizzle/i);
			}
			expect(inventory.errors).toEqual([]);
		});

		it("is text in paths and in every body", async () => {
			const before = await count();
			const call = (method: string, path: string, body?: unknown) => admin.call(method, path, body);
			for (const text of texts) {
				const part = encodeURIComponent(text);
				const answers = [
					await call("POST", "/session", { email: text, password: text }),
					await call("POST", "/session", { token: text }),
					await call("POST", "/session", { link: text }),
					await call("POST", "/staff", { name: text, grants: [{ region: text, role: "clipper" }] }),
					await call("POST", "/tokens", { client: text, role: "clipper", region: text }),
					await call("POST", "/searches", { name: text, region: "flevoland", filters: { q: text }, shared: false }),
					await call("POST", "/imports", { ...source, name: text, region: text }),
					await call("PUT", `/widgets/${part}`, { kind: "events", attributes: { region: text, place: text } }),
					await call("PUT", `/records/${record}`, { record: { title: text }, baseRevision: 1 }),
					await call("PUT", `/clips/${part}`, clipOf({ title: text }).body),
					await call("PUT", `/regions/${part}`, { name: text, municipalities: [text] }),
					await call("DELETE", `/tokens/${part}`),
					await call("DELETE", `/staff/${part}`),
					await call("GET", `/records/${part}`),
					await call("POST", "/device/decision", { user_code: text, approve: true }),
				];
				expect(answers.map(({ status }) => status >= 500)).toEqual(answers.map(() => false));
			}
			expect(await count()).toBe(before);
			expect(inventory.errors).toEqual([]);
		}, 60_000);
	});

	describe("bodies", () => {
		/** Files of up to 10 MB are brought here. */
		const large = ["POST /imports", "POST /imports/trial", "PUT /imports/:id", "POST /imports/:id/run"];
		const reading = Object.entries(rows).filter(
			([name, row]: [string, Row]) => row.body !== undefined && !large.includes(name),
		);

		it.each(reading)("%s refuses what is too large with a sentence", async (name, row) => {
			const [method = "", route = ""] = name.split(" ");
			const path = row.path?.({ record, other: record, source: record, staff: record }) ?? route;
			const headers: Record<string, string> = row.by
				? { Cookie: admin.cookie, "Sec-Fetch-Site": "same-origin" }
				: { Authorization: `Bearer ${token}` };
			const response = await inventory.call(`/api/v1${path}`, {
				method,
				headers,
				body: { text: "x".repeat(2 * 1024 * 1024) },
			});
			expect(response.status).toBe(413);
			expect(response.headers.get("content-type")).toContain("application/problem+json");
		});

		it("that come byte by byte are cut off, while others are served", async () => {
			const socket = connect(port, "127.0.0.1");
			let said = "";
			socket.on("data", (chunk) => {
				said += chunk.toString("utf8");
			});
			const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
			socket.on("error", () => {});
			socket.write(
				"POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{",
			);
			const drip = setInterval(() => socket.writable && socket.write(" "), 100);
			expect((await raw("/healthz")).status).toBe(200);
			await closed;
			clearInterval(drip);
			expect(said).toMatch(/^HTTP\/1\.1 408 /);
		}, 15_000);

		it("that are no JSON are refused with a sentence", async () => {
			for (const body of ["{", "", "[", "\u0000", '{"a":'.repeat(5000)]) {
				const { status, body: text } = await raw("/api/v1/session", { method: "POST", body });
				expect(status).toBeGreaterThanOrEqual(400);
				expect(status).toBeLessThan(500);
				expect(JSON.parse(text)).toMatchObject({ status });
			}
		});
	});
});
