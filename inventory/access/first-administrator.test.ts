import { expect, it } from "vitest";
import { startPostgres } from "../../test/support/postgres.ts";
import { openTestInventory } from "../testing/inventory.ts";
import { firstAdministrator } from "./first-administrator.ts";

const linksOf = (found: (string | undefined)[]) => found.filter((link) => link !== undefined);

it("gives one link when several processes start at once on an empty server, and none at a later start", async () => {
	const server = await startPostgres();
	const open = () => openTestInventory({ databaseUrl: server.url });
	const started = await Promise.all([open(), open(), open()]);
	try {
		const ask = () => Promise.all(started.map(({ context, database }) => firstAdministrator(context, database)));
		const [link, ...more] = linksOf(await ask());
		expect(more).toEqual([]);
		const answer = await started[0]?.call("/api/v1/session", { method: "POST", body: { link } });
		expect(await answer?.json()).toMatchObject({ name: "beheerder", role: "admin" });
		expect(linksOf(await ask())).toEqual([]);
	} finally {
		for (const one of started) await one.close();
		await server.stop();
	}
});

it("gives a link on the embedded database once", async () => {
	const { context, database, close } = await openTestInventory();
	expect(linksOf([await firstAdministrator(context, database)])).toHaveLength(1);
	expect(await firstAdministrator(context, database)).toBeUndefined();
	await close();
});
