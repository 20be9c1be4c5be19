/** Where the inventory is that served this script: its address up to `/embed/`. Set once, by the script tag's entry. */
let home: string | undefined;

export function setHome(script: string) {
	const folder = script.lastIndexOf("/embed/");
	home = folder < 0 ? new URL("/", script).href : script.slice(0, folder + 1);
}

/** The inventory's address, with a slash at its end; undefined where no script tag told where it is. */
export const inventory = () => home;

/** The inventory's feed of a region. */
export const feedAddress = (region: string, kind: string) =>
	home && new URL(`feeds/${encodeURIComponent(region)}/${kind}.json`, home).href;
