import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "vite";
import { agrees } from "../../scripts/lib/install.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "test/bench/peers");

/** A program of `test/bench/peers/`, bundled as its maker would deliver it: one minified script, one style sheet or none. */
export interface Bundle {
	script: string;
	style: string;
}

const parsed = async (path: string): Promise<unknown> =>
	readFile(join(folder, path), "utf8").then(JSON.parse, () => undefined);

/** Installs what the peers' own lockfile names, unless it is there. They are no part of the project's `npm ci`. */
export async function installPeers(): Promise<void> {
	if (agrees(await parsed("package-lock.json"), await parsed("node_modules/.package-lock.json"))) return;
	console.error("Installing the peers of the bench, apart from the project.");
	const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
	// npm is a batch file on Windows.
	await promisify(execFile)("npm", ["ci", "--prefix", folder, ...options], { shell: process.platform === "win32" });
}

/**
 * Bundles `test/bench/peers/<name>.js` for production, for the browsers that our own build is for. Vite takes a library's
 * development build when NODE_ENV says so, and its module runner, under which a bench runs, makes it say so: the yardstick
 * would be three times as large and slower, and we would look better than we are.
 */
export async function bundlePeer(name: string): Promise<Bundle> {
	const before = process.env.NODE_ENV;
	process.env.NODE_ENV = "production";
	try {
		const made = await build({
			configFile: false,
			root,
			mode: "production",
			logLevel: "error",
			publicDir: false,
			define: { "process.env.NODE_ENV": '"production"' },
			build: {
				write: false,
				target: "es2022",
				lib: {
					entry: join(folder, `${name}.js`),
					formats: ["iife"],
					name: "peer",
					fileName: () => "peer.js",
					cssFileName: "peer",
				},
			},
		});
		const bundle: Bundle = { script: "", style: "" };
		for (const result of [made].flat()) {
			if (!("output" in result)) continue;
			for (const file of result.output) {
				if (file.type === "chunk") bundle.script += file.code;
				else if (file.fileName.endsWith(".css")) bundle.style += file.source;
			}
		}
		if (!bundle.script) throw new Error(`Bundling ${name} gave no script.`);
		return bundle;
	} finally {
		if (before === undefined) delete process.env.NODE_ENV;
		else process.env.NODE_ENV = before;
	}
}
