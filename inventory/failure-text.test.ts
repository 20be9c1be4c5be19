import { DrizzleQueryError } from "drizzle-orm/errors";
import { describe, expect, it } from "vitest";
import { failureLine, failureText } from "./failure-text.ts";

const refused = Object.assign(new Error('invalid input syntax for type uuid: "Geheim Persoon"'), { code: "22P02" });
const failed = new DrizzleQueryError(
	"insert into contacts values ($1, $2)",
	["Geheim Persoon", "geheim@persoon.example"],
	refused,
);

describe("what a log says of a failed query", () => {
	it("is the query and the reason, not the values", () => {
		expect(failed.message).toContain("Geheim"); // Or there would be nothing to leave out.
		for (const text of [failureText(failed), failureLine(failed), failureText(new Error("no", { cause: failed }))]) {
			expect(text).toContain("insert into contacts values ($1, $2)");
			expect(text).toContain("22P02: invalid input syntax for type uuid");
			expect(text).not.toMatch(/geheim/i);
		}
	});

	it("says where it went wrong, or fits in one line", () => {
		expect(failureText(failed)).toMatch(/\n\s+at .*failure-text\.test/);
		expect(failureLine(failed)).not.toContain("\n");
	});

	it("keeps the words of other errors, and of what is no error", () => {
		expect(failureText(new TypeError("x is not a function"))).toMatch(/^TypeError: x is not a function\n\s+at /);
		expect(failureText("plain")).toBe("plain");
	});
});
