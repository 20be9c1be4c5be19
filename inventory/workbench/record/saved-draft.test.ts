import { describe, expect, it } from "vitest";
import { dropDraft, readDraft, writeDraft } from "./saved-draft.ts";

/** A store like the browser's. */
function store(): Storage {
	const kept = new Map<string, string>();
	return {
		get length() {
			return kept.size;
		},
		clear: () => kept.clear(),
		key: (index) => [...kept.keys()][index] ?? null,
		getItem: (name) => kept.get(name) ?? null,
		setItem: (name, value) => void kept.set(name, value),
		removeItem: (name) => void kept.delete(name),
	};
}

const draft = {
	base: { revision: 3, record: { title: "A" } },
	record: { title: "B" },
	savedAt: "2026-11-21T12:00:00.000Z",
};

describe("edits that are not saved yet", () => {
	it("come back for the record they belong to, until dropped", () => {
		const kept = store();
		writeDraft(kept, "one", draft);
		expect(readDraft(kept, "one")).toEqual(draft);
		expect(readDraft(kept, "two")).toBeUndefined();
		dropDraft(kept, "one");
		expect(readDraft(kept, "one")).toBeUndefined();
	});

	it("count as none when they cannot be read", () => {
		const kept = store();
		for (const text of ["{", "[]", '{"base":{"revision":"x"}}']) {
			kept.setItem("regiotechniek:draft:one", text);
			expect(readDraft(kept, "one")).toBeUndefined();
		}
	});

	it("cost nothing but the safety net when storage is full", () => {
		const full = {
			...store(),
			setItem: () => {
				throw new DOMException("full", "QuotaExceededError");
			},
		};
		expect(() => writeDraft(full, "one", draft)).not.toThrow();
	});
});
