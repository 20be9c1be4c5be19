import { describe, expect, it } from "vitest";
import { countBrowserTests, countVitest, totalOf } from "./counts.mjs";

const file = (status: string, ...tests: string[]) => ({
	name: "a.test.ts",
	status,
	assertionResults: tests.map((one) => ({ status: one })),
});

describe("counting what vitest reported", () => {
	it("adds up the tests of all files", () => {
		const report = { testResults: [file("passed", "passed", "passed"), file("failed", "passed", "failed")] };
		expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1, notes: [] });
	});

	it("counts a file that could not be loaded as a failure", () => {
		const { passed, failed } = countVitest({ testResults: [file("passed", "passed"), file("failed")] }, 1);
		expect({ passed, failed }).toEqual({ passed: 1, failed: 1 });
	});

	it("counts a file as failed when only its teardown did", () => {
		expect(countVitest({ testResults: [file("failed", "passed")] }, 1).failed).toBe(1);
	});

	it.each(["skipped", "pending", "todo", "disabled"])("counts a test that is %s as failed, and says so", (status) => {
		const count = countVitest({ testResults: [file("passed", "passed", status)] }, 0);
		expect(count).toEqual({ passed: 1, failed: 1, notes: ["1 skipped: counted as failed"] });
	});

	it("counts an error outside any test, which shows only in the exit code", () => {
		expect(countVitest({ testResults: [file("passed", "passed")] }, 1)).toMatchObject({ passed: 1, failed: 1 });
	});

	it.each([undefined, null, {}, { testResults: [] }, "text"])("counts no tests at all as a failure: %j", (report) => {
		expect(countVitest(report, 0)).toEqual({ passed: 0, failed: 1, notes: ["no test was run"] });
	});
});

const session = (passed: boolean, tests: object[], suites: object[] = []) => ({
	testFile: "a.browser.test.ts",
	passed,
	testResults: { name: "", tests, suites },
});

describe("counting what @web/test-runner did", () => {
	it("finds tests in suites in suites", () => {
		const inner = { name: "inner", tests: [{ passed: true }, { passed: false }], suites: [] };
		const outer = { name: "outer", tests: [{ passed: true }], suites: [inner] };
		expect(countBrowserTests([session(false, [{ passed: true }], [outer])], 1)).toEqual({
			passed: 3,
			failed: 1,
			notes: [],
		});
	});

	it("counts a page that broke before its tests as a failure", () => {
		const broken = { testFile: "b.browser.test.ts", passed: false };
		expect(countBrowserTests([session(true, [{ passed: true }]), broken], 1)).toMatchObject({ passed: 1, failed: 1 });
	});

	it("counts a skipped test as failed", () => {
		expect(countBrowserTests([session(true, [{ name: "x", passed: true, skipped: true }])], 0).failed).toBe(1);
	});

	it("counts no sessions as a failure", () => {
		expect(countBrowserTests([], 0)).toMatchObject({ passed: 0, failed: 1 });
		expect(countBrowserTests(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
	});
});

it("sums what all parts counted", () => {
	const counts = [
		{ passed: 2, failed: 0, notes: [] },
		{ passed: 3, failed: 1, notes: [] },
	];
	expect(totalOf(counts)).toEqual({ passed: 5, failed: 1 });
});
