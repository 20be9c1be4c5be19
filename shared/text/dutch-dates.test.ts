import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDutchDates } from "./dutch-dates.ts";
import { findPeriod } from "./dutch-periods.ts";
import { addDays } from "./zoned-time.ts";

const today = "2026-04-20";

/** `start[/end] [time[-time]]` of the first date found. */
function read(text: string): string | undefined {
	const [date] = findDutchDates(text, today);
	if (!date) return undefined;
	const days = date.end ? `${date.start}/${date.end}` : date.start;
	const times = date.startTime ? ` ${date.startTime}${date.endTime ? `-${date.endTime}` : ""}` : "";
	return days + times;
}

describe("dates in Dutch text", () => {
	it.each([
		["zaterdag 17 mei 2025", "2025-05-17"],
		["Op 3 juni 2026 openen wij de deuren.", "2026-06-03"],
		["za 16 mei van 10 tot 15 uur", "2026-05-16 10:00-15:00"],
		["Zaterdag 16 mei, 10.00 - 15.00 uur", "2026-05-16 10:00-15:00"],
		["16 mei 2026 | 10:00–15:00", "2026-05-16 10:00-15:00"],
		["donderdag 12 november 2026 om 19.30 uur", "2026-11-12 19:30"],
		["donderdag 12 november 2026, aanvang 19u30", "2026-11-12 19:30"],
		["12 nov. 2026 vanaf 9 uur", "2026-11-12 09:00"],
		["17-05-2026", "2026-05-17"],
		["17/5/2026 14:00 uur", "2026-05-17 14:00"],
		["2026-05-17", "2026-05-17"],
		["17 t/m 19 mei 2026", "2026-05-17/2026-05-19"],
		["17, 18 en 19 mei 2026", "2026-05-17/2026-05-19"],
		["van vrijdag 29 mei tot en met dinsdag 2 juni 2026", "2026-05-29/2026-06-02"],
		["29 december 2026 t/m 3 januari 2027", "2026-12-29/2027-01-03"],
		["29 december t/m 3 januari 2027", "2026-12-29/2027-01-03"],
		["3 oktober", "2026-10-03"],
		["3 februari", "2027-02-03"],
		["1e woensdag, te weten 6 mei 2026", "2026-05-06"],
		["maandag 8 maart", "2027-03-08"],
	])("reads “%s” as %s", (text, expected) => {
		expect(read(text)).toBe(expected);
	});

	it.each([
		"31 februari 2026",
		"op 32 mei",
		"versie 3.10.2",
		"telefoon 013-1234567",
		"lokaal 12 en 13",
		"7 van de 10 leerlingen",
		"vrijdag 16 mei",
	])("finds no date in “%s”", (text) => {
		expect(read(text)).toBeUndefined();
	});

	it.each([
		["Geplaatst op 3 maart 2026 door redactie", "published"],
		["Laatst gewijzigd: 03-03-2026", "published"],
		["Gepubliceerd 3 maart 2026", "published"],
		["Aanmelden kan tot 3 mei 2026", "deadline"],
		["Solliciteer uiterlijk 3 mei 2026", "deadline"],
		["De open dag is op 3 mei 2026", "moment"],
	])("knows what the date is for in “%s”: %s", (text, role) => {
		expect(findDutchDates(text, today)[0]?.role).toBe(role);
	});

	it("quotes date and time as they stand", () => {
		const text = "Kom op zaterdag 16 mei van 10 tot 15 uur naar Tilburg.";
		const [date] = findDutchDates(text, today);
		expect(date?.exact).toBe("zaterdag 16 mei van 10 tot 15 uur");
		expect(text.slice(date?.index)).toMatch(/^zaterdag 16/);
	});

	it("does not take the hour after a date for a second day", () => {
		expect(read("16 mei 2026 - 10 uur")).toBe("2026-05-16 10:00");
	});

	it("is less sure where it supplied the year", () => {
		const [[full], [bare]] = [findDutchDates("3 mei 2026", today), findDutchDates("3 mei", today)];
		expect(full?.confidence).toBeGreaterThan(bare?.confidence ?? 1);
	});

	it("reads any date that Intl writes in Dutch, wherever it stands", () => {
		const long = new Intl.DateTimeFormat("nl-NL", { dateStyle: "full", timeZone: "UTC" });
		const short = new Intl.DateTimeFormat("nl-NL", { dateStyle: "medium", timeZone: "UTC" });
		const dates = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays("1990-01-01", n));
		fc.assert(
			fc.property(dates, fc.constantFrom(long, short), (date, format) => {
				const text = `Kom op ${format.format(new Date(`${date}T00:00Z`))} langs.`;
				expect(findDutchDates(text, today)[0]?.start).toBe(date);
			}),
		);
	});

	it("reads any date written in any of the styles, with any times, wherever it stands", () => {
		const months = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december".split("|");
		const short = "jan|feb|mrt|apr|mei|jun|jul|aug|sept|okt|nov|dec".split("|");
		const weekdays = "zondag|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag".split("|");
		const two = (n: number) => String(n).padStart(2, "0");
		const partsOf = (date: string) => {
			const [y = 0, m = 0, d = 0] = date.split("-").map(Number);
			const weekday = weekdays[new Date(`${date}T00:00Z`).getUTCDay()] ?? "";
			return { y, m, d, month: months[m - 1] ?? "", short: short[m - 1] ?? "", weekday };
		};
		const styles: ((date: string) => string)[] = [
			(date) => `${partsOf(date).d} ${partsOf(date).month} ${partsOf(date).y}`,
			(date) => `${partsOf(date).weekday} ${partsOf(date).d} ${partsOf(date).month} ${partsOf(date).y}`,
			(date) => `${partsOf(date).weekday.slice(0, 2)}. ${partsOf(date).d} ${partsOf(date).short}. ${partsOf(date).y}`,
			(date) => `${partsOf(date).weekday}avond ${partsOf(date).d} ${partsOf(date).month} ${partsOf(date).y}`,
			(date) => `${partsOf(date).d} ${partsOf(date).short} '${two(partsOf(date).y % 100)}`,
			(date) => `${two(partsOf(date).d)}-${two(partsOf(date).m)}-${partsOf(date).y}`,
			(date) => `${partsOf(date).d}/${partsOf(date).m}/${partsOf(date).y}`,
			(date) => `${partsOf(date).month} ${partsOf(date).d}, ${partsOf(date).y}`,
			(date) => date,
		];
		const timeStyles: ((start: string, end: string) => string)[] = [
			(start, end) => `van ${start.replace(":", ".")} tot ${end.replace(":", ".")} uur`,
			(start, end) => `${start} - ${end}`,
			(start, end) => `${start}–${end} uur`,
			(start, end) => `tussen ${start.replace(":", ".")} en ${end.replace(":", ".")} uur`,
			(start, end) => `${start.replace(":", "u")} tot ${end.replace(":", "u")}`,
		];
		const dates = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays("2001-01-01", n));
		const minutes = fc.integer({ min: 0, max: 24 * 60 - 2 });
		const clock = (n: number) => `${two(Math.trunc(n / 60))}:${two(n % 60)}`;
		fc.assert(
			fc.property(
				dates,
				fc.constantFrom(...styles),
				fc.constantFrom(...timeStyles),
				minutes,
				fc.integer({ min: 1, max: 600 }),
				fc.constantFrom("Kom op ", "De dag is ", "", "Wanneer: "),
				(date, style, timeStyle, from, long, before) => {
					const [start, end] = [clock(from), clock(Math.min(from + long, 24 * 60 - 1))];
					const text = `${before}${style(date)}, ${timeStyle(start, end)}.`;
					expect(findDutchDates(text, today)[0], text).toMatchObject({ start: date, startTime: start, endTime: end });
				},
			),
			{ numRuns: 500 },
		);
	});

	it("reads any range of days written in words", () => {
		const long = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "UTC" });
		const dates = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays("2001-01-01", n));
		const between = fc.constantFrom(" t/m ", " tot en met ", " - ", " – ");
		fc.assert(
			fc.property(dates, fc.integer({ min: 1, max: 300 }), between, (start, days, sign) => {
				const end = addDays(start, days);
				const written = (date: string) => long.format(new Date(`${date}T00:00Z`));
				expect(findDutchDates(`Van ${written(start)}${sign}${written(end)}.`, today)[0]).toMatchObject({ start, end });
			}),
		);
	});

	it("never throws and quotes only what is there, whatever the text", () => {
		const pieces = fc.constantFrom("12", "31", "mei", " ", "t/m", "-", "2026", "uur", ":", "30", ".", "za", "en", ",");
		const texts = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.array(pieces, { maxLength: 25 }).map((p) => p.join("")),
		);
		fc.assert(
			fc.property(texts, (text) => {
				for (const date of findDutchDates(text, today)) {
					expect(text.slice(date.index, date.index + date.exact.length)).toBe(date.exact);
					expect(date.start).toMatch(/^\d{4}-\d\d-\d\d$/);
					if (date.end) expect(date.end > date.start).toBe(true);
				}
			}),
		);
	});
});

describe("periods in Dutch text", () => {
	it.each([
		["schooljaar 2026/27", "2026-08-01", "2027-07-31"],
		["In het schooljaar 2026-2027 doen", "2026-08-01", "2027-07-31"],
		["vanaf voorjaar 2027", "2027-03-01", "2027-05-31"],
		["najaar 2026", "2026-09-01", "2026-11-30"],
		["Programma 2023-2027", "2023-01-01", "2027-12-31"],
	])("reads “%s” as %s to %s", (text, start, end) => {
		expect(findPeriod(text)).toMatchObject({ start, end });
	});

	it("finds none where there is none", () => {
		expect(findPeriod("Wij werken sinds 2019 samen, tel. 2026-2026.")).toBeUndefined();
	});
});
