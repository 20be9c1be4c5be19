import { define } from "../element/define.ts";
import { TechniekOpportunities } from "./opportunities-element.ts";

/** Registers `<techniek-opportunities>`, unless another copy or version of the script did: whether it was this one. */
export const defineOpportunities = () => define("techniek-opportunities", TechniekOpportunities);
