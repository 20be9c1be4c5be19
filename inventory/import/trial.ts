import type { Kind } from "../../shared/model/kinds.ts";
import type { ImportFormat, ImportMapping } from "../db/schema.ts";
import type { Sentence } from "../records/refusal.ts";
import { gather } from "./gather.ts";
import { normalise } from "./normalise.ts";
import { previewCsv } from "./parse/csv.ts";
import type { KnownFormat } from "./parse/detect.ts";
import { parse } from "./parse/parse.ts";
import type { AllowedHosts } from "./public-address.ts";

export interface TrialInput {
	address: string;
	kind: Kind;
	format: ImportFormat;
	mapping: ImportMapping;
	content?: Buffer | undefined;
}

/** What a source would give, to look at before it is kept. */
export interface Trial {
	format: KnownFormat;
	/** How many items would come in of those that were looked at. */
	found: number;
	/** Whether there is more that was not looked at. */
	more: boolean;
	items: { title: string; start: string | null; place: string | null; url: string | null }[];
	skipped: ({ key: string } & Sentence)[];
	/** Of a CSV file: its columns and first rows. */
	table: { columns: string[]; rows: string[][] } | null;
}

const looksAt = 500;
const shows = 5;

function shown(parsed: Record<string, unknown>): Trial["items"][number] {
	const text = (value: unknown) => (typeof value === "string" ? value : null);
	const location = typeof parsed.location === "object" && parsed.location !== null ? parsed.location : {};
	return {
		title: text(parsed.title) ?? "",
		start: text(parsed.start),
		place: text(Reflect.get(location, "place")) ?? text(Reflect.get(location, "name")),
		url: text(parsed.sourceUrl),
	};
}

/** Reads the beginning of a source through the same stages as a run, and writes nothing. Throws what those throw. */
export async function tryOut(
	input: TrialInput,
	options: { allowed: AllowedHosts; now: Date; signal?: AbortSignal },
): Promise<Trial> {
	const { address, kind, format, mapping, content } = input;
	const gathered = await gather({
		address,
		format,
		known: null,
		content,
		allowed: options.allowed,
		signal: options.signal,
	});
	const trial: Trial = { format: "feed", found: 0, more: false, items: [], skipped: [], table: null };
	if (gathered.is === "unchanged") return trial;
	let read = 0;
	for await (const document of gathered.documents) {
		if ("skipped" in document) {
			trial.skipped.push({ key: document.key, ...document.skipped });
			continue;
		}
		if (read === 0) trial.format = document.format;
		if (document.format === "csv") trial.table = await previewCsv(document.content, shows);
		for await (const item of parse(document, { kind, mapping, now: options.now })) {
			read++;
			const result = "skipped" in item ? item : normalise(item, kind, mapping.defaults);
			if ("parsed" in result) {
				trial.found++;
				if (trial.items.length < shows) trial.items.push(shown(result.parsed));
			} else if (trial.skipped.length < shows) trial.skipped.push({ key: result.key, ...result.skipped });
			if (read >= looksAt) {
				trial.more = true;
				return trial;
			}
		}
		// A page of a sitemap each: enough to see what it is.
		if (document.format === "page" && trial.found >= shows) {
			trial.more = true;
			return trial;
		}
	}
	return trial;
}
