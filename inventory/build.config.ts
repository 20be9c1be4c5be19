import { join } from "node:path";
import type { UserConfig } from "vite";

const root = join(import.meta.dirname, "..");

/** The service and its command line, for Node 20. Dependencies stay in node_modules. */
export const service: UserConfig = {
	root,
	publicDir: false,
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
