import { ListElement } from "../element/list-element.ts";
import { loadPart } from "../parts/load.ts";

/** `<techniek-opportunities>`: vacancies, internships, guest lessons and the like; what has expired is not shown. */
export class TechniekOpportunities extends ListElement<"opportunities"> {
	constructor() {
		super(
			"opportunities",
			loadPart("opportunities").then(({ face }) => face),
		);
	}
}
