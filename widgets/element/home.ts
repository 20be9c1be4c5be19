/** Where the inventory is that served this script: its address up to `/embed/`. Set once, by the script tag's entry. */
let home: string | undefined;

export function setHome(script: string) {
	const folder = script.lastIndexOf("/embed/");
	home = folder < 0 ? new URL("/", script).href : script.slice(0, folder + 1);
}

/** The inventory's feed of a region, or undefined where no script tag told where the inventory is. */
export const feedAddress = (region: string, kind: string) =>
	home && new URL(`feeds/${encodeURIComponent(region)}/${kind}.json`, home).href;
