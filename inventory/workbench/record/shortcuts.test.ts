import { describe, expect, it } from "vitest";
import { neighboursOf, shortcutOf, shortcutsAreOn, switchShortcuts } from "./shortcuts.ts";

const pressed = (key: string, more: Record<string, unknown> = {}) => ({
	key,
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	repeat: false,
	isComposing: false,
	target: null,
	...more,
});

describe("keys of one letter", () => {
	it("ask for something only without a modifier and when pressed once", () => {
		expect(shortcutOf(pressed("n"))).toBe("next");
		expect(shortcutOf(pressed("P"))).toBe("publish");
		expect(shortcutOf(pressed("?"))).toBe("help");
		for (const more of [
			{ ctrlKey: true },
			{ metaKey: true },
			{ altKey: true },
			{ repeat: true },
			{ isComposing: true },
		])
			expect(shortcutOf(pressed("p", more))).toBeUndefined();
		for (const key of ["constructor", "Enter", "x", "toString"]) expect(shortcutOf(pressed(key))).toBeUndefined();
	});

	it("stay switched off, and are on where nothing can be kept", () => {
		const kept = new Map<string, string>();
		const store = {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => void kept.set(key, value),
		};
		expect(shortcutsAreOn(store)).toBe(true);
		switchShortcuts(store, false);
		expect(shortcutsAreOn(store)).toBe(false);
		const closed = {
			getItem: () => {
				throw new Error("denied");
			},
		};
		expect(shortcutsAreOn(closed)).toBe(true);
	});
});

describe("the neighbours of a record in a list", () => {
	it("are there at both ends as far as there are any, and not for one that is not in it", () => {
		expect(neighboursOf("b", ["a", "b", "c"])).toEqual({ previous: "a", next: "c", at: 2, of: 3 });
		expect(neighboursOf("a", ["a", "b"])).toEqual({ previous: undefined, next: "b", at: 1, of: 2 });
		expect(neighboursOf("x", ["a", "b"])).toBeUndefined();
	});
});
