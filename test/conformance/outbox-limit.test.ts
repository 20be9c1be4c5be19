import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Outcome, sendClip } from "../../extension/outbox/send.ts";
import { clipOf, openTestInventory, type TestInventory } from "../../inventory/testing/inventory.ts";

let inventory: TestInventory;
let server: Server;
let address: string;

beforeAll(async () => {
	inventory = await openTestInventory({ apiLimit: 25 });
	server = createServer(getRequestListener(inventory.app.fetch));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const bound = server.address();
	address = `http://127.0.0.1:${typeof bound === "object" && bound ? bound.port : 0}`;
});
afterAll(async () => {
	await new Promise((resolve) => server.close(resolve));
	await inventory.close();
});

it("loses and doubles no clip of an outbox that holds more than the service takes in a minute", async () => {
	const connection = {
		address,
		token: await inventory.token("clipper"),
		region: "flevoland",
		regions: [],
		name: "test",
	};
	const waiting = Array.from({ length: 60 }, () => clipOf());
	const ids = waiting.map(({ id }) => id).sort();
	const stored: string[] = [];
	let waits = 0;
	for (let clip = waiting.shift(); clip; clip = waiting.shift()) {
		const outcome: Outcome = await sendClip(connection, clip.id, clip.body, "nl");
		if (outcome.result === "stored") stored.push(clip.id);
		else if (outcome.result === "again") {
			expect(outcome.retryAfter).toBeGreaterThan(0);
			// The minute goes by that the service asked for.
			inventory.clock.now = new Date(inventory.clock.now.getTime() + outcome.retryAfter);
			waits++;
			waiting.push(clip);
		} else throw new Error(`The outbox would not send it again: ${JSON.stringify(outcome)}`);
	}
	expect(waits).toBe(2);
	expect(stored.sort()).toEqual(ids);
	const rows = await inventory.database.db.query.records.findMany({ columns: { id: true } });
	expect(rows.map(({ id }) => id).sort()).toEqual(ids);
});
