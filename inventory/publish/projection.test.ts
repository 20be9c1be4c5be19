import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { records } from "../db/schema.ts";
import { derivedColumns, writeRevision } from "../records/stored.ts";
import { clipOf, openTestInventory, publicUrl, type TestInventory } from "../testing/inventory.ts";
import { createProjection, type Projection } from "./projection.ts";

let inventory: TestInventory;
let editor: string;
let going: Projection;
const reader = () => createProjection(inventory.context.db, "flevoland", publicUrl, () => {});

beforeAll(async () => {
	inventory = await openTestInventory();
	editor = await inventory.token("editor");
	going = reader();
	await going.read();
}, 60_000);
afterAll(() => inventory?.close());

async function call(method: string, path: string, body: unknown = {}): Promise<void> {
	const answer = await inventory.call(`/api/v1/${path}`, { method, token: editor, body });
	expect([path, answer.status]).toEqual([path, answer.ok ? answer.status : 200]);
}

async function publish(kind: string, record: Record<string, unknown>): Promise<string> {
	const clip = clipOf();
	await call("PUT", `clips/${clip.id}`, { ...clip.body, kind, record });
	await call("POST", `records/${clip.id}/publish`);
	return clip.id;
}

/** Organisations are not clipped: they come with an import. */
async function store(data: { title: string; kind: string }): Promise<string> {
	const { db, now } = inventory.context;
	const id = uuidv7();
	const at = now();
	const kind = "organization" as const;
	const common = { id, kind, region: "flevoland", state: "published" as const, revision: 1, publishedRevision: 1 };
	const derived = derivedColumns(kind, data);
	await db.insert(records).values({ ...common, ...derived, data, clippedBy: "test", createdAt: at, updatedAt: at });
	await writeRevision(db, { recordId: id, revision: 1, data, via: "import", by: "test", at });
	return id;
}

async function revise(id: string, record: Record<string, unknown>, baseRevision: number): Promise<void> {
	await call("PUT", `records/${id}`, { record, baseRevision });
	await call("POST", `records/${id}/publish`);
}

/** Whoever goes on from the reading before has what one who reads everything has; gives what was said to have changed. */
async function expectSame(): Promise<ReadonlySet<string> | undefined> {
	const { items, changed } = await going.read();
	expect(items).toEqual((await reader().read()).items);
	return changed;
}

it("reads what changed and what mentions it, and has what reading everything gives", async () => {
	const event = { title: "Open avond", start: "2026-12-01T19:00:00+01:00", organizer: { name: "Vakschool Voorbeeld" } };
	const first = await publish("event", event);
	const other = await publish("event", { title: "Een ander", start: "2026-11-30T19:00:00+01:00" });
	await expectSame();
	const school = { title: "Vakschool Voorbeeld", kind: "education" };
	const organization = await store(school);
	// The event gets the organisation's own key.
	expect(await expectSame()).toEqual(new Set([organization, first]));
	await revise(organization, { ...school, slug: "de-vakschool" }, 1);
	expect(await expectSame()).toEqual(new Set([organization, first]));
	await revise(organization, { ...school, slug: "de-vakschool", summary: "Niets dat een ander toont." }, 2);
	expect(await expectSame()).toEqual(new Set([organization]));

	const initiative = await publish("initiative", { title: "Techniekclub", actionLines: ["choose"] });
	await revise(other, { title: "Een ander", start: "2026-12-30T19:00:00+01:00", initiative: { id: initiative } }, 1);
	expect(await expectSame()).toEqual(new Set([initiative, other]));
	await revise(initiative, { title: "Techniekclub Noord", actionLines: ["choose"] }, 1);
	expect(await expectSame()).toEqual(new Set([initiative, other]));
	await call("POST", `records/${initiative}/archive`);
	expect(await expectSame()).toEqual(new Set([initiative, other]));
	expect(await expectSame()).toEqual(new Set());
});

it("reads everything anew when what is merged may lead elsewhere", async () => {
	const [into, from] = [
		await publish("initiative", { title: "Robotica A", actionLines: ["choose"] }),
		await publish("initiative", { title: "Robotica B", actionLines: ["choose"] }),
	];
	await expectSame();
	await call("POST", `records/${from}/merge`, { into, fields: {} });
	expect(await expectSame()).toBeUndefined();
});
