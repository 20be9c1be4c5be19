import { expect, it } from "vitest";
import { nodeProblem } from "./node-version.mjs";

it.each(["20.19.0", "v20.20.2", "21.0.0", "22.1.0", "24.0.0-nightly"])("takes Node %s", (version) => {
	expect(nodeProblem(version)).toBeUndefined();
});

it.each(["20.18.3", "18.20.0", "v16.0.0", ""])("tells who has Node %j what to do", (version) => {
	expect(nodeProblem(version)).toMatch(/needs Node 20\.19 or newer.*https:\/\/nodejs\.org/);
});
