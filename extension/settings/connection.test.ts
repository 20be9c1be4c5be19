import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAddress, readToken } from "./connection.ts";

describe("the inventory's address", () => {
	it.each([
		["https://inventaris.nl", "https://inventaris.nl"],
		[" inventaris.nl/ ", "https://inventaris.nl"],
		["https://inventaris.nl/workbench/records?state=clipped", "https://inventaris.nl"],
		["https://gemeente.nl/techniek/api/v1/me", "https://gemeente.nl/techniek"],
		["127.0.0.1:8787", "http://127.0.0.1:8787"],
		["http://localhost:8787/", "http://localhost:8787"],
	])("is read from “%s”", (typed, address) => {
		expect(readAddress(typed)).toEqual({ address });
	});

	it.each([
		["", "empty"],
		["http://inventaris.nl", "not-secure"],
		["http://localhost.inventaris.nl", "not-secure"],
		["ftp://inventaris.nl", "no-address"],
		["https://ik:geheim@inventaris.nl", "no-address"],
		["geen adres", "no-address"],
	])("is not “%s”: %s", (typed, problem) => {
		expect(readAddress(typed)).toEqual({ problem });
	});

	it("stays the same when read again, whatever was typed", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.webUrl()), (typed) => {
				const read = readAddress(typed);
				if ("address" in read) expect(readAddress(read.address)).toEqual(read);
			}),
		);
	});
});

describe("the token", () => {
	it("is taken with what was copied along", () => {
		expect(readToken(" Bearer rt_abcdefgh1234 \n")).toEqual({ token: "rt_abcdefgh1234" });
	});
	it("is refused when it is none", () => {
		expect(readToken("")).toEqual({ problem: "empty" });
		expect(readToken("wachtwoord")).toEqual({ problem: "no-token" });
	});
});
