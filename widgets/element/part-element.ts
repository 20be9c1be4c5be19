import { loadPart } from "../parts/load.ts";
import { inventory } from "./home.ts";
import { languageOf } from "./language.ts";
import { tell } from "./problems.ts";

/** Named for the declarations of the package. */
export interface PartElement extends HTMLElement {
	connectedCallback(): void;
	disconnectedCallback(): void;
}

/**
 * The class of an element of which only the name comes with the script: what it does loads when one is in a page. Until
 * the part has drawn, and when it cannot be had, the element's children are all there is to see.
 */
export const partElement = (kind: "dashboard" | "network"): (new () => PartElement) =>
	class extends HTMLElement {
		#disconnect: (() => void) | undefined;

		connectedCallback() {
			loadPart(kind).then(
				({ connect }) => {
					this.disconnectedCallback();
					if (this.isConnected) this.#disconnect = connect(this, inventory());
				},
				() => tell(this, { code: "part", detail: kind }, languageOf(this)),
			);
		}

		disconnectedCallback() {
			this.#disconnect?.();
			this.#disconnect = undefined;
		}
	};
