import { describe, expect, it } from "vitest";
import { networkFormat } from "../../shared/insight/network/format.ts";
import { FeedProblem } from "../feed/feed-problem.ts";
import { networkOf } from "../testing/networks.ts";
import { placeLabels } from "./labels.ts";
import { layoutOf, type Point } from "./layout.ts";
import { readNetwork } from "./read-network.ts";
import { inSlices, slice } from "./slices.ts";
import { neighbourAt } from "./walk.ts";

const some = (count: number, extra: string[] = []) => {
	const ids = [...Array.from({ length: count }, (_, index) => `organization:o${index}`), ...extra];
	return ids.map((id) => ({ id, radius: 8 }));
};
const ring = (count: number) =>
	Array.from({ length: count * 2 }, (_, index) => ({
		source: `organization:o${index % count}`,
		target: `organization:o${(index * 7 + 1) % count}`,
	}));
function placed(...given: Parameters<typeof layoutOf>): ReadonlyMap<string, Point> {
	const layout = layoutOf(...given);
	layout.run(() => false);
	return layout.positions();
}

describe("the places of a network", () => {
	it("are the same for the same nodes and links, in whatever order and in slices of any size", () => {
		const [nodes, links] = [some(60), ring(60)];
		const expected = placed(nodes, links);
		expect(placed(nodes.toReversed(), links.toReversed())).toEqual(expected);
		const sliced = layoutOf(nodes, links);
		while (!sliced.run(() => true)) expect(sliced.positions().size).toBe(60);
		expect(sliced.positions()).toEqual(expected);
	});

	it("stay about where they were when one is added", () => {
		const [nodes, links] = [some(60), ring(60)];
		const before = placed(nodes, links);
		const more = [...links, { source: "organization:nieuw", target: "organization:o5" }];
		const after = placed(some(60, ["organization:nieuw"]), more);
		const xs = [...before.values()].map(({ x }) => x);
		const width = Math.max(...xs) - Math.min(...xs);
		const shifts = [...before].map(([id, { x, y }]) => {
			const now = after.get(id) ?? { x: 0, y: 0 };
			return Math.hypot(now.x - x, now.y - y) / width;
		});
		expect(shifts.reduce((sum, one) => sum + one, 0) / shifts.length).toBeLessThan(0.1);
	});

	it("are all different, and in rows below the rest for nodes without links", () => {
		const places = placed(some(40, ["organization:a", "organization:b"]), ring(40));
		expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(42);
		const bottom = Math.max(...[...places].filter(([id]) => id.includes(":o")).map(([, { y }]) => y));
		for (const id of ["organization:a", "organization:b"]) expect(places.get(id)?.y).toBeGreaterThan(bottom);
		expect(placed([], [])).toEqual(new Map());
	});
});

describe("slices of work", () => {
	it("end when their time is over, let others go first, and stop when nobody wants the rest", async () => {
		let clock = 0;
		let steps = 0;
		const perSlice: number[] = [];
		const work = (enough: () => boolean) => {
			const began = clock;
			while (steps < 50) {
				steps++;
				clock += 3;
				if (enough()) break;
			}
			perSlice.push(clock - began);
			return steps === 50;
		};
		const end = new AbortController();
		expect(
			await inSlices(
				work,
				end.signal,
				() => {},
				() => clock,
			),
		).toBe(true);
		expect(Math.max(...perSlice)).toBeLessThan(slice + 3);
		expect(perSlice.length).toBe(13);
		steps = 0;
		const stopped = inSlices(
			work,
			end.signal,
			() => end.abort(),
			() => clock,
		);
		expect(await stopped).toBe(false);
		expect(steps).toBe(4);
	});
});

it("names never lie over one another or past the edge, and those who matter most come first", () => {
	const candidates = Array.from({ length: 300 }, (_, index) => ({
		id: String(index),
		text: `Naam ${index}`.repeat(1 + (index % 3)),
		x: 50 + ((index * 97) % 700),
		y: 30 + ((index * 53) % 440),
		radius: 6,
	}));
	const measure = (text: string) => text.length * 7;
	const labels = placeLabels(candidates, candidates, { width: 800, height: 500 }, 13, measure);
	expect(labels.length).toBeGreaterThan(10);
	expect(labels[0]?.id).toBe("0");
	const boxes = labels.map(({ text, x, y }) => ({
		left: x - measure(text) / 2,
		right: x + measure(text) / 2,
		top: y - 13,
		bottom: y + 4,
	}));
	for (const [index, one] of boxes.entries()) {
		expect(one.left >= 0 && one.right <= 800 && one.top >= 0 && one.bottom <= 500).toBe(true);
		for (const other of boxes.slice(index + 1)) {
			expect(one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom).toBe(
				false,
			);
		}
	}
});

it("every neighbour is reached by one of the four arrows", () => {
	for (let degrees = 0; degrees < 360; degrees += 5) {
		const angle = (degrees / 180) * Math.PI;
		const there = [["n", { x: Math.cos(angle) * 50, y: Math.sin(angle) * 50 }] as const];
		const found = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].map((key) =>
			neighbourAt(key, { x: 0, y: 0 }, there),
		);
		expect(found).toContain("n");
	}
	expect(neighbourAt("ArrowRight", { x: 0, y: 0 }, [["links", { x: -9, y: 0 }]])).toBeUndefined();
});

describe("a network from anywhere", () => {
	it("is read as far as it can be used", () => {
		const { nodes, links, dropped, name } = readNetwork(networkOf("rommel"));
		expect([nodes.length, links.length, dropped, name]).toEqual([6, 5, 2, "Proefregio"]);
		expect(readNetwork(networkOf("vijandig")).nodes.every(({ url }) => !url?.startsWith("javascript"))).toBe(true);
	});

	it.each([
		[null, "format"],
		[{ nodes: [] }, "format"],
		[{ nodes: [], links: [], format: networkFormat.replace("1", "2") }, "version"],
	])("is refused when it is none: %j", (json, code) => {
		expect(() => readNetwork(json)).toThrow(FeedProblem);
		try {
			readNetwork(json);
		} catch (error) {
			expect(error instanceof FeedProblem && error.code).toBe(code);
		}
	});
});
