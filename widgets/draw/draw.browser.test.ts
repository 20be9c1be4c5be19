import fc from "fast-check";
import { nothing as litNothing, render } from "lit/html.js";
import { html, nothing, type Template } from "../../shared/list/template.ts";
import { toHtml } from "../../shared/list/to-html.ts";
import { ok, same } from "../testing/page.ts";
import { draw } from "./draw.ts";

/** lit-html is the measure: what it shows of a template, this shows too, and so does the HTML that the inventory writes. */

const shapes: ((a: unknown, b: unknown, inner: unknown) => Template)[] = [
	(a, b, inner) => html`<div class="one ${a} two" title=${b}>${inner}</div>`,
	(a, b, inner) => html`${a}<b>vet</b>${b}<br><i>${inner}</i>`,
	(a, _, inner) => html`<ul>
		<li ?hidden=${!!a}>${a} en ${a}</li>
		${inner}
	</ul>`,
	(a, b, inner) => html`<svg width="10"><g id="g"><text>${a}</text></g></svg><em title=${b}>${inner}</em>`,
	(a, _, inner) => html`<section><input type="search" name="q" data-a="${a}" />${inner}${inner}</section>`,
];

const word = fc.oneof(
	fc.string({ maxLength: 12, unit: "grapheme" }),
	fc.constantFrom("<img src=x onerror=hacked()>", `"><script>`, "&amp;", "$" + "{x}", "\n", " "),
	fc.integer(),
);
const { template } = fc.letrec<{ template: Template; value: unknown }>((tie) => ({
	template: fc
		.tuple(fc.constantFrom(...shapes), word, fc.oneof(word, fc.constant(nothing)), tie("value"))
		.map(([shape, a, b, inner]) => shape(a, typeof b === "symbol" && shape === shapes[1] ? "" : b, inner)),
	value: fc.oneof(
		{ maxDepth: 3 },
		word,
		fc.constantFrom(nothing, undefined, null, ""),
		tie("template"),
		fc.array(fc.oneof(word, tie("template")), { maxLength: 4 }),
	),
}));

/** What a browser makes of it, without the empty texts and comments that only those who draw see. */
function shown(container: Element): string {
	const copy = container.cloneNode(true);
	const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
	const comments: Node[] = [];
	while (walker.nextNode()) comments.push(walker.currentNode);
	for (const comment of comments) comment.parentNode?.removeChild(comment);
	copy.normalize();
	return copy instanceof Element ? copy.innerHTML : "";
}

const byLit = (one: Template, container: HTMLElement) => render(one, container);

describe("drawing", () => {
	it("knows nothing by lit-html's name", () => ok(Object.is(nothing, litNothing), "another symbol"));

	it("shows any template as lit-html does, also in place of another one", () => {
		fc.assert(
			fc.property(fc.array(template, { minLength: 1, maxLength: 4 }), (templates) => {
				const [ours, theirs] = [document.createElement("div"), document.createElement("div")];
				for (const one of templates) {
					draw(one, ours);
					byLit(one, theirs);
					same(shown(ours), shown(theirs));
				}
			}),
			{ numRuns: 500 },
		);
	});

	it("is written as HTML that a browser reads as the same", () => {
		fc.assert(
			fc.property(template, (one) => {
				const [drawn, read] = [document.createElement("div"), document.createElement("div")];
				draw(one, drawn);
				// A parser makes one line break of the two ways to write it.
				read.innerHTML = toHtml(one);
				same(shown(read), shown(drawn).replace(/\r\n?/g, "\n"));
			}),
			{ numRuns: 500 },
		);
	});

	it("keeps the nodes of what did not change, with what was typed in them", () => {
		const container = document.createElement("div");
		const view = (words: string, count: number) =>
			html`<p>${words}</p><input name="q" />${Array.from({ length: count }, (_, n) => html`<li>${n}</li>`)}`;
		draw(view("een", 3), container);
		const input = container.querySelector("input");
		const first = container.querySelector("li");
		ok(input && first, "nothing drawn");
		input.value = "getypt";
		draw(view("twee", 5), container);
		same(container.textContent, "twee01234");
		draw(view("twee", 1), container);
		ok(container.querySelector("input") === input && container.querySelector("li") === first, "made anew");
		same(input.value, "getypt");
		same(container.querySelectorAll("li").length, 1);
	});

	it("calls the listener of the last drawing, once", () => {
		const container = document.createElement("div");
		const heard: number[] = [];
		const view = (n: number) => html`<button type="button" @click=${() => heard.push(n)}>klik</button>`;
		draw(view(1), container);
		draw(view(2), container);
		container.querySelector("button")?.click();
		draw(html`<p>${nothing}</p>`, container);
		same(heard, [2]);
	});

	it("puts nothing but text and attributes on the page, whatever the data", () => {
		const container = document.createElement("div");
		draw(html`<p title=${'"><script>x</script>'}>${"<img src=x onerror=alert(1)>"}</p>`, container);
		same(container.querySelectorAll("*").length, 1);
	});
});
