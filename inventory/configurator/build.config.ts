import { fileURLToPath } from "node:url";
import type { UserConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The configurator: a page that the service completes and serves at `/embed/`, and its files under `/configurator/`.
 * Everything is a file of its own, as its Content-Security-Policy wants.
 */
export const configurator: UserConfig = {
	root: here("."),
	base: "/configurator/",
	publicDir: false,
	build: {
		outDir: here("../../dist/inventory/configurator"),
		emptyOutDir: true,
		target: "es2022",
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		rolldownOptions: { input: here("index.html") },
	},
};
