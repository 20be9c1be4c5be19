import { describe } from "vitest";
import { launchWebkitHost } from "../support/host-browser-webkit.ts";
import { hostCases } from "./cases/all.ts";
import { visitOf } from "./visit.ts";
import { worldOf } from "./world.ts";

describe("a partner's page in WebKitGTK", () => {
	hostCases(visitOf(worldOf(launchWebkitHost)));
});
