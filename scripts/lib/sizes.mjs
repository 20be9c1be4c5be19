import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { table } from "./table.mjs";

/**
 * What a page loads from us, and the most it may weigh.
 * @typedef {{ page: string, file: string, budget?: number }} Budget `budget` in bytes, brotli
 * @typedef {Budget & { raw: number, gzip: number, brotli: number, good: boolean }} Size all in bytes
 */

/** @type {Budget[]} */
export const budgets = [
	{ page: "a school's page, before the first list", file: "dist/embed/v1.js", budget: 12_000 },
	{ page: "a page that is clipped", file: "dist/extension-chromium/capture.js", budget: 25 * 1024 },
];

/**
 * Of a part, by its name: all that a page with this element loads beside the script.
 * @type {Partial<Record<string, number>>}
 */
const partBudgets = { dashboard: 25_000, network: 35_000 };

const embed = "dist/embed";

/** @param {string} path */
const isPinned = (path) => path.endsWith("/techniek.js");

/** @param {string} path */
const partOf = (path) => /([^/]+)-[\w-]{8}\.js$/.exec(path)?.[1];

/**
 * Who loads a file of `dist/embed`: `<version>/month-1a2b3c4d.js` is the part called month.
 * @param {string} path within `dist/embed`, with forward slashes
 */
export function loaderOf(path) {
	if (isPinned(path)) return "a page that pins a version: everything in one";
	const part = partOf(path);
	return part ? `+ ${part}, when it is used` : "when it is used";
}

/**
 * Parts first, the pinned file of each version last.
 * @param {string} root
 */
function scriptsOfEmbed(root) {
	const folder = join(root, embed);
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true })
		.map((name) => String(name).replaceAll("\\", "/"))
		.filter((name) => name.endsWith(".js"))
		.sort((one, other) => Number(isPinned(one)) - Number(isPinned(other)) || (one < other ? -1 : 1));
}

/**
 * Weighs the budgeted files, and every other script of the embed: the parts that load only when used, and the pinned file.
 * A file that is missing is not good. Compressed as hard as the service does (brotli 11, gzip 9).
 * @param {string} root
 * @returns {Size[]}
 */
export function measureSizes(root) {
	const named = new Set(budgets.map(({ file }) => file));
	/** @type {Budget[]} */
	const others = scriptsOfEmbed(root)
		.map((path) => {
			const budget = partBudgets[partOf(path) ?? ""];
			return { page: loaderOf(path), file: `${embed}/${path}`, ...(budget !== undefined && { budget }) };
		})
		.filter(({ file }) => !named.has(file));
	const all = [...budgets, ...others];
	return all.map((entry) => {
		const path = join(root, entry.file);
		if (!existsSync(path)) return { ...entry, raw: 0, gzip: 0, brotli: 0, good: false };
		const bytes = readFileSync(path);
		const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
		const brotli = brotliCompressSync(bytes, { params }).length;
		const good = entry.budget === undefined || brotli <= entry.budget;
		return { ...entry, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli, good };
	});
}

/** @param {readonly Size[]} sizes */
export function sizeTable(sizes) {
	const number = new Intl.NumberFormat("en");
	const rows = sizes.map(({ page, file, raw, gzip, brotli, budget, good }) => [
		page,
		file.replace("dist/", ""),
		raw === 0 ? "missing" : number.format(brotli),
		budget === undefined ? "" : number.format(budget),
		number.format(gzip),
		number.format(raw),
		good ? (budget === undefined ? "" : "ok") : raw === 0 ? "NOT BUILT" : "OVER BUDGET",
	]);
	return table(["loaded by", "file", "brotli", "budget", "gzip", "raw", ""], rows);
}
