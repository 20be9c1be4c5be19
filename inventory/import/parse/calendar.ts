import { createHash } from "node:crypto";
import ICAL from "ical.js";
import { addDays, dateIn, inZone } from "../../../shared/text/zoned-time.ts";
import { type ForeignItem, ImportError, type Items, textOf } from "../items.ts";
import { plainText } from "./html-text.ts";
import { EndlessRule, expand } from "./recurrence.ts";
import { homeZone, type Zone, zonesOf } from "./zones.ts";

const day = 86_400_000;
/** How far series are written out, and how long ago something may have ended to still be taken. */
export const daysAhead = 400;
export const daysBack = 30;

type FindZone = ReturnType<typeof zonesOf>;

/** Each component of a kind that we read, as text, in one pass over the lines. */
function* componentsOf(content: string): Generator<{ name: string; block: string }> {
	const border = /^(BEGIN|END):(VEVENT|VTIMEZONE)[ \t]*\r?$/gim;
	let open: { name: string; from: number } | undefined;
	for (const match of content.matchAll(border)) {
		const [line, edge = "", kind = ""] = match;
		const name = kind.toUpperCase();
		if (edge.toUpperCase() === "BEGIN") open = { name, from: match.index };
		else if (open?.name === name) {
			yield { name, block: content.slice(open.from, match.index + line.length) };
			open = undefined;
		}
	}
}

/** The VEVENTs by UID, each as text: they are parsed one UID at a time, so that a wrong one spoils no other. */
function splitCalendar(content: string) {
	const zones = new Map<string, string>();
	const events = new Map<string, string[]>();
	for (const { name, block } of componentsOf(content)) {
		const unfolded = block.replace(/\r?\n[ \t]/g, "");
		const named = (property: string) =>
			textOf(new RegExp(`^${property}(?:;[^:\\r\\n]*)?:(.*)$`, "im").exec(unfolded)?.[1]);
		if (name === "VTIMEZONE") {
			const id = named("TZID");
			if (id) zones.set(id, block);
			continue;
		}
		// Without a UID it is known by what it says.
		const uid =
			named("UID") ??
			createHash("sha256")
				.update(unfolded.replace(/^DTSTAMP.*$/im, ""))
				.digest("hex");
		const held = events.get(uid);
		if (held) held.push(block);
		else events.set(uid, [block]);
	}
	const calendarZone = textOf(/^X-WR-TIMEZONE:(.*)$/im.exec(content.slice(0, 20_000))?.[1]);
	return { zones, events, calendarZone };
}

interface Moment {
	wall: number;
	isDate: boolean;
	zone: Zone;
}

const wallOf = (time: ICAL.Time) => Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);

/** The times in a property, with the zone that it names; of a period its start. */
function momentsOf(property: ICAL.Property | null, findZone: FindZone): Moment[] {
	if (!property) return [];
	const named: unknown = property.getFirstParameter("tzid");
	return property.getValues().flatMap((value: unknown) => {
		const time = value instanceof ICAL.Period ? value.start : value;
		if (!(time instanceof ICAL.Time)) return [];
		const zone = findZone(textOf(named), time.zone?.tzid === "UTC");
		return [{ wall: wallOf(time), isDate: time.isDate, zone }];
	});
}

/** What a VEVENT says, its times read. */
interface Entry {
	component: ICAL.Component;
	start: Moment | undefined;
	/** Milliseconds from start to end: on the clock for whole days, else exactly. */
	length: number | undefined;
	recurrenceId: Moment | undefined;
	andFuture: boolean;
}

function lengthOf(component: ICAL.Component, start: Moment, findZone: FindZone): number | undefined {
	const [end] = momentsOf(component.getFirstProperty("dtend"), findZone);
	if (end)
		return start.isDate ? end.wall - start.wall : end.zone.toInstant(end.wall) - start.zone.toInstant(start.wall);
	const duration: unknown = component.getFirstPropertyValue("duration");
	if (duration instanceof ICAL.Duration) return duration.toSeconds() * 1000;
	return start.isDate ? day : undefined;
}

