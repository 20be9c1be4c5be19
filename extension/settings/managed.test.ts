import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { managedFrom } from "./managed.ts";

describe("what an IT department sets", () => {
	it("is an address and a region, written as people write them", () => {
		expect(managedFrom({ address: " inventaris.voorbeeld.nl/ ", region: " flevoland " })).toEqual({
			address: "https://inventaris.voorbeeld.nl",
			region: "flevoland",
		});
	});

	it("is left aside where it is no address of a safe inventory", () => {
		expect(managedFrom({ address: "http://inventaris.voorbeeld.nl", region: 3 })).toEqual({});
		fc.assert(fc.property(fc.jsonValue(), (stored) => void managedFrom(stored)));
	});

	it("has a schema with exactly what we read", () => {
		const text = readFileSync(new URL("../managed-schema.json", import.meta.url), "utf8");
		expect(Object.keys(JSON.parse(text).properties)).toEqual(["address", "region"]);
	});
});
