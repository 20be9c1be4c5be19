import { describe, expect, it } from "vitest";
import { DuplicateIndex } from "./duplicate-index.ts";

const record = (id: string, title: string, more: object = {}) => ({ id, kind: "initiative", title, keys: [], ...more });

describe("an index of known records", () => {
	it("finds by title, best first, and only what is of the same kind", () => {
		const index = new DuplicateIndex([
			record("a", "Techniekbus Zeewolde"),
			record("b", "De Techniek-bus van Zeewolde: techniek komt langs"),
			record("c", "Techniekbus Zeewolde", { kind: "event" }),
			record("d", "Leerroute metaal"),
		]);
		expect(
			index.find({ kind: "initiative", title: "Techniekbus Zeewolde", keys: [] }).map((it) => it.record.id),
		).toEqual(["a", "b"]);
	});

	it("finds by the page, its mobile form too", () => {
		const index = new DuplicateIndex([record("a", "Techlab", { keys: ["techlab.example/over"] })]);
		const found = index.find({ kind: "initiative", title: "Welkom", keys: ["m.techlab.example/over"] });
		expect(found.map((it) => it.reasons)).toEqual([[{ code: "same-page" }]]);
	});

	it("forgets what is removed, and what a record was called before", () => {
		const index = new DuplicateIndex([record("a", "Techniekbus Zeewolde"), record("b", "Leerroute metaal")]);
		index.put(record("b", "Techniekbus Zeewolde"));
		index.remove("a");
		expect(index.size).toBe(1);
		const ids = (title: string) => index.find({ kind: "initiative", title, keys: [] }).map((it) => it.record.id);
		expect(ids("Techniekbus Zeewolde")).toEqual(["b"]);
		expect(ids("Leerroute metaal")).toEqual([]);
	});

	it("answers nothing when it holds nothing", () => {
		expect(new DuplicateIndex().find({ kind: "event", title: "Techniekdag", keys: ["a.example"] })).toEqual([]);
	});
});
