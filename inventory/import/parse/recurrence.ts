import { RRuleTemporal } from "rrule-temporal";

/**
 * Recurrence of RFC 5545 on the clock's own time: a rule says what clocks show, so it is expanded as if there were no zones, and
 * each time is brought to an instant afterwards. "Wall" times are milliseconds that read as the clock does when taken for UTC.
 */

export interface Recurrence {
	/** Wall time of DTSTART. */
	start: number;
	/** RRULE values, with UNTIL as it stood. */
	rules: readonly string[];
	/** Wall times of RDATE and EXDATE. */
	dates: readonly number[];
	/** Times left out; a whole day as its date. */
	except: { times: ReadonlySet<number>; days: ReadonlySet<string> };
	/** An instant (milliseconds) as wall time in the event's zone: an UNTIL in UTC is one. */
	toWall: (instant: number) => number;
}

/** A rule that never ends within what is sensible, such as each second for ever. */
export class EndlessRule extends Error {}

const mostSteps = 20_000;
export const mostOccurrences = 1000;

const basic = (wall: number) => new Date(wall).toISOString().replace(/[-:]|\.\d+/g, "");

/** UNTIL as wall time, in the one form that the library reads; a date lasts until its end. */
function untilOf(value: string, toWall: Recurrence["toWall"]): string {
	const [, year, month, day, time, utc] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6}))?(Z?)$/.exec(value) ?? [];
	if (!year) throw new Error(`UNTIL=${value}`);
	const clock = time ?? "235959";
	const wall = Date.parse(`${year}-${month}-${day}T${clock.slice(0, 2)}:${clock.slice(2, 4)}:${clock.slice(4)}Z`);
	if (Number.isNaN(wall)) throw new Error(`UNTIL=${value}`);
	return basic(utc ? toWall(wall) : wall);
}

/** The parts of the rule that RFC 5545 knows, and no others. */
function ruleText(rule: string, toWall: Recurrence["toWall"]): string {
	const parts = rule
		.toUpperCase()
		.split(";")
		.map((part) => part.trim())
		.filter((part) =>
			/^(?:FREQ|INTERVAL|COUNT|UNTIL|WKST|BY(?:SECOND|MINUTE|HOUR|DAY|MONTHDAY|YEARDAY|WEEKNO|MONTH|SETPOS))=/.test(
				part,
			),
		);
	return parts.map((part) => (part.startsWith("UNTIL=") ? `UNTIL=${untilOf(part.slice(6), toWall)}` : part)).join(";");
}

function expandRule(rule: string, { start, toWall }: Recurrence, from: number, to: number): number[] {
	const series = new RRuleTemporal({
		rruleString: `DTSTART:${basic(start)}\nRRULE:${ruleText(rule, toWall)}`,
		includeDtstart: true,
		maxIterations: mostSteps,
		cache: false,
	});
	try {
		return series.between(new Date(from), new Date(to), true).map((time) => time.epochMilliseconds);
	} catch (error) {
		if (error instanceof Error && /maximum/i.test(error.message)) throw new EndlessRule(rule);
		throw error;
	}
}

/**
 * The wall times from `from` to `to` at which something recurs, in order, each once. Throws {@link EndlessRule} for more than
 * anybody can use, and an Error for a rule that is none.
 */
export function expand(recurrence: Recurrence, from: number, to: number): number[] {
	const { start, rules, dates, except } = recurrence;
	const found = new Set([start, ...dates].filter((wall) => wall >= from && wall <= to));
	for (const rule of rules) {
		const times = expandRule(rule, recurrence, from, to);
		if (times.length > mostOccurrences) throw new EndlessRule(rule);
		for (const wall of times) found.add(wall);
	}
	return [...found]
		.filter((wall) => !except.times.has(wall) && !except.days.has(new Date(wall).toISOString().slice(0, 10)))
		.sort((a, b) => a - b);
}
