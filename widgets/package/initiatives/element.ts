import { TechniekInitiatives as Implementation } from "../../initiatives/initiatives-element.ts";
import type { TechniekElement, TechniekElementClass } from "../types.ts";

export type TechniekInitiatives = TechniekElement;

/** The class of `<techniek-initiatives>`. Importing it registers nothing: use it to register under a name of your own. */
export const TechniekInitiatives: TechniekElementClass = Implementation;

export { setInventory } from "../inventory.ts";
export type * from "../types.ts";
