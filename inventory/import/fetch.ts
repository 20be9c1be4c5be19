import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { PassThrough, type Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, buildConnector, type Dispatcher, request } from "undici";
import type { Sentence } from "../records/refusal.ts";
import { version } from "../version.ts";
import { type AllowedHosts, isAllowed, isPublicAddress } from "./public-address.ts";

/** It was not fetched, or not wholly; the sentence says why, for the report. */
export class FetchError extends Error {
	readonly sentence: Sentence;
	/** Of the answer, when there was one. */
	readonly status: number | undefined;

	constructor(sentence: Sentence, status?: number) {
		super(sentence.nl);
		this.sentence = sentence;
		this.status = status;
	}
}

export interface FetchOptions {
	etag?: string | null | undefined;
	lastModified?: string | null | undefined;
	accept?: string;
	signal?: AbortSignal | undefined;
	allowed?: AllowedHosts;
	/** Bytes of the body, packed and unpacked. */
	maximumSize?: number;
	/** Milliseconds: to connect, until headers, between two pieces of the body, and for all of it with its redirects. */
	patience?: { connect: number; headers: number; piece: number; whole: number };
	/** Names to addresses; the system's unless a test gives another. */
	lookup?: LookupFunction;
}

export interface Fetched {
	status: number;
	headers: Readonly<Record<string, string>>;
	/** Empty for 304. */
	body: Buffer;
	etag: string | undefined;
	lastModified: string | undefined;
	/** Where it was found after redirects. */
	url: string;
}

export const largestFeed = 10 * 1024 * 1024;
const redirectsAtMost = 5;
const usual = { connect: 10_000, headers: 15_000, piece: 15_000, whole: 60_000 };
const agentName = `Regiotechniek/${version} (inventory; feed import)`;

const no = (nl: string, en: string) => new FetchError({ nl, en });
const notPublic = (host: string) =>
	no(
		`${host} is geen openbaar adres: daar halen we niets op. Een adres in het eigen netwerk zet de beheerder in IMPORT_ALLOW.`,
		`${host} is not a public address, so nothing is fetched from it. The administrator can name an address in your own network in IMPORT_ALLOW.`,
	);

/** The address, or a {@link FetchError} when it is none that may be fetched. What a name leads to is checked on connecting. */
export function checkedAddress(text: string, allowed: AllowedHosts = []): URL {
	if (!URL.canParse(text))
		throw no(`"${text}" is geen webadres: begin met https://.`, `"${text}" is not a web address: start with https://.`);
	const url = new URL(text);
	if (url.protocol !== "https:" && url.protocol !== "http:")
		throw no(
			"Alleen adressen met https:// of http:// halen we op.",
			"Only addresses with https:// or http:// are fetched.",
		);
	if (url.username || url.password)
		throw no(
			"Een adres met een naam of wachtwoord erin halen we niet op.",
			"An address with a name or password in it is not fetched.",
		);
	if (isAllowed(url, allowed)) return url;
	// An URL leaves its scheme's own port out, so any port that is written is another one.
	if (url.port && !["80", "443"].includes(url.port))
		throw no(
			`Poort ${url.port} staat niet open voor ophalen: alleen 80 en 443.`,
			`Port ${url.port} is not open for fetching: only 80 and 443.`,
		);
	// Parsing has already brought decimal, octal and hexadecimal IPv4 to the usual form.
	const literal = url.hostname.startsWith("[") || /^[\d.]+$/.test(url.hostname);
	if (literal && !isPublicAddress(url.hostname)) throw notPublic(url.hostname);
	return url;
}

/** Gives a connection only addresses that are public, so that no second answer of a name server can lead elsewhere. */
export const publicOnly =
	(lookup: LookupFunction): LookupFunction =>
	(hostname, options, callback) =>
		lookup(hostname, { ...options, all: true }, (error, found) => {
			if (error) return callback(error, "");
			const addresses = (Array.isArray(found) ? found : []).filter(({ address }) => isPublicAddress(address));
			const [first] = addresses;
			if (!first) return callback(notPublic(hostname), "");
			return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
		});

function agentFor(url: URL, options: FetchOptions, patience: typeof usual): Agent {
	const free = isAllowed(url, options.allowed ?? []);
	const lookup = options.lookup ?? systemLookup;
	const connect = buildConnector({ timeout: patience.connect, lookup: free ? lookup : publicOnly(lookup) });
	return new Agent({
		headersTimeout: patience.headers,
		bodyTimeout: patience.piece,
		maxHeaderSize: 32 * 1024,
		connect(target, callback) {
			connect(target, (...result) => {
				const [error, socket] = result;
				// What counts is the address at the other end of the wire.
				if (!error && !free && !isPublicAddress(socket.remoteAddress ?? "")) {
					socket.destroy();
					callback(notPublic(url.hostname), null);
				} else callback(...result);
			});
		},
	});
}

/** Text that may stand in a header we send back. */
const headerText = (value: string | undefined) =>
	value && value.length <= 300 && /^[\x20-\x7e]+$/.test(value) ? value : undefined;

const unpackers: Readonly<Record<string, () => Transform>> = {
	identity: () => new PassThrough(),
	gzip: createGunzip,
	"x-gzip": createGunzip,
	deflate: createInflate,
	br: createBrotliDecompress,
};

