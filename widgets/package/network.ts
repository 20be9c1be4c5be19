import { defineNetwork } from "../network/define.ts";
import type { TechniekNetwork } from "./network/element.ts";

declare global {
	interface HTMLElementTagNameMap {
		"techniek-network": TechniekNetwork;
	}
}

defineNetwork();

export * from "./network/element.ts";
