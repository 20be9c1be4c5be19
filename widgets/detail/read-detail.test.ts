import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullItems, injections, itemFile, poisoned } from "../testing/full-items.ts";
import { readDetail, readItemFile } from "./read-detail.ts";

const [event] = fullItems.events();
const file = event && itemFile("events", event);

describe("an item in full", () => {
	it("is read with all of its fields", () => {
		for (const make of Object.values(fullItems)) {
			for (const item of make()) {
				const {
					updatedAt,
					regionalGoals,
					nationalActions,
					ambitions,
					municipality,
					image,
					...rest
				}: Record<string, unknown> = {
					...item,
				};
				const read = readDetail(item);
				for (const name of Object.keys(rest)) {
					if (rest[name] !== undefined)
						expect([name, read?.[name as keyof typeof read]]).not.toEqual([name, undefined]);
				}
			}
		}
	});

	it("is nothing without its title or id, and never an error", () => {
		fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (value) => void readDetail(value)));
		expect(readDetail({ id: "1" })).toBeUndefined();
		expect(readDetail({ id: "1", title: " " })).toBeUndefined();
	});

	it("has only contacts that somebody made public", () => {
		const contacts = [{ name: "A" }, { name: "B", public: true }, { name: "C", public: "true" }, null];
		expect(readDetail({ id: "1", title: "x", contacts })?.contacts).toEqual([{ name: "B" }]);
	});

	it("has no link that could run something", () => {
		for (const words of injections) {
			const read = JSON.stringify(readDetail(poisoned(event, words)));
			for (const name of ["url", "registrationUrl", "sourceUrl"]) expect(read).not.toContain(`"${name}":`);
		}
	});
});

describe("an item's own file", () => {
	it("gives the item and what it leads to", () => {
		const read = readItemFile(file, event?.id ?? "");
		expect(read?.detail.title).toBe("Dag met alles");
		expect(Object.entries(read?.related ?? {}).map(([name, found]) => [name, found.length])).toEqual([
			["editions", 1],
			["events", 0],
			["opportunities", 2],
			["initiatives", 2],
			["similar", 0],
		]);
	});

	it("is refused when it is another item's or of another format", () => {
		expect(readItemFile(file, "iets anders")).toBeUndefined();
		expect(readItemFile({ ...file, format: "techniek-item/2" }, event?.id ?? "")).toBeUndefined();
		fc.assert(fc.property(fc.anything(), (value) => void readItemFile(value, "1")));
	});

	it("keeps the good references among wrong ones", () => {
		const editions = [
			null,
			{},
			{ kind: "people", id: "1", title: "x" },
			{ kind: "events", id: "2", title: "Goed", url: "javascript:0" },
		];
		const read = readItemFile({ ...file, editions }, event?.id ?? "");
		expect(read?.related.editions).toEqual([
			{ kind: "events", id: "2", title: "Goed", timeZone: "Europe/Amsterdam", reasons: [] },
		]);
	});
});
