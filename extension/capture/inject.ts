import { dateIn, inZone } from "../../shared/text/zoned-time.ts";
import { capture } from "./capture.ts";

// Injected into the page's isolated world on the user's click; the value of the script is what the panel receives.
const zone = "Europe/Amsterdam";
const now = Date.now();

/**
 * Names of organisations that the inventory knows. The panel may put them in the isolated world before this script runs
 * (`scripting.executeScript({ func: (names) => { globalThis.regiotechniekKnown = names; }, args: [names] })`); the page
 * itself has no access to that world.
 */
function knownNames(): string[] {
	const names: unknown = Reflect.get(globalThis, "regiotechniekKnown");
	return Array.isArray(names) ? names.filter((name) => typeof name === "string").slice(0, 5000) : [];
}

export default capture({ document, url: location.href, today: dateIn(zone, now) }, inZone(now, zone), knownNames());
