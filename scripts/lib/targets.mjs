/**
 * What `npm run build` makes, in this order. Names are those of `targets` in vite.config.ts, except `inventory-files`,
 * which is copied. A target names more inputs rather than fewer: building once too often costs a second, once too little
 * costs an afternoon.
 */

const tools = ["package-lock.json", "package.json", "vite.config.ts", "tsconfig.json"];
const clipper = [...tools, "shared", "extension"];

/**
 * Files that the service reads beside its bundle: where they come from, where in dist/inventory they go, and which of a
 * folder's files are meant.
 * @type {{ from: string, to: string, only?: RegExp }[]}
 */
export const inventoryFiles = [
	{ from: "inventory/db/migrations", to: "migrations" },
	{ from: "demo/regions", to: "regions" },
	{ from: "demo/partners", to: "partners" },
	{ from: "shared/style/house.css", to: "assets/house.css" },
	{ from: "inventory/pages", to: "assets", only: /\.css$/ },
	{ from: "inventory/pages/review", to: "assets", only: /\.css$/ },
	{ from: "inventory/embedding/frame", to: "assets", only: /\.css$/ },
];

/** @satisfies {Record<string, import("./stamps.mjs").Target>} */
export const targets = {
	embed: { inputs: [...tools, "shared", "widgets"], outputs: ["dist/embed/v1.js"] },
	package: { inputs: [...tools, "LICENSE", "shared", "widgets"], outputs: ["dist/package/package.json"] },
	service: {
		inputs: [...tools, "shared", "inventory"],
		except: ["inventory/workbench", "inventory/db/migrations"],
		outputs: ["dist/inventory/main.js", "dist/inventory/cli.js"],
	},
	frame: { inputs: [...tools, "inventory/embedding/frame"], outputs: ["dist/inventory/assets/frame.js"] },
	workbench: {
		inputs: [...tools, "shared", "inventory/workbench", "inventory/browser"],
		outputs: ["dist/inventory/workbench/index.html"],
	},
	configurator: {
		inputs: [...tools, "shared", "inventory/configurator", "inventory/browser", "inventory/workbench/style"],
		outputs: ["dist/inventory/configurator/index.html"],
	},
	"extension-chromium": { inputs: clipper, outputs: ["dist/extension-chromium/manifest.json"] },
	"extension-firefox": { inputs: clipper, outputs: ["dist/extension-firefox/manifest.json"] },
	"inventory-files": {
		inputs: inventoryFiles.map((file) => file.from),
		outputs: ["dist/inventory/migrations", "dist/inventory/assets/house.css", "dist/inventory/assets/frame.css"],
	},
};

/** What the service needs to run: the rest is built for it to hand out. */
export const serviceTargets = ["service", "inventory-files"];
