import { opportunityLook } from "../../shared/list/opportunity-look.ts";
import type { Face } from "../element/face.ts";
import { readOpportunity } from "./read-opportunity.ts";

export const face: Face<"opportunities"> = { look: opportunityLook, read: readOpportunity };
