// Runs the browser tests of web-test-runner.config.mjs and leaves their sessions as JSON: browser-tests.mjs <file>
import { writeFileSync } from "node:fs";
import { defaultReporter, startTestRunner } from "@web/test-runner";

const [file] = process.argv.slice(2);
if (!file) throw new Error("Where should the results go?");

// By address: its types are not those of the scripts.
const { default: config } = await import(new URL("../../web-test-runner.config.mjs", import.meta.url).href);

const collect = {
	/** @param {{ sessions: import("@web/test-runner").TestSession[] }} run */
	onTestRunFinished({ sessions }) {
		const kept = sessions.map(({ testFile, passed, testResults }) => ({ testFile, passed, testResults }));
		writeFileSync(file, JSON.stringify(kept));
	},
};

await startTestRunner({
	config: { ...config, watch: false, reporters: [defaultReporter({ reportTestProgress: false }), collect] },
	readCliArgs: false,
	readFileConfig: false,
});
