import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin, UserConfig } from "vite";
import { version } from "../package.json" with { type: "json" };

/** What partners load: `embed/v1.js`, and the same bytes as `embed/<version>/techniek.js` with their SRI hash beside them. */
const evergreen = "v1.js";

/** Every element that this script registers. */
const elements = ["events", "opportunities", "initiatives"].map((kind) => `techniek-${kind}`);

/**
 * A copy that has nothing to add leaves before Lit makes its Trusted Types policy: making one twice is an error where the
 * page's policy has no 'allow-duplicates'.
 */
const leaveWhenTaken = `if(${JSON.stringify(elements)}.every(function(n){return customElements.get(n)}))return;`;

const licence =
	"/*! Regiotechniek, MIT licence. Contains Lit, (c) Google LLC, BSD-3-Clause: https://github.com/lit/lit/blob/main/LICENSE */\n";

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
		if (!id.includes("/widgets/") || id.includes(".test.")) return;
		const short = (rules: string) =>
			rules
				.replace(/\/\*[\s\S]*?\*\//g, "")
				.replace(/\s+/g, " ")
				.replace(/\s?([{};,])\s?|(:) /g, "$1$2");
		return code.replace(/\/\* css \*\/ `([^`]*)`/g, (_, rules: string) => `\`${short(rules)}\``);
	},
	generateBundle(_, bundle) {
		for (const file of Object.values(bundle)) {
			// After minifying, a line break followed by tabs stands only inside a template.
			if (file.type === "chunk") file.code = licence + file.code.replace(/\s*\n\t*/g, " ").trim();
		}
	},
};

const brotli = (text: string) =>
	brotliCompressSync(text, {
		params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
	});

/** Writes the pinned copy, its hash (https://www.w3.org/TR/SRI/) and the compressed variants of everything. */
const delivery: Plugin = {
	name: "delivery",
	enforce: "post",
	async generateBundle(_, bundle) {
		const chunk = bundle[evergreen];
		if (chunk?.type !== "chunk") throw new Error(`The build made no ${evergreen}.`);
		const { code } = chunk;
		const digest = await crypto.subtle.digest("SHA-384", new TextEncoder().encode(code));
		const integrity = { "techniek.js": `sha384-${Buffer.from(digest).toString("base64")}` };
		const files = {
			[evergreen]: code,
			[`${version}/techniek.js`]: code,
			[`${version}/integrity.json`]: `${JSON.stringify(integrity, null, "\t")}\n`,
		};
		for (const [fileName, source] of Object.entries(files)) {
			if (fileName !== evergreen) this.emitFile({ type: "asset", fileName, source });
			this.emitFile({ type: "asset", fileName: `${fileName}.br`, source: brotli(source) });
			this.emitFile({ type: "asset", fileName: `${fileName}.gz`, source: gzipSync(source, { level: 9 }) });
		}
	},
};

/** One classic script that runs by itself, `async` or not. */
export const embed: UserConfig = {
	publicDir: false,
	plugins: [labelsOnly, shortTemplates, delivery],
	build: {
		outDir: "dist/embed",
		emptyOutDir: true,
		target: "es2022",
		reportCompressedSize: false,
		lib: { entry: "widgets/embed.ts", formats: ["iife"], name: "techniek", fileName: () => evergreen },
		rolldownOptions: { output: { intro: leaveWhenTaken, comments: false } },
	},
};
