import { findDutchDates, findPeriod, type WrittenDate } from "../../shared/text/dutch-dates.ts";
import { addDays, inZone } from "../../shared/text/zoned-time.ts";
import { type Found, found, quoted } from "./page.ts";
import { type Source, structuredConfidence } from "./source.ts";
import { textOf } from "./things.ts";

export type MomentField =
	| "startDate"
	| "startTime"
	| "endDate"
	| "endTime"
	| "planningLabel"
	| "validThrough"
	| "datePosted";
export type FoundMoment = Partial<Record<MomentField, Found>>;

const zone = "Europe/Amsterdam";

/** A schema.org Date or DateTime as date and time on the clock of Amsterdam; one without offset already is. */
export function readIso(text: string): { date: string; time?: string | undefined } | undefined {
	const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/.exec(
		text.trim(),
	);
	const [, date, time, offset] = match ?? [];
	if (!date || Number.isNaN(Date.parse(date))) return undefined;
	if (!time || !offset) return { date, time };
	const instant = Date.parse(
		`${date}T${time}:00${offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset}`,
	);
	if (Number.isNaN(instant)) return undefined;
	const local = inZone(instant, zone);
	return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

/** The dates of structured data. Those of publication are never looked at, except a vacancy's own. */
function structuredMoment(source: Source): FoundMoment {
	const { subject, things } = source;
	if (!subject) return {};
	const as = (value: string | undefined) => (value ? found(value, subject.from, structuredConfidence) : undefined);
	const read = (...properties: string[]) => readIso(textOf(things, subject, ...properties) ?? "");
	const start = read("startDate", "jobStartDate");
	const end = read("endDate");
	// Midnight to midnight is how calendars write whole days; the end is exclusive there.
	const isWholeDay = start?.time === "00:00" && (!end?.time || end.time === "00:00" || end.time === "23:59");
	const lastDay =
		isWholeDay && end?.time === "00:00" && end.date > (start?.date ?? "") ? addDays(end.date, -1) : end?.date;
	return {
		startDate: as(start?.date),
		startTime: isWholeDay ? undefined : as(start?.time),
		endDate: lastDay === start?.date ? undefined : as(lastDay),
		endTime: isWholeDay ? undefined : as(end?.time),
		validThrough: as(read("validThrough", "applicationDeadline")?.date),
		datePosted: as(read("datePosted")?.date),
	};
}

function fromWritten(date: WrittenDate, text: string, ease: number): FoundMoment {
	const as = (value: string | undefined) =>
		value ? quoted(value, text, date.index, date.exact, Math.round(date.confidence * ease * 100) / 100) : undefined;
	return { startDate: as(date.start), startTime: as(date.startTime), endDate: as(date.end), endTime: as(date.endTime) };
}

/** A `time` element in the main text that no word or class marks as the date of publication. */
function timeElement(source: Source): FoundMoment {
	const moments = [...source.main.root.querySelectorAll("time[datetime]")].filter(
		(it) =>
			!it.matches(
				"[pubdate], [itemprop*='datePublished'], [itemprop*='dateModified'], .published, .updated, .entry-date, .post-date",
			) &&
			!it.closest("aside, footer, nav, .entry-meta, .post-meta, .meta, .byline") &&
			!/geplaatst|gepubliceerd|gewijzigd|bijgewerkt|published|posted|updated/i.test(
				it.parentElement?.textContent?.slice(0, 80) ?? "",
			),
	);
	const read = readIso(moments[0]?.getAttribute("datetime") ?? "");
	const text = moments[0]?.textContent?.trim();
	if (!read || !text) return {};
	return {
		startDate: quoted(read.date, text, 0, text, 0.7),
		startTime: read.time && read.time !== "00:00" ? quoted(read.time, text, 0, text, 0.7) : undefined,
	};
}

/** When it is. Written moments in the past count only if there is none to come. */
export function findMoment(source: Source): FoundMoment {
	const { main, page } = source;
	const structured = structuredMoment(source);
	const written = findDutchDates(main.text, page.today);
	const moments = written.filter((date) => date.role === "moment");
	const upcoming = moments.filter((date) => (date.end ?? date.start) >= page.today);
	// One with a time is what people come for; a bare date may be anything.
	const chosen = upcoming.find((date) => date.startTime) ?? upcoming[0] ?? moments.find((date) => date.startTime);
	const deadline = written.find((date) => date.role === "deadline");
	const period = findPeriod(main.text);
	const rest: FoundMoment = {
		validThrough:
			structured.validThrough ?? (deadline && quoted(deadline.start, main.text, deadline.index, deadline.exact, 0.7)),
		datePosted: structured.datePosted,
		planningLabel: period && quoted(period.label, main.text, period.index, period.label, 0.6),
	};
	if (structured.startDate) return { ...structured, ...rest };
	if (chosen?.startTime) return { ...fromWritten(chosen, main.text, 0.9), ...rest };
	const element = timeElement(source);
	if (element.startDate) return { ...element, ...rest };
	return { ...(chosen ? fromWritten(chosen, main.text, 0.8) : {}), ...rest };
}
