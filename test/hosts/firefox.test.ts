import { describe } from "vitest";
import { launchFirefoxHost } from "../support/host-browser-firefox.ts";
import { hostCases } from "./cases/all.ts";
import { visitOf } from "./visit.ts";
import { worldOf } from "./world.ts";

describe("a partner's page in Firefox", () => {
	hostCases(visitOf(worldOf(launchFirefoxHost)));
});
