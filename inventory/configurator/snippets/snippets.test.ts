// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, attributeParameters, type Choice, readChoice } from "../choice/choice.ts";
import { aChoice } from "../testing/choices.ts";
import type { InventoryFacts } from "./inventory.ts";
import { escapeHtml } from "./markup.ts";
import { policyFor } from "./policy.ts";
import { type BlockName, frameAddress, snippet, snippetForms, snippetPath, titleOf } from "./snippets.ts";

const facts: InventoryFacts = {
	publicUrl: "https://inventaris.example",
	version: "1.2.3",
	integrity: "sha384-abc+/=",
	regions: [{ id: "midden-brabant", name: "Midden-Brabant" }],
};
const read = (address: string) => readChoice(new URLSearchParams(address)).choice;
const school = read("kind=events&region=midden-brabant&place=Tilburg&deep-link=&style.link-color=%238a2a1b");

const block = (form: (typeof snippetForms)[number], name: BlockName, choice = school) =>
	snippet(form, choice, facts, "open-dagen").find((one) => one.name === name)?.code ?? "";

const parse = (html: string) => new DOMParser().parseFromString(`<!doctype html><body>${html}</body>`, "text/html");
const attributesOf = (element: Element | null | undefined) =>
	Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]));

describe("a snippet", () => {
	it("is what a person would write", () => {
		expect(block("html", "html")).toBe(
			`<script src="https://inventaris.example/embed/v1.js" async></script>
<style>
techniek-events {
  --techniek-link-color: #8a2a1b;
}
</style>
<techniek-events region="midden-brabant" place="Tilburg" deep-link>
  <a href="https://inventaris.example/midden-brabant/events">Techniekagenda Midden-Brabant</a>
</techniek-events>`,
		);
	});

	it("pins a version with its hash and the CORS request that the check needs", () => {
		expect(block("pinned", "html")).toContain(
			`<script src="https://inventaris.example/embed/1.2.3/techniek.js" integrity="sha384-abc+/=" crossorigin="anonymous" async></script>`,
		);
	});

	it("carries only the name of a managed widget", () => {
		expect(block("managed", "managed")).toContain(`<techniek-events widget="open-dagen">`);
		expect(block("managed", "managed")).not.toContain("Tilburg");
	});

	it("speaks the language of the widget", () => {
		expect(titleOf(read("kind=initiatives&region=midden-brabant&lang=en"), facts)).toBe(
			"Initiatives in Midden-Brabant",
		);
	});

	it("gives WordPress an address that holds the whole choice", () => {
		expect(read(new URL(block("wordpress", "link")).search)).toEqual(school);
	});

	it("keeps to the inventory's address when that has a folder", () => {
		const nested = { ...facts, publicUrl: "https://regio.example/techniek" };
		const codes = Object.fromEntries(snippet("server", school, nested).map(({ name, code }) => [name, code]));
		expect(codes.ssi).toContain('virtual="/techniek/snippets/midden-brabant/events?');
		expect(codes.php).toContain("'https://regio.example/techniek/snippets/midden-brabant/events?");
	});
});

/** The elements that a block of HTML may become, whatever was filled in. */
const allowed = new Set([
	"script",
	"style",
	"a",
	"div",
	"iframe",
	...["events", "opportunities", "initiatives"].map((kind) => `techniek-${kind}`),
]);

/** The attributes as a plain object: what an element has to come out with. */
const wanted = (choice: Choice) => Object.fromEntries(attributeParameters(choice));

function harmless(document: Document, publicUrl: string) {
	for (const element of document.body.querySelectorAll("*")) {
		expect(allowed).toContain(element.localName);
		expect([...element.attributes].filter(({ name }) => name.startsWith("on"))).toEqual([]);
		if (element.localName === "script" && element.textContent === "")
			expect(element.getAttribute("src")).toMatch(new RegExp(`^${publicUrl}/embed/`));
		if (element.localName === "a") expect(element.getAttribute("href")).toMatch(new RegExp(`^${publicUrl}/`));
	}
}

