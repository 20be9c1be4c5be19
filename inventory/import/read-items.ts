import ICAL from "ical.js";
import Papa from "papaparse";
import * as z from "zod/mini";
import { parseJson, printable } from "../../shared/text/printable.ts";
import { inZone } from "../../shared/text/zoned-time.ts";

/** One item of a partner's file before it is checked. `key` is lasting within the file: a UID, an id, an address or a title. */
export interface ForeignItem {
	key: string;
	data: Record<string, unknown>;
}

/** The file is of no form we read. */
export class ImportError extends Error {}

const Loose = z.record(z.string(), z.unknown());
const Feed = z.object({ items: z.array(Loose) });

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

function fromJson(content: string): ForeignItem[] {
	const json = parseJson(content);
	const feed = Feed.safeParse(json);
	const list = feed.success ? feed.data.items : z.array(Loose).parse(json);
	return list.map(({ id, url, updatedAt: _, ...data }, index) => {
		const address = text(url);
		const key = text(id) ?? address ?? text(data.title) ?? String(index);
		return { key, data: { ...(address && { sourceUrl: address }), ...data } };
	});
}

/** `location.place` becomes `{location: {place}}`; a cell of a list field holds its codes with `;` between them. */
function fromCsv(content: string): ForeignItem[] {
	const { data: rows } = Papa.parse<Record<string, string>>(content.replace(/^\uFEFF/, ""), {
		header: true,
		skipEmptyLines: "greedy",
	});
	const lists = /^(?:actionLines|ambitions|stages|audiences|sectors|nationalActions|regionalGoals)$/;
	return rows.map((row, index) => {
		const data: Record<string, unknown> = {};
		for (const [name, cell] of Object.entries(row)) {
			const value = typeof cell === "string" ? cell.trim() : "";
			if (!value || name === "id") continue;
			const [outer = name, inner] = name.split(".");
			if (inner) data[outer] = { ...(typeof data[outer] === "object" ? data[outer] : {}), [inner]: value };
			else data[name] = lists.test(name) ? value.split(";").map((one) => one.trim()) : value;
		}
		return { key: row.id || row.sourceUrl || row.title || String(index), data };
	});
}

const statuses: Record<string, string> = { CANCELLED: "cancelled", TENTATIVE: "postponed" };

/** Single events; a recurring one gives its first occurrence (expansion comes with scheduled imports). */
function fromCalendar(content: string): ForeignItem[] {
	const calendar = new ICAL.Component(ICAL.parse(content));
	for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
	return calendar.getAllSubcomponents("vevent").map((component, index) => {
		const event = new ICAL.Event(component);
		const zone =
			event.startDate?.zone?.tzid === "UTC" || !event.startDate?.zone?.tzid?.includes("/")
				? "Europe/Amsterdam"
				: event.startDate.zone.tzid;
		const at = (time: ICAL.Time | null) => (time ? inZone(time.toJSDate().getTime(), zone) : undefined);
		const url = text(component.getFirstPropertyValue("url"));
		const status = text(component.getFirstPropertyValue("status"));
		return {
			key: event.uid || event.summary || String(index),
			data: {
				title: event.summary,
				...(event.description && { description: event.description }),
				start: at(event.startDate),
				end: at(event.endDate),
				timeZone: zone,
				status: statuses[status ?? ""] ?? "scheduled",
				...(event.location && { location: { name: event.location } }),
				...(url && { sourceUrl: url }),
			},
		};
	});
}

/** Reads our own feed format, a JSON list of records, iCalendar or CSV, told apart by their beginning. Throws {@link ImportError}. */
export function readItems(file: string): ForeignItem[] {
	const content = printable(file);
	const start = content.trimStart().slice(0, 20);
	try {
		if (/^[[{]/.test(start)) return fromJson(content);
		if (/^BEGIN:VCALENDAR/i.test(start)) return fromCalendar(content);
		if (start !== "" && !start.startsWith("<")) return fromCsv(content);
	} catch (error) {
		throw new ImportError(`Het bestand is niet te lezen: ${error instanceof Error ? error.message : String(error)}`);
	}
	throw new ImportError("Dit is geen feed, iCalendar-bestand of CSV: controleer het adres of het bestand.");
}
