import { expect, it } from "vitest";
import * as z from "zod/mini";
import { regions } from "../../db/schema.ts";
import { clipOf, onBothEngines } from "../../testing/inventory.ts";

const Reason = z.object({ code: z.string(), nl: z.string(), en: z.string() });
const Decision = z.nullable(z.object({ outcome: z.string(), by: z.string(), at: z.string() }));
const Items = z.object({
	items: z.array(
		z.object({
			id: z.string(),
			title: z.string(),
			score: z.nullable(z.number()),
			reasons: z.array(Reason),
			decision: Decision,
		}),
	),
});
const Groups = z.object({
	items: z.array(
		z.object({
			id: z.string(),
			members: z.array(z.object({ id: z.string(), title: z.string(), region: z.string() })),
			common: z.array(Reason),
			pairs: z.array(z.object({ one: z.string(), other: z.string(), reasons: z.array(Reason), decision: Decision })),
		}),
	),
	total: z.int(),
	next: z.nullable(z.int()),
	progress: z.object({ total: z.int(), remaining: z.int() }),
});

const coding = {
	title: "Programmeren op de basisschool",
	summary: "Kinderen leren coderen met robots, elke week een uur.",
	actionLines: ["choose"],
	stages: ["po"],
	audiences: ["pupils"],
};
const lessons = {
	title: "Codeerles voor groep 7",
	summary: "Elke week een uur programmeren met een robot, voor kinderen.",
	actionLines: ["choose"],
	stages: ["po"],
	audiences: ["pupils"],
};
const welding = {
	title: "Lassen voor zij-instromers",
	summary: "Werkzoekenden leren in een half jaar het vak van lasser.",
	actionLines: ["work"],
	stages: ["job-seekers"],
	audiences: ["job-seekers"],
};

