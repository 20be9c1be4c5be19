import { eventLook } from "../../shared/list/event-look.ts";
import type { Face } from "../element/face.ts";
import { readEvent } from "./read-event.ts";

export const face: Face<"events"> = { look: eventLook, read: readEvent };
