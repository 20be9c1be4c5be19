import { fieldProblems } from "../../shared/messages/field-problems.ts";
import { Clip } from "../../shared/model/clip.ts";
import { CalendarDate } from "../../shared/model/values.ts";
import { addDays, fromZone, inZone } from "../../shared/text/zoned-time.ts";
import { municipalities } from "../../shared/vocabularies/municipalities.ts";
import { codeFor, type Language } from "../../shared/vocabularies/vocabulary.ts";
import type { Draft, FieldName, Fields } from "./fields.ts";
import { type FormProblems, problemsByField, recordPaths } from "./paths.ts";
import { discreet } from "./personal.ts";
import { overlaid } from "./record-fields.ts";

const zone = "Europe/Amsterdam";

const instant = (date: string, time: string) => inZone(fromZone(date, time, zone), zone);

const filled = (text: string) => text.trim() || undefined;

/**
 * Begin and end of an event as instants. Without times it lasts whole days, from midnight to midnight; the end is exclusive.
 * What is no date or time stays as it is, for the schema to object to.
 */
export function eventTimes(fields: Pick<Fields, "startDate" | "startTime" | "endDate" | "endTime">) {
	const { startDate, startTime, endDate, endTime } = fields;
	const isDate = (text: string) => CalendarDate.safeParse(text).success;
	const isTime = (text: string) => text === "" || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
	if (!isDate(startDate) || !isTime(startTime) || (endDate !== "" && !isDate(endDate)) || !isTime(endTime))
		return { start: startDate === "" ? undefined : startDate + startTime, end: filled(endDate + endTime) };
	const lastDay = endDate || startDate;
	const end = endTime
		? instant(lastDay, endTime)
		: startTime === "" || endDate !== ""
			? instant(addDays(lastDay, 1), "00:00")
			: undefined;
	return { start: instant(startDate, startTime || "00:00"), end };
}

/** `undefined` instead of an object that has nothing in it. */
function unlessEmpty<T extends object>(object: T): T | undefined {
	return Object.values(object).some((value) => value !== undefined) ? object : undefined;
}

function locationOf(fields: Fields) {
	const place = filled(fields.place);
	return unlessEmpty({
		name: filled(fields.locationName),
		streetAddress: filled(fields.streetAddress),
		postalCode: filled(fields.postalCode),
		place,
		municipality: place && codeFor(municipalities, place),
	});
}

function recordOf({ kind, fields, facts }: Draft) {
	const { actionLines, stages, audiences, sectors } = fields;
	const organization = filled(fields.organization);
	const place = filled(fields.place);
	const common = {
		title: fields.title,
		summary: filled(fields.summary),
		description: filled(fields.description),
		actionLines,
		stages,
		audiences,
		sectors,
		sourceUrl: filled(fields.sourceUrl),
	};
	switch (kind) {
		case "initiative":
			return {
				...common,
				nature: fields.nature,
				status: fields.status,
				scale: filled(fields.scale),
				planning: unlessEmpty({
					start: filled(fields.startDate),
					end: filled(fields.endDate),
					label: filled(fields.planningLabel),
				}),
				partners: organization ? [{ name: organization, role: "lead" }] : [],
				places: place ? [{ name: place, municipality: codeFor(municipalities, place) }] : [],
			};
		case "event":
			return {
				...common,
				...eventTimes(fields),
				timeZone: zone,
				type: filled(fields.eventType),
				status: fields.eventStatus,
				attendance: fields.attendance,
				location: locationOf(fields),
				organizer: organization && { name: organization },
				price: facts?.price?.value,
				registrationUrl: filled(fields.linkUrl),
			};
		case "opportunity":
			return {
				...common,
				type: filled(fields.opportunityType),
				direction: fields.direction,
				organization: organization && { name: organization },
				hours: facts?.hours?.value,
				salary: facts?.salary?.value,
				location: locationOf(fields),
				start: filled(fields.startDate),
				validThrough: filled(fields.validThrough),
				datePosted: filled(fields.datePosted),
				applyUrl: filled(fields.linkUrl),
			};
	}
}

const isWebAddress = (url: string) => /^https?:/.test(url) && URL.canParse(url);

function evidenceOf(draft: Draft) {
	const paths = recordPaths[draft.kind];
	const evidence: Record<string, unknown> = {};
	for (const name of Object.keys(paths) as FieldName[]) {
		const path = paths[name];
		const own = draft.evidence[name];
		if (path && own && draft.fields[name].length > 0) evidence[path] ??= discreet(own, draft.allowed);
	}
	const { price, hours, salary } = draft.facts ?? {};
	const facts = draft.kind === "event" ? { price } : draft.kind === "opportunity" ? { hours, salary } : {};
	for (const [path, fact] of Object.entries(facts)) if (fact) evidence[path] ??= discreet(fact.evidence, draft.allowed);
	return evidence;
}

/** The clip that a form stands for, checked by the schema that the inventory checks with; or what is wrong, field by field. */
export function toClip(draft: Draft, language: Language): { clip: Clip } | { problems: FormProblems } {
	const { url, canonicalUrl, title, language: pageLanguage, capturedAt } = draft.page;
	const input = {
		kind: draft.kind,
		region: filled(draft.region),
		record: draft.base ? overlaid(draft.kind, draft.base, recordOf(draft)) : recordOf(draft),
		source: {
			// A browser page or a file on this machine has no address for others: then the one filled in.
			url: isWebAddress(url) ? url : filled(draft.fields.sourceUrl),
			canonicalUrl,
			title,
			language: pageLanguage,
			capturedAt,
			evidence: evidenceOf(draft),
		},
		different: draft.different,
		note: filled(draft.note),
		baseRevision: draft.baseRevision,
	};
	const parsed = Clip.safeParse(input);
	if (parsed.success) return { clip: parsed.data };
	return { problems: problemsByField(draft.kind, fieldProblems(parsed.error.issues, input, language)) };
}
