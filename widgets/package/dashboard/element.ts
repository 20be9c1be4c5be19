import { TechniekDashboard as Implementation } from "../../dashboard/dashboard-element.ts";
import type { TechniekPartElementClass } from "../types.ts";

export type TechniekDashboard = HTMLElement;

/** The class of `<techniek-dashboard>`. Importing it registers nothing: use it to register under a name of your own. */
export const TechniekDashboard: TechniekPartElementClass = Implementation;

export { setInventory } from "../inventory.ts";
export type * from "../types.ts";
