import { resolve } from "node:path";
import * as z from "zod/mini";

/** What the environment may say, after checking. Names and defaults are public: see docs/operations.md. */
export interface Settings {
	port: number;
	host: string;
	/** Absolute path of the folder with the embedded database, the published files and the lock. */
	dataDir: string;
	/** PostgreSQL instead of the embedded database. */
	databaseUrl: string | undefined;
	/** Without a trailing slash; what all absolute links start with. */
	publicUrl: string;
	/** Load the sample regions on a first start. */
	samples: boolean;
	/** Pages reload when a build changes. */
	dev: boolean;
}

/** The environment is wrong in a way that the person who starts the service can put right. */
export class EnvironmentError extends Error {}

const Port = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(65535));
const postgresUrl = /^postgres(?:ql)?:\/\/\S+$/;

function refuse(name: string, value: string, wrong: string, example: string): never {
	throw new EnvironmentError(`${name}="${value}" ${wrong}. Bijvoorbeeld: ${name}=${example}`);
}

/** Reads and checks the environment. Throws {@link EnvironmentError} with a sentence naming the variable and an example. */
export function readEnvironment(env: Record<string, string | undefined>): Settings {
	const value = (name: string) => env[name]?.trim() || undefined;

	const portText = value("PORT") ?? "8787";
	const port = Port.safeParse(/^\d+$/.test(portText) ? portText : "x");
	if (!port.success) refuse("PORT", portText, "is geen poortnummer tussen 1 en 65535", "8787");

	const host = value("HOST") ?? "127.0.0.1";
	if (!/^[\w.:-]+$/.test(host)) refuse("HOST", host, "is geen hostnaam of IP-adres", "127.0.0.1");

	const databaseUrl = value("DATABASE_URL");
	if (databaseUrl && !postgresUrl.test(databaseUrl)) {
		refuse(
			"DATABASE_URL",
			"…",
			"is geen PostgreSQL-adres",
			"postgres://gebruiker:wachtwoord@localhost:5432/inventaris",
		);
	}

	const sample = value("SAMPLE");
	if (sample !== undefined && sample !== "none") {
		refuse("SAMPLE", sample, "kennen we niet: laat de variabele weg of begin leeg", "none");
	}

	const dev = value("DEV");
	if (dev !== undefined && dev !== "1") refuse("DEV", dev, "kennen we niet: laat de variabele weg", "1");

	// "All addresses" is no address that anybody can open.
	const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
	const own = `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port.data}`;
	const publicUrl = value("PUBLIC_URL") ?? own;
	const parsedUrl = z.url({ protocol: /^https?$/ }).safeParse(publicUrl);
	if (!parsedUrl.success || /[?#]/.test(publicUrl)) {
		refuse(
			"PUBLIC_URL",
			publicUrl,
			"is geen webadres dat met https:// of http:// begint",
			"https://inventaris.example",
		);
	}

	return {
		port: port.data,
		host,
		dataDir: resolve(value("DATA_DIR") ?? "./data"),
		databaseUrl,
		publicUrl: publicUrl.replace(/\/+$/, ""),
		samples: sample !== "none",
		dev: dev === "1",
	};
}
