import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHash, writeHash } from "./hash.ts";

/** Pieces that a page, another script or somebody who means harm may put in a hash. */
const piece = fc.oneof(
	fc.string({ maxLength: 30 }).map((text) => text.replace(/[&#]/g, "")),
	fc.constantFrom("contact", "/route/x?y", "%", "%zz=%zz", "agenda.place", "agenda.=x", "=", "__proto__=1", "a.b=c"),
	fc
		.tuple(fc.constantFrom("agenda", "kansen", "%61genda"), fc.constantFrom("place", "q", "item", "__proto__"))
		.chain(([name, key]) => fc.string({ maxLength: 20 }).map((value) => `${name}.${key}=${encodeURIComponent(value)}`)),
);
const hash = fc.array(piece, { maxLength: 6 }).map((pieces) => (pieces.join("&") ? `#${pieces.join("&")}` : ""));
const name = fc.oneof(fc.constantFrom("agenda", "kansen", ""), fc.string({ minLength: 1, maxLength: 12 }));
const value = fc
	.string({ minLength: 1, maxLength: 60, unit: "binary" })
	.filter((text) => text.trim() === text && !/\p{Surrogate}/u.test(text));

describe("our part of a page's hash", () => {
	it("is read by name", () => {
		const read = readHash(
			"#contact&agenda.place=Den%20Bosch&agenda.stage=mbo&kansen.place=Tilburg&place=Urk",
			"agenda",
		);
		expect([...read]).toEqual([
			["place", "Den Bosch"],
			["stage", "mbo"],
		]);
	});

	it("is what was written, whatever stood there", () => {
		fc.assert(
			fc.property(hash, name, value, value, (before, own, one, other) => {
				const after = writeHash(before, own, { place: one, q: other });
				const read = readHash(after, own);
				expect([read.get("place"), read.get("q")]).toEqual([one, other]);
				expect(readHash(writeHash(after, own, { place: undefined }), own).has("place")).toBe(false);
			}),
		);
	});

	it("leaves everything else in the hash as it is, to the letter", () => {
		fc.assert(
			fc.property(hash, name, value, (before, own, one) => {
				const mine = (text: string) =>
					readHash(`#${text}`, own).has("place") || /^[^=]*place=/.test(decodeLoosely(text));
				const others = before
					.slice(1)
					.split("&")
					.filter((text) => !mine(text));
				const after = writeHash(before, own, { place: one }).slice(1).split("&");
				const kept = after.filter((text) => !mine(text));
				expect(kept).toEqual(before ? others : []);
				expect(writeHash(before, own, {})).toBe(before === "#" ? "" : before);
			}),
		);
	});

	it("never throws, and takes no value that nobody would type", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), name, (anything, own) => {
				for (const text of readHash(anything, own).values()) expect(text.length).toBeLessThanOrEqual(200);
				expect(typeof writeHash(anything, own, { item: "1", q: undefined })).toBe("string");
			}),
		);
		expect(readHash(`#a.q=${"x".repeat(201)}`, "a").size).toBe(0);
	});

	it("holds half a character without failing", () => {
		expect(writeHash("", "a\ud800", { q: "\udc00" })).toBe("#a%EF%BF%BD.q=%EF%BF%BD");
	});

	it("keeps names apart, also when one begins with the other", () => {
		const both = writeHash(writeHash("", "a", { place: "Urk" }), "a.b", { place: "Goes" });
		expect([...readHash(both, "a")]).toEqual([
			["place", "Urk"],
			["b.place", "Goes"],
		]);
		expect([...readHash(both, "a.b")]).toEqual([["place", "Goes"]]);
	});
});

function decodeLoosely(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
