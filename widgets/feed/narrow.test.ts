import { describe, expect, it } from "vitest";
import { addressOf, narrow, nextAddress } from "./narrow.ts";

describe("narrowing the partner's query by the visitor's", () => {
	it("keeps what the partner fixed when the visitor asks for something else", () => {
		expect(narrow({ place: ["Tilburg"] }, { place: ["Goirle"] }).place).toEqual(["Tilburg"]);
	});

	it("lets the visitor choose among several fixed values", () => {
		expect(narrow({ place: ["Tilburg", "Goirle"] }, { place: ["Goirle"] }).place).toEqual(["Goirle"]);
	});

	it("takes the shorter period and all of the words", () => {
		const query = narrow(
			{ from: "2026-01-01", to: "2026-06-30", q: "robot" },
			{ from: "2026-03-01", to: "2027-01-01", q: "tilburg" },
		);
		expect(query).toMatchObject({ from: "2026-03-01", to: "2026-06-30", q: "robot tilburg" });
	});
});

describe("the address of a feed", () => {
	it("repeats a parameter that has several values", () => {
		const address = addressOf(
			"https://inventory.example/feeds/r/events.json",
			{ place: ["Tilburg", "Goirle"], q: "a&b" },
			20,
		);
		expect(address).toBe("https://inventory.example/feeds/r/events.json?place=Tilburg&place=Goirle&q=a%26b&limit=20");
	});

	it("of the next page is what the feed says, on the feed's own origin", () => {
		const current = "https://inventory.example/feeds/r/events.json?limit=20";
		expect(nextAddress(current, `${current}&after=x`)).toBe(`${current}&after=x`);
		expect(nextAddress(current, "http://127.0.0.1:8787/feeds/r/events.json?after=x")).toBe(`${current}&after=x`);
		expect(nextAddress(current, "https://elsewhere.example/feeds/r/events.json")).toBeUndefined();
		expect(nextAddress(current, undefined)).toBeUndefined();
		expect(nextAddress(current, "http://[")).toBeUndefined();
	});
});
