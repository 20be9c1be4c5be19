import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { desc } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { Problem } from "../../shared/model/problem.ts";
import { ManagedWidget, StaffWidget } from "../../shared/model/widget.ts";
import { runCommand } from "../admin/commands.ts";
import { audit } from "../db/schema.ts";
import { onBothEngines, openTestInventory } from "../testing/inventory.ts";

const agenda = { kind: "events", attributes: { region: "flevoland", stage: "mbo", limit: "10", "deep-link": "" } };

onBothEngines("managed widgets", (inventory) => {
	const staff = async (
		path: string,
		options: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
	) => inventory().call(`/api/v1/widgets${path}`, { ...options, token: await inventory().token("editor") });
	const save = (name: string, body: unknown, headers: Record<string, string> = {}) =>
		staff(`/${name}`, { method: "PUT", body, headers });
	const open = (name: string, headers: Record<string, string> = {}) =>
		inventory().call(`/embed/widgets/${name}.json`, { headers });

	it("are saved under a name, listed, and public at once without who saved them", async () => {
		const saved = await save("agenda-mbo", agenda);
		expect(saved.status).toBe(201);
		const widget = StaffWidget.parse(await saved.json());
		expect(widget).toEqual({
			name: "agenda-mbo",
			...agenda,
			updatedAt: inventory().clock.now.toISOString(),
			updatedBy: "test-editor",
		});
		expect(await (await staff("")).json()).toEqual({ items: [widget] });
		expect(await (await staff("/agenda-mbo")).json()).toEqual(widget);

		const published = await open("agenda-mbo");
		expect(published.status).toBe(200);
		const { updatedBy: _, ...shown } = widget;
		expect(ManagedWidget.parse(await published.json())).toEqual({ format: "techniek-widget/1", ...shown });
		expect(published.headers.get("access-control-allow-origin")).toBe("*");
		expect(published.headers.get("cache-control")).toMatch(/^public, max-age=60\b/);
		const tag = published.headers.get("etag") ?? "";
		expect((await open("agenda-mbo", { "If-None-Match": tag })).status).toBe(304);
	});

	it("leave a line in the audit for each change, and none for saving the same again", async () => {
		await save("geteld", agenda);
		await save("geteld", agenda);
		await save("geteld", { ...agenda, attributes: { region: "flevoland" } });
		await staff("/geteld", { method: "DELETE" });
		const rows = await inventory().context.db.select().from(audit).orderBy(desc(audit.id)).limit(3);
		expect(rows.map((row) => [row.action, row.by, row.detail])).toEqual([
			["remove-widget", "test-editor", { name: "geteld", kind: "events" }],
			["save-widget", "test-editor", { name: "geteld", kind: "events" }],
			["save-widget", "test-editor", { name: "geteld", kind: "events" }],
		]);
	});

	it("change on the partner's page when they are saved again, and are gone when they are removed", async () => {
		expect((await save("kort", agenda)).status).toBe(201);
		expect((await save("kort", { ...agenda, attributes: { region: "flevoland", limit: "3" } })).status).toBe(200);
		expect(ManagedWidget.parse(await (await open("kort")).json()).attributes).toEqual({
			region: "flevoland",
			limit: "3",
		});
		expect((await staff("/kort", { method: "DELETE" })).status).toBe(204);
		const gone = await open("kort");
		expect([gone.status, gone.headers.get("content-type")]).toEqual([404, "application/problem+json; charset=utf-8"]);
		expect(gone.headers.get("access-control-allow-origin")).toBe("*");
		expect(Problem.parse(await gone.json()).title).toMatch(/geen widget met deze naam/);
		expect((await staff("/kort")).status).toBe(404);
		expect((await staff("/kort", { method: "DELETE" })).status).toBe(404);
		expect((await readdir(join(inventory().dataDir, "public/embed/widgets"))).filter((it) => /^kort/.test(it))).toEqual(
			[],
		);
	});

	it("are guarded by If-Match and If-None-Match for who asks", async () => {
		const first = await save("bewaakt", agenda, { "If-None-Match": "*" });
		expect(first.status).toBe(201);
		expect((await save("bewaakt", agenda, { "If-None-Match": "*" })).status).toBe(412);
		const tag = first.headers.get("etag") ?? "";
		expect((await staff("/bewaakt")).headers.get("etag")).toBe(tag);
		const changed = await save("bewaakt", { ...agenda, attributes: { region: "flevoland" } }, { "If-Match": tag });
		expect(changed.status).toBe(200);
		expect((await save("bewaakt", agenda, { "If-Match": tag })).status).toBe(412);
		expect((await staff("/bewaakt", { method: "DELETE", headers: { "If-Match": tag } })).status).toBe(412);
		expect((await save("nog-niet", agenda, { "If-Match": "*" })).status).toBe(412);
	});

	it("are made by one of many who make the same name at once", async () => {
		const answers = await Promise.all(
			Array.from({ length: 6 }, (_, index) =>
				save(
					"tegelijk",
					{ kind: "events", attributes: { region: "flevoland", limit: String(index + 1) } },
					{ "If-None-Match": "*" },
				),
			),
		);
		expect(answers.map((answer) => answer.status).sort()).toEqual([201, 412, 412, 412, 412, 412]);
		const made = answers.find((answer) => answer.status === 201);
		const { attributes } = StaffWidget.parse(await made?.json());
		expect(ManagedWidget.parse(await (await open("tegelijk")).json()).attributes).toEqual(attributes);
	});

	it.each([
		["Agenda MBO", agenda, ["name"]],
		["a", { kind: "dashboards", attributes: {} }, ["kind"]],
		["a", { kind: "events" }, ["attributes"]],
		["a", { kind: "events", attributes: {} }, ["attributes.region"]],
		["a", { kind: "events", attributes: { region: "atlantis" } }, ["attributes.region"]],
		[
			"a",
			{ kind: "events", attributes: { region: "flevoland", colour: "red", limit: "0" } },
			["attributes.colour", "attributes.limit"],
		],
		[
			"a",
			{ kind: "events", attributes: { region: "flevoland", place: "Atlantis", stage: "x" } },
			["attributes.place", "attributes.stage"],
		],
		["a", { kind: "opportunities", attributes: { region: "flevoland", view: "month" } }, ["attributes.view"]],
		["a", { kind: "events", attributes: { src: "ftp://x.example/feed" } }, ["attributes.src"]],
	])("are refused as %s %j with a sentence for each wrong field, in both languages", async (name, body, fields) => {
		const seen: string[] = [];
		for (const language of ["nl", "en"]) {
			const refused = await save(encodeURIComponent(name), body, { "Accept-Language": language });
			expect(refused.status).toBe(422);
			const { errors = [] } = Problem.parse(await refused.json());
			expect(errors.map((error) => error.field).sort()).toEqual(fields);
			seen.push(errors.map((error) => error.message).join(" "));
		}
		expect(seen[0]).not.toBe(seen[1]);
		expect((await staff("/a")).status).toBe(404);
	});

	it("take a feed of somebody else's in place of a region", async () => {
		const body = { kind: "events", attributes: { src: "https://school.example/agenda.json" } };
		expect((await save("eigen-feed", body)).status).toBe(201);
	});

	it("are refused when the body is too large or no JSON", async () => {
		expect((await save("a", { kind: "events", attributes: { q: "x".repeat(70_000) } })).status).toBe(413);
		expect((await save("a", "{")).status).toBe(400);
	});
});

