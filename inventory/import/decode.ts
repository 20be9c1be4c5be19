import { gunzipSync } from "node:zlib";
import { printable } from "../../shared/text/printable.ts";
import { ImportError } from "./items.ts";

/** The encoding that the server names, that an XML declaration names, or undefined. */
function namedEncoding(bytes: Buffer, contentType: string | undefined): string | undefined {
	const byServer = /charset=["']?([\w-]+)/i.exec(contentType ?? "")?.[1];
	return byServer ?? /^<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(bytes.subarray(0, 200).toString("latin1"))?.[1];
}

function decoder(encoding: string | undefined): TextDecoder | undefined {
	try {
		return encoding ? new TextDecoder(encoding) : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Bytes as text that can be kept: in the encoding that is named, else UTF-8, else what Dutch spreadsheets save in (Windows-1252).
 * A file that is gzip by itself, as large sitemaps are, is unpacked up to `maximum` bytes. Throws {@link ImportError} past that.
 */
export function decode(bytes: Buffer, contentType: string | undefined, maximum: number): string {
	let content = bytes;
	if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
		try {
			content = gunzipSync(bytes, { maxOutputLength: maximum });
		} catch {
			throw new ImportError("Het ingepakte bestand is te groot of stuk.", "The packed file is too large or broken.");
		}
	}
	const named = decoder(namedEncoding(content, contentType));
	if (named) return printable(named.decode(content));
	try {
		return printable(new TextDecoder("utf-8", { fatal: true }).decode(content));
	} catch {
		return printable(new TextDecoder("windows-1252").decode(content));
	}
}
