import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { issue } from "../access/tokens.ts";
import { onBothEngines, type TestInventory } from "../testing/inventory.ts";
import { openPartnerSite } from "../testing/partner-site.ts";

let site: Awaited<ReturnType<typeof openPartnerSite>>;
const settings = async () => {
	site = await openPartnerSite();
	return { importAllow: site.allowed };
};

onBothEngines(
	"sources over the API",
	(opened) => {
		let inventory: TestInventory;
		let editor: string;
		beforeAll(async () => {
			inventory = opened();
			editor = await inventory.token("editor");
		}, 120_000);
		afterAll(async () => {
			site.close();
		});

		const csv = "Naam;Dag;Plaats;Mail\nOpen huis;05-01-2027;Almere;iemand@school.example\nZonder dag;;;\n";
		const input = (changes: Record<string, unknown> = {}) => ({
			region: "flevoland",
			kind: "event",
			name: "Agenda van de school",
			address: site.url("/agenda.csv"),
			...changes,
		});
		const Source = z.object({
			id: z.string(),
			lastRun: z.nullable(z.object({ state: z.string(), counts: z.record(z.string(), z.number()) })),
			runs: z.optional(
				z.array(z.object({ state: z.string(), report: z.array(z.object({ nl: z.string(), en: z.string() })) })),
			),
		});

		async function call(method: string, path: string, body?: unknown, token = editor) {
			const response = await inventory.call(`/api/v1/imports${path}`, {
				method,
				token,
				...(body !== undefined && { body }),
			});
			const text = await response.text();
			return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
		}

		async function finished(id: string) {
			for (let tries = 0; tries < 600; tries++) {
				const source = Source.parse((await call("GET", `/${id}`)).body);
				if (source.lastRun && source.lastRun.state !== "running") return source;
				await new Promise((resolve) => setTimeout(resolve, 25));
			}
			throw new Error("the run did not end");
		}

		describe("sources of imports", () => {
			it("are tried, kept, run, changed and removed", async () => {
				site.pages.set("/agenda.csv", { body: csv });
				const trial = await call("POST", "/trial", input());
				expect(trial).toMatchObject({
					status: 200,
					body: {
						format: "csv",
						found: 0,
						table: {
							columns: ["Naam", "Dag", "Plaats", "Mail"],
							rows: [
								["Open huis", "05-01-2027", "Almere", "iemand@school.example"],
								["Zonder dag", "", "", ""],
							],
						},
					},
				});
				const mapping = { columns: { Naam: "title", Dag: "startDate", Plaats: "location.place" } };
				expect((await call("POST", "/trial", input({ mapping }))).body).toMatchObject({
					found: 1,
					items: [{ title: "Open huis", start: "2027-01-05T00:00:00+01:00", place: "Almere" }],
					skipped: [{ nl: /start/, en: /start/ }].map(() => ({
						key: "Zonder dag",
						nl: expect.stringContaining("Begin (datum en tijd) ontbreekt"),
						en: expect.stringContaining("Start (date and time) is missing"),
					})),
				});

				const added = await call("POST", "", input({ mapping, schedule: "0 6 * * 1" }));
				expect(added).toMatchObject({ status: 201, body: { nextRunAt: "2026-11-23T05:00:00.000Z", lastRun: null } });
				const { id } = Source.parse(added.body);
				expect((await call("POST", "", input())).status).toBe(409);
				expect(await call("POST", `/${id}/run`)).toMatchObject({ status: 202, body: { state: "running" } });
				const done = await finished(id);
				expect(done.lastRun).toMatchObject({ state: "done", counts: { added: 1, skipped: 1 } });
				expect(done.runs?.[0]?.report).toHaveLength(1);

				expect((await call("GET", "?region=flevoland")).body).toMatchObject({
					items: [{ id, items: 1, mapping, region: "flevoland" }],
				});
				expect(
					(await call("PUT", `/${id}`, { name: "Andere naam", schedule: null, paused: true, mapping })).status,
				).toBe(200);
				expect((await call("GET", `/${id}`)).body).toMatchObject({
					name: "Andere naam",
					nextRunAt: null,
					paused: true,
				});
				expect((await call("POST", `/${id}/cancel`)).status).toBe(204);
				expect((await call("DELETE", `/${id}`)).status).toBe(204);
				expect((await call("GET", `/${id}`)).status).toBe(404);
				expect((await (await inventory.call("/api/v1/records?q=Open huis", { token: editor })).json()).total).toBe(1);
			});

			it("can be a file that somebody brings, as spreadsheets save it", async () => {
				const file = {
					name: "lijst.csv",
					base64: Buffer.from("title;start\nCaféavond;5-1-2027 19.30 uur\n", "latin1").toString("base64"),
				};
				const address = "upload:lijst.csv";
				expect((await call("POST", "/trial", { ...input({ address }), file })).body).toMatchObject({
					items: [{ title: "Caféavond", start: "2027-01-05T19:30:00+01:00" }],
				});
				const { id } = Source.parse((await call("POST", "", input({ address }))).body);
				expect(await call("POST", `/${id}/run`)).toMatchObject({
					status: 422,
					body: { title: expect.stringMatching(/bestand/) },
				});
				expect((await call("POST", `/${id}/run`, { file })).status).toBe(202);
				expect((await finished(id)).lastRun).toMatchObject({ state: "done", counts: { added: 1 } });
			});

			it.each([
				[{ address: "http://169.254.169.254/latest" }, /geen openbaar adres/],
				[{ address: "http://[::ffff:10.0.0.1]/" }, /geen openbaar adres/],
				[{ address: "file:///etc/passwd" }, /https/],
				[{ address: "https://naam:geheim@x.example/" }, /wachtwoord/],
				[{ schedule: "* * * * *" }, /./],
				[{ schedule: "elke dag" }, /./],
				[{ kind: "person" }, /./],
				[{ name: "" }, /./],
			])("refuse %j with a sentence and keep nothing", async (changes, sentence) => {
				const { status, body } = await call(
					"POST",
					"",
					input({ name: "Fout", address: "https://school.example/fout", ...changes }),
				);
				expect(status).toBe(422);
				expect(body.title).toMatch(sentence);
				expect(
					(await call("GET", "")).body.items.filter(({ name }: { name: string }) => name !== "Agenda van de school"),
				).toEqual([]);
			});

			it("say in a trial why a source cannot be read, in the language of who asks", async () => {
				const ask = async (address: string, headers = {}) => {
					const body = input({ address });
					const answer = await inventory.call("/api/v1/imports/trial", {
						method: "POST",
						token: editor,
						body,
						headers,
					});
					return [answer.status, (await answer.json()).title];
				};
				expect(await ask(site.url("/nergens"))).toEqual([422, expect.stringMatching(/antwoordt met 404/)]);
				expect(await ask(site.url("/nergens"), { "Accept-Language": "en" })).toEqual([
					422,
					expect.stringMatching(/answers with 404/),
				]);
				expect(await ask("http://localhost/")).toEqual([422, expect.stringMatching(/geen openbaar adres|niet te/)]);
			});

			it("are read when their time has come, by whoever does the work", async () => {
				site.pages.set("/due.csv", { body: "title,start\nOp tijd,2027-01-05 19:30\n" });
				const due = input({ address: site.url("/due.csv"), schedule: "0 6 * * *" });
				const { id } = Source.parse((await call("POST", "", due)).body);
				inventory.clock.now = new Date("2026-11-22T05:01:00Z");
				await inventory.importer.work();
				await inventory.context.jobs.send("import-due", {});
				expect((await finished(id)).lastRun).toMatchObject({ state: "done", counts: { added: 1 } });
				expect((await call("GET", `/${id}`)).body).toMatchObject({ nextRunAt: "2026-11-23T05:00:00.000Z" });
			}, 60_000);

			it("are for editors of their region", async () => {
				const { id } = Source.parse((await call("POST", "", input({ address: "https://school.example/x.ics" }))).body);
				const elsewhere = await issue(inventory.database.db, inventory.clock.now, {
					purpose: "api",
					name: "elders",
					role: "editor",
					grants: [{ region: "oost", role: "editor" }],
				});
				for (const [method, path] of [
					["GET", ""],
					["PUT", ""],
					["DELETE", ""],
					["POST", "/run"],
					["POST", "/cancel"],
				] as const) {
					const body = method === "PUT" ? { name: "x" } : undefined;
					expect((await call(method, `/${id}${path}`, body, elsewhere)).status).toBe(404);
					expect((await call(method, `/${id}${path}`, body, await inventory.token("clipper"))).status).toBe(403);
					expect((await inventory.call(`/api/v1/imports/${id}${path}`, { method })).status).toBe(401);
				}
				expect((await call("GET", "", undefined, elsewhere)).body).toEqual({ items: [] });
				expect((await call("POST", "", input({ address: "https://school.example/y" }), elsewhere)).status).toBe(403);
				expect((await call("POST", "/trial", input(), elsewhere)).status).toBe(403);
			});
		});
	},
	settings,
);
