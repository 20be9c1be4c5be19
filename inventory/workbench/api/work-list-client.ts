import * as z from "zod/mini";
import { Region } from "../../../shared/model/region.ts";
import type { RecordId } from "../../../shared/model/values.ts";
import { type Call, parsed } from "../../browser/staff-api.ts";

/** The filters of the list as the API has them; what this page does not know of them it passes on as it is. */
export const ApiFilters = z.record(z.string(), z.string());
export type ApiFilters = z.infer<typeof ApiFilters>;

const Sentences = z.object({ nl: z.string(), en: z.string() });
export const BulkProgress = z.object({
	id: z.string(),
	counts: z.record(z.string(), z.int()),
	remaining: z.int(),
	results: z.array(z.object({ id: z.string(), title: z.string(), state: z.string(), sentence: z.nullable(Sentences) })),
});
export type BulkProgress = z.infer<typeof BulkProgress>;

export type BulkAction =
	| { action: "publish" | "archive" | "restore" }
	| { action: "set"; field: string; mode: "add" | "remove" | "replace"; values: string[] };
export type BulkChoice = { records: { id: RecordId; revision: number }[] } | { filters: ApiFilters };

const Views = z.object({
	items: z.array(z.object({ view: z.string(), count: z.int() })),
	countedTo: z.int(),
});
export type Views = z.infer<typeof Views>;

const SavedSearch = z.object({
	id: z.string(),
	name: z.string(),
	filters: ApiFilters,
	region: z.nullable(z.string()),
	own: z.boolean(),
	count: z.int(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;
const SavedSearches = z.object({ items: z.array(SavedSearch), countedTo: z.int() });

const ActionList = z.object({
	items: z.array(z.object({ id: z.string(), region: z.string(), cells: z.record(z.string(), z.string()) })),
});
export type ActionList = z.infer<typeof ActionList>;

const Regions = z.object({ items: z.array(Region) });

const Vocabularies = z.object({
	items: z.array(
		z.object({
			id: z.string(),
			label: Sentences,
			terms: z.array(
				z.object({
					code: z.string(),
					nl: z.string(),
					en: z.string(),
					broader: z.optional(z.string()),
					count: z.int(),
				}),
			),
		}),
	),
});
export type Vocabularies = z.infer<typeof Vocabularies>;

/** What stands around the work list. Each throws as the client's other functions do. */
export interface WorkListClient {
	views(region: string | undefined, signal?: AbortSignal): Promise<Views>;
	searches(signal?: AbortSignal): Promise<z.infer<typeof SavedSearches>>;
	saveSearch(input: { name: string; filters: ApiFilters; region: string | null }, id?: string): Promise<void>;
	removeSearch(id: string): Promise<void>;
	restoreSearch(id: string): Promise<void>;
	bulk(action: BulkAction, choice: BulkChoice): Promise<BulkProgress>;
	goOn(id: string, direction: "continue" | "undo"): Promise<BulkProgress>;
	actionList(filters: ApiFilters, signal?: AbortSignal): Promise<ActionList>;
	regions(signal?: AbortSignal): Promise<z.infer<typeof Regions>>;
	saveRegion(id: string, region: Omit<Region, "id">): Promise<void>;
	vocabularies(region: string | undefined, signal?: AbortSignal): Promise<Vocabularies>;
}

const under = (id: string) => encodeURIComponent(id);
const inRegion = (region: string | undefined) => (region ? `?${new URLSearchParams({ region })}` : "");

export const workListClient = (call: Call): WorkListClient => ({
	views: async (region, signal) => parsed(Views, await call("GET", `/attention${inRegion(region)}`, { signal })),
	searches: async (signal) => parsed(SavedSearches, await call("GET", "/searches", { signal })),
	async saveSearch(body, id) {
		await (id ? call("PUT", `/searches/${under(id)}`, { body }) : call("POST", "/searches", { body }));
	},
	async removeSearch(id) {
		await call("DELETE", `/searches/${under(id)}`);
	},
	async restoreSearch(id) {
		await call("POST", `/searches/${under(id)}/restore`, { body: {} });
	},
	bulk: async (action, choice) =>
		parsed(BulkProgress, await call("POST", "/bulk", { body: { do: action, ...choice } })),
	goOn: async (id, direction) =>
		parsed(BulkProgress, await call("POST", `/bulk/${under(id)}/${direction}`, { body: {} })),
	actionList: async (filters, signal) =>
		parsed(ActionList, await call("GET", `/action-list?${new URLSearchParams(filters)}`, { signal })),
	regions: async (signal) => parsed(Regions, await call("GET", "/regions", { signal })),
	async saveRegion(id, body) {
		await call("PUT", `/regions/${under(id)}`, { body });
	},
	vocabularies: async (region, signal) =>
		parsed(Vocabularies, await call("GET", `/vocabularies${inRegion(region)}`, { signal })),
});