onBothEngines("overlap of initiatives", (inventory) => {
	const tokens = new Map<string, string>();
	const tokenOf = async (region?: string) => {
		const token = tokens.get(region ?? "") ?? (await inventory().token("editor", region));
		tokens.set(region ?? "", token);
		return token;
	};
	const call = async (
		path: string,
		{ method = "GET", body, region }: { method?: string; body?: unknown; region?: string } = {},
	) =>
		inventory().call(`/api/v1${path}`, { method, token: await tokenOf(region), ...(body !== undefined && { body }) });
	async function kept(record: Record<string, unknown>, region: string, publish = false): Promise<string> {
		const { id, body } = clipOf({ kind: "initiative", ...record }, { region, kind: "initiative" });
		expect((await call(`/clips/${id}`, { method: "PUT", body })).status).toBe(201);
		if (publish) expect((await call(`/records/${id}/publish`, { method: "POST", body: {} })).status).toBe(200);
		return id;
	}
	const overlaps = async (id: string, region?: string) => {
		const answer = await call(`/records/${id}/overlap`, region === undefined ? {} : { region });
		expect(answer.status, await answer.clone().text()).toBe(200);
		return Items.parse(await answer.json()).items;
	};
	const groups = async (query = "", region?: string) => {
		for (;;) {
			const answer = await call(`/overlap${query}`, region === undefined ? {} : { region });
			expect(answer.status, await answer.clone().text()).toBe(200);
			const found = Groups.parse(await answer.json());
			if (found.progress.remaining === 0) return found;
		}
	};
	const decide = (one: string, other: string, outcome: string, region?: string) =>
		call(`/records/${one}/overlap/${other}`, {
			method: "PUT",
			body: { outcome },
			...(region !== undefined && { region }),
		});

	it("finds what another office wrote in other words, with reasons in both languages", async () => {
		const oost = { id: "oost", name: "Oost", municipalities: [] };
		await inventory().context.db.insert(regions).values({ id: oost.id, name: oost.name, data: oost });
		const one = await kept(coding, "flevoland");
		const two = await kept(lessons, "oost", true);
		await kept(welding, "oost", true);
		const [found, ...others] = await overlaps(one);
		expect(others).toEqual([]);
		expect(found).toMatchObject({ id: two, title: lessons.title, decision: null });
		const codes = found?.reasons.map(({ code }) => code);
		expect(codes).toEqual(expect.arrayContaining(["words", "stages", "audiences"]));
		expect(found?.reasons[0]).toMatchObject({
			nl: expect.stringContaining("programmeren"),
			en: expect.stringMatching(/^It is about/),
		});
		const group = await groups();
		expect(group.items.map(({ members }) => members.map(({ id }) => id).sort())).toEqual([[one, two].sort()]);
		expect(group.items[0]?.common.map(({ code }) => code)).toContain("stages");
	});

	it("shows an editor of one region what is published elsewhere, and nothing else of it", async () => {
		const one = await kept({ ...coding, title: "Programmeren voor kinderen in Urk" }, "flevoland");
		const hidden = await kept({ ...lessons, title: "Programmeerles in Ede, nog niet openbaar" }, "oost");
		const titles = async () => (await overlaps(one, "flevoland")).map(({ id }) => id);
		expect(await titles()).not.toContain(hidden);
		expect((await groups("", "flevoland")).items.flatMap(({ members }) => members.map(({ id }) => id))).not.toContain(
			hidden,
		);
		expect((await decide(one, hidden, "together", "flevoland")).status).toBe(404);
		await call(`/records/${hidden}/publish`, { method: "POST", body: {} });
		expect(await titles()).toContain(hidden);
		// A change that waits for its publication is not for others.
		const change = { record: { ...lessons, title: "Geheime nieuwe titel" }, baseRevision: 1 };
		expect((await call(`/records/${hidden}`, { method: "PUT", body: change })).status).toBe(200);
		expect(JSON.stringify(await overlaps(one, "flevoland"))).not.toContain("Geheime");
		expect(JSON.stringify(await groups("", "flevoland"))).not.toContain("Geheime");
		expect((await call(`/records/${hidden}/overlap`, { region: "flevoland" })).status).toBe(403);
		expect((await call("/overlap?region=oost", { region: "flevoland" })).status).toBe(403);
	});

	it("remembers what is decided: together on both pages, different nowhere, and both can be taken back", async () => {
		const one = await kept({ ...welding, title: "Lasopleiding voor werkzoekenden" }, "flevoland", true);
		const two = await kept({ ...welding, title: "Werkzoekenden worden lasser" }, "flevoland");
		expect((await overlaps(one)).map(({ id }) => id)).toContain(two);
		expect((await decide(one, two, "together")).status).toBe(200);
		for (const [page, other] of [
			[one, two],
			[two, one],
		] as const) {
			const item = (await overlaps(page)).find(({ id }) => id === other);
			expect(item?.decision).toMatchObject({
				outcome: "together",
				by: "test-editor",
				at: expect.stringMatching(/^2026-11-21T/),
			});
		}
		expect((await call(`/records/${two}/overlap/${one}`, { method: "DELETE" })).status).toBe(204);
		expect((await overlaps(one)).find(({ id }) => id === two)?.decision).toBeNull();

		expect((await decide(two, one, "different")).status).toBe(200);
		expect((await overlaps(one)).map(({ id }) => id)).not.toContain(two);
		expect(JSON.stringify(await groups("?region=flevoland&across=0"))).not.toContain(two);
		const verdicts = await (await call(`/records/${one}/verdicts`)).text();
		expect(verdicts).toContain(two);
		expect((await call(`/records/${one}/overlap/${two}`, { method: "DELETE" })).status).toBe(204);
		expect((await overlaps(one)).map(({ id }) => id)).toContain(two);
		const actions = await (await call(`/records/${two}/audit`)).text();
		for (const action of ["overlap-different", "overlap-withdrawn"]) expect(actions).toContain(action);
	});

	it("has two of one region merged, never two of different regions", async () => {
		const one = await kept({ ...welding, title: "Lasschool" }, "flevoland");
		const two = await kept({ ...welding, title: "Lasserschool" }, "flevoland");
		const far = await kept({ ...welding, title: "School voor lassers" }, "oost", true);
		expect((await decide(one, two, "merge")).status).toBe(200);
		const refused = await decide(one, far, "merge");
		expect(refused.status).toBe(422);
		expect(await refused.text()).toContain("problems/cannot-merge");
		expect((await decide(one, one, "together")).status).toBe(422);
		expect((await decide(one, far, "together")).status).toBe(200);
		expect((await decide(one, far, "different")).status).toBe(200);
		expect((await overlaps(one)).map(({ id }) => id)).not.toContain(far);
	});
});