describe("the public files of managed widgets", () => {
	it("come back from a backup, and what was saved later goes", async () => {
		const inventory = await openTestInventory();
		const folder = await mkdtemp(join(tmpdir(), "regiotechniek-widgets-"));
		try {
			const token = await inventory.token("editor");
			const call = (name: string, method: string, body?: unknown) =>
				inventory.call(`/api/v1/widgets/${name}`, { method, token, body });
			const run = (...args: string[]) => runCommand(inventory.administration, args, folder);
			await call("bewaard", "PUT", agenda);
			const before = await (await inventory.call("/embed/widgets/bewaard.json")).text();
			await run("backup", "kopie.jsonl.gz");
			await call("bewaard", "DELETE");
			await call("later", "PUT", agenda);
			await run("restore", "kopie.jsonl.gz");
			expect(await (await inventory.call("/embed/widgets/bewaard.json")).text()).toBe(before);
			expect((await call("bewaard", "GET")).status).toBe(200);
			expect((await inventory.call("/embed/widgets/later.json")).status).toBe(404);

			await run("publish", "--to", "site");
			expect(await readdir(join(folder, "site/embed/widgets"))).toContain("bewaard.json");
		} finally {
			await inventory.close();
			await rm(folder, { recursive: true, force: true });
		}
	}, 60_000);

	it("are served while the database is away, and only by a name that can be one", async () => {
		const inventory = await openTestInventory();
		const token = await inventory.token("editor");
		await inventory.call("/api/v1/widgets/blijft", { method: "PUT", token, body: agenda });
		await inventory.database.close();
		expect((await inventory.call("/embed/widgets/blijft.json")).status).toBe(200);
		for (const name of ["..%2f..%2fregions.json", "BLIJFT.json", "blijft", "blijft.json.br", ".json"])
			expect((await inventory.call(`/embed/widgets/${name}`)).status).toBe(404);
		expect(inventory.errors).toEqual([]);
		await inventory.close().catch(() => {}); // It was closed above.
		await rm(inventory.dataDir, { recursive: true, force: true });
	}, 60_000);
});
