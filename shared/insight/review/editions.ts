import type { EventItem } from "../../model/feed.ts";
import { dateIn } from "../../text/zoned-time.ts";

export interface Totals {
	editions: number;
	/** Sums of what was counted; undefined when nobody counted. */
	visitors?: number | undefined;
	companies?: number | undefined;
	schools?: number | undefined;
}

/** The editions of one thing in a year: those of one initiative or, without, of one series. */
export interface EditionGroup {
	readonly id: string;
	readonly title: string;
	readonly url?: string | undefined;
	/** In order of time. */
	readonly events: readonly EventItem[];
	readonly totals: Totals;
	/** The year before; undefined when there was none. */
	readonly before?: Totals | undefined;
}

/** The year in which an event began, where it was. */
export const yearOf = ({ start, timeZone }: Pick<EventItem, "start" | "timeZone">): number =>
	Number(dateIn(timeZone, Date.parse(start)).slice(0, 4));

const wentOn = ({ status }: EventItem) => status !== "cancelled" && status !== "postponed";

/** The events that were held in a year, in order of time. */
export const heldIn = (events: readonly EventItem[], year: number): EventItem[] =>
	events
		.filter((event) => wentOn(event) && yearOf(event) === year)
		.sort((one, other) => Date.parse(one.start) - Date.parse(other.start));

const sum = (values: readonly (number | undefined)[]) => {
	const known = values.filter((value) => value !== undefined);
	return known.length > 0 ? known.reduce((all, value) => all + value, 0) : undefined;
};

export const totalsOf = (events: readonly EventItem[]): Totals => ({
	editions: events.length,
	visitors: sum(events.map(({ results }) => results?.visitors)),
	companies: sum(events.map(({ results }) => results?.companies)),
	schools: sum(events.map(({ results }) => results?.schools)),
});

const groupKey = ({ initiative, series }: EventItem) => initiative?.id ?? series?.id;

/** The editions of a year with what they brought about; only groups of which some result is known. Largest first. */
export function editionsOf(events: readonly EventItem[], year: number): EditionGroup[] {
	const groups = new Map<string, EventItem[]>();
	for (const event of heldIn(events, year)) {
		const key = groupKey(event);
		if (key && event.series) groups.set(key, [...(groups.get(key) ?? []), event]);
	}
	const lastYear = heldIn(events, year - 1);
	return [...groups]
		.filter(([, own]) => own.some(({ results }) => results))
		.map(([id, own]): EditionGroup => {
			const before = lastYear.filter((event) => event.series && groupKey(event) === id);
			const [{ initiative, series } = {}] = own;
			return {
				id,
				title: initiative?.title ?? series?.name ?? "",
				url: initiative?.url,
				events: own,
				totals: totalsOf(own),
				before: before.length > 0 ? totalsOf(before) : undefined,
			};
		})
		.sort((one, other) => other.events.length - one.events.length || one.title.localeCompare(other.title, "nl"));
}
