import { STATUS_CODES } from "node:http";
import type { PublishedAnswer } from "./answering.ts";

/** Larger bodies are not copied behind their head. */
const small = 64 * 1024;

const made = new WeakMap<PublishedAnswer, { second: number; parts: readonly Uint8Array[] }>();

/** An answer as it goes over an HTTP/1.1 connection, with its `Date` (RFC 9110, 6.6.1); made once a second at most. */
export function wireOf(answer: PublishedAnswer, now: number): readonly Uint8Array[] {
	const second = Math.floor(now / 1000);
	const known = made.get(answer);
	if (known?.second === second) return known.parts;
	const lines = Object.entries({ ...answer.headers, Date: new Date(second * 1000).toUTCString() });
	const head = Buffer.from(
		`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`,
		"latin1",
	);
	const { body } = answer;
	const parts = body && body.length > small ? [head, body] : [body ? Buffer.concat([head, body]) : head];
	made.set(answer, { second, parts });
	return parts;
}
