import fc from "fast-check";
import { expect, test } from "vitest";
import type { EventItem } from "../../shared/model/feed.ts";
import { countFacet, type FeedQuery, facetParameters, matches } from "../../shared/model/query.ts";
import { carryIndex, indexOf, warmIndex } from "./item-index.ts";
import { standing } from "./standing.ts";

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

function expectAsFiltered(items: readonly EventItem[], query: FeedQuery, skip: number, most: number): void {
	const today = "2026-11-14";
	const candidates = standing("events", items, today, query);
	const wanted = candidates.filter((item) => matches(item, query));
	const found = indexOf("events", items).find(query, today);
	expect(found.total).toBe(wanted.length);
	expect(found.positions(skip, most).map((at) => items[at]?.id)).toEqual(
		wanted.slice(skip, skip + most).map((item) => item.id),
	);
	for (const item of items) {
		const at = wanted.indexOf(item);
		expect(found.after(item.id)).toBe(at < 0 ? undefined : at + 1);
	}
	for (const parameter of facetParameters)
		expect(found.facet(parameter)).toEqual(countFacet(candidates, query, parameter));
}

test("finds and counts what reading the items one by one finds, for any query, made ready beforehand or not", async () => {
	await fc.assert(
		fc.asyncProperty(Events, Query, fc.nat(90), fc.nat(20), fc.boolean(), async (given, query, skip, most, ready) => {
			const items = given.map(asEvent);
			if (ready) await warmIndex("events", items);
			expectAsFiltered(items, query as FeedQuery, skip, most);
		}),
		{ numRuns: 200 },
	);
});

/** Changes to a list: an item put in at a place, taken away, or replaced by another with the same id elsewhere. */
const Changes = fc.array(
	fc.record({ what: fc.constantFrom("add", "drop", "replace"), at: fc.nat(100), to: fc.nat(100), with: Events }),
	{ maxLength: 6 },
);

test("goes on finding and counting the same when items come, go and change", () => {
	fc.assert(
		fc.property(Events, Changes, Query, fc.nat(90), fc.nat(20), (given, changes, query, skip, most) => {
			let items = given.map(asEvent);
			const first = indexOf("events", items);
			let made = given.length;
			for (const change of changes) {
				const [other] = change.with;
				const old = change.what === "add" ? undefined : items[change.at % Math.max(1, items.length)];
				const after = items.filter((item) => item !== old);
				const changed = new Set(old ? [old.id] : []);
				if (change.what !== "drop" && other) {
					const item = { ...asEvent(other, made++), ...(old && { id: old.id }) };
					after.splice(change.to % (after.length + 1), 0, item);
					changed.add(item.id);
				}
				carryIndex(items, after, changed);
				items = after;
				expectAsFiltered(items, query as FeedQuery, skip, most);
				expect(indexOf("events", items).organizations().size).toBeGreaterThanOrEqual(Math.min(1, items.length));
			}
			expect(first.find({}, "2026-11-14").total).toBe(standing("events", given.map(asEvent), "2026-11-14").length);
		}),
		{ numRuns: 200 },
	);
});

test("makes an index anew when much was changed", () => {
	const [before, after] = [0, 5000].map((first) =>
		Array.from({ length: 1200 }, (_, at) =>
			asEvent(
				{
					title: "Open dag",
					start: "2026-11-20T10:00:00+01:00",
					end: undefined,
					place: "Breda",
					stages: [],
					sectors: [],
				},
				first + at,
			),
		),
	);
	if (!before || !after) throw new Error("There are no lists.");
	indexOf("events", before);
	carryIndex(before, after, new Set([...before, ...after].map((item) => item.id)));
	expect(indexOf("events", after).find({ place: ["breda"] }, "2026-11-14").total).toBe(1200);
});
