import { defineEvents } from "../events/define.ts";
import type { TechniekEvents } from "./events/element.ts";

declare global {
	interface HTMLElementTagNameMap {
		"techniek-events": TechniekEvents;
	}
}

defineEvents();

export * from "./events/element.ts";
