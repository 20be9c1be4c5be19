import * as z from "zod/mini";
import { ClipReceipt } from "../../shared/model/clip.ts";
import { Problem } from "../../shared/model/problem.ts";
import type { Connection } from "../settings/connection.ts";
import type { PauseReason, Refusal, Trouble } from "./entry.ts";

/** What became of one attempt. Only `stored` may ever be shown as sent. */
export type Outcome =
	| { readonly result: "stored"; readonly receipt: ClipReceipt }
	| { readonly result: "refused"; readonly refusal: Refusal }
	| { readonly result: "again"; readonly trouble: Trouble; readonly retryAfter: number }
	| { readonly result: "pause"; readonly reason: PauseReason };

/** Milliseconds. A browser stops the background of an extension whose request is not answered within half a minute. */
const patience = 20_000;

/** The answer to a 409 has the record as it stands, to compare with. */
const Answer = z.extend(Problem, { current: z.optional(z.record(z.string(), z.unknown())) });

function retryAfterOf(response: Response): number {
	const header = response.headers.get("retry-after") ?? "";
	const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
	return Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : 0;
}

async function jsonOf(response: Response): Promise<unknown> {
	try {
		return await response.json();
	} catch {
		return undefined;
	}
}

function refusalOf(status: number, body: unknown): Refusal {
	const problem = Answer.safeParse(body);
	if (!problem.success) return { status, sentence: "", errors: [] };
	const { title, detail, errors, revision, fields, current } = problem.data;
	return { status, sentence: detail ?? title, errors: errors ?? [], revision, fields, current };
}

/**
 * Sends a clip once. A repeat is harmless, since the id is ours. Never rejects. A success counts only with a receipt for this
 * very clip: the sign-in page of a hotel network also answers 200.
 */
export async function sendClip(connection: Connection, id: string, clip: unknown, language: string): Promise<Outcome> {
	let response: Response;
	let body: unknown;
	try {
		response = await fetch(`${connection.address}/api/v1/clips/${id}`, {
			method: "PUT",
			headers: {
				authorization: `Bearer ${connection.token}`,
				"content-type": "application/json",
				"accept-language": language,
			},
			body: JSON.stringify(clip),
			credentials: "omit",
			cache: "no-store",
			redirect: "error",
			signal: AbortSignal.timeout(patience),
		});
		body = await jsonOf(response);
	} catch (error) {
		const timedOut = error instanceof DOMException && error.name === "TimeoutError";
		return { result: "again", trouble: timedOut ? "timeout" : "network", retryAfter: 0 };
	}
	const { status } = response;
	if (response.ok) {
		const receipt = ClipReceipt.safeParse(body);
		return receipt.success && receipt.data.id === id
			? { result: "stored", receipt: receipt.data }
			: { result: "again", trouble: "unreadable", retryAfter: 0 };
	}
	if (status === 401) return { result: "pause", reason: "sign-in" };
	if (status === 403) return { result: "pause", reason: "forbidden" };
	if (status >= 500 || status === 408 || status === 425 || status === 429)
		return { result: "again", trouble: "server", retryAfter: retryAfterOf(response) };
	return { result: "refused", refusal: refusalOf(status, body) };
}
