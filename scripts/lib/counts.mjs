/**
 * How many tests passed and failed. A skipped test is a failed one: it proves nothing, and nobody would see it go.
 * @typedef {{ passed: number, failed: number, notes: string[] }} Count
 */

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {unknown}
 */
const at = (value, key) =>
	typeof value === "object" && value !== null ? /** @type {Record<string, unknown>} */ (value)[key] : undefined;

/** @param {unknown} value @returns {unknown[]} */
const list = (value) => (Array.isArray(value) ? value : []);

/**
 * Reads the report of vitest's `json` reporter.
 * @param {unknown} report parsed; undefined when there is none
 * @param {number} exitCode vitest's own: errors outside any test show only there
 * @returns {Count}
 */
export function countVitest(report, exitCode) {
	const files = list(at(report, "testResults"));
	const tests = files.flatMap((file) => list(at(file, "assertionResults")));
	const passed = tests.filter((test) => at(test, "status") === "passed").length;
	const notes = [];
	let failed = tests.length - passed;
	const skipped = tests.filter((test) => !["passed", "failed"].includes(String(at(test, "status")))).length;
	if (skipped > 0) notes.push(`${skipped} skipped: counted as failed`);
	for (const file of files) {
		const own = list(at(file, "assertionResults"));
		if (at(file, "status") !== "passed" && own.every((test) => at(test, "status") === "passed")) {
			failed++;
			notes.push(`${at(file, "name")} failed outside its tests`);
		}
	}
	return settle({ passed, failed, notes }, exitCode);
}

/**
 * Reads what our reporter for @web/test-runner collected: its test sessions, one a file and browser.
 * @param {unknown} sessions parsed; undefined when there are none
 * @param {number} exitCode
 * @returns {Count}
 */
export function countBrowserTests(sessions, exitCode) {
	/** @type {Count} */
	const count = { passed: 0, failed: 0, notes: [] };
	/** @param {unknown} suite */
	const visit = (suite) => {
		for (const test of list(at(suite, "tests"))) {
			if (at(test, "passed") === true && at(test, "skipped") !== true) count.passed++;
			else count.failed++;
			if (at(test, "skipped") === true) count.notes.push(`"${at(test, "name")}" is skipped: counted as failed`);
		}
		for (const inner of list(at(suite, "suites"))) visit(inner);
	};
	for (const session of list(sessions)) {
		const before = count.failed;
		visit(at(session, "testResults"));
		if (at(session, "passed") !== true && count.failed === before) {
			count.failed++;
			count.notes.push(`${at(session, "testFile")} failed outside its tests`);
		}
	}
	return settle(count, exitCode);
}

/**
 * A runner that ran nothing, or that failed without a failed test, counts as one failure: silence is no success.
 * @param {Count} count
 * @param {number} exitCode
 * @returns {Count}
 */
function settle({ passed, failed, notes }, exitCode) {
	if (passed + failed === 0) return { passed, failed: 1, notes: [...notes, "no test was run"] };
	if (exitCode !== 0 && failed === 0) return { passed, failed: 1, notes: [...notes, `it ended with code ${exitCode}`] };
	return { passed, failed, notes };
}

/** @param {readonly Count[]} counts */
export const totalOf = (counts) => ({
	passed: counts.reduce((sum, count) => sum + count.passed, 0),
	failed: counts.reduce((sum, count) => sum + count.failed, 0),
});
