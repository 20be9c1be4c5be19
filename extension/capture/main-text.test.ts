// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { readMainText } from "./main-text.ts";
import { readMeta } from "./meta.ts";
import { pageOf } from "./page.fixture.ts";

describe("the main text", () => {
	it("leaves out what surrounds it", () => {
		const { document } = pageOf(`<header>Menu</header><nav>Home</nav><div class="cookie-bar">Wij gebruiken cookies</div>
			<main><h1>Kop</h1><p>Een <b>zin</b>.</p><aside>Ook 3 mei</aside><div class="related">Lees ook</div><script>x</script>
			<p hidden>nee</p></main><footer>Voet</footer>`);
		expect(readMainText(document).blocks).toEqual([
			{ text: "Kop", tag: "h1" },
			{ text: "Een zin.", tag: "p" },
		]);
	});

	it("takes the one article, but the whole of a listing", () => {
		const long = "Een zin over techniek. ".repeat(20);
		expect(readMainText(pageOf(`<main><p>Buiten</p><article>${long}</article></main>`).document).text).not.toContain(
			"Buiten",
		);
		const many = `<main><h1>Agenda</h1><article>A</article><article>B</article></main>`;
		expect(readMainText(pageOf(many).document).text).toBe("Agenda\nA\nB");
	});

	it("changes nothing in the page", () => {
		const { document } = pageOf("<main><h1>Kop</h1><p>Een zin.</p></main>");
		const before = document.documentElement.outerHTML;
		readMainText(document);
		expect(document.documentElement.outerHTML).toBe(before);
	});

	it("survives an empty page", () => {
		expect(readMainText(pageOf("").document).text).toBe("");
	});
});

describe("meta elements", () => {
	it("are found by name and property, the first with content first", () => {
		const meta = readMeta(
			pageOf(
				`<meta name="Description" content=""><meta name="description" content=" Een  zin "><meta property="og:title" content="T">`,
			).document,
		);
		expect(meta.get("description")).toBe("Een zin");
		expect(meta.get("og:title")).toBe("T");
	});
});
