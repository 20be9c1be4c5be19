import type { Visit } from "../visit.ts";
import { longLived } from "./lifetime.ts";
import { underPolicy } from "./policy.ts";
import { withScripts } from "./scripts.ts";
import { amongStyles } from "./styles.ts";
import { farAway } from "./zones.ts";

/** The tests of partners' pages that every browser passes. */
export function hostCases(visit: Visit) {
	underPolicy(visit);
	amongStyles(visit);
	withScripts(visit);
	longLived(visit);
	farAway(visit);
}
