import { TechniekEvents as Implementation } from "../../events/events-element.ts";
import type { TechniekElement, TechniekElementClass } from "../types.ts";

export type TechniekEvents = TechniekElement;

/** The class of `<techniek-events>`. Importing it registers nothing: use it to register under a name of your own. */
export const TechniekEvents: TechniekElementClass = Implementation;

export { setInventory } from "../inventory.ts";
export type * from "../types.ts";
