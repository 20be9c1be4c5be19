import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { spawn } = await import("node:child_process");
const { existsSync, watch } = await import("node:fs");
const { join } = await import("node:path");
const { main, say } = await import("./lib/say.mjs");
const { ensureInstalled } = await import("./lib/install.mjs");
const { buildStale } = await import("./lib/build.mjs");
const { root } = await import("./lib/run.mjs");
const { serviceTargets } = await import("./lib/targets.mjs");

/** Editors save in bursts: a rename, a write, a change of mode. */
const quietFor = 150;

/** @type {import("node:child_process").ChildProcess | undefined} */
let service;
let ending = false;

function startService() {
	const started = spawn(process.execPath, ["--enable-source-maps", "dist/inventory/main.js"], {
		cwd: root,
		stdio: "inherit",
		env: { ...process.env, DEV: "1" },
	});
	started.on("exit", (code) => {
		if (started !== service) return;
		service = undefined;
		if (ending) process.exit(code ?? 0);
		say(`The service ended with code ${code}: it starts again at the next change.`);
	});
	service = started;
}

async function restartService() {
	const running = service;
	service = undefined;
	if (running && running.exitCode === null) {
		running.kill("SIGTERM");
		// The data folder is locked until it is gone.
		await new Promise((resolve) => running.once("exit", resolve));
	}
	startService();
}

await main(async () => {
	process.chdir(root);
	await ensureInstalled();
	await buildStale();
	startService();
	say(
		"Watching shared, widgets, extension, inventory and demo. Widgets, workbench, extension and service are rebuilt on a change; " +
			"the service restarts when it changed itself, and open pages of it reload. Reload the extension in chrome://extensions.",
	);

	let building = false;
	let again = false;
	const rebuild = async () => {
		if (building) {
			again = true;
			return;
		}
		building = true;
		do {
			again = false;
			try {
				const built = await buildStale();
				if (!ending && built.some((name) => serviceTargets.includes(name))) await restartService();
			} catch (error) {
				say(error instanceof Error ? error.message : String(error));
			}
		} while (again && !ending);
		building = false;
	};

	/** @type {NodeJS.Timeout | undefined} */
	let timer;
	for (const folder of ["shared", "widgets", "extension", "inventory", "demo"]) {
		if (!existsSync(join(root, folder))) continue;
		watch(join(root, folder), { recursive: true }, () => {
			clearTimeout(timer);
			timer = setTimeout(rebuild, quietFor);
		});
	}
	for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
		process.on(signal, () => {
			ending = true;
			if (service) service.kill("SIGTERM");
			else process.exit(0);
		});
	}
});
