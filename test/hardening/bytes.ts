import { deflateSync, gzipSync } from "node:zlib";

/** How an answer can go wrong between a good document and a browser. */

export interface Answer {
	status: number;
	headers: Record<string, string>;
	body: Buffer;
	/** How the body travels: at once, in pieces over some milliseconds, broken off half-way, as the last on its connection, or never. */
	manner: "whole" | "drip" | "cut" | "last" | "hang";
}

/** What a widget that never saw the feed has to make of it. */
type Outcome = "shows" | "fails";
/** What one that has an older copy has to make of it: `older` shows that. */
type Again = "shows" | "fails" | "older";

interface Mishap {
	first: Outcome;
	again: Again;
	answer(json: string): Partial<Omit<Answer, "body">> & { body: Buffer | string };
}

const problem = (status: number) =>
	JSON.stringify({ type: "about:blank", title: "Het gaat even niet", status, detail: "Later weer." });
const page = "<!doctype html><html lang=nl><title>Onderhoud</title><h1>Wij zijn zo terug</h1></html>";
const swapped = (text: string) => Buffer.from(text, "utf16le").swap16();

const shows = (answer: Mishap["answer"]): Mishap => ({ first: "shows", again: "shows", answer });
const fails = (answer: Mishap["answer"]): Mishap => ({ first: "fails", again: "fails", answer });
const older = (answer: Mishap["answer"]): Mishap => ({ first: "fails", again: "older", answer });
const json = { "content-type": "application/json" };

export const mishaps = {
	none: shows((body) => ({ body })),
	"wrong media type": shows((body) => ({ body, headers: { "content-type": "text/html; charset=windows-1252" } })),
	"byte order mark": shows((body) => ({ body: `\uFEFF${body}` })),
	"real gzip": shows((body) => ({ body: gzipSync(body), headers: { ...json, "content-encoding": "gzip" } })),
	"space around it": shows((body) => ({ body: `\n\n\t ${body} \r\n` })),
	"in pieces": shows((body) => ({ body, manner: "drip" })),
	"status 203": shows((body) => ({ body, status: 203 })),
	// Every letter outside ASCII is lost, everything else stays.
	latin1: shows((body) => ({ body: Buffer.from(body.replace(/[^\0-\xff]/g, "?"), "latin1") })),
	"UTF-16": fails((body) => ({
		body: Buffer.from(`\uFEFF${body}`, "utf16le"),
		headers: { "content-type": "application/json; charset=utf-16" },
	})),
	"UTF-16, big end first": fails((body) => ({ body: swapped(`\uFEFF${body}`) })),
	"cut off at the start": fails((body) => ({ body: body.slice(0, 1) })),
	"cut off in the middle": fails((body) => ({ body: body.slice(0, body.length / 2) })),
	"cut off at the end": fails((body) => ({ body: body.slice(0, -1) })),
	"starts half-way": fails((body) => ({ body: body.slice(7) })),
	empty: fails(() => ({ body: "" })),
	space: fails(() => ({ body: "  \n" })),
	"the word null": fails(() => ({ body: "null" })),
	"a text": fails(() => ({ body: '"techniek-feed/1"' })),
	"a list": fails(() => ({ body: "[]" })),
	"a number": fails(() => ({ body: "7" })),
	twice: fails((body) => ({ body: body + body })),
	JavaScript: fails((body) => ({ body: `callback(${body})` })),
	"comma at the end": fails((body) => ({ body: body.replace(/}$/, ",}") })),
	HTML: fails(() => ({ body: page, headers: { "content-type": "text/html" } })),
	"HTML said to be JSON": fails(() => ({ body: page })),
	"status 204": fails(() => ({ body: "", status: 204 })),
	"status 400": fails(() => ({
		body: problem(400),
		status: 400,
		headers: { "content-type": "application/problem+json" },
	})),
	"status 403": fails(() => ({ body: page, status: 403, headers: { "content-type": "text/html" } })),
	"status 404": fails(() => ({
		body: problem(404),
		status: 404,
		headers: { "content-type": "application/problem+json" },
	})),
	"status 410": fails(() => ({ body: "", status: 410 })),
	"status 418 with words as an object": fails(() => ({ body: '{"detail":{"toString":1},"title":["x"]}', status: 418 })),
	"status 429": older(() => ({ body: problem(429), status: 429, headers: { ...json, "retry-after": "1" } })),
	"status 500": older(() => ({
		body: "Internal Server Error",
		status: 500,
		headers: { "content-type": "text/plain" },
	})),
	"status 500 with a feed": older((body) => ({ body, status: 500 })),
	"status 502": older(() => ({ body: page, status: 502, headers: { "content-type": "text/html" } })),
	"status 503": older(() => ({
		body: problem(503),
		status: 503,
		headers: { "content-type": "application/problem+json" },
	})),
	"redirect to itself": older(() => ({ body: "", status: 301, headers: { location: "@self" } })),
	"redirect to a script": older(() => ({
		body: "",
		status: 302,
		headers: { location: "javascript:globalThis.hacked=1" },
	})),
	"gzip that is none": older((body) => ({ body, headers: { ...json, "content-encoding": "gzip" } })),
	// Chromium hands over what it could unpack, as if that were all.
	"gzip that ends early": fails((body) => {
		const packed = gzipSync(body);
		return { body: packed.subarray(0, packed.length / 2), headers: { ...json, "content-encoding": "gzip" } };
	}),
	"deflate said to be gzip": older((body) => ({
		body: deflateSync(body),
		headers: { ...json, "content-encoding": "gzip" },
	})),
	"connection cut": older((body) => ({ body, manner: "cut" })),
	"longer than it says": fails((body) => ({
		body,
		headers: { ...json, "content-length": String(Math.floor(body.length / 3)) },
		manner: "last",
	})),
	"shorter than it says": older((body) => ({
		body,
		headers: { ...json, "content-length": String(Buffer.byteLength(body) + 500) },
		manner: "last",
	})),
	"not for other origins": older((body) => ({ body, headers: { ...json, "access-control-allow-origin": "" } })),
	"for another origin": older((body) => ({
		body,
		headers: { ...json, "access-control-allow-origin": "https://elders.example" },
	})),
} satisfies Record<string, Mishap>;

export type MishapName = keyof typeof mishaps;
export const mishapNames = Object.keys(mishaps).filter((name): name is MishapName => name in mishaps);

export const mishapOf = (name: MishapName): Mishap => mishaps[name];

/** The answer with the document `document` after what happened to it. */
export function answerOf(name: MishapName, document: string): Answer {
	const { body, ...rest } = mishapOf(name).answer(document);
	return {
		status: 200,
		headers: json,
		manner: "whole",
		...rest,
		body: Buffer.from(body),
	};
}
