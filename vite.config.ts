import { defineConfig } from "vite";
import { chromium, firefox } from "./extension/build.config.ts";
import { service } from "./inventory/build.config.ts";
import { configurator } from "./inventory/configurator/build.config.ts";
import { frame } from "./inventory/embedding/frame/build.config.ts";
import { workbench } from "./inventory/workbench/build.config.ts";
import { embed } from "./widgets/build.config.ts";
import { npmPackage } from "./widgets/package/build/config.ts";

/** One build a runtime, chosen with `vite build --mode <name>`; `npm run build` makes them all. */
export const targets = {
	embed,
	package: npmPackage,
	frame,
	workbench,
	configurator,
	service,
	"extension-chromium": chromium,
	"extension-firefox": firefox,
} as const;

export default defineConfig(({ mode }) => {
	const target = Object.entries(targets).find(([name]) => name === mode)?.[1];
	if (!target) throw new Error(`Unknown build "${mode}": choose one of ${Object.keys(targets).join(", ")}.`);
	return target;
});
