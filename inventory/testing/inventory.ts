import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import type { Logger } from "pino";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe } from "vitest";
import { copyOfCached } from "../../test/support/cached-folder.ts";
import { engines, ownDatabase } from "../../test/support/own-database.ts";
import { startPostgres } from "../../test/support/postgres.ts";
import type { OidcSettings } from "../access/oidc-settings.ts";
import { issue } from "../access/tokens.ts";
import { createApp } from "../app.ts";
import { openDatabase } from "../db/open.ts";
import { type Role, regions } from "../db/schema.ts";
import type { AllowedHosts } from "../import/public-address.ts";
import type { Metrics } from "../operate/metrics.ts";
import { type Inventory, openInventory } from "../service.ts";

/** A whole inventory on a database of its own, and a clock that the test sets. */
export interface TestInventory extends Inventory {
	app: Hono;
	dataDir: string;
	clock: { now: Date };
	errors: unknown[];
	/** A fresh token of that role, in one region or in all. */
	token(role: Role, region?: string): Promise<string>;
	/** One request; `body` goes as JSON. */
	call(
		path: string,
		options?: { method?: string; token?: string; body?: unknown; headers?: Record<string, string> },
	): Promise<Response>;
	close(): Promise<void>;
}

const root = join(import.meta.dirname, "../..");
export const publicUrl = "https://inventaris.example";

/** A data folder with an embedded database that has its tables and nothing in them. */
async function migratedFolder(): Promise<string> {
	const journal = await readFile(join(root, "inventory/db/migrations/meta/_journal.json"));
	const key = createHash("sha256").update(journal).digest("hex").slice(0, 16);
	const make = async (dataDir: string) => (await openDatabase({ dataDir })).close();
	return copyOfCached("migrated", key, make, "regiotechniek-inventory-");
}

interface OpenTestOptions {
	databaseUrl?: string;
	/** One that holds a database already; it goes away at the end all the same. */
	dataDir?: string;
	samples?: boolean;
	now?: string;
	oidc?: OidcSettings;
	importAllow?: AllowedHosts;
	/** Requests a minute; left out, there is no limit. */
	apiLimit?: number;
	/** Where requests are counted and told of. */
	metrics?: Metrics;
	log?: Logger;
}

export async function openTestInventory(options: OpenTestOptions = {}): Promise<TestInventory> {
	const databaseUrl = options.databaseUrl ?? (options.dataDir ? undefined : await ownDatabase());
	const dataDir =
		options.dataDir ??
		(databaseUrl ? await mkdtemp(join(tmpdir(), "regiotechniek-inventory-")) : await migratedFolder());
	const clock = { now: new Date(options.now ?? "2026-11-21T10:00:00Z") };
	const errors: unknown[] = [];
	const settings = {
		port: 0,
		host: "127.0.0.1",
		dataDir,
		databaseUrl,
		publicUrl,
		samples: options.samples ?? false,
		dev: false,
		importAllow: options.importAllow ?? [],
	};
	const inventory = await openInventory(settings, {
		regionsFolder: join(root, "demo/regions"),
		log: () => {},
		now: () => clock.now,
	});
	const { database, context, site, publisher, widgets } = inventory;
	if (!options.samples && inventory.first) {
		const region = { id: "flevoland", name: "Flevoland", municipalities: [] };
		await database.db.insert(regions).values({ id: region.id, name: region.name, data: region }).onConflictDoNothing();
	}
	await publisher.publishAll();
	const app = createApp({
		context,
		importer: inventory.importer,
		site,
		widgets,
		folders: {
			embed: join(root, "dist/embed"),
			workbench: join(root, "dist/inventory/workbench"),
			configurator: join(root, "dist/inventory/configurator"),
			partners: join(root, "demo/partners"),
			assets: join(root, "dist/inventory/assets"),
		},
		publicUrl,
		oidc: options.oidc,
		apiLimit: options.apiLimit,
		...(options.metrics && { metrics: options.metrics }),
		...(options.log && { log: options.log }),
		version: "0.0.0",
		samples: settings.samples,
		onError: (error) => errors.push(error),
	});
	return {
		...inventory,
		app,
		dataDir,
		clock,
		errors,
		token: (role, region) =>
			issue(database.db, clock.now, {
				purpose: "api",
				name: `test-${role}`,
				role,
				...(region !== undefined && { grants: [{ region, role }] }),
			}),
		async call(path, { method = "GET", token, body, headers = {} } = {}) {
			return app.request(path, {
				method,
				headers: {
					...(token && { Authorization: `Bearer ${token}` }),
					...(body !== undefined && { "Content-Type": "application/json" }),
					...headers,
				},
				...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
			});
		},
		async close() {
			await database.close();
			await rm(dataDir, { recursive: true, force: true });
		},
	};
}

/** Runs a suite on the embedded database and again on a real PostgreSQL server; `settings` are asked for anew for each. */
export function onBothEngines(
	name: string,
	suite: (inventory: () => TestInventory) => void,
	settings: () => Promise<OpenTestOptions> = async () => ({}),
): void {
	describe.each(engines())(`${name} (%s)`, (engine) => {
		let server: Awaited<ReturnType<typeof startPostgres>> | undefined;
		let inventory: TestInventory | undefined;
		beforeAll(async () => {
			server = engine === "postgresql" ? await startPostgres() : undefined;
			inventory = await openTestInventory({ ...(await settings()), ...(server && { databaseUrl: server.url }) });
		}, 60_000);
		afterAll(async () => {
			await inventory?.close();
			await server?.stop();
		}, 60_000);
		suite(() => {
			if (!inventory) throw new Error("The inventory is not open yet");
			return inventory;
		});
	});
}

/** An initiative clip with a title of its own; `changes` go into the record. */
export function clipOf(changes: Record<string, unknown> = {}, envelope: Record<string, unknown> = {}) {
	const id = uuidv7();
	return {
		id,
		body: {
			kind: "initiative",
			region: "flevoland",
			record: { title: `Techniekclub ${id}`, actionLines: ["choose"], stages: ["vmbo"], ...changes },
			source: {
				url: `https://school.example/techniekclub/${id}?utm_source=mail`,
				title: "Techniekclub",
				language: "nl",
				capturedAt: "2026-11-21T11:00:00+01:00",
				evidence: { title: { from: "json-ld", confidence: 0.9, quote: { exact: "Techniekclub" } } },
			},
			...envelope,
		},
	};
}
