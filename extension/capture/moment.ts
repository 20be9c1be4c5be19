import { findDutchDates, type WrittenDate } from "../../shared/text/dutch-dates.ts";
import { findPeriod } from "../../shared/text/dutch-periods.ts";
import { findDutchTimes } from "../../shared/text/dutch-times.ts";
import { addDays, inZone } from "../../shared/text/zoned-time.ts";
import { type Found, found, quoted, tidy } from "./page.ts";
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

/** The dates behind "Datum: …", with a time behind "Tijd: …" where they have none. */
function labelledMoment(source: Source): FoundMoment {
	const { labels, main, page } = source;
	const when = labels.get("when");
	const date = when && findDutchDates(when.value, page.today).find(({ role }) => role === "moment");
	if (!when || !date) return {};
	return fromWritten({ ...date, index: date.index + when.index }, main.text, 0.95);
}

/** A time behind "Tijd: …", or the first of the text, for a day whose time is not known yet. */
function labelledTime(source: Source): Pick<FoundMoment, "startTime" | "endTime"> {
	const { labels, main } = source;
	const label = labels.get("time");
	// A label takes "10:00 - 12:00" as it stands, without "uur".
	const time = label && findDutchTimes(/^\s*\d/.test(label.value) ? `om ${label.value}` : label.value)[0];
	if (!label || !time) return {};
	const at = (value: string | undefined) => value && quoted(value, main.text, label.index, label.value, 0.75);
	return { startTime: at(time.startTime) || undefined, endTime: at(time.endTime) || undefined };
}

/** OpenGraph's event times, as ticket sites write them. */
function declaredMoment({ meta }: Source): FoundMoment {
	const start = readIso(meta.get("event:start_time") ?? meta.get("og:event:start_time") ?? "");
	const end = readIso(meta.get("event:end_time") ?? "");
	const as = (value: string | undefined) => (value ? found(value, "meta", 0.85) : undefined);
	if (!start) return {};
	return {
		startDate: as(start.date),
		startTime: as(start.time),
		endDate: as(end?.date === start.date ? undefined : end?.date),
		endTime: as(end?.time),
	};
}

/** A time written with the same day in the text, for structured data that has the day alone. */
function withTimes(moment: FoundMoment, dates: readonly WrittenDate[], source: Source): FoundMoment {
	if (moment.startTime || !moment.startDate) return moment;
	const same = dates.find(({ start, startTime }) => startTime && start === moment.startDate?.value);
	const times = same ? fromWritten(same, source.main.text, 0.9) : {};
	const { startTime, endTime } = times.startTime ? times : labelledTime(source);
	return { ...moment, startTime, endTime: moment.endTime ?? endTime };
}

/** The last day that still counts: "vóór 1 december" is through 30 November. */
const lastDay = ({ start, isExclusive }: WrittenDate) => (isExclusive ? addDays(start, -1) : start);

function deadlineOf(source: Source, written: readonly WrittenDate[]): Found | undefined {
	const { labels, main, page } = source;
	const label = labels.get("deadline");
	const labelled = label && findDutchDates(label.value, page.today)[0];
	if (label && labelled) {
		const isBefore = /(?:v[óo][óo]r|voor|before)\s*:?\s*$/i.test(
			main.text.slice(Math.max(0, label.index - 12), label.index),
		);
		const value = isBefore ? addDays(labelled.start, -1) : lastDay(labelled);
		return quoted(value, main.text, label.index + labelled.index, labelled.exact, 0.8);
	}
	const deadline = written.find((date) => date.role === "deadline");
	return deadline && quoted(lastDay(deadline), main.text, deadline.index, deadline.exact, 0.7);
}

function periodOf({ labels, main, page }: Source): Found | undefined {
	const label = labels.get("period");
	const labelled = label && findPeriod(label.value);
	if (label && labelled) return quoted(labelled.label, main.text, label.index + labelled.index, labelled.label, 0.8);
	const heading = tidy(page.document.querySelector("h1")?.textContent ?? "");
	const inHeading = findPeriod(heading);
	if (inHeading) return quoted(inHeading.label, heading, inHeading.index, inHeading.label, 0.7);
	const period = findPeriod(main.text);
	return period && quoted(period.label, main.text, period.index, period.label, 0.6);
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
	const rest: FoundMoment = {
		validThrough: structured.validThrough ?? deadlineOf(source, written),
		datePosted: structured.datePosted,
		planningLabel: periodOf(source),
	};
	for (const moment of [structured, labelledMoment(source), declaredMoment(source)])
		if (moment.startDate) return { ...withTimes(moment, moments, source), ...rest };
	if (chosen?.startTime) return { ...fromWritten(chosen, main.text, 0.9), ...rest };
	const element = timeElement(source);
	if (element.startDate) return { ...withTimes(element, moments, source), ...rest };
	return { ...(chosen ? withTimes(fromWritten(chosen, main.text, 0.8), moments, source) : {}), ...rest };
}
