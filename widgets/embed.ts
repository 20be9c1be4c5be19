/**
 * The script tag: `<script src="https://inventory.example/embed/v1.js" async></script>`. A page may hold it twice, or two
 * versions of it: the first that registers an element owns it.
 */
import { defineDashboard } from "./dashboard/define.ts";
import { setHome } from "./element/home.ts";
import { upgradePlaces } from "./element/upgrade.ts";
import { defineEvents } from "./events/define.ts";
import { defineInitiatives } from "./initiatives/define.ts";
import { defineNetwork } from "./network/define.ts";
import { defineOpportunities } from "./opportunities/define.ts";

// Only known while the script runs for the first time, so not later on.
const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.src) setHome(script.src);

const registered = [defineEvents(), defineOpportunities(), defineInitiatives(), defineDashboard(), defineNetwork()];
if (registered.includes(true)) upgradePlaces();
