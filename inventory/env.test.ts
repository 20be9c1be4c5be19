import { describe, expect, it } from "vitest";
import { EnvironmentError, readEnvironment } from "./env.ts";

describe("the environment", () => {
	it("has defaults that serve on this machine only", () => {
		expect(readEnvironment({})).toMatchObject({
			port: 8787,
			host: "127.0.0.1",
			publicUrl: "http://127.0.0.1:8787",
			samples: true,
		});
	});

	it.each([
		["PORT", "http"],
		["PORT", "70000"],
		["PORT", "0"],
		["HOST", "two words"],
		["DATABASE_URL", "mysql://localhost/x"],
		["SAMPLE", "all"],
		["API_LIMIT", "veel"],
		["DEV", "yes"],
		["PUBLIC_URL", "inventaris.example"],
		["PUBLIC_URL", "javascript:alert(1)"],
	])("stops on %s=%s with a sentence naming it and an example", (name, value) => {
		expect(() => readEnvironment({ [name]: value })).toThrow(EnvironmentError);
		expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^${name}=.*Bijvoorbeeld: ${name}=`));
	});

	it("never repeats the password of a malformed database address", () => {
		expect(() => readEnvironment({ DATABASE_URL: "mysql://u:geheim@h/x" })).toThrow(/^(?!.*geheim)/);
	});

	it("drops the trailing slash of the public address", () => {
		expect(readEnvironment({ PUBLIC_URL: "https://inventaris.example/" }).publicUrl).toBe("https://inventaris.example");
	});
});
