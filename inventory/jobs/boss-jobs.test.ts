import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { onBothEngines, type TestInventory } from "../testing/inventory.ts";
import { createJobs } from "./boss-jobs.ts";

const Numbered = z.object({ n: z.number() });

async function until(is: () => boolean): Promise<void> {
	for (let tries = 0; !is(); tries++) {
		if (tries > 300) throw new Error("It did not come about within 15 s.");
		await wait(50);
	}
}

const Rows = z.array(z.record(z.string(), z.unknown()));

/** What the engines' drivers give for rows differs in its wrapping. */
async function rowsOf({ database }: TestInventory, text: string) {
	const found: unknown = await database.db.execute(sql.raw(text));
	return Rows.parse(Array.isArray(found) ? [...found] : z.object({ rows: Rows }).parse(found).rows);
}

onBothEngines("jobs", (inventory) => {
	test("do what was asked for, once, and what waits under a key is asked for once", async () => {
		const { jobs } = inventory().context;
		const done: number[] = [];
		for (const n of [1, 2, 3]) await jobs.send("count", { n }, { key: "same" });
		await jobs.send("count", { n: 4 }, { key: "other" });
		await jobs.send("count", { n: 5 });
		await jobs.work("count", Numbered, async ({ n }) => void done.push(n));
		await until(() => done.length >= 3);
		await jobs.send("count", { n: 6 }, { key: "same" });
		await until(() => done.length >= 4);
		expect(done.toSorted((a, b) => a - b)).toEqual([1, 4, 5, 6]);
	});

	test("leave what must wait until its time, and keep what fails for another try", async () => {
		const { jobs } = inventory().context;
		let tries = 0;
		await jobs.work("fail", Numbered, async () => {
			tries++;
			throw new Error("not today");
		});
		await jobs.send("fail", { n: 1 });
		await jobs.send("fail", { n: 2 }, { startAfter: new Date(Date.now() + 3_600_000) });
		await until(() => tries > 0);
		await wait(300);
		expect(tries).toBe(1);
		const [row] = await rowsOf(
			inventory(),
			"select count(*)::int as n from jobs.job where name = 'fail' and state < 'active'",
		);
		expect(row).toEqual({ n: 2 });
	});

	test("are done by one of two processes, and stopping waits for what runs and tells it so", async () => {
		const { jobs: store } = inventory().database;
		const done: string[] = [];
		let told = false;
		const processes = ["a", "b"].map((name) => ({ name, jobs: createJobs(store, () => {}) }));
		for (const { name, jobs } of processes) {
			await jobs.work("shared", Numbered, async ({ n }, signal) => {
				signal.addEventListener("abort", () => {
					told = true;
				});
				await wait(n);
				done.push(name);
			});
		}
		await processes[0]?.jobs.send("shared", { n: 300 });
		await wait(150);
		await Promise.all(processes.map(({ jobs }) => jobs.stop()));
		expect(done).toHaveLength(1);
		expect(told).toBe(true);
		await expect(processes[0]?.jobs.send("shared", { n: 1 })).rejects.toThrow("stopped");
	});

	test("take a schedule in the programme's zone, and refuse one that is none", async () => {
		const { jobs } = inventory().context;
		await jobs.schedule("nightly", "15 3 * * *", { n: 1 });
		await jobs.schedule("nightly", "30 3 * * *", { n: 2 });
		const rows = await rowsOf(inventory(), "select name, cron, timezone, data from jobs.schedule");
		expect(rows).toEqual([{ name: "nightly", cron: "30 3 * * *", timezone: "Europe/Amsterdam", data: { n: 2 } }]);
		await expect(jobs.schedule("nightly", "whenever", {})).rejects.toThrow();
	});
});
