import type { Bytes, Variants } from "./files.ts";

type Encoding = "br" | "gzip" | "identity";

/** Clients send a handful of different headers, over and over. */
const understood = new Map<string, Encoding>();
const understoodAtMost = 200;

/** The best form that the client takes; brotli, then gzip, then as it is. */
function encodingFor(acceptEncoding = ""): Encoding {
	const known = understood.get(acceptEncoding);
	if (known) return known;
	const encoding = parseEncoding(acceptEncoding);
	if (understood.size < understoodAtMost) understood.set(acceptEncoding, encoding);
	return encoding;
}

function parseEncoding(acceptEncoding: string): Encoding {
	const accepted = acceptEncoding
		.split(",")
		.filter((one) => !/;\s*q=0(?:\.0+)?\s*$/.test(one))
		.map((one) => one.split(";")[0]?.trim().toLowerCase());
	if (accepted.includes("br")) return "br";
	return accepted.includes("gzip") ? "gzip" : "identity";
}

/** What goes over the wire for a published body. */
export interface PublishedAnswer {
	status: 200 | 304;
	headers: Record<string, string>;
	body: Bytes | null;
}

/** Both answers to give in one encoding: the whole, and "you have it already". */
interface Prepared {
	etag: string;
	whole: PublishedAnswer;
	unchanged: PublishedAnswer;
}

/** Gives the answer in the form the client takes, or 304 when it has it already. */
export type Answering = (asked: {
	acceptEncoding?: string | undefined;
	ifNoneMatch?: string | undefined;
}) => PublishedAnswer;

function prepare(variants: Variants, headers: Record<string, string>, encoding: Encoding): Prepared {
	const etag = `"${variants.tag}${encoding === "identity" ? "" : `-${encoding}`}"`;
	const common = { ...headers, ETag: etag, Vary: "Accept-Encoding" };
	const body = encoding === "br" ? variants.br : encoding === "gzip" ? variants.gzip : variants.identity;
	const whole = {
		...common,
		...(encoding !== "identity" && { "Content-Encoding": encoding }),
		"Content-Length": String(body.length),
	};
	return {
		etag,
		whole: { status: 200, headers: whole, body },
		unchanged: { status: 304, headers: common, body: null },
	};
}

/** Prepares a published body once, to be answered many times. */
export function answering(variants: Variants, headers: Record<string, string>): Answering {
	const prepared = {
		br: prepare(variants, headers, "br"),
		gzip: prepare(variants, headers, "gzip"),
		identity: prepare(variants, headers, "identity"),
	};
	return ({ acceptEncoding, ifNoneMatch }) => {
		const { etag, whole, unchanged } = prepared[encodingFor(acceptEncoding)];
		if (!ifNoneMatch) return whole;
		const known = ifNoneMatch.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
		return known.includes(etag) || known.includes("*") ? unchanged : whole;
	};
}
