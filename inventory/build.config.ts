import { join } from "node:path";
import type { UserConfig } from "vite";
import { mendedDriver } from "./db/mended-driver.ts";

const root = join(import.meta.dirname, "..");

/** The service and its command line, for Node 20. Dependencies stay in node_modules, but for the one that the build mends. */
export const service: UserConfig = {
	root,
	publicDir: false,
	plugins: [mendedDriver()],
	ssr: { noExternal: ["postgres"] },
	build: {
		ssr: true,
		target: "node20",
		outDir: join(root, "dist/inventory"),
		emptyOutDir: false,
		sourcemap: true,
		rolldownOptions: {
			input: { main: join(root, "inventory/main.ts"), cli: join(root, "inventory/cli.ts") },
			// Everything in one folder: files are found beside the bundle that asks for them.
			output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name].js" },
		},
	},
};
