import fc from "fast-check";
import { expect, test } from "vitest";
import type { EventItem } from "../../shared/model/feed.ts";
import { countFacet, type FeedQuery, facetParameters, matches } from "../../shared/model/query.ts";
import { standing } from "./feed.ts";
import { indexOf } from "./item-index.ts";

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, "0")}`);
const some = (values: readonly string[]) => fc.subarray([...values], { maxLength: Math.min(2, values.length) });

const Events = fc.array(
	fc.record({
		title: fc
			.array(fc.constantFrom("Open", "dag", "Techniek", "café", "Tech", "oké", "1"), { minLength: 1 })
			.map((w) => w.join(" ")),
		start: day.map((one) => `${one}T10:00:00+01:00`),
		end: fc.option(
			day.map((one) => `${one}T12:00:00+01:00`),
			{ nil: undefined },
		),
		place: fc.option(fc.constantFrom("Tilburg", "Ámsterdam", "Amsterdam", "Breda"), { nil: undefined }),
		stages: some(["vo", "vmbo", "mbo", "hbo"]),
		sectors: some(["energy", "ict", "construction"]),
	}),
	{ maxLength: 80 },
);

const Query = fc.record(
	{
		place: some(["tilburg", "amsterdam", "Breda"]),
		stage: some(["vmbo", "mbo"]),
		sector: some(["ict"]),
		from: day,
		to: day,
		q: fc.constantFrom("open", "tech", "cafe dag", "e", "hn k", "ok", "niets", "  "),
	},
	{ requiredKeys: [] },
);

const asEvent = ({ place, end, ...rest }: typeof Events extends fc.Arbitrary<(infer T)[]> ? T : never, at: number) =>
	({
		...rest,
		id: `id-${at}`,
		url: `https://voorbeeld.example/${at}`,
		...(end && { end }),
		timeZone: "Europe/Amsterdam",
		location: place ? { place } : {},
		partners: [],
		organizer: { id: `org-${at % 3}`, name: `Organisatie ${at % 3}` },
		actionLines: [],
		audiences: [],
	}) as unknown as EventItem;

test("finds and counts what reading the items one by one finds, for any query", () => {
	fc.assert(
		fc.property(Events, Query, fc.nat(90), fc.nat(20), (given, query, skip, most) => {
			const items = given.map(asEvent);
			const today = "2026-11-14";
			const candidates = standing("events", items, today, query as FeedQuery);
			const wanted = candidates.filter((item) => matches(item, query as FeedQuery));
			const found = indexOf("events", items).find(query as FeedQuery, today);
			expect(found.total).toBe(wanted.length);
			expect(found.positions(skip, most).map((at) => items[at]?.id)).toEqual(
				wanted.slice(skip, skip + most).map((item) => item.id),
			);
			for (const item of items) {
				const at = wanted.indexOf(item);
				expect(found.after(item.id)).toBe(at < 0 ? undefined : at + 1);
			}
			for (const parameter of facetParameters)
				expect(found.facet(parameter)).toEqual(countFacet(candidates, query as FeedQuery, parameter));
		}),
		{ numRuns: 300 },
	);
});
