import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin, UserConfig } from "vite";
import manifest from "../../../package.json" with { type: "json" };
import { plugins } from "../../build.config.ts";
import { declarations } from "./declarations.ts";
import { elementsManifest } from "./manifest.ts";

const kinds = ["events", "opportunities", "initiatives", "dashboard", "network"] as const;

/** What the package can be asked for: modules, by their address in it. */
const entries = ["index", ...kinds, ...kinds.map((kind) => `${kind}/element`)];

const exported = (entry: string) => [
	entry === "index" ? "." : `./${entry}`,
	{ types: `./${entry}.d.ts`, default: `./${entry}.js` },
];

const packageJson = {
	name: manifest.name,
	version: manifest.version,
	description:
		"Custom elements with a region's technology events, opportunities and initiatives, its figures and its network",
	license: manifest.license,
	keywords: ["custom-elements", "web-components", "events", "vacancies", "techniek"],
	type: "module",
	// Those that register an element; the others do nothing until they are used.
	sideEffects: kinds.map((kind) => `./${kind}.js`),
	exports: {
		...Object.fromEntries(entries.map(exported)),
		"./custom-elements.json": "./custom-elements.json",
		"./package.json": "./package.json",
	},
	main: "./index.js",
	types: "./index.d.ts",
	customElements: "custom-elements.json",
};

/** Everything in the package that is not a script. */
const packageFiles: Plugin = {
	name: "package-files",
	async generateBundle() {
		const root = process.cwd();
		const files = await declarations(root);
		files.set("package.json", `${JSON.stringify(packageJson, null, "\t")}\n`);
		files.set("custom-elements.json", await elementsManifest(root, kinds));
		files.set("README.md", await readFile(join(root, "widgets/package/README.md"), "utf8"));
		files.set("LICENSE", await readFile(join(root, "LICENSE"), "utf8"));
		for (const [fileName, source] of files) this.emitFile({ type: "asset", fileName, source });
	},
};

/** The package for npm: ES modules that share their code, with the parts that load later as modules of their own. */
export const npmPackage: UserConfig = {
	publicDir: false,
	plugins: [...plugins, packageFiles],
	build: {
		outDir: "dist/package",
		emptyOutDir: true,
		target: "es2022",
		reportCompressedSize: false,
		license: { fileName: "THIRD-PARTY.md" },
		lib: {
			entry: Object.fromEntries(entries.map((entry) => [entry, `widgets/package/${entry}.ts`])),
			formats: ["es"],
		},
		rolldownOptions: {
			output: {
				entryFileNames: "[name].js",
				chunkFileNames: "parts/[name]-[hash].js",
				comments: { legal: true, annotation: true, jsdoc: false },
				minify: true,
			},
		},
	},
};
