import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findEuros, findFree, findHours, findPay } from "./dutch-amounts.ts";

describe("amounts in Dutch text", () => {
	it.each([
		["€ 12,50", 12.5, undefined],
		["€25,-", 25, undefined],
		["€ 5,--", 5, undefined],
		["12,50 euro per kind", 12.5, undefined],
		["€ 450.000", 450_000, undefined],
		["€ 3,800 and € 5,200", 3800, 5200],
		["€ 2.800 - € 3.600", 2800, 3600],
		["€ 2.800,- tot € 3.600,-", 2800, 3600],
		["EUR 95", 95, undefined],
		["tussen € 3.000 en 4.000", 3000, 4000],
	])("of “%s” is %s to %s", (text, amount, upTo) => {
		expect(findEuros(text)[0]).toMatchObject({ amount, upTo });
	});

	it("are read however Intl writes euro in Dutch", () => {
		const format = new Intl.NumberFormat("nl-NL", { style: "currency", currency: "EUR" });
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 9_999_999 }), (cents) => {
				expect(findEuros(`Prijs ${format.format(cents / 100)} per stuk`)[0]?.amount).toBeCloseTo(cents / 100, 5);
			}),
		);
	});

	it.each([
		"Toegang is gratis",
		"gratis entree",
		"Deelname is kosteloos.",
		"Entree: vrij",
		"Kosten: geen",
		"vrije toegang",
	])("sees that “%s” costs nothing", (text) => {
		expect(findFree(text)).toBeDefined();
	});

	it.each(["gratis parkeren", "de vrije ruimte", "kosten 5 euro"])("does not see that in “%s”", (text) => {
		expect(findFree(text)).toBeUndefined();
	});

	it("reads hours a week, and no clock time for them", () => {
		expect(findHours("32-40 uur per week")).toMatchObject({ min: 32, max: 40 });
		expect(findHours("36 uur p/w")).toMatchObject({ min: 36, max: 36 });
		expect(findHours("van 10 tot 15 uur")).toBeUndefined();
	});

	it("tells pay from other amounts, with its unit", () => {
		expect(findPay("subsidie van € 50.000. Salaris € 3.000 bruto per maand")).toMatchObject({
			amount: 3000,
			unit: "month",
		});
		expect(findPay("je verdient € 9,50 per uur")).toMatchObject({ amount: 9.5, unit: "hour" });
		expect(findPay("de kosten zijn € 25")).toBeUndefined();
	});
});
