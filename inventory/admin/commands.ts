import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod/mini";
import { isObservationTable } from "../../shared/insight/indicators/read-table.ts";
import type { Kind } from "../../shared/model/kinds.ts";
import { Region } from "../../shared/model/region.ts";
import { everywhere, operator } from "../access/permission.ts";
import { inviteStaff, renewLink, staffFor } from "../access/staff.ts";
import { issue } from "../access/tokens.ts";
import { type Role, regions, roles } from "../db/schema.ts";
import { decode } from "../import/decode.ts";
import { largestFeed } from "../import/fetch.ts";
import type { Importer } from "../import/importer.ts";
import { sourceOfCommand } from "../import/sources.ts";
import { importObservations } from "../insight/indicators/import-observations.ts";
import type { Publisher } from "../publish/publisher.ts";
import type { Context, Grant } from "../records/context.ts";
import { Refusal } from "../records/refusal.ts";
import { isRegion } from "../records/regions.ts";
import { backup, restoreBackup } from "./backup.ts";

/** The command was not understood or cannot be done; the message says what to do. */
export class CommandError extends Error {}

export interface Administration {
	context: Context;
	importer: Importer;
	publisher: Publisher;
	publicUrl: string;
	/** Writes the public files to another folder. */
	publishTo(folder: string): Promise<void>;
}

const usage = `Gebruik: npm run inventory -- <opdracht>
  token create --name NAAM --role clipper|editor|admin [--region REGIO,…]
  staff invite --name NAAM --role clipper|editor|admin [--region REGIO,…] [--email ADRES]
  staff link --name NAAM-OF-ADRES
  region add --id ID --name NAAM
  import BESTAND-OF-ADRES --region REGIO --as event|opportunity|initiative|indicator|organization
  publish [--to MAP]
  backup BESTAND
  restore BESTAND`;

const isRole = (text: string): text is Role => roles.some((role) => role === text);

const importable = [
	"event",
	"opportunity",
	"initiative",
	"indicator",
	"organization",
] as const satisfies readonly Kind[];

interface Words {
	positionals: string[];
	values: Record<string, string | undefined>;
}

function words(args: string[]): Words {
	try {
		const string = { type: "string" } as const;
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				name: string,
				role: string,
				region: string,
				as: string,
				to: string,
				id: string,
				email: string,
				cwd: string,
			},
		});
		return { positionals, values };
	} catch (error) {
		throw new CommandError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
	}
}

function needed(values: Words["values"], name: string, example: string): string {
	const value = values[name]?.trim();
	if (!value) throw new CommandError(`--${name} ontbreekt. Bijvoorbeeld: --${name} ${example}\n\n${usage}`);
	return value;
}

function roleIn(values: Words["values"]): Role {
	const role = needed(values, "role", "clipper");
	if (!isRole(role)) throw new CommandError(`De rol "${role}" kennen we niet. Kies uit: ${roles.join(", ")}.`);
	return role;
}

/** The role in the regions of `--region`, or in every region. */
async function grantsIn({ context }: Administration, values: Words["values"]): Promise<Grant[]> {
	const role = roleIn(values);
	const regions = values.region?.split(",").map((region) => region.trim());
	if (!regions) return everywhere(role);
	for (const region of regions) {
		if (!(await isRegion(context.db, region)))
			throw new CommandError(
				`De regio "${region}" bestaat niet. Voeg haar toe met: region add --id ${region} --name NAAM`,
			);
	}
	return [...new Set(regions)].map((region) => ({ region, role }));
}

