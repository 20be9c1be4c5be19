import { initiativeLook } from "../../shared/list/initiative-look.ts";
import type { Face } from "../element/face.ts";
import { readInitiative } from "./read-initiative.ts";

export const face: Face<"initiatives"> = { look: initiativeLook, read: readInitiative };
