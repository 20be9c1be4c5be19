import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { everywhere } from "../access/permission.ts";
import { importItems, importRuns } from "../db/schema.ts";
import { openTestInventory, type TestInventory } from "../testing/inventory.ts";
import { batchSize, startRun } from "./run.ts";
import { addSource } from "./sources.ts";

let inventory: TestInventory;
beforeAll(async () => {
	inventory = await openTestInventory();
}, 300_000);
afterAll(() => inventory.close());

const editor = { id: "t", name: "Anna", role: "editor", grants: everywhere("editor") } as const;
const items = 10_000;

it("ten thousand items come in a batch at a time, with progress to see and in bounded memory", async () => {
	const { context } = inventory;
	const description = "Een avond over techniek in de praktijk. ".repeat(5);
	const rows = Array.from({ length: items }, (_, index) => `${index},Les ${index},2027-01-05 19:30,${description}`);
	const content = Buffer.from(`id,title,start,description\n${rows.join("\n")}\n`);
	const source = await addSource(
		context,
		editor,
		{
			region: "flevoland",
			kind: "event",
			name: "Veel",
			address: "upload:veel.csv",
			format: "auto",
			schedule: null,
			paused: false,
			mapping: {},
		},
		[],
	);
	const { run, work } = await startRun(context, editor, source, { allowed: [], content });
	const largest = { step: 0, heap: 0 };
	const before = process.memoryUsage().heapUsed;
	let seen = 0;
	let going = true;
	const watching = (async () => {
		while (going) {
			const [row] = await context.db.select().from(importRuns).where(eq(importRuns.id, run.id));
			const now = row?.counts.read ?? 0;
			if (now > seen) largest.step = Math.max(largest.step, now - seen);
			seen = now;
			largest.heap = Math.max(largest.heap, process.memoryUsage().heapUsed - before);
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	})();
	const ended = await work();
	going = false;
	await watching;
	expect(ended).toMatchObject({ state: "done", counts: { read: items, added: items, skipped: 0 } });
	const [held] = await context.db.select({ n: count() }).from(importItems);
	expect(held?.n).toBe(items);
	// Somebody who watches sees it grow, in steps far smaller than the whole.
	expect(largest.step).toBeGreaterThan(0);
	expect(largest.step).toBeLessThanOrEqual(items / 4);
	expect(batchSize).toBeLessThanOrEqual(items / 100);
	expect(largest.heap).toBeLessThan(200 * 1024 * 1024);
}, 300_000);