/** A file's bytes and its address, or only the address of what is fetched. */
async function placeOf(source: string, cwd: string): Promise<{ address: string; content?: Buffer }> {
	if (/^https?:\/\//i.test(source)) return { address: source };
	const path = resolve(cwd, source);
	return { address: `file://${path}`, content: await readFile(path) };
}

/** A table of observations belongs to indicators that are there; see {@link importObservations}. */
async function importTable(context: Context, region: string, text: string): Promise<string> {
	const done = await importObservations(context, operator, { region, text, trial: false, language: "nl" });
	return [
		`${done.added} metingen toegevoegd, ${done.changed} gewijzigd, ${done.unchanged} ongewijzigd, ${done.bad.length} rijen overgeslagen.`,
		...done.bad.map(({ row, problems }) => `  rij ${row}: ${problems.map(({ nl }) => nl).join(" ")}`),
		...done.indicators
			.filter(({ toPublish }) => toPublish)
			.map(({ title }) => `  ${title}: publiceer deze indicator opnieuw om de cijfers te tonen.`),
	].join("\n");
}

async function importFrom(
	{ context, importer }: Administration,
	second: string,
	values: Words["values"],
	cwd: string,
): Promise<string> {
	const region = needed(values, "region", "flevoland");
	const as = needed(values, "as", "event");
	const kind = importable.find((one) => one === as);
	if (!kind) throw new CommandError(`--as ${as} kennen we niet. Kies uit: ${importable.join(", ")}.`);
	if (!(await isRegion(context.db, region)))
		throw new CommandError(
			`De regio "${region}" bestaat niet. Voeg haar toe met: region add --id ${region} --name NAAM`,
		);
	const { address, content } = await placeOf(second, cwd);
	const table = kind === "indicator" && content ? decode(content, undefined, largestFeed) : undefined;
	if (table !== undefined && isObservationTable(table)) return importTable(context, region, table);
	const run = await importer.run(
		operator,
		await sourceOfCommand(context, operator, { region, kind, address }),
		content,
	);
	if (run.problem) throw new CommandError(run.problem.nl);
	const { added, changed, unchanged, skipped } = run.counts;
	return [
		`${added} toegevoegd, ${changed} gewijzigd, ${unchanged} ongewijzigd, ${skipped} overgeslagen.`,
		...run.report.map(({ key, nl }) => `  ${key ? `${key}: ` : ""}${nl}`),
	].join("\n");
}

/**
 * Carries out one administrative command and gives what to print. `args` are the words after `npm run inventory --`; paths
 * are taken relative to `cwd`. Throws {@link CommandError} with a sentence and, where it helps, the usage.
 */
export async function runCommand(administration: Administration, args: string[], cwd: string): Promise<string> {
	const { context, publisher, publicUrl } = administration;
	const { positionals, values } = words(args);
	const [first = "", second = ""] = positionals;
	switch (`${first} ${["token", "staff", "region"].includes(first) ? second : ""}`.trim()) {
		case "token create":
			return issue(context.db, context.now(), {
				purpose: "api",
				name: needed(values, "name", "clipper-anna"),
				role: roleIn(values),
				grants: await grantsIn(administration, values),
			});
		case "staff invite": {
			const email = values.email?.trim();
			if (email !== undefined && !z.email().safeParse(email).success)
				throw new CommandError("--email is geen e-mailadres. Bijvoorbeeld: --email anna@regio.example");
			const name = needed(values, "name", "Anna");
			const invitation = { name, email, grants: await grantsIn(administration, values) };
			const { link } = await inviteStaff(context, operator, invitation).catch((error: unknown) => {
				throw error instanceof Refusal ? new CommandError(error.title.nl) : error;
			});
			return `${publicUrl}/workbench/#link=${link}`;
		}
		case "staff link": {
			const who = needed(values, "name", "Anna");
			const people = await staffFor(context, operator);
			const found = people.filter(({ name, email }) => name === who || email === who.toLowerCase());
			const [person] = found;
			if (!person)
				throw new CommandError(
					`Er is geen medewerker "${who}". ${people.length > 0 ? `Wel: ${people.map(({ name }) => name).join(", ")}.` : ""}`.trim(),
				);
			if (found.length > 1)
				throw new CommandError(
					`Er zijn er ${found.length} met de naam "${who}". Geef het e-mailadres, of maak de link in de werkplaats.`,
				);
			return `${publicUrl}/workbench/#link=${await renewLink(context, operator, person.id)}`;
		}
		case "region add": {
			const region = z.safeParse(Region, {
				id: needed(values, "id", "flevoland"),
				name: needed(values, "name", "Flevoland"),
			});
			if (!region.success)
				throw new CommandError(
					"--id mag alleen kleine letters, cijfers en streepjes hebben. Bijvoorbeeld: --id noord-veluwe",
				);
			await context.db
				.insert(regions)
				.values({ id: region.data.id, name: region.data.name, data: region.data })
				.onConflictDoNothing();
			await publisher.publishAll();
			return region.data.id;
		}
		case "import":
			if (!second) throw new CommandError(`Noem een bestand of adres.\n\n${usage}`);
			return importFrom(administration, second, values, cwd);
		case "publish":
			if (values.to) await administration.publishTo(resolve(cwd, values.to));
			else {
				await publisher.publishAll();
				await publisher.publishLong();
			}
			return "Gepubliceerd.";
		case "backup":
			if (!second) throw new CommandError(`Noem een bestand, zoals backup.jsonl.gz.\n\n${usage}`);
			await backup(context.db, resolve(cwd, second), context.now());
			return `Reservekopie staat in ${resolve(cwd, second)}.`;
		case "restore": {
			if (!second) throw new CommandError(`Noem een bestand, zoals backup.jsonl.gz.\n\n${usage}`);
			const restored = await restoreBackup(context.db, resolve(cwd, second));
			await publisher.publishAll();
			return `${restored} rijen teruggezet.`;
		}
		default:
			throw new CommandError(
				`${first ? `De opdracht "${positionals.join(" ")}" kennen we niet.` : "Welke opdracht?"}\n\n${usage}`,
			);
	}
}
