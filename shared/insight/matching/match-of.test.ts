import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Opportunity, opportunityFields } from "../../model/opportunity.ts";
import { audiences } from "../../vocabularies/audiences.ts";
import { learningPaths } from "../../vocabularies/learning-paths.ts";
import { municipalities } from "../../vocabularies/municipalities.ts";
import { opportunityTypes } from "../../vocabularies/opportunity-types.ts";
import { sectors } from "../../vocabularies/sectors.ts";
import { stages } from "../../vocabularies/stages.ts";
import { codesOf } from "../../vocabularies/vocabulary.ts";
import { pathOf, typesFor } from "./answers.ts";
import { distanceBetween, kilometresBetween, municipalitiesAround } from "./distance.ts";
import { bestFor, between, matchOf, nearMisses } from "./match-of.ts";
import { isPersonal } from "./personal.ts";
import type { Side } from "./side.ts";

const today = "2026-11-21";
const options = { today };

const side = (fields: Partial<Opportunity>, rest: Omit<Side, "wish"> = {}): Side => ({
	wish: opportunityFields.parse({ title: "Iets", type: "excursion", ...fields }),
	...rest,
});

const day = fc
	.integer({ min: -30, max: 400 })
	.map((days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10));
const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 3 });
/** Mostly left open, so that enough pairs meet every condition. */
const maybe = <T>(value: fc.Arbitrary<T>) =>
	fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const sideIn = (direction: "request" | "offer") =>
	fc
		.record({
			// Few types, so that most pairs get past the first condition.
			type: fc.constantFrom("internship", "work-study", "graduation-project", "excursion"),
			stages: some(codesOf(stages).slice(3, 6)),
			sectors: some(codesOf(sectors).slice(0, 6)),
			audiences: some(codesOf(audiences)),
			learningPath: maybe(fc.constantFrom(...codesOf(learningPaths))),
			municipality: maybe(fc.constantFrom(...codesOf(municipalities))),
			withinKm: maybe(fc.integer({ min: 1, max: 120 })),
			start: maybe(day),
			length: maybe(fc.integer({ min: 0, max: 90 })),
			validThrough: maybe(day),
			organization: maybe(fc.constantFrom("Voorbeeld BV", "Voorbeeldschool")),
			words: some(["lasrobot", "zonnepanelen", "cnc", "drone"]),
			region: fc.constantFrom("flevoland", "oost"),
			state: maybe(fc.constantFrom("clipped" as const, "published" as const, "archived" as const)),
		})
		.map(({ municipality, organization, words, length, region, state, start, ...fields }) =>
			side(
				{
					...fields,
					direction,
					start,
					...(start &&
						length !== undefined && {
							end: new Date(Date.parse(start) + length * 86_400_000).toISOString().slice(0, 10),
						}),
					title: ["Iets", ...words].join(" "),
					...(municipality && { location: { municipality } }),
					...(organization && { organization: { name: organization } }),
				},
				{ region, state },
			),
		);

