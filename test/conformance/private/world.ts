import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod/mini";
import { runCommand } from "../../../inventory/admin/commands.ts";
import { openTestInventory, type TestInventory } from "../../../inventory/testing/inventory.ts";
import { personIn } from "../../../inventory/testing/person.ts";
import type { Kind } from "../../../shared/model/kinds.ts";
import { type PostgresServer, startPostgres } from "../../support/postgres.ts";
import { startService, type TestService } from "../../support/service.ts";
import { openPersonalSite, readOnSchedule } from "./imported.ts";
import { createPlants, type Plants } from "./plant.ts";
import { openStore } from "./store.ts";

export const region = "flevoland";

/** A real service on a real PostgreSQL, in which contacts were planted in every way there is. */
export interface World {
	server: PostgresServer;
	databaseUrl: string;
	service: TestService;
	/** A second process on the same database would be like this: here it gives the routes, and carries out commands. */
	beside: TestInventory;
	plants: Plants;
	/** What the service said since it was ready, on both streams. */
	said(): string;
	/** Answers to whoever planted that say no: what they hold is looked through as well. */
	refusals: { what: string; text: string }[];
	ids: string[];
	/** One that a public contact was put in. */
	openId: string;
	editor: string;
	clipper: string;
	/** In the database of each other region there is one editor too: a token, and sessions of people as browsers hold them. */
	elsewhere: string;
	sessions: { clipper: string; elsewhere: string };
	/** Where the service publishes to beside its own folder: what an object store keeps, as files. */
	store: string;
	call(
		path: string,
		options?: { method?: string; token?: string | undefined; cookie?: string | undefined; body?: unknown },
	): Promise<Response>;
	command(...words: string[]): Promise<string>;
	close(): Promise<void>;
}

const data: Record<Kind, Record<string, unknown>> = {
	initiative: { title: "Techniekclub Voorbeeld", actionLines: ["choose"], planning: { start: "2026-01-01" } },
	event: { title: "Open avond Voorbeeld", start: "2031-05-01T19:00:00+02:00", location: { place: "Almere" } },
	opportunity: { title: "Stage bij Voorbeeld", type: "internship", validThrough: "2031-05-01" },
	organization: { title: "Vakschool Voorbeeld", kind: "education" },
	indicator: { title: "Aantal leerlingen Voorbeeld", unit: "leerlingen", source: { name: "DUO" } },
};

const Found = z.object({ items: z.array(z.object({ id: z.string(), title: z.string(), revision: z.int() })) });
const Begun = z.object({ id: z.string() });
const Revised = z.object({ revision: z.int() });

