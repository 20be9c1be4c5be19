import { TechniekDashboard } from "../dashboard/dashboard-element.ts";
import { setHome } from "../element/home.ts";
import { ListElement } from "../element/list-element.ts";
import { TechniekNetwork } from "../network/network-element.ts";

/**
 * Tells all elements where the inventory is, such as `https://inventaris.example/`: a bundle was not loaded from there, so
 * it cannot know. A relative address is relative to the page. Elements that are in the page already ask again. Throws a
 * TypeError for anything but http or https.
 */
export function setInventory(address: string | URL): void {
	const { origin, pathname, protocol } = new URL(address, document.baseURI);
	if (!/^https?:$/.test(protocol)) throw new TypeError(`No address of an inventory: ${address}`);
	// What comes before the script's folder is the inventory's address.
	setHome(`${origin}${pathname.replace(/\/*$/, "/")}embed/`);
	for (const element of document.querySelectorAll("*")) {
		if (element instanceof ListElement) element.requestUpdate();
		if (element instanceof TechniekDashboard || element instanceof TechniekNetwork) element.connectedCallback();
	}
}
