import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { build, type Plugin, type UserConfig } from "vite";
import { manifestFor, type Target } from "./manifest.config.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const filesUnder = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** The script that is injected into a page: self-contained, and its value is what it read. */
async function captureScript(): Promise<string> {
	const name = "regiotechniekCapture";
	const result = await build({
		configFile: false,
		logLevel: "warn",
		build: {
			write: false,
			target: "es2022",
			lib: { entry: here("capture/inject.ts"), formats: ["iife"], name },
		},
	});
	const chunk = [result].flat().flatMap((one) => ("output" in one ? one.output : []))[0];
	if (chunk?.type !== "chunk") throw new Error("The capture script was not built.");
	return `${chunk.code.trimEnd()}\n${name};\n`;
}

/**
 * Lit gives each template of our own source to the parser by `innerHTML`. Mozilla's linter cannot see that no data goes in
 * there and warns; said in other words it does the same. The build stops when Lit no longer says it this way.
 */
function litTemplates(): Plugin {
	let changed = false;
	return {
		name: "regiotechniek-lit-templates",
		transform(code, id) {
			if (!/[\\/]lit-html[\\/]/.test(id) || !code.includes(".innerHTML")) return undefined;
			changed = true;
			return { code: code.replace(/\b(\w+)\.innerHTML\s*=\s*(\w+)/g, 'Reflect.set($1,"innerHTML",$2)'), map: null };
		},
		buildEnd(error) {
			if (!error && !changed) this.error("lit-html no longer assigns innerHTML: this plugin can go.");
		},
	};
}

/** Adds what is not a module to the build: manifest, locales, icons, the injected script; and packs it all. */
function extensionFiles(target: Target, outDir: string): Plugin {
	return {
		name: "regiotechniek-extension",
		async generateBundle() {
			const emit = (fileName: string, source: string | Uint8Array) =>
				this.emitFile({ type: "asset", fileName, source });
			emit("manifest.json", `${JSON.stringify(manifestFor(target), null, "\t")}\n`);
			emit("capture.js", await captureScript());
			if (target === "chromium") emit("managed-schema.json", readFileSync(here("managed-schema.json")));
			for (const folder of ["_locales", "icons"])
				for (const file of filesUnder(here(folder)).filter((name) => name.endsWith(".png") || name.endsWith(".json")))
					emit(`${folder}/${file}`, readFileSync(join(here(folder), file)));
		},
		closeBundle() {
			const files = filesUnder(outDir).sort();
			const contents = files.map((file) => [file, new Uint8Array(readFileSync(join(outDir, file)))] as const);
			// One moment for all files, so that the same source makes the same bytes.
			writeFileSync(`${outDir}.zip`, zipSync(Object.fromEntries(contents), { level: 9, mtime: "2026-01-01T00:00:00" }));
		},
	};
}

function configFor(target: Target): UserConfig {
	const outDir = here(`../dist/extension-${target}`);
	return {
		root: here("."),
		base: "./",
		publicDir: false,
		plugins: [litTemplates(), extensionFiles(target, outDir)],
		build: {
			outDir,
			emptyOutDir: true,
			target: target === "chromium" ? "chrome116" : "firefox140",
			modulePreload: false,
			assetsInlineLimit: 0,
			rolldownOptions: {
				input: {
					background: here("background.ts"),
					panel: here("panel/panel.html"),
					settings: here("settings/settings.html"),
				},
				output: {
					entryFileNames: (chunk) => (chunk.name === "background" ? "background.js" : "assets/[name]-[hash].js"),
				},
			},
		},
	};
}

/** `dist/extension-chromium`, loadable as it is, and `dist/extension-chromium.zip`. */
export const chromium = configFor("chromium");
/** `dist/extension-firefox`, loadable as it is, and `dist/extension-firefox.zip`. */
export const firefox = configFor("firefox");