/** Opens it: takes a few seconds. */
export async function openWorld(): Promise<World> {
	const server = await startPostgres();
	const databaseUrl = server.url;
	const folder = await mkdtemp(join(tmpdir(), "regiotechniek-private-"));
	const beside = await openTestInventory({ databaseUrl });
	const plants = createPlants();
	const site = await openPersonalSite(plants);
	const store = await openStore(folder);
	const service = await startService({
		databaseUrl,
		sample: false,
		importAllow: new URL(site.url("/")).host,
		env: { LOG_LEVEL: "info", ...store.env },
	});
	let said = "";
	service.process.stdout?.on("data", (chunk: Buffer) => (said += chunk));
	service.process.stderr?.on("data", (chunk: Buffer) => (said += chunk));
	const command = (...words: string[]) => runCommand(beside.administration, words, folder);
	const call: World["call"] = (path, { method = "GET", token, cookie, body } = {}) =>
		fetch(service.url + path, {
			method,
			redirect: "manual",
			headers: {
				...(token && { Authorization: `Bearer ${token}` }),
				...(cookie && { Cookie: cookie, "Sec-Fetch-Site": "same-origin" }),
				...(body !== undefined && { "Content-Type": "application/json" }),
			},
			...(body !== undefined && { body: JSON.stringify(body) }),
		});

	const refusals: World["refusals"] = [];
	const [editor, clipper] = [await beside.token("editor"), await beside.token("clipper")];

	await command("region", "add", "--id", "gelderland", "--name", "Gelderland");
	const elsewhere = await beside.token("editor", "gelderland");
	const entered = async (role: "clipper" | "editor", place: string) =>
		(await personIn(beside, { name: role, grants: [{ region: place, role }] })).cookie;
	const sessions = { clipper: await entered("clipper", region), elsewhere: await entered("editor", "gelderland") };

	const put = async (what: string, path: string, token: string, body: unknown, method = "PUT") => {
		const answer = await call(path, { method, token, body });
		const text = await answer.text();
		if (!answer.ok) throw new Error(`${what}: ${answer.status} ${text}`);
		return text;
	};
	const refused = async (what: string, path: string, token: string, body: unknown, method = "PUT") => {
		const answer = await call(path, { method, token, body });
		const text = await answer.text();
		if (answer.ok || answer.status >= 500) throw new Error(`${what} should be refused, not ${answer.status}: ${text}`);
		refusals.push({ what, text });
	};
	const clipOf = (kind: Kind, id: string, contacts: unknown) => ({
		kind,
		region,
		record: { ...data[kind], contacts },
		note: `Bel ${plants.marker(`note of a ${kind}`)}`,
		source: {
			url: `https://bron.example/${id}`,
			capturedAt: "2026-11-21T11:00:00+01:00",
			evidence: {
				"contacts.0.email": {
					from: "text",
					confidence: 0.9,
					quote: { exact: `mail ${plants.marker(`evidence of a ${kind}`)}@persoon.example` },
				},
			},
		},
	});
	const revise = async (kind: Kind, id: string, contacts: unknown, extra: Record<string, unknown> = {}) => {
		const { revision } = Revised.parse(await (await call(`/api/v1/records/${id}`, { token: editor })).json());
		await put(`edit of a ${kind}`, `/api/v1/records/${id}`, editor, {
			record: { ...data[kind], ...extra, contacts },
			baseRevision: revision,
		});
	};
	const publish = (id: string) => put("publish", `/api/v1/records/${id}/publish`, editor, {}, "POST");
	const ids: string[] = [];

	// Clipped, corrected twice and published; a third time corrected and not published.
	for (const kind of ["initiative", "event", "opportunity"] as const) {
		const id = uuidv7();
		ids.push(id);
		await put(
			`clip of a ${kind}`,
			`/api/v1/clips/${id}`,
			clipper,
			clipOf(kind, id, [plants.contact(`${kind}, clipped`)]),
		);
		await revise(
			kind,
			id,
			[plants.contact(`${kind}, edited, later removed`), plants.contact(`${kind}, second of two`)],
			{ summary: "Eerst" },
		);
		await publish(id);
		await revise(kind, id, [plants.contact(`${kind}, published`)], { summary: "Zo is het" });
		await publish(id);
		await revise(kind, id, [plants.contact(`${kind}, not yet published`)], { summary: "Straks" });
		// Refused: by another clip under the same id, by a wrong field beside, by a wrong contact.
		await refused(
			`conflict on a ${kind}`,
			`/api/v1/clips/${id}`,
			clipper,
			clipOf(kind, id, [plants.contact(`${kind}, conflict`)]),
		);
		const wrong = {
			...plants.contact(`${kind}, wrong address`),
			email: `${plants.marker(`${kind}, no address`)} at persoon`,
		};
		await refused(`wrong contact of a ${kind}`, `/api/v1/clips/${uuidv7()}`, clipper, clipOf(kind, uuidv7(), [wrong]));
		await refused(`conflicting edit of a ${kind}`, `/api/v1/records/${id}`, clipper, {
			record: { ...data[kind], contacts: [wrong] },
			baseRevision: 1,
		});
	}

	// Imported, by hand: every kind.
	for (const kind of ["initiative", "event", "opportunity", "organization", "indicator"] as const) {
		const item = {
			...data[kind],
			title: `${String(data[kind].title)} uit een bestand`,
			contacts: [plants.contact(`${kind}, imported`)],
		};
		const skipped = { ...item, id: "scheef", title: "", contacts: [plants.contact(`${kind}, skipped by an import`)] };
		await writeFile(join(folder, `${kind}.json`), JSON.stringify([{ id: kind, ...item }, skipped]));
		refusals.push({
			what: `report of an import of a ${kind}`,
			text: await command("import", `${kind}.json`, "--region", region, "--as", kind),
		});
	}
	const calendar = [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//test//NL",
		"BEGIN:VEVENT",
		"UID:agenda@school.example",
		"DTSTAMP:20261101T100000Z",
		"DTSTART:20310105T183000Z",
		"SUMMARY:Avond uit een agenda",
		`ORGANIZER:mailto:${plants.marker("organizer of a calendar")}@persoon.example`,
		`ATTENDEE;CN=${plants.marker("attendee's name")}:mailto:${plants.marker("attendee")}@persoon.example`,
		`CONTACT:${plants.marker("contact of a calendar")}\\, +31 6 12 34 56 78`,
		"END:VEVENT",
		"END:VCALENDAR",
	];
	await writeFile(join(folder, "agenda.ics"), calendar.join("\r\n"));
	await command("import", "agenda.ics", "--region", region, "--as", "event");
	const listed = async (title: RegExp) => {
		const answer = await call(`/api/v1/records?region=${region}&limit=100`, { token: editor });
		return Found.parse(await answer.json()).items.filter((item) => title.test(item.title));
	};
	const imported = (await listed(/uit een (?:bestand|agenda)$/)).map(({ id }) => id);
	if (imported.length !== 6) throw new Error(`Not everything was imported: ${JSON.stringify(imported)}`);
	for (const id of imported) await publish(id);
	ids.push(...imported);

	refusals.push(...(await readOnSchedule({ beside, editor, call }, site, region)));
	const scheduled = await listed(/(?:op een schema|op een pagina|uit een tabel)$/);
	if (scheduled.length !== 6) throw new Error(`Not everything was read on schedule: ${JSON.stringify(scheduled)}`);
	// In bulk, taken back and done again: what an editor is told of it holds no contacts either.
	const records = scheduled.map(({ id, revision }) => ({ id, revision }));
	for (const again of [true, false]) {
		const text = await put("bulk", "/api/v1/bulk", editor, { do: { action: "publish" }, records }, "POST");
		refusals.push({ what: "bulk action", text });
		const undo = `/api/v1/bulk/${Begun.parse(JSON.parse(text)).id}/undo`;
		if (again) refusals.push({ what: "bulk action taken back", text: await put("undo", undo, editor, {}, "POST") });
	}
	ids.push(...scheduled.map(({ id }) => id));

	// Merged: contacts of both sides, published before and after.
	const [going, staying] = [uuidv7(), uuidv7()];
	for (const [id, side] of [
		[going, "merged"],
		[staying, "merged into"],
	] as const) {
		await put(`clip, ${side}`, `/api/v1/clips/${id}`, clipper, clipOf("event", id, [plants.contact(`event, ${side}`)]));
		await publish(id);
	}
	await put("merge", `/api/v1/records/${going}/merge`, editor, { into: staying }, "POST");
	await publish(staying);
	ids.push(going, staying);

	// Archived, and one that may be seen: its private contact stands beside the public one.
	const archived = uuidv7();
	await put(
		"clip, archived",
		`/api/v1/clips/${archived}`,
		clipper,
		clipOf("initiative", archived, [plants.contact("initiative, archived")]),
	);
	await publish(archived);
	await put("archive", `/api/v1/records/${archived}/archive`, editor, {}, "POST");
	const openId = uuidv7();
	const both = [plants.contact("event, beside a public one"), plants.contact("public", true)];
	await put("clip, open", `/api/v1/clips/${openId}`, clipper, clipOf("event", openId, both));
	await publish(openId);
	ids.push(archived, openId);

	await put("widget", "/api/v1/widgets/agenda", editor, { kind: "events", attributes: { region } });
	return {
		server,
		databaseUrl,
		service,
		beside,
		plants,
		said: () => said,
		refusals,
		ids,
		openId,
		editor,
		clipper,
		elsewhere,
		sessions,
		store: store.folder,
		call,
		command,
		async close() {
			await beside.close();
			await service.stop();
			site.close();
			await store.close();
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
