import * as z from "zod/mini";
import { Problem } from "../../shared/model/problem.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { ApiRefusal, Unreachable, UnreadableAnswer } from "./failure.ts";

/** The answer to "who am I". Fields that are newer than this page are let through unseen. */
export const Me = z.object({
	name: z.string(),
	role: z.enum(["clipper", "editor", "admin"]),
	/** The account; null for who is in with a token. */
	staff: z.optional(z.nullable(z.string())),
	/** Whether that role goes for every region, also one that is added later. */
	everywhere: z.optional(z.boolean()),
	regions: z.array(
		z.object({ id: z.string(), name: z.string(), role: z.optional(z.enum(["clipper", "editor", "admin"])) }),
	),
	language: z.optional(z.nullable(z.enum(["nl", "en"]))),
});
export type Me = z.infer<typeof Me>;

/** Longer than any healthy answer takes, shorter than a person waits. */
const patience = 20_000;

export interface StaffApiOptions {
	fetch: typeof fetch;
	/** In which language the service explains what is wrong. */
	language: () => Language;
}

/** One request to the staff API. Throws a `Failure`, or an AbortError when its signal fired. */
export type Call = (
	method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
	path: string,
	options?: { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal | undefined },
) => Promise<unknown>;

/** The staff API for pages that the inventory serves itself: the session is a cookie that only this API gets. */
export function staffApi({ fetch, language }: StaffApiOptions): Call {
	return async (method, path, { body, headers, signal } = {}) => {
		const waiting = AbortSignal.timeout(patience);
		let response: Response;
		let text: string;
		try {
			response = await fetch(`/api/v1${path}`, {
				method,
				credentials: "same-origin",
				headers: {
					accept: "application/json",
					"accept-language": language(),
					...(body !== undefined && { "content-type": "application/json" }),
					...headers,
				},
				...(body !== undefined && { body: JSON.stringify(body) }),
				signal: signal ? AbortSignal.any([signal, waiting]) : waiting,
			});
			text = await response.text();
		} catch (error) {
			if (signal?.aborted) throw error;
			throw new Unreachable("No answer from the inventory", { cause: error });
		}
		const value = jsonOf(text);
		if (!response.ok) throw new ApiRefusal(response.status, z.safeParse(Problem, value).data);
		return value;
	};
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** What the API promises of an answer, or an `UnreadableAnswer`. */
export function parsed<T extends z.ZodMiniType>(schema: T, value: unknown): z.infer<T> {
	const result = z.safeParse(schema, value);
	if (!result.success) throw new UnreadableAnswer(z.prettifyError(result.error));
	return result.data;
}

/** Who is in, and going in and out. */
export interface Session {
	me(signal?: AbortSignal): Promise<Me>;
	signIn(proof: { token: string } | { link: string }): Promise<Me>;
	signOut(): Promise<void>;
}

export const sessionOf = (call: Call): Session => ({
	me: async (signal) => parsed(Me, await call("GET", "/me", { signal })),
	signIn: async (proof) => parsed(Me, await call("POST", "/session", { body: proof })),
	async signOut() {
		await call("DELETE", "/session");
	},
});
