import { ListElement } from "../element/list-element.ts";
import { face } from "./face.ts";

/** `<techniek-events>`: a region's agenda, by day, on the clocks of where each event is. */
export class TechniekEvents extends ListElement<"events"> {
	constructor() {
		super("events", face);
	}
}
