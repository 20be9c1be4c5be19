import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	EventItem,
	InitiativeItem,
	ItemReference,
	OpportunityItem,
	SimilarReference,
} from "../../shared/model/feed.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { sectors } from "../../shared/vocabularies/sectors.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import { codesOf } from "../../shared/vocabularies/vocabulary.ts";
import { relatedTo } from "./related.ts";
import { comparable, similarTo } from "./similar.ts";

const today = "2026-11-21";
const uuid = (n: number) => `0190a6f0-7c3e-7d9a-8f00-${n.toString(16).padStart(12, "0")}`;

const published = (kind: string, n: number) => ({
	id: uuid(n),
	url: `https://inventaris.example/flevoland/${kind}/${uuid(n)}`,
	updatedAt: "2026-11-20T10:00:00.000Z",
	title: `${kind} ${n}`,
});
const initiative = (n: number, changes: Record<string, unknown> = {}) =>
	InitiativeItem.parse({ ...published("initiatives", n), partners: [], ...changes });
const event = (n: number, changes: Record<string, unknown> = {}) =>
	EventItem.parse({ ...published("events", n), partners: [], start: "2026-12-01T19:00:00+01:00", ...changes });
const opportunity = (n: number, changes: Record<string, unknown> = {}) =>
	OpportunityItem.parse({ ...published("opportunities", n), type: "vacancy", ...changes });

const partner = (id: string, role = "partner") => ({ id, name: `Organisatie ${id}`, kind: "education", role });
const link = (n: number) => ({ id: uuid(n), title: "x", url: published("initiatives", n).url });
const ids = (references: ItemReference[]) => references.map((one) => one.id);
const region = (items: Partial<Parameters<typeof relatedTo>[1]>) => ({
	events: [],
	opportunities: [],
	initiatives: [],
	...items,
});

describe("other editions", () => {
	const series = (edition: string) => ({ series: { id: "dagen-van-de-techniek", name: "Dagen", edition } });
	const first = event(1, { ...series("1e"), start: "2025-10-01T10:00:00+02:00" });
	const second = event(2, { ...series("2e"), start: "2026-10-01T10:00:00+02:00" });
	const third = event(3, { ...series("3e"), start: "2027-10-01T10:00:00+02:00" });
	const other = event(4, { series: { id: "open-dagen", name: "Open dagen" } });

	it("are those of the same series, past ones too, newest first, never itself", () => {
		const all = region({ events: [first, second, third, other, event(5)] });
		expect(ids(relatedTo(second, all, today).editions)).toEqual([third.id, first.id]);
		expect(relatedTo(second, all, today).editions[0]?.edition).toBe("3e");
		expect(relatedTo(event(5), all, today).editions).toEqual([]);
	});
});

describe("what belongs to an initiative", () => {
	const robotics = initiative(1, {
		partners: [partner("spoorbuurt", "lead")],
		actionLines: ["choose"],
		stages: ["vmbo"],
	});
	const welding = initiative(2, { partners: [partner("leij")], actionLines: ["work"], stages: ["mbo"] });
	const initiatives = [robotics, welding];

	it("is what says so, whoever carries it", () => {
		const linked = event(10, {
			initiative: link(2),
			organizer: { id: "spoorbuurt", name: "x" },
			actionLines: ["choose"],
		});
		const all = region({ initiatives, events: [linked] });
		expect(ids(relatedTo(welding, all, today).events)).toEqual([linked.id]);
		expect(ids(relatedTo(robotics, all, today).events)).toEqual([]);
		expect(ids(relatedTo(linked, all, today).initiatives)).toEqual([welding.id]);
	});

	it("is else what the same organisation does in the same action line or at the same level", () => {
		const events = [
			event(10, { organizer: { id: "spoorbuurt", name: "x" }, actionLines: ["choose"] }),
			event(11, { partners: [partner("spoorbuurt")], stages: ["vmbo"] }),
			event(12, { organizer: { id: "spoorbuurt", name: "x" }, actionLines: ["work"] }),
			event(13, { organizer: { id: "iemand", name: "x" }, actionLines: ["choose"] }),
			event(14, { partners: [partner("spoorbuurt", "funder")], actionLines: ["choose"] }),
		];
		const opportunities = [opportunity(20, { organization: { id: "leij", name: "x" }, stages: ["mbo"] })];
		const all = region({ initiatives, events, opportunities });
		expect(ids(relatedTo(robotics, all, today).events)).toEqual([uuid(10), uuid(11)]);
		expect(ids(relatedTo(welding, all, today).opportunities)).toEqual([uuid(20)]);
		expect(ids(relatedTo(opportunities[0] ?? welding, all, today).initiatives)).toEqual([welding.id]);
	});

	it("is shown while it is to come or stands, what is linked by hand first", () => {
		const mine = { organizer: { id: "spoorbuurt", name: "x" }, actionLines: ["choose"] };
		const events = [
			event(10, { ...mine, start: "2026-11-20T10:00:00+01:00" }),
			event(11, { ...mine, start: "2026-11-21T10:00:00+01:00" }),
			event(12, { initiative: link(1), start: "2027-01-01T10:00:00+01:00" }),
		];
		const offered = { organization: { id: "spoorbuurt", name: "x" }, actionLines: ["choose"] };
		const opportunities = [
			opportunity(20, { ...offered, validThrough: "2026-11-20" }),
			opportunity(21, { ...offered, validThrough: "2026-11-21" }),
		];
		const found = relatedTo(robotics, region({ initiatives, events, opportunities }), today);
		expect(ids(found.events)).toEqual([uuid(12), uuid(11)]);
		expect(ids(found.opportunities)).toEqual([uuid(21)]);
	});
});

