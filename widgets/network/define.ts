import { define } from "../element/define.ts";
import { TechniekNetwork } from "./network-element.ts";

/** Registers `<techniek-network>`, unless another copy or version of the script did: whether it was this one. */
export const defineNetwork = () => define("techniek-network", TechniekNetwork);
