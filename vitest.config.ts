import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: "unit",
					include: ["{shared,widgets,extension,inventory,scripts}/**/*.test.ts"],
					exclude: ["**/*.browser.test.ts"],
					globalSetup: ["test/support/own-database.ts"],
					// None of them changes what another sees, and a world of its own for each costs more than the tests.
					isolate: false,
					// They wait for databases as much as they reckon.
					maxWorkers: 3,
					// Property tests and databases on a busy machine.
					testTimeout: 30_000,
				},
			},
			{
				test: {
					name: "across",
					include: ["test/{conformance,e2e,hardening,hosts}/**/*.test.ts"],
					globalSetup: ["test/support/own-database.ts", "test/support/shared-service.ts"],
					testTimeout: 120_000,
					hookTimeout: 120_000,
					// These drive real browsers, which mostly wait: two at a time, or a run takes a quarter of an hour.
					maxWorkers: 2,
					// On a busy machine a browser is sometimes late once; what fails twice is wrong.
					retry: 1,
					sequence: { groupOrder: 1 },
				},
			},
		],
	},
});
