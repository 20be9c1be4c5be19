import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { clipOf, openTestInventory, type TestInventory } from "../testing/inventory.ts";
import { CommandError, runCommand } from "./commands.ts";
import { askService, listenForCommands, socketPath } from "./socket.ts";

let inventory: TestInventory;
let folder: string;
beforeAll(async () => {
	inventory = await openTestInventory();
	folder = await mkdtemp(join(tmpdir(), "regiotechniek-commands-"));
}, 60_000);
afterAll(async () => {
	await inventory.close();
	await rm(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => runCommand(inventory.administration, args, folder);
const Found = z.object({
	total: z.int(),
	items: z.array(z.object({ id: z.string(), title: z.string(), state: z.string() })),
});

async function search(q: string) {
	const token = await inventory.token("editor");
	return Found.parse(await (await inventory.call(`/api/v1/records?q=${encodeURIComponent(q)}`, { token })).json());
}

describe("token create", () => {
	it("prints only the token, which then works", async () => {
		const token = await run("token", "create", "--name", "clipper-anna", "--role", "clipper");
		expect(token).toMatch(/^rt_[\w-]{43}$/);
		expect(await (await inventory.call("/api/v1/me", { token })).json()).toMatchObject({
			name: "clipper-anna",
			role: "clipper",
		});
	});

	it.each([
		[["token", "create", "--name", "x"], /--role ontbreekt/],
		[["token", "create", "--name", "x", "--role", "boss"], /Kies uit: clipper, editor, admin/],
		[["token", "create", "--colour", "blue"], /Gebruik:/],
		[["fly"], /kennen we niet/],
		[[], /Welke opdracht/],
		[["import"], /Noem een bestand of adres/],
		[["import", "x.json", "--region", "atlantis", "--as", "event"], /"atlantis" bestaat niet/],
	])("answers %j with a sentence", async (args, sentence) => {
		await expect(run(...args)).rejects.toThrow(CommandError);
		await expect(run(...args)).rejects.toThrow(sentence);
	});
});

describe("staff invite", () => {
	it("prints a link that signs in once", async () => {
		const link = await run("staff", "invite", "--name", "Anna", "--role", "editor");
		const secret = /\/workbench\/#link=(rl_[\w-]{43})$/.exec(link)?.[1];
		expect((await inventory.call("/api/v1/session", { method: "POST", body: { link: secret } })).status).toBe(200);
	});
});

describe("staff link", () => {
	const enter = (link: string) =>
		inventory.call("/api/v1/session", { method: "POST", body: { link: link.split("#link=")[1] } });

	it("gives who is locked out a new link, and the one before works no more", async () => {
		const invitation = await run("staff", "invite", "--name", "Bo", "--role", "editor", "--email", "bo@regio.example");
		const link = await run("staff", "link", "--name", "Bo");
		expect((await enter(invitation)).status).toBe(401);
		const answer = await enter(link);
		expect(await answer.json()).toMatchObject({ name: "Bo", role: "editor" });
		expect(await run("staff", "link", "--name", "BO@regio.example")).toMatch(/#link=rl_/);
	});

	it("says who there are when the name is none of them, and asks for the address when it is two", async () => {
		await expect(run("staff", "link", "--name", "Zo")).rejects.toThrow(/geen medewerker "Zo"\. Wel: .*Bo/);
		await run("staff", "invite", "--name", "Bo", "--role", "clipper");
		await expect(run("staff", "link", "--name", "Bo")).rejects.toThrow(/2 met de naam "Bo"/);
		await expect(run("staff", "link")).rejects.toThrow(/--name ontbreekt/);
	});
});

describe("import", () => {
	const calendar = [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//test//NL",
		"BEGIN:VEVENT",
		"UID:a@school.example",
		"DTSTAMP:20261101T100000Z",
		"DTSTART:20270105T183000Z",
		"DTEND:20270105T203000Z",
		"SUMMARY:Open avond uit de agenda",
		"LOCATION:Praktijkhal",
		"URL:https://school.example/open-avond",
		"STATUS:CANCELLED",
		"END:VEVENT",
		"BEGIN:VEVENT",
		"UID:b@school.example",
		"DTSTAMP:20261101T100000Z",
		"DTSTART:20270106T090000Z",
		"END:VEVENT",
		"END:VCALENDAR",
	].join("\r\n");

	it("brings a calendar in for review, skips what has no title with a sentence, and repeats without doubling", async () => {
		await writeFile(join(folder, "agenda.ics"), calendar);
		const first = await run("import", "agenda.ics", "--region", "flevoland", "--as", "event");
		expect(first).toMatch(
			/^1 toegevoegd, 0 gewijzigd, 0 ongewijzigd, 1 overgeslagen\.\n {2}b@school\.example: Dit item is niet overgenomen\. Titel ontbreekt\./,
		);
		expect(await run("import", "agenda.ics", "--region", "flevoland", "--as", "event")).toMatch(
			/^0 toegevoegd, 0 gewijzigd, 1 ongewijzigd/,
		);
		expect((await search("Open avond uit de agenda")).items.map((item) => item.state)).toEqual(["in-review"]);
	});

	it("reads CSV with dotted columns and our own feeds", async () => {
		await writeFile(
			join(folder, "acties.csv"),
			"title,goal,stages,planning.label\nGastlessen in de klas,Meer techniek,po;vmbo,Voorjaar 2027\n",
		);
		expect(await run("import", "acties.csv", "--region", "flevoland", "--as", "initiative")).toMatch(/^1 toegevoegd/);
		const feed = await (await inventory.call("/feeds/flevoland/initiatives.json")).text();
		await writeFile(join(folder, "feed.json"), feed);
		expect(await run("import", "feed.json", "--region", "flevoland", "--as", "initiative")).toMatch(
			/ 0 overgeslagen\.$/,
		);
	});

	it("never overwrites what a person corrected", async () => {
		const file = join(folder, "lijst.json");
		await writeFile(file, JSON.stringify([{ id: "x", title: "Techniekochtend zonder doel" }]));
		await run("import", "lijst.json", "--region", "flevoland", "--as", "initiative");
		const [item] = (await search("Techniekochtend zonder doel")).items;
		const token = await inventory.token("editor");
		const body = { record: { title: "Techniekochtend", goal: "Kiezen" }, baseRevision: 1 };
		await inventory.call(`/api/v1/records/${item?.id}`, { method: "PUT", token, body });
		await writeFile(file, JSON.stringify([{ id: "x", title: "Techniekochtend, gewijzigd" }]));
		expect(await run("import", "lijst.json", "--region", "flevoland", "--as", "initiative")).toMatch(
			/door een medewerker verbeterd/,
		);
	});

	it.each(["<html>", "", "{", "[1, 2]"])("refuses %j with a sentence", async (content) => {
		await writeFile(join(folder, "fout.txt"), content);
		await expect(run("import", "fout.txt", "--region", "flevoland", "--as", "event")).rejects.toThrow(
			/niet te lezen|geen feed/,
		);
	});
});

describe("backup and restore", () => {
	it("bring everything back as it was", async () => {
		const clip = clipOf({ contacts: [{ name: "Iemand", email: "iemand@school.example" }] });
		const token = await run("token", "create", "--name", "t", "--role", "editor");
		await inventory.call(`/api/v1/clips/${clip.id}`, { method: "PUT", token, body: clip.body });
		await inventory.call(`/api/v1/records/${clip.id}/publish`, { method: "POST", token });
		const read = async () => (await inventory.call(`/api/v1/records/${clip.id}`, { token })).json();
		const before = await read();
		await run("backup", "kopie.jsonl.gz");
		await inventory.call(`/api/v1/records/${clip.id}/archive`, { method: "POST", token });
		const later = clipOf();
		await inventory.call(`/api/v1/clips/${later.id}`, { method: "PUT", token, body: later.body });
		expect(await run("restore", "kopie.jsonl.gz")).toMatch(/rijen teruggezet/);
		expect(await read()).toEqual(before);
		expect((await inventory.call(`/api/v1/records/${later.id}`, { token })).status).toBe(404);
		const after = clipOf();
		expect((await inventory.call(`/api/v1/clips/${after.id}`, { method: "PUT", token, body: after.body })).status).toBe(
			201,
		);
	});

	it("leave everything as it is when the file is not whole", async () => {
		await run("backup", "heel.jsonl.gz");
		const whole = await readFile(join(folder, "heel.jsonl.gz"));
		await writeFile(join(folder, "half.jsonl.gz"), whole.subarray(0, Math.floor(whole.length / 2)));
		const before = await (await inventory.call("/feeds/flevoland/initiatives.json")).text();
		await expect(run("restore", "half.jsonl.gz")).rejects.toThrow(/geen leesbare reservekopie|niet volledig/);
		await inventory.publisher.publish("flevoland");
		expect(await (await inventory.call("/feeds/flevoland/initiatives.json")).text()).toBe(before);
	});
});

describe("publish --to", () => {
	it("writes the same files elsewhere", async () => {
		await run("publish", "--to", "site");
		const here = await readFile(join(inventory.dataDir, "public/feeds/flevoland/initiatives.json"), "utf8");
		const there = await readFile(join(folder, "site/feeds/flevoland/initiatives.json"), "utf8");
		expect(JSON.parse(there).items).toEqual(JSON.parse(here).items);
	});
});

describe("the socket", () => {
	it("carries a command to the service and its answer or sentence back", async () => {
		const path = join(folder, "s.sock");
		const listening = await listenForCommands(path, (args, cwd) => runCommand(inventory.administration, args, cwd));
		expect(await askService(path, ["token", "create", "--name", "x", "--role", "admin"], folder)).toMatch(/^rt_/);
		await expect(askService(path, ["fly"], folder)).rejects.toThrow(/kennen we niet/);
		await listening.close();
	});

	it("stays short enough for a deep folder", () => {
		expect(socketPath("/srv/data")).toBe("/srv/data/inventory.sock");
		expect(Buffer.byteLength(socketPath(`/${"diep/".repeat(40)}`))).toBeLessThan(100);
	});
});
