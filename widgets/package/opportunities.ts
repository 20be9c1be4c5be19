import { defineOpportunities } from "../opportunities/define.ts";
import type { TechniekOpportunities } from "./opportunities/element.ts";

declare global {
	interface HTMLElementTagNameMap {
		"techniek-opportunities": TechniekOpportunities;
	}
}

defineOpportunities();

export * from "./opportunities/element.ts";
