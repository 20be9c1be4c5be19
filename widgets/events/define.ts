import { define } from "../element/define.ts";
import { TechniekEvents } from "./events-element.ts";

/** Registers `<techniek-events>`, unless another copy or version of the script did: whether it was this one. */
export const defineEvents = () => define("techniek-events", TechniekEvents);
