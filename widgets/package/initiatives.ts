import { defineInitiatives } from "../initiatives/define.ts";
import type { TechniekInitiatives } from "./initiatives/element.ts";

declare global {
	interface HTMLElementTagNameMap {
		"techniek-initiatives": TechniekInitiatives;
	}
}

defineInitiatives();

export * from "./initiatives/element.ts";
