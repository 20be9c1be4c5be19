import { matchingMessages } from "../../../shared/messages/workbench/insight-matching.ts";
import { staffApi } from "../../browser/staff-api.ts";
import { InsightElement } from "./insight-element.ts";
import { matchingClient } from "./matching-client.ts";

/** What the parts of supply and demand share: their client and their words. */
export class MatchingElement extends InsightElement {
	protected readonly api = matchingClient(
		staffApi({ fetch: (input, init) => fetch(input, init), language: () => this.language }),
	);

	protected get say() {
		return matchingMessages[this.language];
	}
}
