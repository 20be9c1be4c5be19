import { fileURLToPath } from "node:url";
import type { UserConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The workbench as static files under `/workbench/`. Everything is a file of its own with a hash in its name: the service
 * sends a Content-Security-Policy that allows no inline script or style and no data: address for either.
 */
export const workbench: UserConfig = {
	root: here("."),
	base: "/workbench/",
	publicDir: false,
	server: { proxy: { "/api": "http://127.0.0.1:8787" } },
	build: {
		outDir: here("../../dist/inventory/workbench"),
		emptyOutDir: true,
		target: "es2022",
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		rolldownOptions: { input: here("index.html") },
	},
};
