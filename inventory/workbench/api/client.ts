import * as z from "zod/mini";
import type { RecordState } from "../../../shared/model/clip.ts";
import type { Kind } from "../../../shared/model/kinds.ts";
import { Problem } from "../../../shared/model/problem.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { Me, RecordDetail, RecordList, StateReceipt } from "./answers.ts";
import { ApiRefusal, Unreachable, UnreadableAnswer } from "./failure.ts";

export interface RecordQuery {
	state?: Exclude<RecordState, "merged"> | undefined;
	kind?: Kind | undefined;
	region?: string | undefined;
	q?: string | undefined;
	limit?: number;
	after?: string | undefined;
}

/** The staff API as functions. Each throws a `Failure`, or an AbortError when its signal fired. */
export interface Client {
	me(signal?: AbortSignal): Promise<Me>;
	signIn(proof: { token: string } | { link: string }): Promise<Me>;
	signOut(): Promise<void>;
	records(query: RecordQuery, signal?: AbortSignal): Promise<RecordList>;
	record(id: string, signal?: AbortSignal): Promise<RecordDetail>;
	save(id: string, record: unknown, baseRevision: number): Promise<RecordDetail>;
	publish(id: string, baseRevision: number): Promise<StateReceipt>;
	archive(id: string): Promise<StateReceipt>;
	restore(id: string): Promise<StateReceipt>;
}

/** Longer than any healthy answer takes, shorter than a person waits. */
const patience = 20_000;

export interface ClientOptions {
	fetch: typeof fetch;
	/** In which language the service explains what is wrong. */
	language: () => Language;
}

export function createClient({ fetch, language }: ClientOptions): Client {
	async function call(
		method: "GET" | "POST" | "PUT" | "DELETE",
		path: string,
		{ body, signal }: { body?: unknown; signal?: AbortSignal | undefined } = {},
	): Promise<unknown> {
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
	}

	const parsed = <T extends z.ZodMiniType>(schema: T, value: unknown): z.infer<T> => {
		const result = z.safeParse(schema, value);
		if (!result.success) throw new UnreadableAnswer(z.prettifyError(result.error));
		return result.data;
	};

	const address = (id: string, action = "") => `/records/${encodeURIComponent(id)}${action}`;

	return {
		me: async (signal) => parsed(Me, await call("GET", "/me", { signal })),
		signIn: async (proof) => parsed(Me, await call("POST", "/session", { body: proof })),
		async signOut() {
			await call("DELETE", "/session");
		},
		records: async (query, signal) => parsed(RecordList, await call("GET", `/records${search(query)}`, { signal })),
		record: async (id, signal) => parsed(RecordDetail, await call("GET", address(id), { signal })),
		save: async (id, record, baseRevision) =>
			parsed(RecordDetail, await call("PUT", address(id), { body: { record, baseRevision } })),
		publish: async (id, baseRevision) =>
			parsed(StateReceipt, await call("POST", address(id, "/publish"), { body: { baseRevision } })),
		archive: async (id) => parsed(StateReceipt, await call("POST", address(id, "/archive"), { body: {} })),
		restore: async (id) => parsed(StateReceipt, await call("POST", address(id, "/restore"), { body: {} })),
	};
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function search(query: RecordQuery): string {
	const parameters = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) if (value) parameters.set(name, String(value));
	return parameters.size ? `?${parameters}` : "";
}
