import { defineDashboard } from "../dashboard/define.ts";
import type { TechniekDashboard } from "./dashboard/element.ts";

declare global {
	interface HTMLElementTagNameMap {
		"techniek-dashboard": TechniekDashboard;
	}
}

defineDashboard();

export * from "./dashboard/element.ts";
