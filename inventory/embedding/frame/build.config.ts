import { join } from "node:path";
import type { UserConfig } from "vite";

const root = join(import.meta.dirname, "../../..");

/** `frame.js`: one classic script, since a module's CORS and a sandbox's opaque origin add nothing here. */
export const frame: UserConfig = {
	root,
	publicDir: false,
	build: {
		outDir: join(root, "dist/inventory/assets"),
		emptyOutDir: false,
		target: "es2022",
		reportCompressedSize: false,
		lib: {
			entry: join(root, "inventory/embedding/frame/main.ts"),
			formats: ["iife"],
			name: "techniekFrame",
			fileName: () => "frame.js",
		},
		rolldownOptions: { output: { comments: false } },
	},
};
