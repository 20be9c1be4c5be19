import type { ClipKind } from "../../shared/model/clip.ts";
import type { FieldProblem } from "../../shared/model/problem.ts";
import type { FieldName } from "./fields.ts";

const tags = { actionLines: "actionLines", stages: "stages", audiences: "audiences", sectors: "sectors" };
const head = { title: "title", summary: "summary", description: "description" };
const location = {
	locationName: "location.name",
	streetAddress: "location.streetAddress",
	postalCode: "location.postalCode",
	place: "location.place",
};

/** For each kind its fields in the order of the form, each with its place in the record. */
export const recordPaths: Readonly<Record<ClipKind, Readonly<Partial<Record<FieldName, string>>>>> = {
	initiative: {
		...head,
		organization: "partners.0.name",
		place: "places.0.name",
		planningLabel: "planning.label",
		startDate: "planning.start",
		endDate: "planning.end",
		nature: "nature",
		status: "status",
		scale: "scale",
		...tags,
		sourceUrl: "sourceUrl",
	},
	event: {
		...head,
		organization: "organizer.name",
		startDate: "start",
		startTime: "start",
		endDate: "end",
		endTime: "end",
		...location,
		eventType: "type",
		eventStatus: "status",
		attendance: "attendance",
		...tags,
		linkUrl: "registrationUrl",
		sourceUrl: "sourceUrl",
	},
	opportunity: {
		...head,
		opportunityType: "type",
		direction: "direction",
		organization: "organization.name",
		...location,
		startDate: "start",
		validThrough: "validThrough",
		datePosted: "datePosted",
		...tags,
		linkUrl: "applyUrl",
		sourceUrl: "sourceUrl",
	},
};

/** Whether the form of a kind has a field. */
export const hasField = (kind: ClipKind, field: FieldName): boolean => field in recordPaths[kind];

export type FormField = FieldName | "region" | "note";
export type FormProblems = ReadonlyMap<FormField | "other", string>;

function fieldAt(kind: ClipKind, path: string): FormField | "other" {
	if (path === "region" || path === "note") return path;
	if (path === "source.url") return "sourceUrl";
	const inRecord = path.replace(/^record\./, "");
	const within = (a: string, b: string) => a === b || a.startsWith(`${b}.`);
	for (const name of Object.keys(recordPaths[kind]) as FieldName[]) {
		const own = recordPaths[kind][name];
		if (own && (within(inRecord, own) || within(own, inRecord))) return name;
	}
	return "other";
}

/** Problems by path of the record, ours or the server's, brought to the fields of the form; the first of each field. */
export function problemsByField(kind: ClipKind, problems: readonly FieldProblem[]): FormProblems {
	const found = new Map<FormField | "other", string>();
	for (const { field, message } of problems) {
		const name = fieldAt(kind, field);
		if (!found.has(name)) found.set(name, message);
	}
	return found;
}
