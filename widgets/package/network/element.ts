import { TechniekNetwork as Implementation } from "../../network/network-element.ts";
import type { TechniekPartElementClass } from "../types.ts";

export type TechniekNetwork = HTMLElement;

/** The class of `<techniek-network>`. Importing it registers nothing: use it to register under a name of your own. */
export const TechniekNetwork: TechniekPartElementClass = Implementation;

export { setInventory } from "../inventory.ts";
export type * from "../types.ts";
