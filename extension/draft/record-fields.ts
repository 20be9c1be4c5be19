import type { ClipKind } from "../../shared/model/clip.ts";
import { addDays, inZone } from "../../shared/text/zoned-time.ts";
import { type Draft, type FieldName, Fields } from "./fields.ts";
import { recordPaths } from "./paths.ts";

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** What a record has at a path such as `partners.0.name`. */
export function valueAt(record: unknown, path: string): unknown {
	return path.split(".").reduce<unknown>((at, key) => (isData(at) ? at[key] : undefined), record);
}

/** Date and time that an event's form shows for an instant. */
function clockOf(instant: unknown): { date: string; time: string } {
	const moment = typeof instant === "string" ? Date.parse(instant) : Number.NaN;
	if (Number.isNaN(moment)) return { date: "", time: "" };
	const local = inZone(moment, "Europe/Amsterdam");
	return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

/** Undoes `eventTimes` of to-clip.ts: from midnight to midnight is whole days without times. */
function timesOf(record: Data): Partial<Fields> {
	const start = clockOf(record.start);
	const end = clockOf(record.end);
	if (start.time === "00:00" && end.time === "00:00") {
		const lastDay = addDays(end.date, -1);
		return { startDate: start.date, startTime: "", endDate: lastDay === start.date ? "" : lastDay, endTime: "" };
	}
	const endDate = end.date === start.date ? "" : end.date;
	return { startDate: start.date, startTime: start.time, endDate, endTime: end.time };
}

/** The fields of the form as a record of the inventory has them. */
export function fieldsOf(kind: ClipKind, record: Data): Fields {
	const found: Record<string, unknown> = {};
	for (const [name, path] of Object.entries(recordPaths[kind])) {
		const value = valueAt(record, path);
		if (typeof value === "string" || Array.isArray(value)) found[name] = value;
	}
	if (kind === "event") Object.assign(found, timesOf(record));
	const fields = Fields.safeParse(found);
	return fields.success ? fields.data : Fields.parse({});
}

/** Fields in which the form and a record differ, in the order of the form. */
export function differences(draft: Draft, record: Data): FieldName[] {
	const theirs = fieldsOf(draft.kind, record);
	const same = (name: FieldName) => JSON.stringify(draft.fields[name]) === JSON.stringify(theirs[name]);
	return (Object.keys(recordPaths[draft.kind]) as FieldName[]).filter((name) => !same(name));
}

/** The draft after a person chose, for each field that differs, whose value stands; it follows `revision`. */
export function mergedDraft(
	draft: Draft,
	current: { readonly record: Data; readonly revision: number },
	theirs: ReadonlySet<FieldName>,
): Draft {
	const standing = fieldsOf(draft.kind, current.record);
	const chosen = Object.fromEntries([...theirs].map((name) => [name, standing[name]]));
	const evidence = Object.fromEntries(
		Object.entries(draft.evidence).filter(([name]) => !([...theirs] as string[]).includes(name)),
	);
	const fields = { ...draft.fields, ...chosen };
	return { ...draft, fields, evidence, base: { ...current.record }, baseRevision: current.revision };
}

/** Objects that are nothing without a name, each with the key that holds it. */
const named = ["partners.0", "places.0", "organizer", "organization"];

function put(record: Record<string, unknown>, path: string, value: unknown): void {
	const [key = "", ...rest] = path.split(".");
	if (rest.length > 0) {
		const next = isData(record[key]) ? record[key] : /^\d/.test(rest[0] ?? "") ? [] : {};
		record[key] = next;
		put(next as Record<string, unknown>, rest.join("."), value);
	} else if (value !== undefined) record[key] = value;
	else if (Array.isArray(record)) record.splice(Number(key), 1);
	else delete record[key];
}

/**
 * What the form says laid over a record: only what the form shows changes, so that a correction from the clipper takes
 * nothing away of what staff added in the workbench.
 */
export function overlaid(kind: ClipKind, base: Data, record: Data): Record<string, unknown> {
	const result: Record<string, unknown> = structuredClone({ ...base });
	for (const path of new Set(Object.values(recordPaths[kind]))) {
		const whole = named.find((it) => path === `${it}.name`);
		// Somebody else's name is somebody else: then nothing that was known of the first may stay with it.
		if (whole && valueAt(base, path) !== valueAt(record, path)) {
			if (valueAt(base, whole) !== undefined || valueAt(record, whole) !== undefined)
				put(result, whole, valueAt(record, whole));
		} else if (valueAt(base, path) !== valueAt(record, path)) put(result, path, valueAt(record, path));
	}
	if (valueAt(base, "location.place") !== valueAt(record, "location.place") && isData(result.location))
		put(result, "location.municipality", valueAt(record, "location.municipality"));
	return result;
}
