import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson, printable } from "./printable.ts";

describe("text that can be kept and shown", () => {
	it("loses what no page shows and XML cannot hold, and nothing else", () => {
		expect(printable("a\u0000b\u0001c\u001bd\ufffee\uffff")).toBe("abcde");
		expect(printable("half \ud83d en \udc00.")).toBe("half  en .");
		expect(printable("Één regel\tmet\r\n👩‍🔧 \u00a0\u200b en \u{10ffff}.")).toBe(
			"Één regel\tmet\r\n👩‍🔧 \u00a0\u200b en \u{10ffff}.",
		);
	});

	it("is the same when it is cleaned again, and well-formed", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				const once = printable(text);
				expect(printable(once)).toBe(once);
				expect(() => encodeURIComponent(once)).not.toThrow();
			}),
		);
	});

	it("is what every text of JSON becomes, at any depth", () => {
		const json = '{"title":"a\\u0000b","list":["c\\ud83d",{"d":"\\u0001"}],"e\\u0000":1,"n":1,"b":null}';
		expect(parseJson(json)).toEqual({ title: "ab", list: ["c", { d: "" }], n: 1, b: null });
		expect(() => parseJson("{")).toThrow(SyntaxError);
	});
});
