import { attributes } from "./settings.ts";

/** Its value is the kind: `<div data-techniek="events" data-region="…">`, for systems that strip tags they do not know. */
const marker = "data-techniek";

/** Also those that only the elements with a part of their own understand. */
const all = [...attributes, "indicator", "perspective", "breakdown", "kind", "focus"];

const dataOf = (name: string) => `data-${name}`;

/**
 * Puts the element inside `place` with the place's own children as fallback, or brings the attributes of the one that is
 * there up to date. The place itself stays, for the page's styles and whatever made it.
 */
function upgrade(place: Element) {
	const name = `techniek-${place.getAttribute(marker)}`;
	if (!customElements.get(name)) return;
	let element = [...place.children].find((child) => child.localName.startsWith("techniek-"));
	if (element?.localName !== name) {
		const fallback = (element ?? place).childNodes;
		const made = document.createElement(name);
		made.append(...fallback);
		element?.remove();
		element = made;
	}
	for (const attribute of all) {
		const value = place.getAttribute(dataOf(attribute));
		if (value === null) element.removeAttribute(attribute);
		else if (value !== element.getAttribute(attribute)) element.setAttribute(attribute, value);
	}
	// Last, so that it starts with all of its attributes.
	if (element.parentNode !== place) place.append(element);
}

function upgradeIn(node: Node) {
	if (node instanceof Element && node.hasAttribute(marker)) upgrade(node);
	if (node instanceof Element || node instanceof Document) node.querySelectorAll(`[${marker}]`).forEach(upgrade);
}

/** Upgrades the places that are in the page, and those that come or change later. */
export function upgradePlaces() {
	upgradeIn(document);
	new MutationObserver((records) => {
		for (const { type, target, addedNodes } of records) {
			if (type === "childList") addedNodes.forEach(upgradeIn);
			else if (target instanceof Element && target.hasAttribute(marker)) upgrade(target);
		}
	}).observe(document, {
		childList: true,
		subtree: true,
		attributeFilter: [marker, ...all.map(dataOf)],
	});
}
