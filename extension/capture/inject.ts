import { dateIn, inZone } from "../../shared/text/zoned-time.ts";
import { capture } from "./capture.ts";

// Injected into the page's isolated world on the user's click; the value of the script is what the panel receives.
const zone = "Europe/Amsterdam";
const now = Date.now();

export default capture({ document, url: location.href, today: dateIn(zone, now) }, inZone(now, zone));
