import { readFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, type InlineConfig, type Plugin, type UserConfig } from "vite";
import manifest from "../package.json" with { type: "json" };

const { version } = manifest;

/**
 * What partners load. `embed/v1.js` is the evergreen script, small, which loads its parts when they are used;
 * `embed/<version>/techniek.js` is the pinned one, a single file with everything, since a hash in the page (SRI) can vouch
 * for that file only. Both are classic scripts that run by themselves, `async` or not.
 */
const evergreen = "v1.js";

/** Every element that the script registers. */
const elements = ["events", "opportunities", "initiatives", "dashboard", "network"];

/** A second copy, or another version, that has nothing to add leaves at once. */
const leaveWhenTaken = `if(${JSON.stringify(elements)}.every(function(n){return customElements.get("techniek-"+n)}))return;`;

const licence = "/*! Regiotechniek, MIT licence */\n";

/** Goes with every file that has the map inside, as Leaflet's licence asks. */
const leafletLicence =
	"/*! Contains Leaflet, BSD-2-Clause: https://github.com/Leaflet/Leaflet/blob/v2.0.0-alpha.1/LICENSE */\n";
const noticeFor = (code: string) => (code.includes("leaflet-pane") ? leafletLicence : "");

/** Drops what search and reading pages need of a vocabulary, but showing it does not: its synonyms. */
const labelsOnly: Plugin = {
	name: "labels-only",
	enforce: "pre",
	transform(code, id) {
		if (id.includes("/shared/vocabularies/")) return code.replace(/synonyms: \[[^\]]*\],?/g, "");
	},
};

/** Drops comments and indentation inside templates, which minifiers leave alone. Whitespace between words stays one space. */
const shortTemplates: Plugin = {
	name: "short-templates",
	enforce: "pre",
	transform(code, id) {
		if (!/\/(widgets|shared\/list)\//.test(id) || id.includes(".test.")) return;
		const short = (rules: string) =>
			rules
				.replace(/\/\*[\s\S]*?\*\//g, "")
				.replace(/\s+/g, " ")
				.replace(/\s?([{};,>])\s?|(:) /g, "$1$2")
				.replace(/;}/g, "}")
				.replace(/(?<![\d.])0(?=\.\d)/g, "");
		return code.replace(/\/\* css \*\/ `([^`]*)`/g, (_, rules: string) => `\`${short(rules)}\``);
	},
	generateBundle(_, bundle) {
		for (const file of Object.values(bundle)) {
			// After minifying, a line break followed by tabs stands only inside a template.
			if (file.type !== "chunk") continue;
			file.code = file.code
				.replace(/\s*\n\t*/g, " ")
				// Space around these is nowhere to be seen.
				.replace(/ (<\/?(?:article|div|form|label|li|option|p|section|select|ul)\b)/g, "$1")
				.trim();
		}
	},
};

export const plugins = [labelsOnly, shortTemplates];

const options = {
	target: "es2022",
	reportCompressedSize: false,
	write: false,
	minify: true,
} as const;

/** The one chunk that a build gives. */
function codeOf(built: Awaited<ReturnType<typeof build>>): string {
	for (const output of [built].flat()) {
		if (!("output" in output)) continue;
		const [chunk, ...others] = output.output;
		if (others.length > 0) throw new Error(`More than one file came of it: ${others.map((one) => one.fileName)}`);
		return chunk.code;
	}
	throw new Error("The build made nothing.");
}

const common: InlineConfig = { configFile: false, publicDir: false, logLevel: "warn" };

/** A part as an ES module of its own, with a copy of the little that it needs of others. */
async function buildPart(root: string, entry: string, ...more: Plugin[]): Promise<string> {
	const built = await build({
		...common,
		root,
		plugins: [...plugins, ...more],
		build: {
			...options,
			lib: { entry, formats: ["es"] },
			rolldownOptions: { output: { codeSplitting: false, comments: false, minify: true } },
		},
	});
	const code = codeOf(built);
	return `${noticeFor(code)}${code}\n`;
}