/** The body, unpacked; stops as soon as it is too large, so that a small file cannot become a huge one. */
async function read(body: Readable, encoding: string, maximum: number): Promise<Buffer> {
	const unpacker = unpackers[encoding.trim().toLowerCase() || "identity"];
	if (!unpacker)
		throw no(
			`De inhoud is ingepakt als ${encoding}, dat kennen we niet.`,
			`The content is packed as ${encoding}, which we do not know.`,
		);
	const tooLarge = () =>
		no(
			`De inhoud is te groot: hoogstens ${Math.round(maximum / 1024 / 1024)} MB.`,
			`The content is too large: at most ${Math.round(maximum / 1024 / 1024)} MB.`,
		);
	const pieces: Buffer[] = [];
	let [packed, unpacked] = [0, 0];
	const source = body.on("data", (piece: Buffer) => {
		packed += piece.length;
		if (packed > maximum) body.destroy(tooLarge());
	});
	let excess: FetchError | undefined;
	try {
		await pipeline(source, unpacker(), async (content: AsyncIterable<Buffer>) => {
			for await (const piece of content) {
				unpacked += piece.length;
				if (unpacked > maximum) {
					excess = tooLarge();
					throw excess;
				}
				pieces.push(piece);
			}
		});
	} catch (error) {
		// A pipeline that its last part gives up tells that it was aborted, not why.
		throw excess ?? error;
	}
	return Buffer.concat(pieces);
}

function sentenceOf(error: unknown, host: string): FetchError {
	if (error instanceof FetchError) return error;
	const cause = error instanceof Error && error.cause instanceof FetchError ? error.cause : undefined;
	if (cause) return cause;
	const name = error instanceof Error ? error.name : "";
	if (/timeout/i.test(name)) return no(`${host} antwoordde niet op tijd.`, `${host} did not answer in time.`);
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	if (code === "ENOTFOUND" || code === "EAI_AGAIN")
		return no(`${host} is niet te vinden: controleer het adres.`, `${host} cannot be found: check the address.`);
	return no(
		`${host} is niet te lezen${code ? ` (${code})` : ""}.`,
		`${host} cannot be read${code ? ` (${code})` : ""}.`,
	);
}

const singleHeaders = (headers: Dispatcher.ResponseData["headers"]): Record<string, string> =>
	Object.fromEntries(
		Object.entries(headers).flatMap(([name, value]) =>
			value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(", ") : value]],
		),
	);

/** Lets go of a body that nobody reads; that it was cut off is then no error. */
const discard = (body: Readable) => body.on("error", () => {}).destroy();

/**
 * Fetches what a person or a partner's feed pointed to, and nothing that only this machine can reach: http(s) on the usual ports,
 * public addresses alone, checked on the connection itself and again at each redirect, within limits of size and time.
 * Throws {@link FetchError}; an answer of 4xx or 5xx is one too. 304 comes back with an empty body.
 */
export async function guardedFetch(address: string, options: FetchOptions = {}): Promise<Fetched> {
	const patience = options.patience ?? usual;
	const maximum = options.maximumSize ?? largestFeed;
	const until = AbortSignal.timeout(patience.whole);
	const signal = options.signal ? AbortSignal.any([options.signal, until]) : until;
	let target = address;
	for (let redirects = 0; redirects <= redirectsAtMost; redirects++) {
		const url = checkedAddress(target, options.allowed);
		const agent = agentFor(url, options, patience);
		try {
			const response = await request(url, {
				dispatcher: agent,
				signal,
				headers: {
					"user-agent": agentName,
					accept: options.accept ?? "*/*",
					"accept-encoding": "gzip, br, deflate",
					...(headerText(options.etag ?? undefined) && { "if-none-match": String(options.etag) }),
					...(headerText(options.lastModified ?? undefined) && { "if-modified-since": String(options.lastModified) }),
				},
			});
			const headers = singleHeaders(response.headers);
			const status = response.statusCode;
			if (status !== 304 && status >= 300 && status < 400 && headers.location) {
				discard(response.body);
				if (!URL.canParse(headers.location, url.href))
					throw no(
						`${url.hostname} verwijst naar een onleesbaar adres.`,
						`${url.hostname} redirects to an unreadable address.`,
					);
				target = new URL(headers.location, url).href;
				continue;
			}
			if (status !== 304 && (status < 200 || status >= 300)) {
				discard(response.body);
				throw new FetchError(
					{
						nl: `${url.hostname} antwoordt met ${status}: controleer het adres.`,
						en: `${url.hostname} answers with ${status}: check the address.`,
					},
					status,
				);
			}
			const body =
				status === 304 ? Buffer.alloc(0) : await read(response.body, headers["content-encoding"] ?? "", maximum);
			if (status === 304) discard(response.body);
			return {
				status,
				headers,
				body,
				etag: headerText(headers.etag),
				lastModified: headerText(headers["last-modified"]),
				url: url.href,
			};
		} catch (error) {
			if (options.signal?.aborted) throw options.signal.reason;
			throw sentenceOf(error, url.hostname);
		} finally {
			// Nothing of it is used again: the next address is checked anew.
			void agent.destroy();
		}
	}
	throw no(
		`Het adres verwijst meer dan ${redirectsAtMost} keer door.`,
		`The address redirects more than ${redirectsAtMost} times.`,
	);
}
