import type { RecordState } from "../../../shared/model/clip.ts";
import type { Kind } from "../../../shared/model/kinds.ts";
import { parsed, type Session, type StaffApiOptions, sessionOf, staffApi } from "../../browser/staff-api.ts";
import { DeviceRequest, RecordDetail, RecordList, StateReceipt, TokenList } from "./answers.ts";

export interface RecordQuery {
	state?: Exclude<RecordState, "merged"> | undefined;
	kind?: Kind | undefined;
	region?: string | undefined;
	q?: string | undefined;
	limit?: number;
	after?: string | undefined;
}

/** The staff API as functions. Each throws a `Failure`, or an AbortError when its signal fired. */
export interface Client extends Session {
	records(query: RecordQuery, signal?: AbortSignal): Promise<RecordList>;
	record(id: string, signal?: AbortSignal): Promise<RecordDetail>;
	save(id: string, record: unknown, baseRevision: number): Promise<RecordDetail>;
	publish(id: string, baseRevision: number): Promise<StateReceipt>;
	archive(id: string): Promise<StateReceipt>;
	restore(id: string): Promise<StateReceipt>;
	deviceRequest(code: string): Promise<DeviceRequest>;
	decideDevice(code: string, approve: boolean): Promise<void>;
	tokens(): Promise<TokenList>;
	revokeToken(id: string): Promise<void>;
}

export function createClient(options: StaffApiOptions): Client {
	const call = staffApi(options);
	const address = (id: string, action = "") => `/records/${encodeURIComponent(id)}${action}`;

	return {
		...sessionOf(call),
		records: async (query, signal) => parsed(RecordList, await call("GET", `/records${search(query)}`, { signal })),
		record: async (id, signal) => parsed(RecordDetail, await call("GET", address(id), { signal })),
		save: async (id, record, baseRevision) =>
			parsed(RecordDetail, await call("PUT", address(id), { body: { record, baseRevision } })),
		publish: async (id, baseRevision) =>
			parsed(StateReceipt, await call("POST", address(id, "/publish"), { body: { baseRevision } })),
		archive: async (id) => parsed(StateReceipt, await call("POST", address(id, "/archive"), { body: {} })),
		restore: async (id) => parsed(StateReceipt, await call("POST", address(id, "/restore"), { body: {} })),
		deviceRequest: async (code) =>
			parsed(DeviceRequest, await call("GET", `/device/request?${new URLSearchParams({ user_code: code })}`)),
		decideDevice: async (code, approve) => {
			await call("POST", "/device/decision", { body: { user_code: code, approve } });
		},
		tokens: async () => parsed(TokenList, await call("GET", "/tokens")),
		revokeToken: async (id) => {
			await call("DELETE", `/tokens/${encodeURIComponent(id)}`);
		},
	};
}

function search(query: RecordQuery): string {
	const parameters = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) if (value) parameters.set(name, String(value));
	return parameters.size ? `?${parameters}` : "";
}
