import { ConfiguratorApp } from "./app/app.ts";
import { ManagedPanel } from "./managed/managed-panel.ts";
import { CodeBlock } from "./panels/code.ts";
import { ItemsPanel } from "./panels/items.ts";
import { LookPanel } from "./panels/look.ts";
import { PlacePanel } from "./panels/place.ts";
import { Preview } from "./panels/preview.ts";

const elements = {
	"configurator-code": CodeBlock,
	"configurator-items": ItemsPanel,
	"configurator-look": LookPanel,
	"configurator-preview": Preview,
	"configurator-place": PlacePanel,
	"configurator-managed": ManagedPanel,
	// Last: what it renders is known by then.
	"configurator-app": ConfiguratorApp,
} as const;

/** Registers the page's elements, children first. */
export function definePage(): void {
	for (const [name, element] of Object.entries(elements)) {
		if (!customElements.get(name)) customElements.define(name, element);
	}
}
