import { ListElement } from "../element/list-element.ts";
import { loadPart } from "../parts/load.ts";

/** `<techniek-initiatives>`: what is going on in a region, with who takes part. */
export class TechniekInitiatives extends ListElement<"initiatives"> {
	constructor() {
		super(
			"initiatives",
			loadPart("initiatives").then(({ face }) => face),
		);
	}
}
