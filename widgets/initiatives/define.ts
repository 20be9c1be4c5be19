import { define } from "../element/define.ts";
import { TechniekInitiatives } from "./initiatives-element.ts";

/** Registers `<techniek-initiatives>`, unless another copy or version of the script did: whether it was this one. */
export const defineInitiatives = () => define("techniek-initiatives", TechniekInitiatives);
