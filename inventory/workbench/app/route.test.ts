import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kinds } from "../../../shared/model/kinds.ts";
import { addressOfList, addressOfRecord, routeOf, tabs } from "./route.ts";

const id = "0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40";

describe("addresses in the workbench", () => {
	it("knows a record, a list and a one-time link", () => {
		expect(routeOf(addressOfRecord(id))).toEqual({ page: "record", id });
		expect(routeOf("")).toMatchObject({ page: "list", filters: { tab: "clipped" } });
		expect(routeOf("#link=s3cret")).toEqual({ page: "link", secret: "s3cret" });
	});

	it("shows the list for what it does not know", () => {
		for (const hash of ["#/records/../../x", "#/elders", "#/records?state=boos", "#%"]) {
			expect(routeOf(hash)).toMatchObject({ page: "list", filters: { tab: "clipped" } });
		}
	});

	it("reads back every list that it can write", () => {
		const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
		const filters = fc.record({
			tab: fc.constantFrom(...tabs),
			kind: optional(fc.constantFrom(...kinds)),
			region: optional(fc.stringMatching(/^[a-z][a-z-]{0,10}$/)),
			q: optional(fc.string({ minLength: 1 })),
		});
		fc.assert(
			fc.property(filters, (wanted) => {
				expect(routeOf(addressOfList(wanted))).toEqual({ page: "list", filters: wanted });
			}),
		);
	});

	it("never throws, whatever stands in the address bar", () => {
		fc.assert(fc.property(fc.string(), (hash) => void routeOf(hash)));
	});
});
