import { type Attribute, tokensOf } from "../../shared/list/tokens.ts";

/** Where values go: into the text node, or an attribute of the element, at `index` in document order. */
export interface Hole {
	index: number;
	attribute?: Attribute;
}

export interface Compiled {
	fragment: DocumentFragment;
	holes: Hole[];
}

const svg = "http://www.w3.org/2000/svg";

/**
 * Makes the nodes of a template, node by node: no HTML parser is involved, so no Trusted Types policy is needed.
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
	for (const token of tokensOf(strings)) {
		if ("words" in token) {
			token.words.forEach((words, n) => {
				if (n) {
					// An empty text node of its own, for the value.
					add(new Text());
					holes.push({ index });
				}
				if (words) add(new Text(words));
			});
		} else if ("close" in token) {
			parent = parent.parentNode instanceof Element ? parent.parentNode : fragment;
		} else {
			const { open, attributes, empty } = token;
			// A piece of a drawing, in a template of its own, begins with a <g>.
			const drawing: boolean = /^(svg|g)$/.test(open) || parent instanceof SVGElement;
			const element: Element = drawing ? document.createElementNS(svg, open) : document.createElement(open);
			add(element);
			for (const attribute of attributes) {
				if (attribute.statics.length > 1) holes.push({ index, attribute });
				else element.setAttribute(attribute.name, attribute.statics[0] ?? "");
			}
			if (!empty) parent = element;
		}
	}
	return { fragment, holes };
}
