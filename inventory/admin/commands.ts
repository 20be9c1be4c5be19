import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod/mini";
import type { Kind } from "../../shared/model/kinds.ts";
import { Region } from "../../shared/model/region.ts";
import { everywhere } from "../access/permission.ts";
import { issue } from "../access/tokens.ts";
import { type Role, regions, roles } from "../db/schema.ts";
import { importItems } from "../import/import-items.ts";
import { readItems } from "../import/read-items.ts";
import type { Publisher } from "../publish/publisher.ts";
import type { Context } from "../records/context.ts";
import { isRegion } from "../records/regions.ts";
import { backup, restoreBackup } from "./backup.ts";

/** The command was not understood or cannot be done; the message says what to do. */
export class CommandError extends Error {}

export interface Administration {
	context: Context;
	publisher: Publisher;
	publicUrl: string;
	/** Writes the public files to another folder. */
	publishTo(folder: string): Promise<void>;
}

const usage = `Gebruik: npm run inventory -- <opdracht>
  token create --name NAAM --role clipper|editor|admin
  staff invite --name NAAM --role clipper|editor|admin
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
			options: { name: string, role: string, region: string, as: string, to: string, id: string, cwd: string },
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

async function content(source: string, cwd: string): Promise<{ text: string; from: string }> {
	if (!/^https?:\/\//i.test(source)) {
		const path = resolve(cwd, source);
		return { text: await readFile(path, "utf8"), from: `file://${path}` };
	}
	const response = await fetch(source, { signal: AbortSignal.timeout(30_000) });
	if (!response.ok) throw new CommandError(`${source} antwoordt met ${response.status}: controleer het adres.`);
	return { text: await response.text(), from: source };
}

const operator = { id: "command-line", name: "beheerder", role: "admin", grants: everywhere("admin") } as const;

async function importFrom(
	{ context }: Administration,
	source: string,
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
	const { text, from } = await content(source, cwd);
	const report = await importItems(context, operator, readItems(text), { region, kind, from });
	return [
		`${report.added} toegevoegd, ${report.changed} gewijzigd, ${report.unchanged} ongewijzigd, ${report.skipped.length} overgeslagen.`,
		...report.skipped.map((sentence) => `  ${sentence}`),
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
			});
		case "staff invite": {
			const link = await issue(context.db, context.now(), {
				purpose: "link",
				name: needed(values, "name", "Anna"),
				role: roleIn(values),
			});
			return `${publicUrl}/workbench/#link=${link}`;
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
			else await publisher.publishAll();
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
