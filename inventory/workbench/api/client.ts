import { parsed, type Session, type StaffApiOptions, sessionOf, staffApi } from "../../browser/staff-api.ts";
import { DeviceRequest, RecordDetail, RecordList, StateReceipt, TokenList } from "./answers.ts";
import { type RecordPageClient, recordPageClient } from "./record-page-client.ts";
import { type ApiFilters, type WorkListClient, workListClient } from "./work-list-client.ts";

/** A page of the list under the filters of its address. */
export interface RecordQuery {
	filters: ApiFilters;
	limit?: number;
	after?: string | undefined;
}

/** The staff API as functions. Each throws a `Failure`, or an AbortError when its signal fired. */
export interface Client extends Session, RecordPageClient, WorkListClient {
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
		...recordPageClient(call),
		...workListClient(call),
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

function search({ filters, limit, after }: RecordQuery): string {
	const paging = Object.entries({ limit, after }).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
	const parameters = new URLSearchParams({ ...filters, ...Object.fromEntries(paging) });
	return parameters.size ? `?${parameters}` : "";
}
