import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: "unit",
					include: ["{shared,widgets,extension,inventory,scripts}/**/*.test.ts"],
					exclude: ["**/*.browser.test.ts"],
				},
			},
			{
				test: {
					name: "across",
					include: ["test/{conformance,e2e,hosts}/**/*.test.ts"],
					testTimeout: 120_000,
					hookTimeout: 120_000,
					// One browser at a time: these drive real ones.
					fileParallelism: false,
				},
			},
		],
	},
});
