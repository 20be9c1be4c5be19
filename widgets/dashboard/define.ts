import { define } from "../element/define.ts";
import { TechniekDashboard } from "./dashboard-element.ts";

/** Registers `<techniek-dashboard>`, unless another copy or version of the script did: whether it was this one. */
export const defineDashboard = () => define("techniek-dashboard", TechniekDashboard);