/** The script with its parts inside, or through a plugin without them. */
async function buildScript(root: string, ...more: Plugin[]): Promise<string> {
	const built = await build({
		...common,
		root,
		plugins: [...plugins, ...more],
		build: {
			...options,
			lib: { entry: "widgets/embed.ts", formats: ["iife"], name: "techniek" },
			rolldownOptions: { output: { intro: leaveWhenTaken, codeSplitting: false, comments: false } },
		},
	});
	const code = codeOf(built);
	return `${licence}${noticeFor(code)}${code}\n`;
}

const digest = async (algorithm: string, text: string) =>
	Buffer.from(await crypto.subtle.digest(algorithm, new TextEncoder().encode(text)));

/** Where a script finds the parts that it loads, and what they are called in `embed/<version>/`. */
const tables = ["widgets/extras/load.ts", "widgets/parts/load.ts"];

/** Has a script load its parts by address instead of holding them. `files` are names by the path of the module. */
const partsByAddress = (root: string, files: ReadonlyMap<string, string>): Plugin => ({
	name: "parts-by-address",
	enforce: "pre",
	transform(code, id) {
		if (!tables.some((table) => id.endsWith(`/${table}`))) return;
		return code.replace(
			/\(_(home)([^)]*)\) => import\("([^"]+)"\)/g,
			(_, home: string, type: string, module: string) => {
				const file = files.get(relative(root, join(dirname(id), module)));
				if (!file) throw new Error(`No part was built for ${module}.`);
				const address = JSON.stringify(`embed/${version}/${file}`);
				return `(${home}${type}) => import(/* @vite-ignore */ new URL(${address}, ${home}).href)`;
			},
		);
	},
});

/** The paths of the modules that a table of parts imports. */
async function partsOf(root: string, table: string): Promise<string[]> {
	const code = await readFile(join(root, table), "utf8");
	return [...code.matchAll(/import\("([^"]+)"\)/g)].map(([, module]) => join(dirname(table), module ?? ""));
}

/** `widgets/month/month.ts` is the part called `month`; a face is called after its kind. */
const nameOf = (path: string) => (basename(path) === "face.ts" ? basename(dirname(path)) : basename(path, ".ts"));

/** Every file of `embed/`, by its path there. */
export async function embedFiles(root: string): Promise<Map<string, string>> {
	const files = new Map<string, string>();
	const names = new Map<string, string>();
	// The parts of parts first: their addresses are in those that load them.
	for (const table of tables) {
		for (const path of await partsOf(root, table)) {
			const code = await buildPart(root, path, partsByAddress(root, names));
			const file = `${nameOf(path)}-${(await digest("SHA-256", code)).toString("hex").slice(0, 8)}.js`;
			names.set(path, file);
			files.set(`${version}/${file}`, code);
		}
	}
	files.set(evergreen, await buildScript(root, partsByAddress(root, names)));
	const pinned = await buildScript(root);
	const integrity = { "techniek.js": `sha384-${(await digest("SHA-384", pinned)).toString("base64")}` };
	files.set(`${version}/techniek.js`, pinned);
	files.set(`${version}/integrity.json`, `${JSON.stringify(integrity, null, "\t")}\n`);
	return files;
}

const brotli = (text: string) =>
	brotliCompressSync(text, {
		params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
	});

const entry = "virtual:embed";

/** Writes every file with its compressed variants; the build's own chunk is only what makes it run. */
const delivery: Plugin = {
	name: "delivery",
	resolveId: (id) => (id === entry ? id : undefined),
	load: (id) => (id === entry ? "export {}" : undefined),
	async generateBundle(_, bundle) {
		for (const name of Object.keys(bundle)) delete bundle[name];
		for (const [fileName, source] of await embedFiles(process.cwd())) {
			this.emitFile({ type: "asset", fileName, source });
			this.emitFile({ type: "asset", fileName: `${fileName}.br`, source: brotli(source) });
			this.emitFile({ type: "asset", fileName: `${fileName}.gz`, source: gzipSync(source, { level: 9 }) });
		}
	},
};

export const embed: UserConfig = {
	publicDir: false,
	plugins: [delivery],
	build: {
		outDir: "dist/embed",
		emptyOutDir: true,
		reportCompressedSize: false,
		rolldownOptions: { input: entry },
	},
};
