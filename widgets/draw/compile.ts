/** Where a value goes: into the text node or element at `index` in document order. */
export type Hole =
	| { index: number; child: true }
	| { index: number; child?: never; prefix: string; name: string; statics: readonly string[] };

export interface Compiled {
	fragment: DocumentFragment;
	holes: Hole[];
}

/** Stands for a value; no template has it. */
const mark = "\u0001";

const tokens = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>|([^<]+)/g;
const attributes = /([.?@]?)([\w-]+)(?:=(?:"([^"]*)"|([^\s"]+)))?/g;
const withoutEnd = /^(?:input|img|br|hr)$/;
const svg = "http://www.w3.org/2000/svg";

/**
 * Makes the nodes of a template, node by node: no HTML parser is involved, so no Trusted Types policy is needed. Templates
 * are well-formed, in lower case, with quoted attributes and without entities; a test holds them against lit-html.
 */
export function compile(strings: readonly string[]): Compiled {
	const fragment = document.createDocumentFragment();
	const holes: Hole[] = [];
	let parent: DocumentFragment | Element = fragment;
	let index = -1;
	const add = (node: Node) => {
		index++;
		parent.append(node);
	};
	for (const [, end, name, inner = "", text] of strings.join(mark).matchAll(tokens)) {
		if (text) {
			text.split(mark).forEach((words, n) => {
				if (n) {
					// An empty text node of its own, for the value.
					add(new Text());
					holes.push({ index, child: true });
				}
				if (words) add(new Text(words));
			});
		} else if (end) {
			parent = parent.parentNode instanceof Element ? parent.parentNode : fragment;
		} else if (name) {
			const drawing: boolean = name === "svg" || parent instanceof SVGElement;
			const element: Element = drawing ? document.createElementNS(svg, name) : document.createElement(name);
			add(element);
			for (const [, prefix = "", attribute = "", quoted, bare] of inner.matchAll(attributes)) {
				const statics = (quoted ?? bare ?? "").split(mark);
				if (statics.length > 1) holes.push({ index, prefix, name: attribute, statics });
				else element.setAttribute(attribute, statics[0] ?? "");
			}
			if (!withoutEnd.test(name)) parent = element;
		}
	}
	return { fragment, holes };
}
