import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aChoice } from "../testing/choices.ts";
import { addressOf, readChoice, withKind, withRegion } from "./choice.ts";
import { lookNames, lookRule, lookValue } from "./look.ts";

const read = (address: string) => readChoice(new URLSearchParams(address)).choice;

describe("a choice in the address", () => {
	it("comes back as it was, whatever the values", () => {
		fc.assert(
			fc.property(aChoice(), (choice) => {
				expect(read(addressOf(choice))).toEqual(choice);
			}),
		);
	});

	it("reads what people and other programs write", () => {
		expect(
			read("?kind=events&region=midden-brabant&place=Tilburg&place=Breda&deep-link=&limit=&style.radius=8"),
		).toEqual({
			kind: "events",
			attributes: { region: "midden-brabant", place: "Tilburg,Breda", "deep-link": "" },
			look: { radius: "8px" },
		});
	});

	it("reads an address that a site escaped, once or more", () => {
		const meant = readChoice(new URLSearchParams("?kind=opportunities&region=flevoland&style.radius=8px"));
		for (const and of ["&amp;", "&amp;amp;"]) {
			const written = `?kind=opportunities${and}region=flevoland${and}style.radius=8px`;
			expect(readChoice(new URLSearchParams(written))).toEqual(meant);
		}
	});

	it("says what it left out and why", () => {
		const { choice, problems } = readChoice(new URLSearchParams("?kind=events&view=table&limit=500&place=Tilburg"));
		expect(choice.attributes).toEqual({ place: "Tilburg" });
		expect(problems.map(({ name }) => name).sort()).toEqual(["limit", "view"]);
	});

	it("drops control characters, which HTML cannot carry", () => {
		expect(read("?q=%00lassen%0D%0A").attributes).toEqual({ q: "lassen" });
	});

	it("keeps commas readable", () => {
		expect(addressOf({ kind: "events", attributes: { stage: "vmbo,mbo" }, look: {} })).toBe(
			"?kind=events&stage=vmbo,mbo",
		);
	});

	it("falls back to events for a kind that does not exist and leaves out what it does not know", () => {
		expect(read("?kind=bread&onclick=alert(1)&style.link-color=red;}*{")).toEqual({
			kind: "events",
			attributes: {},
			look: {},
		});
	});
});

describe("another widget or region", () => {
	const choice = read(
		"?kind=events&region=a&place=Tilburg&type=open-day&stage=mbo&view=month&lang=en&style.radius=2px",
	);

	it("keeps what still means something", () => {
		expect(addressOf(withKind(choice, "initiatives"))).toBe(
			"?kind=initiatives&region=a&stage=mbo&lang=en&style.radius=2px",
		);
		expect(addressOf(withRegion(choice, "b"))).toBe(
			"?kind=events&region=b&stage=mbo&type=open-day&view=month&lang=en&style.radius=2px",
		);
	});
});

describe("a look", () => {
	it("writes colours and lengths in one form", () => {
		expect(lookValue("link-color", " #8A2 ")).toBe("#88aa22");
		expect(lookValue("link-color", "8a2a1b")).toBe("#8a2a1b");
		expect(lookValue("radius", "12")).toBe("12px");
		expect(lookValue("link-color", "red")).toBeUndefined();
		expect(lookValue("radius", "-1px")).toBeUndefined();
	});

	it("lets no text through that could end a declaration or a style element", () => {
		fc.assert(
			fc.property(fc.constantFrom(...lookNames), fc.string(), (name, text) => {
				const value = lookValue(name, text);
				if (value !== undefined) expect(value).toMatch(/^(?:#[0-9a-f]{6}|\d{1,4}px)$/);
			}),
		);
	});

	it("is one rule with only what was chosen, or none", () => {
		expect(lookRule("techniek-events", { radius: "0px" })).toBe("techniek-events {\n  --techniek-radius: 0px;\n}");
		expect(lookRule("techniek-events", { "min-height": "600px" })).toBe(
			"techniek-events {\n  display: block;\n  min-height: 600px;\n}",
		);
		expect(lookRule("techniek-events", {})).toBeUndefined();
	});
});
