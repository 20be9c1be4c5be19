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
	{ page: "a school's page, before the first list", file: "dist/embed/v1.js", budget: 14 * 1024 },
	{ page: "a page that is clipped", file: "dist/extension-chromium/capture.js", budget: 25 * 1024 },
];

/**
 * Weighs the budgeted files, and every other script of the embed, which loads only when used. A file that is missing is
 * not good. Compressed as hard as the service does (brotli 11, gzip 9).
 * @param {string} root
 * @returns {Size[]}
 */
export function measureSizes(root) {
	const named = new Set(budgets.map(({ file }) => file));
	const embed = join(root, "dist/embed");
	const lazy = existsSync(embed)
		? readdirSync(embed)
				.filter((name) => name.endsWith(".js") && !named.has(`dist/embed/${name}`))
				.map((name) => ({ page: "only when used", file: `dist/embed/${name}` }))
		: [];
	/** @type {Budget[]} */
	const all = [...budgets, ...lazy];
	return all.map((entry) => {
		const path = join(root, entry.file);
		if (!existsSync(path)) return { ...entry, raw: 0, gzip: 0, brotli: 0, good: false };
		const bytes = readFileSync(path);
		const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
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
