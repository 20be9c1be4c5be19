import { describe, expect, it } from "vitest";
import { workbenchMessages } from "../../../shared/messages/workbench/messages.ts";
import { describeValue } from "./describe.ts";
import { fieldFor } from "./fields.ts";

const reading = { language: "nl" as const, messages: workbenchMessages.nl };

describe("a value in words", () => {
	it("names codes by their label", () => {
		expect(describeValue(fieldFor("initiative", "actionLines"), ["choose", "work"], reading)).toEqual([
			"Kiezen voor techniek",
			"Werken in de techniek",
		]);
	});

	it("writes an entry of a list on one line", () => {
		const partners = [{ name: "ROC Tilburg", role: "lead", kind: "education" }];
		expect(describeValue(fieldFor("initiative", "partners"), partners, reading)).toEqual([
			"ROC Tilburg · Trekker · Onderwijs",
		]);
	});

	it("says what a number and a date are of", () => {
		expect(describeValue(fieldFor("initiative", "planning"), { start: "2026-09-01" }, reading)).toEqual([
			"begin: 1 september 2026",
		]);
		expect(describeValue(fieldFor("event", "price"), { amount: 12.5, note: "met lunch" }, reading)).toEqual([
			"bedrag in euro: 12,5 · met lunch",
		]);
	});

	it("shows what no form knows as it is, and nothing for nothing", () => {
		expect(describeValue(undefined, "voorbeeld", reading)).toEqual(["voorbeeld"]);
		expect(describeValue(fieldFor("event", "partners"), [], reading)).toEqual([]);
	});
});
