import { Hono } from "hono";
import * as z from "zod/mini";
import { kinds } from "../../shared/model/kinds.ts";
import { Slug } from "../../shared/model/values.ts";
import { type ApiEnvironment, requires } from "../access/authenticate.ts";
import { requireRole } from "../access/permission.ts";
import { importFormats } from "../db/schema.ts";
import { FetchError } from "../import/fetch.ts";
import type { Importer } from "../import/importer.ts";
import { ImportError } from "../import/items.ts";
import type { RunRow } from "../import/run-row.ts";
import { isSchedule } from "../import/schedule-times.ts";
import {
	addSource,
	cancelRun,
	changeSource,
	isFetched,
	listSources,
	removeSource,
	runsOf,
	type SourceSummary,
	sourceFor,
} from "../import/sources.ts";
import { tryOut } from "../import/trial.ts";
import type { Context } from "../records/context.ts";
import { notFound, Refusal } from "../records/refusal.ts";
import { bodyOf, optionalBodyOf, upTo } from "./input.ts";

/** Kilobytes: base64 of 10 MB, and what goes around it. */
const largestBody = 14 * 1024;

const short = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const words = z.record(z.string().check(z.maxLength(300)), z.string().check(z.maxLength(300)));
const Mapping = z.object({ columns: z.optional(words), defaults: z.optional(words) });
const File = z.object({ name: short, base64: z.base64() });
const Schedule = z.nullable(z.string().check(z.maxLength(60), z.refine(isSchedule, { error: "schedule" })));

const settings = {
	name: short,
	format: z._default(z.enum(importFormats), "auto"),
	schedule: z._default(Schedule, null),
	paused: z._default(z.boolean(), false),
	mapping: z._default(Mapping, {}),
};
export const ImportSourceInput = z.object({
	region: Slug,
	kind: z.enum(kinds),
	address: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
	...settings,
});
export const ImportSourceChange = z.object(settings);
export const ImportTrialInput = z.object({
	region: Slug,
	kind: z.enum(kinds),
	address: z.string().check(z.trim(), z.maxLength(2000)),
	format: settings.format,
	mapping: settings.mapping,
	file: z.optional(File),
});
const RunInput = z.object({ file: z.optional(File) });

const bytesOf = (file: { base64: string } | undefined) => file && Buffer.from(file.base64, "base64");

const runView = (run: RunRow, withReport: boolean) => ({
	id: run.id,
	state: run.state,
	startedBy: run.startedBy,
	startedAt: run.startedAt,
	endedAt: run.endedAt,
	counts: run.counts,
	problem: run.problem,
	...(withReport && { report: run.report }),
});

const sourceView = ({ lastRun, ...source }: SourceSummary) => ({
	id: source.id,
	region: source.region,
	kind: source.kind,
	name: source.name,
	address: source.address,
	format: source.format,
	schedule: source.schedule,
	paused: source.paused,
	mapping: source.mapping,
	nextRunAt: source.nextRunAt,
	createdBy: source.createdBy,
	items: source.items,
	vanished: source.vanished,
	lastRun: lastRun && runView(lastRun, false),
});

/** `/api/v1/imports`: where items come from by themselves. For editors, each in their regions. */
export function importRoutes(context: Context, importer: Importer): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const editor = requires(context, "editor");
	const limited = upTo(largestBody, {
		nl: "Het bestand is te groot: hoogstens 10 MB.",
		en: "The file is too large: at most 10 MB.",
	});
	const idOf = (text: string) => {
		const id = z.uuid().safeParse(text);
		if (!id.success)
			throw notFound({ nl: "Deze bron is er niet (meer).", en: "This source is not (or no longer) here." });
		return id.data;
	};

	app.get("/imports", editor, async (c) => {
		const region = c.req.query("region") || undefined;
		return c.json({ items: (await listSources(context, c.get("actor"), region)).map(sourceView) });
	});

	app.post("/imports", editor, limited, async (c) => {
		const input = await bodyOf(c, ImportSourceInput);
		const source = await addSource(context, c.get("actor"), input, importer.allowed);
		return c.json(sourceView({ ...source, items: 0, vanished: 0, lastRun: null }), 201);
	});

	app.post("/imports/trial", editor, limited, async (c) => {
		const input = await bodyOf(c, ImportTrialInput);
		requireRole(c.get("actor"), "editor", input.region);
		const { allowed } = importer;
		try {
			const content = bytesOf(input.file);
			return c.json(await tryOut({ ...input, content }, { allowed, now: context.now(), signal: c.req.raw.signal }));
		} catch (error) {
			if (error instanceof FetchError || error instanceof ImportError)
				throw new Refusal(422, "unreadable-source", error.sentence);
			throw error;
		}
	});

	app.get("/imports/:id", editor, async (c) => {
		const { id, region } = await sourceFor(context, c.get("actor"), idOf(c.req.param("id")));
		const summary = (await listSources(context, c.get("actor"), region)).find((one) => one.id === id);
		const runs = await runsOf(context, c.get("actor"), id);
		return c.json({ ...(summary && sourceView(summary)), runs: runs.map((run) => runView(run, true)) });
	});

	app.put("/imports/:id", editor, limited, async (c) => {
		const input = await bodyOf(c, ImportSourceChange);
		const { id } = await changeSource(context, c.get("actor"), idOf(c.req.param("id")), input);
		return c.json({ id });
	});

	app.delete("/imports/:id", editor, async (c) => {
		await removeSource(context, c.get("actor"), idOf(c.req.param("id")));
		return c.body(null, 204);
	});

	app.post("/imports/:id/run", editor, limited, async (c) => {
		const { file } = await optionalBodyOf(c, RunInput);
		const source = await sourceFor(context, c.get("actor"), idOf(c.req.param("id")));
		if (!file && !isFetched(source.address))
			throw new Refusal(422, "file-needed", {
				nl: "Deze bron komt uit een bestand: kies het bestand opnieuw.",
				en: "This source comes from a file: choose the file again.",
			});
		return c.json(runView(await importer.start(c.get("actor"), source, bytesOf(file)), true), 202);
	});

	app.post("/imports/:id/cancel", editor, async (c) => {
		await cancelRun(context, c.get("actor"), idOf(c.req.param("id")));
		return c.body(null, 204);
	});

	return app;
}