describe("similar initiatives", () => {
	it("say what they share in two languages, what says most first", () => {
		const own = initiative(1, {
			title: "Programmeren op de basisschool",
			partners: [partner("technodiscovery", "lead"), partner("gemeente", "funder")],
			sectors: ["ict"],
			stages: ["po"],
			actionLines: ["choose"],
		});
		const alike = initiative(2, {
			title: "Basisscholen leren programmeren",
			partners: [partner("technodiscovery"), partner("gemeente", "funder")],
			stages: ["po"],
			actionLines: ["choose"],
		});
		const else_ = initiative(3, { title: "Lassen in de avond", stages: ["po"], actionLines: ["choose"] });
		const [found, ...rest] = relatedTo(own, region({ initiatives: [own, alike, else_] }), today).similar;
		expect(rest).toEqual([]);
		expect(found?.id).toBe(alike.id);
		expect(found?.reasons.map((reason) => reason.nl)).toEqual([
			"zelfde partner: Organisatie technodiscovery",
			"zelfde woorden in de titel: programmeren, basisschool",
			"zelfde niveau: Basisonderwijs",
			"zelfde actielijn: Kiezen voor techniek",
		]);
		expect(found?.reasons[0]?.en).toBe("same partner: Organisatie technodiscovery");
	});

	const some = <T extends string>(codes: readonly T[]) => fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 });
	const initiatives = fc
		.array(
			fc.record({
				title: fc.array(fc.constantFrom("robots", "lassen", "basisschool", "stage", "dagen", "Techniek"), {
					minLength: 1,
					maxLength: 4,
				}),
				partners: some(["a", "b", "c", "d", "e"]),
				sectors: some(codesOf(sectors)),
				stages: some(codesOf(stages)),
				actionLines: some(codesOf(actionLines)),
				places: some(["Almere", "Dronten", "Urk"]),
			}),
			{ minLength: 2, maxLength: 25 },
		)
		.map((all) =>
			all.map(({ title, partners, places, ...rest }, n) =>
				initiative(n, {
					...rest,
					title: title.join(" "),
					partners: partners.map((id) => partner(id)),
					places: places.map((name) => ({ name })),
				}),
			),
		);

	it("are at most five, never the item itself, in order, each with a reason, and as alike from the other side", () => {
		fc.assert(
			fc.property(initiatives, (all) => {
				const compared = comparable(all);
				for (const own of all) {
					const found = similarTo(own.id, compared);
					expect(found.length).toBeLessThanOrEqual(5);
					expect(new Set(found.map((one) => one.initiative.id)).size).toBe(found.length);
					for (const [index, one] of found.entries()) {
						expect(one.initiative.id).not.toBe(own.id);
						expect(one.reasons.length).toBeGreaterThan(0);
						expect(one.score).toBeLessThanOrEqual(found[index - 1]?.score ?? Number.POSITIVE_INFINITY);
						const back = similarTo(one.initiative.id, compared).find((other) => other.initiative.id === own.id);
						if (back) expect(back.score).toBeCloseTo(one.score);
					}
				}
			}),
			{ numRuns: 50 },
		);
	});

	it("give references that the shared schema accepts, whatever the items", () => {
		fc.assert(
			fc.property(initiatives, (all) => {
				const [own] = all;
				const found = own && relatedTo(own, region({ initiatives: all }), today).similar;
				for (const one of found ?? []) expect(SimilarReference.parse(one)).toEqual(one);
			}),
		);
		const all = region({ events: [event(1), event(2, { organizer: { id: "a", name: "x" }, stages: ["po"] })] });
		const own = initiative(9, { partners: [partner("a")], stages: ["po"] });
		for (const one of relatedTo(own, all, today).events) expect(ItemReference.parse(one)).toEqual(one);
	});
});