function entryOf(block: string, findZone: FindZone): Entry {
	const component = new ICAL.Component(ICAL.parse(block));
	const [start] = momentsOf(component.getFirstProperty("dtstart"), findZone);
	const recurrence = component.getFirstProperty("recurrence-id");
	const range: unknown = recurrence?.getFirstParameter("range");
	return {
		component,
		start,
		length: start && lengthOf(component, start, findZone),
		recurrenceId: momentsOf(recurrence, findZone)[0],
		andFuture: range === "THISANDFUTURE",
	};
}

const statuses: Readonly<Record<string, string>> = { CANCELLED: "cancelled", TENTATIVE: "postponed" };

/** Properties that name persons stay out of what is kept as it was found. */
const personal = new Set(["attendee", "organizer", "contact"]);

const rawOf = (component: ICAL.Component): unknown =>
	component.getAllProperties().flatMap((property) => (personal.has(property.name) ? [] : [property.toJSON()]));

/** Where there is an offset, times are shown in it. */
function dataOf({ component, length }: Entry, start: Moment): Record<string, unknown> {
	const value = (name: string) => textOf(component.getFirstPropertyValue(name));
	const { zone, isDate } = start;
	const instant = zone.toInstant(start.wall);
	const end = length === undefined ? undefined : isDate ? zone.toInstant(start.wall + length) : instant + length;
	const place: unknown = component.getFirstPropertyValue("geo");
	const [latitude, longitude] = Array.isArray(place) ? place.map(Number) : [];
	const description = value("description");
	const location = value("location");
	return {
		title: value("summary"),
		...(description && { description: plainText(description) }),
		start: inZone(instant, zone.name),
		...(end !== undefined && { end: inZone(end, zone.name) }),
		timeZone: zone.name,
		status: statuses[value("status")?.toUpperCase() ?? ""] ?? "scheduled",
		...((location || latitude !== undefined) && { location: { name: location, latitude, longitude } }),
		...(value("url") && { sourceUrl: value("url") }),
	};
}

/** A slug that is the same at each run. */
const seriesId = (uid: string) => `reeks-${createHash("sha256").update(uid).digest("hex").slice(0, 16)}`;

/** `2026-11-21T19:30:00`, or the date alone for a whole day: the RECURRENCE-ID by which an occurrence stays itself. */
const idOf = (wall: number, isDate: boolean) => new Date(wall).toISOString().slice(0, isDate ? 10 : 19);

interface Window {
	from: number;
	to: number;
}

function seriesOf(
	uid: string,
	master: Entry & { start: Moment },
	changes: Entry[],
	window: Window,
	findZone: FindZone,
) {
	const { component, start } = master;
	const walls = (name: string) => component.getAllProperties(name).flatMap((property) => momentsOf(property, findZone));
	/** A moment of RDATE and EXDATE may be in another zone than the series. */
	const inSeries = (moment: Moment) =>
		moment.isDate || moment.zone === start.zone ? moment.wall : start.zone.toWall(moment.zone.toInstant(moment.wall));
	const left = walls("exdate");
	const times = expand(
		{
			start: start.wall,
			rules: component.getAllProperties("rrule").map((property) => String(property.getFirstValue())),
			dates: walls("rdate").map(inSeries),
			except: {
				times: new Set(left.filter(({ isDate }) => !isDate || start.isDate).map(inSeries)),
				days: new Set(left.filter(({ isDate }) => isDate).map(({ wall }) => idOf(wall, true))),
			},
			toWall: start.zone.toWall,
		},
		window.from,
		window.to,
	);
	const found = new Map(times.map((wall) => [wall, { entry: master as Entry, start: { ...start, wall } }]));
	const sorted = changes
		.flatMap((entry) => (entry.recurrenceId ? [{ entry, at: inSeries(entry.recurrenceId) }] : []))
		.sort((a, b) => a.at - b.at);
	for (const { entry, at } of sorted) {
		if (!entry.start) continue;
		const moved = entry.start.wall - at;
		if (entry.andFuture)
			for (const [wall] of found)
				if (wall >= at) found.set(wall, { entry, start: { ...entry.start, wall: wall + moved } });
		if (entry.start.wall >= window.from && entry.start.wall <= window.to) found.set(at, { entry, start: entry.start });
	}
	const name = textOf(component.getFirstPropertyValue("summary"))?.slice(0, 200);
	return [...found]
		.sort(([a], [b]) => a - b)
		.map(([wall, one]): ForeignItem => {
			const edition = dateIn(one.start.zone.name, one.start.zone.toInstant(one.start.wall));
			return {
				key: `${uid}#${idOf(wall, start.isDate)}`,
				data: { ...dataOf(one.entry, one.start), ...(name && { series: { id: seriesId(uid), name, edition } }) },
				raw: rawOf(one.entry.component),
			};
		});
}

