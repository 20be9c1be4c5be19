import { describe } from "vitest";
import { launchFirefoxHost } from "../support/host-browser-firefox.ts";
import { hostCases } from "./cases.ts";
import { worldOf } from "./world.ts";

describe("a partner's page in Firefox", () => {
	const world = worldOf(launchFirefoxHost);
	hostCases(world);
});
