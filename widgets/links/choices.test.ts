import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FilterName } from "../../shared/messages/widgets.ts";
import { type FeedQuery, facetParameters } from "../../shared/model/query.ts";
import { addressOf, narrow } from "../feed/narrow.ts";
import { choicesOf, KnownValues } from "./choices.ts";
import { readHash, writeHash } from "./hash.ts";

const values = ["Tilburg", "Waalwijk", "mbo", "po", "gm0855", "internship"];
const known = new KnownValues();
for (const name of facetParameters) {
	known.learn({ [name]: values.map((value) => ({ value, label: value.toUpperCase(), count: 1 })) });
}

const word = fc.oneof(
	fc.constantFrom(...values),
	fc.constantFrom(
		"../../flevoland",
		"https://evil.example/",
		"x&region=flevoland",
		"limit=100",
		"__proto__",
		"2026-13-40",
	),
	fc.string({ maxLength: 20 }),
);
const key = fc.constantFrom(
	...facetParameters,
	"q",
	"from",
	"to",
	"region",
	"src",
	"limit",
	"widget",
	"filters",
	"after",
	"__proto__",
	"constructor",
);
const filters = fc.subarray<FilterName>([...facetParameters, "q", "from", "to"]);
const fixed: fc.Arbitrary<FeedQuery> = fc.record(
	{
		place: fc.subarray(["Tilburg", "Waalwijk"], { minLength: 1 }),
		stage: fc.subarray(["mbo", "po"], { minLength: 1 }),
		organization: fc.constant(["machinefabriek-de-leij"]),
		from: fc.constant("2026-11-21"),
		to: fc.constant("2026-12-31"),
		q: fc.constant("robot"),
	},
	{ requiredKeys: [] },
);
const feed = "https://inventory.example/feeds/midden-brabant/events.json";

/** What is asked of the feed when the visitor chose `choices`, as the element asks it. */
function askedFor(choices: ReturnType<typeof choicesOf>["choices"], own: FeedQuery): URL {
	const visitor: FeedQuery = {};
	for (const [name, choice] of Object.entries(choices)) {
		if (!choice) continue;
		if (name === "q" || name === "from" || name === "to") visitor[name] = choice.value;
		else Object.assign(visitor, { [name]: [choice.value] });
	}
	return new URL(addressOf(feed, narrow(own, visitor)));
}

describe("what a link chooses", () => {
	it("never leaves the feed, nor what the partner fixed, whatever the hash says", () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.constantFrom("agenda", "events", ""), key, word), { maxLength: 8 }),
				fc.string({ maxLength: 40 }),
				filters,
				fixed,
				(pieces, noise, visible, own) => {
					let hash = `#${noise}`;
					for (const [name, parameter, value] of pieces) {
						hash = writeHash(`${hash}&x`, name, Object.fromEntries([[parameter, value]]));
					}
					const { choices } = choicesOf(readHash(hash, "agenda"), { filters: visible, fixed: own }, known);
					for (const name of Object.keys(choices)) expect(visible).toContain(name);
					const asked = askedFor(choices, own);
					expect(asked.origin + asked.pathname).toBe(feed);
					for (const [name, value] of asked.searchParams) {
						expect([...facetParameters, "q", "from", "to"]).toContain(name);
						const within = (own as Record<string, unknown>)[name];
						if (Array.isArray(within)) expect(within).toContain(value);
					}
					// What was fixed is still asked for.
					for (const name of Object.keys(own)) expect(asked.searchParams.has(name)).toBe(true);
					if (own.from) expect((asked.searchParams.get("from") ?? "") >= own.from).toBe(true);
					if (own.to) expect((asked.searchParams.get("to") ?? "9") <= own.to).toBe(true);
					if (own.q) expect(asked.searchParams.get("q")).toContain(own.q);
				},
			),
			{ numRuns: 500 },
		);
	});

	it("is what the feed knows by name, and a date that a calendar knows", () => {
		const wanted = new Map([
			["place", "Tilburg"],
			["stage", "Atlantis"],
			["from", "2026-13-40"],
			["to", "2026-12-31"],
			["q", "robots"],
		]);
		const found = choicesOf(wanted, { filters: ["place", "stage", "from", "to"], fixed: {} }, known);
		expect(found).toEqual({
			choices: { place: { value: "Tilburg", label: "TILBURG" }, to: { value: "2026-12-31", label: "2026-12-31" } },
			unknown: ["stage=Atlantis"],
		});
	});

	it("is not asked for again where the partner's choice excludes it", () => {
		const found = choicesOf(new Map([["place", "Goes"]]), { filters: ["place"], fixed: { place: ["Tilburg"] } }, known);
		expect(found).toEqual({ choices: {}, unknown: [] });
	});
});
