import { describe } from "vitest";
import { launchWebkitHost } from "../support/host-browser-webkit.ts";
import { hostCases } from "./cases.ts";
import { worldOf } from "./world.ts";

describe("a partner's page in WebKitGTK", () => {
	const world = worldOf(launchWebkitHost);
	hostCases(world);
});
