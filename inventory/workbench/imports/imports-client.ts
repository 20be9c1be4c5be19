import * as z from "zod/mini";
import { kinds } from "../../../shared/model/kinds.ts";
import { type Call, parsed } from "../../browser/staff-api.ts";

/** The part of the staff API about sources of imports, as far as this page uses it. */

const Sentence = z.object({ nl: z.string(), en: z.string() });
const Counts = z.object({
	read: z.int(),
	added: z.int(),
	changed: z.int(),
	unchanged: z.int(),
	skipped: z.int(),
});
const run = {
	id: z.string(),
	state: z.enum(["running", "done", "unchanged", "failed", "cancelled"]),
	startedBy: z.string(),
	startedAt: z.string(),
	counts: Counts,
	problem: z.nullable(Sentence),
};
const Run = z.object(run);
const RunWithReport = z.object({ ...run, report: z.array(z.object({ key: z.string(), ...Sentence.shape })) });
export type RunWithReport = z.infer<typeof RunWithReport>;

const words = z.record(z.string(), z.string());
export const Mapping = z.object({ columns: z.optional(words), defaults: z.optional(words) });
export type Mapping = z.infer<typeof Mapping>;

export const ImportSource = z.object({
	id: z.string(),
	region: z.string(),
	kind: z.enum(kinds),
	name: z.string(),
	address: z.string(),
	format: z.string(),
	schedule: z.nullable(z.string()),
	paused: z.boolean(),
	mapping: Mapping,
	nextRunAt: z.nullable(z.string()),
	items: z.int(),
	vanished: z.int(),
	lastRun: z.nullable(Run),
});
export type ImportSource = z.infer<typeof ImportSource>;

export const Trial = z.object({
	format: z.string(),
	found: z.int(),
	more: z.boolean(),
	items: z.array(
		z.object({
			title: z.string(),
			start: z.nullable(z.string()),
			place: z.nullable(z.string()),
		}),
	),
	skipped: z.array(z.object({ key: z.string(), ...Sentence.shape })),
	table: z.nullable(z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) })),
});
export type Trial = z.infer<typeof Trial>;

export interface SourceDraft {
	region: string;
	kind: string;
	address: string;
	format?: string;
	mapping: Mapping;
	file?: { name: string; base64: string } | undefined;
}

/** Each throws a `Failure`. */
export const importsClient = (call: Call) => ({
	list: async () => parsed(z.object({ items: z.array(ImportSource) }), await call("GET", "/imports")).items,
	runs: async (id: string) =>
		parsed(z.object({ runs: z.array(RunWithReport) }), await call("GET", `/imports/${id}`)).runs,
	trial: async (draft: SourceDraft) => parsed(Trial, await call("POST", "/imports/trial", { body: draft })),
	async add({ file: _, ...draft }: SourceDraft, more: { name: string; schedule: string | null }) {
		return parsed(ImportSource, await call("POST", "/imports", { body: { ...draft, ...more } })).id;
	},
	async change({ id, name, format, schedule, mapping }: ImportSource, paused: boolean) {
		await call("PUT", `/imports/${id}`, { body: { name, format, schedule, mapping, paused } });
	},
	async run(id: string, file?: SourceDraft["file"]) {
		await call("POST", `/imports/${id}/run`, { body: file ? { file } : {} });
	},
	async cancel(id: string) {
		await call("POST", `/imports/${id}/cancel`);
	},
	async remove(id: string) {
		await call("DELETE", `/imports/${id}`);
	},
});
export type ImportsClient = ReturnType<typeof importsClient>;

/** A file as the API takes it. */
export async function fileBody(file: File): Promise<{ name: string; base64: string }> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	let binary = "";
	for (let from = 0; from < bytes.length; from += 0x8000)
		binary += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
	return { name: file.name.slice(0, 200), base64: btoa(binary) };
}