describe("matching", () => {
	it("proposes nothing that breaks a hard condition, judged apart from how it does", () => {
		let proposed = 0;
		fc.assert(
			fc.property(sideIn("request"), fc.array(sideIn("offer"), { maxLength: 30 }), (request, pool) => {
				for (const { side: offer, match } of bestFor(request, pool, { ...options, limit: 5 })) {
					proposed++;
					const [asked, offered] = [request.wish, offer.wish];
					expect(match.broken).toEqual([]);
					expect(typesFor(asked.type)).toContain(offered.type);
					if (asked.stages.length && offered.stages.length)
						expect(asked.stages.filter((code) => offered.stages.includes(code))).not.toEqual([]);
					if (pathOf(asked) && pathOf(offered)) expect(pathOf(asked)).toBe(pathOf(offered));
					for (const { validThrough, end } of [asked, offered]) {
						expect((validThrough ?? "9999") >= today).toBe(true);
						expect((end ?? "9999") >= today).toBe(true);
					}
					expect((asked.end ?? "9999") >= (offered.start ?? "0000")).toBe(true);
					expect((offered.end ?? "9999") >= (asked.start ?? "0000")).toBe(true);
					const km = distanceBetween(asked, offered) ?? 0;
					for (const { withinKm = 1000 } of [asked, offered]) expect(km).toBeLessThanOrEqual(withinKm);
					for (const { state } of [request, offer]) expect(state).not.toBe("archived");
					if (asked.organization) expect(offered.organization?.name).not.toBe(asked.organization.name);
				}
			}),
			{ numRuns: 200 },
		);
		expect(proposed).toBeGreaterThan(50);
	});

	it("gives one score to a pair, from whichever side one looks, between 0 and 1", () => {
		fc.assert(
			fc.property(sideIn("request"), sideIn("offer"), (request, offer) => {
				expect(between(offer, request, options)).toEqual(between(request, offer, options));
				const { score } = matchOf(request, offer, options);
				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(1);
				const [back] = bestFor(offer, [request], { ...options, limit: 1 });
				const [forth] = bestFor(request, [offer], { ...options, limit: 1 });
				expect(back?.match.score).toBe(forth?.match.score);
			}),
		);
	});

	it("never likes an offer more for being farther away", () => {
		const codes = fc.constantFrom(...codesOf(municipalities));
		fc.assert(
			fc.property(sideIn("request"), sideIn("offer"), codes, codes, codes, (request, offer, from, one, other) => {
				const at = (given: Side, municipality: typeof one) => ({
					...given,
					wish: { ...given.wish, location: { municipality } },
				});
				const asking = at(request, from);
				const pair = [one, other].map((code) => {
					const there = at(offer, code);
					return { km: distanceBetween(asking.wish, there.wish) ?? 0, ...matchOf(asking, there, options) };
				});
				const [near, far] = pair.sort((a, b) => a.km - b.km);
				expect(near?.score).toBeGreaterThanOrEqual(far?.score ?? 1);
			}),
		);
	});

	it("says why something is not proposed, and puts what nearly fits first", () => {
		const request = side({
			direction: "request",
			stages: ["vmbo"],
			start: "2027-05-01",
			end: "2027-05-31",
			withinKm: 30,
			location: { municipality: "gm0243" },
		});
		const offers = [
			side({ stages: ["hbo"], location: { municipality: "gm0855" } }),
			side({ stages: ["vmbo"], location: { municipality: "gm0855" } }),
			side({ stages: ["vmbo"], start: "2027-06-02", location: { municipality: "gm0243" } }),
			side({ stages: ["vmbo"], location: { municipality: "gm0302" } }),
		];
		expect(bestFor(request, offers, { ...options, limit: 9 }).map(({ side }) => offers.indexOf(side))).toEqual([3]);
		const missed = nearMisses(request, offers, { ...options, limit: 9 });
		expect(missed.map(({ side }) => offers.indexOf(side))).toEqual([2, 1, 0]);
		expect(missed.flatMap(({ match }) => match.broken.map(({ nl }) => nl))).toEqual([
			"De periodes passen niet: gevraagd mei 2027, aangeboden vanaf 2 juni 2027.",
			expect.stringMatching(/^De afstand is \d+ km; volgens de vraag mag het hoogstens 30 km zijn\.$/),
			"De vraag is voor Vmbo, het aanbod voor Hbo.",
			expect.stringContaining("De afstand is"),
		]);
	});

	it("gives its reasons in sentences, in both languages", () => {
		const where = { municipality: "gm0243" } as const;
		const request = side({
			direction: "request",
			title: "Excursie naar een bedrijf met een lasrobot",
			stages: ["vmbo"],
			sectors: ["metal"],
			location: where,
		});
		const offer = side({
			title: "Rondleiding langs onze lasrobots",
			stages: ["vmbo"],
			sectors: ["metal"],
			location: { municipality: "gm0233" },
		});
		const { reasons } = matchOf(request, offer, options);
		expect(reasons.map(({ nl }) => nl)).toEqual([
			"Beide in Metaal en maakindustrie.",
			expect.stringMatching(/^\d+ km van elkaar: Harderwijk en Ermelo\.$/),
			"Beide noemen: lasrobot.",
			"Beide voor Vmbo.",
		]);
		expect(reasons.map(({ en }) => en)[0]).toBe("Both in Metal and manufacturing.");
	});

	it("lets an internship of the bbl and a work-study place answer each other, and one of the bol not", () => {
		const asked = (learningPath: "bbl" | "bol") =>
			side({ direction: "request", type: "internship", stages: ["mbo"], learningPath });
		const place = side({ type: "work-study", stages: ["mbo"] });
		expect(matchOf(asked("bbl"), place, options).fits).toBe(true);
		expect(matchOf(asked("bol"), place, options).broken.map(({ condition }) => condition)).toEqual(["type", "path"]);
	});
});

describe("distance", () => {
	it("is that of the map", () => {
		// Amsterdam to Paris, as the crow flies: 430 km.
		expect(kilometresBetween([52.3731, 4.8926], [48.8566, 2.3522])).toBeCloseTo(430, -1);
		expect(distanceBetween({ location: { place: "Harderwijk" } }, { location: { municipality: "gm0243" } })).toBe(0);
		expect(distanceBetween({ location: {} }, { location: { municipality: "gm0243" } })).toBeUndefined();
		const around = municipalitiesAround({ location: { municipality: "gm0243" } });
		expect(around[0]).toEqual({ code: "gm0243", km: 0 });
		expect(around).toHaveLength(codesOf(municipalities).length);
	});
});

describe("a personal request", () => {
	it("is one that says so, or that names no organisation and is of a person", () => {
		const asks = { direction: "request", type: "internship" } as const;
		const school = { name: "Voorbeeldschool" };
		expect(isPersonal({ ...asks })).toBe(true);
		expect(isPersonal({ ...asks, audiences: ["students"] })).toBe(true);
		expect(isPersonal({ direction: "request", type: "excursion", audiences: ["pupils"] })).toBe(true);
		expect(isPersonal({ direction: "request", type: "assignment", stages: ["job-seekers"] })).toBe(true);
		expect(isPersonal({ ...asks, organization: school })).toBe(false);
		expect(isPersonal({ ...asks, organization: school, personal: true })).toBe(true);
		expect(isPersonal({ ...asks, personal: false })).toBe(false);
		expect(isPersonal({ ...asks, direction: "offer" })).toBe(false);
		for (const type of codesOf(opportunityTypes)) expect(isPersonal({ direction: "offer", type })).toBe(false);
	});
});