function itemsOf(
	uid: string,
	blocks: string[],
	window: Window,
	findZone: FindZone,
): { items: ForeignItem[]; past: number } {
	const entries = blocks.map((block) => entryOf(block, findZone));
	const changes = entries.filter(({ recurrenceId }) => recurrenceId);
	// Of two with one UID the later stands: it is the one that was published again.
	const master = entries.findLast(({ recurrenceId }) => !recurrenceId);
	const repeats = master && ["rrule", "rdate"].some((name) => master.component.getFirstProperty(name));
	if (master?.start && (repeats || changes.length > 0)) {
		const items = seriesOf(uid, { ...master, start: master.start }, changes, window, findZone);
		return { items, past: items.length === 0 ? 1 : 0 };
	}
	const single = master
		? [{ entry: master, key: uid }]
		: changes.map((entry) => ({
				entry,
				key: `${uid}#${idOf(entry.recurrenceId?.wall ?? 0, entry.recurrenceId?.isDate ?? false)}`,
			}));
	let past = 0;
	const items = single.flatMap(({ entry, key }) => {
		if (entry.start && entry.start.wall + (entry.length ?? 0) < window.from) {
			past++;
			return [];
		}
		const data = entry.start
			? dataOf(entry, entry.start)
			: { title: textOf(entry.component.getFirstPropertyValue("summary")) };
		return [{ key, data, raw: rawOf(entry.component) }];
	});
	return { items, past };
}

/** After so many rules without end the rest is not tried: each costs time. */
const mostEndless = 50;

/**
 * Events of an iCalendar file (RFC 5545), in what order they stand there. A series gives an item for each occurrence of the
 * coming {@link daysAhead} days, changed and cancelled ones as they were changed; what was over {@link daysBack} days ago is left out.
 */
export async function* parseCalendar(content: string, now: Date): Items {
	const { zones, events, calendarZone } = splitCalendar(content);
	if (events.size === 0 && !/^END:VCALENDAR/im.test(content))
		throw new ImportError(
			"Het bestand is niet te lezen: de agenda is niet volledig.",
			"The file cannot be read: the calendar is not complete.",
		);
	const findZone = zonesOf(zones, calendarZone);
	const today = dateIn(homeZone, now.getTime());
	const window = { from: Date.parse(addDays(today, -daysBack)), to: Date.parse(addDays(today, daysAhead)) };
	let [endless, past] = [0, 0];
	for (const [uid, blocks] of events) {
		try {
			if (endless > mostEndless) throw new EndlessRule();
			const found = itemsOf(uid, blocks, window, findZone);
			past += found.past;
			yield* found.items;
		} catch (error) {
			if (error instanceof EndlessRule) endless++;
			const why = error instanceof Error ? error.message : String(error);
			yield {
				key: uid,
				skipped:
					error instanceof EndlessRule
						? {
								nl: "De herhaling levert te veel momenten op, dus niet overgenomen.",
								en: "The recurrence gives too many times, so it was left out.",
							}
						: { nl: `Niet te lezen: ${why}`, en: `Cannot be read: ${why}` },
			};
		}
	}
	if (past > 0)
		yield {
			key: "",
			skipped: {
				nl: `${past} activiteiten zijn langer dan ${daysBack} dagen voorbij of vallen buiten de komende ${daysAhead} dagen, dus niet overgenomen.`,
				en: `${past} events were over more than ${daysBack} days ago or fall outside the coming ${daysAhead} days, so they were left out.`,
			},
		};
}
