import { describe, expect, it } from "vitest";
import { verdict } from "../bench/first-list.ts";
import { bundlePeer } from "../bench/peers.ts";
import { racers } from "../bench/racers.ts";

describe("the race to the first list", () => {
	it("runs the yardstick as production code, whatever this process is", async () => {
		const before = process.env.NODE_ENV;
		process.env.NODE_ENV = "development";
		try {
			const { script } = await bundlePeer("lit-list");
			expect(script).toContain("bare-list");
			expect(script).not.toMatch(/dev mode|dev-mode/);
			expect(process.env.NODE_ENV).toBe("development");
		} finally {
			process.env.NODE_ENV = before;
		}
	});

	it("says what each of ours has to reach, and whether it did", () => {
		const racer = (path: string) => {
			const found = racers.find((one) => one.path === path);
			if (!found) throw new Error(`No racer at ${path}.`);
			return found;
		};
		expect(verdict(racer("/region"), 1.05, 0.2)).toEqual(["at most 1.05x the bare Lit list of 200", "yes"]);
		expect(verdict(racer("/region"), 1.06, 0)[1]).toBe("NO");
		expect(verdict(racer("/region"), Number.NaN, 0)[1]).toBe("NO");
		expect(verdict(racer("/snippet"), 1.15, 0)).toEqual(["at most 1.15x the static HTML of 100, nothing moves", "yes"]);
		expect(verdict(racer("/snippet"), 1, 0.01)[1]).toBe("NO");
		expect(verdict(racer("/fullcalendar"), 2, 0.2)).toEqual(["", ""]);
	});
});
