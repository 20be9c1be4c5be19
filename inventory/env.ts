import { resolve } from "node:path";
import * as z from "zod/mini";
import type { OidcSettings } from "./access/oidc-settings.ts";
import { usualLimit } from "./access/rate-limit.ts";
import { type AllowedHosts, readAllowedHosts } from "./import/public-address.ts";
import { type Level, levels } from "./operate/request-log.ts";

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
	/** Where a copy of the public files goes, if anywhere. */
	publishTo?: PublishTo | undefined;
	/** How much of what happens is told in the log. */
	logLevel?: Level;
	/** Who gives the open data: its name and address, and the licence under which it may be used. */
	openData?: { publisher?: string | undefined; publisherUrl?: string | undefined; licence?: string | undefined };
	/** How many proxies of our own stand in front: so many addresses at the end of X-Forwarded-For are to be believed. */
	trustedProxies?: number;
	/** An OpenID Connect provider with which staff may sign in. */
	oidc?: OidcSettings | undefined;
	/** Requests to the API a minute, for each token or session; 0 for any number. */
	apiLimit?: number;
	/** Hosts that imports may fetch from although they are private or on another port. */
	importAllow?: AllowedHosts;
}

/** A folder, or a place in an object store that speaks S3. */
export type PublishTo =
	| { folder: string }
	| {
			/** Without a trailing slash; the bucket is the first part of the path. */
			endpoint: string;
			region: string;
			bucket: string;
			/** Without slashes around it; empty for none. */
			prefix: string;
			accessKeyId: string;
			secretAccessKey: string;
	  };

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

	const proxies = value("TRUST_PROXY") ?? "0";
	if (!/^\d$/.test(proxies)) refuse("TRUST_PROXY", proxies, "is geen aantal proxy's tussen 0 en 9", "1");

	const limit = value("API_LIMIT") ?? String(usualLimit);
	if (!/^\d{1,7}$/.test(limit)) refuse("API_LIMIT", limit, "is geen aantal verzoeken per minuut", String(usualLimit));

	const logText = value("LOG_LEVEL") ?? "warn";
	const logLevel = levels.find((level) => level === logText);
	if (!logLevel) refuse("LOG_LEVEL", logText, `kennen we niet: kies uit ${levels.join(", ")}`, "info");

	const webAddress = (name: string, example: string) => {
		const given = value(name);
		if (given && !z.url({ protocol: /^https?$/ }).safeParse(given).success)
			refuse(name, given, "is geen webadres", example);
		return given;
	};
	const openData = {
		publisher: value("PUBLISHER_NAME"),
		publisherUrl: webAddress("PUBLISHER_URL", "https://www.voorbeeld.example"),
		licence: webAddress("OPEN_DATA_LICENCE", "https://creativecommons.org/licenses/by/4.0/"),
	};

	return {
		port: port.data,
		host,
		dataDir: resolve(value("DATA_DIR") ?? "./data"),
		databaseUrl,
		publicUrl: publicUrl.replace(/\/+$/, ""),
		samples: sample !== "none",
		dev: dev === "1",
		publishTo: readPublishTo(value),
		logLevel,
		openData,
		trustedProxies: Number(proxies),
		apiLimit: Number(limit),
		oidc: readOidc(value),
		importAllow: allowedHosts(value("IMPORT_ALLOW") ?? ""),
	};
}

const allowedHosts = (text: string): AllowedHosts =>
	readAllowedHosts(text) ??
	refuse("IMPORT_ALLOW", text, "is geen lijst van hosts, met of zonder poort", "agenda.intern.example,10.0.0.5:8080");

/** The provider that staff may sign in with. A secret is never in a sentence. */
function readOidc(value: (name: string) => string | undefined): OidcSettings | undefined {
	const issuer = value("OIDC_ISSUER");
	const given = ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"].find((name) => value(name));
	if (!issuer && given)
		refuse("OIDC_ISSUER", "", `ontbreekt, terwijl ${given} er is`, "https://login.gemeente.example");
	if (!issuer) return undefined;
	const address = z.url({ protocol: /^https?$/ }).safeParse(issuer);
	const local = address.success && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(issuer).hostname);
	// What the provider says decides who gets in, so nobody on the way may change it.
	if (!address.success || /[?#]/.test(issuer) || (new URL(issuer).protocol !== "https:" && !local)) {
		refuse("OIDC_ISSUER", issuer, "is geen adres dat met https:// begint", "https://login.gemeente.example");
	}
	const needed = (name: string, example: string) =>
		value(name) ?? refuse(name, "", "ontbreekt, en OIDC_ISSUER heeft haar nodig", example);
	return {
		issuer: issuer.replace(/\/+$/, ""),
		clientId: needed("OIDC_CLIENT_ID", "regiotechniek"),
		clientSecret: needed("OIDC_CLIENT_SECRET", "het-geheim-van-de-aanbieder"),
		name: value("OIDC_NAME") ?? new URL(issuer).hostname,
	};
}

/** Where PUBLISH_TO points, with what an object store needs besides. A secret is never in a sentence. */
function readPublishTo(value: (name: string) => string | undefined): PublishTo | undefined {
	const to = value("PUBLISH_TO");
	if (!to) return undefined;
	if (!/^[a-z][\w+.-]*:\/\//i.test(to)) return { folder: resolve(to) };
	const [, bucket, prefix = ""] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]*))?$/.exec(to) ?? [];
	if (!bucket) refuse("PUBLISH_TO", to, "is geen map en geen plaats als s3://bucket/map", "s3://regiotechniek/open");
	const region = value("S3_REGION") ?? "us-east-1";
	const endpoint = value("S3_ENDPOINT") ?? `https://s3.${region}.amazonaws.com`;
	if (!z.url({ protocol: /^https?$/ }).safeParse(endpoint).success)
		refuse("S3_ENDPOINT", endpoint, "is geen webadres", "https://s3.eu-central-1.amazonaws.com");
	const needed = (name: string, example: string) => {
		const found = value(name);
		return found ?? refuse(name, "", "ontbreekt, en PUBLISH_TO heeft haar nodig", example);
	};
	return {
		endpoint: endpoint.replace(/\/+$/, ""),
		region,
		bucket,
		prefix: prefix.replace(/^\/+|\/+$/g, ""),
		accessKeyId: needed("S3_ACCESS_KEY_ID", "AKIA…"),
		secretAccessKey: needed("S3_SECRET_ACCESS_KEY", "…"),
	};
}
