import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { version } from "../../package.json" with { type: "json" };
import type { HostBrowser, HostBrowserOptions, HostPage } from "../support/host-browser.ts";
import { startService, type TestService } from "../support/service.ts";
import { type HostServer, startHostServer } from "./host-server.ts";

/** What the tests of one browser share. Their visitor sits in New York, so that its clock differs from every event's. */
export interface World<P extends HostPage> {
	readonly service: TestService;
	readonly hosts: HostServer;
	readonly browser: HostBrowser<P>;
}

export const visitorZone = "America/New_York";
const built = fileURLToPath(new URL(`../../dist/embed/${version}/techniek.js`, import.meta.url));

/** Starts the inventory, the partners' pages and the browser before the tests of this file, and ends them after. */
export function worldOf<P extends HostPage>(
	launch: (options: HostBrowserOptions) => Promise<HostBrowser<P>>,
): () => World<P> {
	let world: World<P> | undefined;
	const closing: (() => Promise<unknown>)[] = [];
	beforeAll(async () => {
		// A version of before, that some page has pinned: where an inventory keeps what it once served.
		const service = await startService({
			async prepare(dataDir) {
				const earlier = join(dataDir, "embed/0.0.9");
				await mkdir(earlier, { recursive: true });
				await cp(built, join(earlier, "techniek.js"));
			},
		});
		closing.push(() => service.stop());
		const hosts = await startHostServer(service.url);
		closing.push(() => hosts.close());
		const browser = await launch({ timeZone: visitorZone, viewport: { width: 1024, height: 768 } });
		closing.push(() => browser.close());
		world = { service, hosts, browser };
	});
	afterAll(async () => {
		for (const close of closing.reverse()) await close();
	});
	return () => {
		if (!world) throw new Error("Nothing was started.");
		return world;
	};
}
