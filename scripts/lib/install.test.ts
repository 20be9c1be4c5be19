import { describe, expect, it } from "vitest";
import { agrees } from "./install.mjs";

const lockfile = (packages: object) => ({ lockfileVersion: 3, packages });
const wanted = lockfile({
	"": { name: "regiotechniek" },
	"node_modules/lit": { version: "3.3.3" },
	"node_modules/only-on-windows": { version: "1.0.0", optional: true },
});

describe("what is installed", () => {
	it("agrees with the lockfile when every package has its version, whatever is optional", () => {
		expect(agrees(wanted, lockfile({ "node_modules/lit": { version: "3.3.3" } }))).toBe(true);
	});

	it.each([
		["a version differs", { "node_modules/lit": { version: "3.3.2" } }],
		["a package is missing", { "node_modules/only-on-windows": { version: "1.0.0" } }],
		[
			"something else is there",
			{ "node_modules/lit": { version: "3.3.3" }, "node_modules/left": { version: "1.0.0" } },
		],
		["nothing is there", {}],
	])("does not when %s", (_, packages) => expect(agrees(wanted, lockfile(packages))).toBe(false));

	it.each([undefined, null, "text", {}])("does not when npm left %j", (installed) => {
		expect(agrees(wanted, installed)).toBe(false);
	});
});
