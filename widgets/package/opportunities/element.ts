import { TechniekOpportunities as Implementation } from "../../opportunities/opportunities-element.ts";
import type { TechniekElement, TechniekElementClass } from "../types.ts";

export type TechniekOpportunities = TechniekElement;

/** The class of `<techniek-opportunities>`. Importing it registers nothing: use it to register under a name of your own. */
export const TechniekOpportunities: TechniekElementClass = Implementation;

export { setInventory } from "../inventory.ts";
export type * from "../types.ts";