// Parsing some hundred documents takes a while on a busy machine.
describe("hostile values in every field", { timeout: 60_000 }, () => {
	const always = (check: (choice: Choice) => void) => fc.assert(fc.property(aChoice(), check), { numRuns: 60 });

	it("come out of HTML as the attributes they were, and as nothing else", () => {
		always((choice) => {
			for (const [form, name] of [
				["html", "html"],
				["pinned", "html"],
				["wordpress", "html"],
			] as const) {
				const document = parse(block(form, name, choice));
				harmless(document, facts.publicUrl);
				const made = document.querySelectorAll(`techniek-${choice.kind}`);
				expect(made.length).toBe(1);
				expect(attributesOf(made[0])).toEqual(wanted(choice));
			}
		});
	});

	it("come out of the div as data attributes", () => {
		always((choice) => {
			const document = parse(block("cms", "div", choice));
			harmless(document, facts.publicUrl);
			const data = Object.entries(wanted(choice)).map(([name, value]) => [`data-${name}`, value]);
			expect(attributesOf(document.querySelector("[data-techniek]"))).toEqual({
				"data-techniek": choice.kind,
				...Object.fromEntries(data),
			});
		});
	});

	it("come out of the frame's address as they were", () => {
		always((choice) => {
			const document = parse(block("iframe", "frame", choice));
			harmless(document, facts.publicUrl);
			const frame = document.querySelector("iframe");
			expect(frame?.getAttribute("src")).toBe(frameAddress(choice, facts));
			expect(frame?.getAttribute("title")).toBe(titleOf(choice, facts));
			const { pathname, search } = new URL(frame?.src ?? "");
			expect(pathname).toBe(`/embed/frame/${choice.kind}`);
			// A frame takes no feed from elsewhere and no look.
			const { src: _, ...attributes } = choice.attributes;
			expect(read(`${search}&kind=${choice.kind}`)).toEqual({ kind: choice.kind, attributes, look: {} });
		});
	});

	it("come out of the npm element, beside a line that says where the inventory is", () => {
		always((choice) => {
			const document = parse(block("npm", "element", choice));
			harmless(document, facts.publicUrl);
			expect(attributesOf(document.querySelector(`techniek-${choice.kind}`))).toEqual(wanted(choice));
			expect(block("npm", "import", choice)).toContain(`setInventory("${facts.publicUrl}/");`);
		});
	});

	it("leave nothing in a server's address that PHP, a shell or an include would read as its own", () => {
		always((choice) => {
			expect(snippetPath(choice)).toMatch(/^[A-Za-z0-9/?&=%.,*+_-]+$/);
			const document = parse(block("server", "ssi", choice));
			expect(document.body.children.length).toBe(0);
			const php = block("server", "php", choice);
			// Strings end where we end them: an even number of quotes that are not escaped.
			expect((php.replace(/\\./g, "").match(/'/g) ?? []).length % 2).toBe(0);
			expect(php.match(/\?>/g)?.length).toBe(1);
		});
	});

	it("come back whole from the link for WordPress", () => {
		always((choice) => {
			const link = block("wordpress", "link", choice);
			expect(link).not.toMatch(/[\s"'<>`\\]/);
			expect(read(new URL(link).search)).toEqual(choice);
			expect(read(addressOf(choice))).toEqual(choice);
		});
	});

	it("never leave a tag in escaped text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				expect(escapeHtml(text)).not.toMatch(/[<>"']/);
				const plain = text.replace(/[\p{Cc}\p{Cs}]/gu, "");
				expect(parse(`<p>${escapeHtml(plain)}</p>`).querySelector("p")?.textContent).toBe(plain);
			}),
		);
	});
});

describe("the policy that a partner's page needs", () => {
	it("names the inventory's origin, and PDOK only for a map", () => {
		expect(policyFor("html", school, facts)).toBe(
			"script-src https://inventaris.example;\nconnect-src https://inventaris.example",
		);
		const map = read("kind=events&region=midden-brabant&view=map");
		expect(policyFor("html", map, facts)).toContain("img-src https://service.pdok.nl");
		expect(policyFor("iframe", map, facts)).toBe("frame-src https://inventaris.example");
		expect(policyFor("npm", school, facts)).toBe("connect-src https://inventaris.example");
	});

	it("is there for every way of placing", () => {
		for (const form of snippetForms) expect(policyFor(form, school, facts)).toMatch(/-src https:/);
	});
});
