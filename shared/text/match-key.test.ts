import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchKeyOfTitle, matchKeyOfUrl } from "./match-key.ts";

describe("the match key of a URL", () => {
	it.each([
		["https://www.techniekpact.nl/agenda/", "techniekpact.nl/agenda"],
		["http://techniekpact.nl/agenda", "techniekpact.nl/agenda"],
		["https://TECHNIEKPACT.nl:443/agenda#programma", "techniekpact.nl/agenda"],
		["https://techniekpact.nl/agenda/index.html", "techniekpact.nl/agenda"],
		["https://techniekpact.nl/agenda/Default.aspx", "techniekpact.nl/agenda"],
		["https://techniekpact.nl", "techniekpact.nl"],
		["https://techniekpact.nl/index.php?utm_source=nieuwsbrief&utm_medium=email", "techniekpact.nl"],
		["https://a.nl/v?id=7&fbclid=x&_ga=1.2&mc_eid=9", "a.nl/v?id=7"],
		["https://a.nl/v?b=2&a=1", "a.nl/v?a=1&b=2"],
		["https://a.nl/v?a=1&b=2", "a.nl/v?a=1&b=2"],
		["https://a.nl/v;jsessionid=0FA1?x=1", "a.nl/v?x=1"],
		["https://a.nl/caf%c3%a9", "a.nl/caf%C3%A9"],
		["https://a.nl/café", "a.nl/caf%C3%A9"],
		["https://naam:geheim@a.nl/x", "a.nl/x"],
		["https://a.nl./x", "a.nl/x"],
		["https://www.nl/x", "www.nl/x"],
		["http://localhost:8787/x", "localhost:8787/x"],
	])("of %s is %s", (url, key) => {
		expect(matchKeyOfUrl(url)).toBe(key);
	});

	it("keeps what tells pages of one site apart", () => {
		const pages = [
			"https://a.nl/vacature?id=1",
			"https://a.nl/vacature?id=2",
			"https://a.nl/vacature?ref=2",
			"https://a.nl/Vacature",
			"https://b.a.nl/vacature",
			"https://a.nl/#/vacature/1",
			"https://a.nl/#!/vacature/2",
			"https://a.nl/",
		];
		expect(new Set(pages.map(matchKeyOfUrl)).size).toBe(pages.length);
	});

	it("is empty for what is no web address", () => {
		for (const text of ["", "techniek", "mailto:info@a.nl", "chrome://extensions", "file:///a.html", "about:blank"])
			expect(matchKeyOfUrl(text)).toBe("");
	});

	it("stays the same when made again from itself", () => {
		fc.assert(
			fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
				const key = matchKeyOfUrl(url);
				expect(key).not.toBe("");
				expect(matchKeyOfUrl(`https://${key}`)).toBe(key);
			}),
		);
	});

	it("does not see protocol, www, order, tracking, fragment or a closing slash", () => {
		const names = fc.stringMatching(/^[a-z]{1,6}$/);
		const parameters = fc.uniqueArray(fc.tuple(names, fc.string({ unit: "binary" })), { selector: ([name]) => name });
		const paths = fc.array(fc.stringMatching(/^[A-Za-z0-9é_-]{1,8}$/), { maxLength: 4 });
		fc.assert(
			fc.property(fc.domain(), paths, parameters, (domain, path, query) => {
				const plain = `http://${domain}/${path.join("/")}?${new URLSearchParams(query)}`;
				const tracked = new URLSearchParams([["utm_campaign", "x"], ...query.toReversed(), ["gclid", "y"]]);
				const dressed = `https://www.${domain.toUpperCase()}/${path.join("/")}/?${tracked}#kop`;
				expect(matchKeyOfUrl(dressed)).toBe(matchKeyOfUrl(plain));
			}),
		);
	});

	it("never throws, whatever it is given", () => {
		const anything = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.string().map((s) => `https://a.nl/${s}`),
			fc.string({ unit: "binary" }).map((s) => `https://a.nl/x?${s}`),
		);
		fc.assert(
			fc.property(anything, (text) => {
				const key = matchKeyOfUrl(text);
				if (key) expect(matchKeyOfUrl(`https://${key}`)).toBe(key);
			}),
		);
	});
});

describe("the match key of a title", () => {
	it.each([
		["Dagen van de Techniek 2026", "dagen van de techniek 2026"],
		["  Dagen-van-de Techniek – 2026! ", "dagen van de techniek 2026"],
		["Techniek & ICT", "techniek en ict"],
		["Techniek en ICT", "techniek en ict"],
		["Auto’s en auto's", "autos en autos"],
		["Café Industriële Innovatie", "cafe industriele innovatie"],
		["…", ""],
	])("of “%s” is “%s”", (title, key) => {
		expect(matchKeyOfTitle(title)).toBe(key);
	});

	it("keeps editions apart", () => {
		expect(matchKeyOfTitle("Techniekdag Tilburg 2025")).not.toBe(matchKeyOfTitle("Techniekdag Tilburg 2026"));
	});

	it("stays the same when made again, and does not see case", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (title) => {
				const key = matchKeyOfTitle(title);
				expect(matchKeyOfTitle(key)).toBe(key);
				expect(key).toBe(key.trim());
			}),
		);
		fc.assert(
			fc.property(fc.stringMatching(/^[a-zé &'-]{0,40}$/), (title) => {
				expect(matchKeyOfTitle(title.toUpperCase())).toBe(matchKeyOfTitle(title));
			}),
		);
	});
});
