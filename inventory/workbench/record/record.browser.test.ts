import "../define.ts";
import type { Me } from "../../browser/staff-api.ts";
import { createClient } from "../api/client.ts";
import { equal, found, show, type, violations } from "../testing/page.ts";
import { aRecord, StandIn } from "../testing/stand-in.ts";

// Given by the test runner's page.
declare const describe: (name: string, tests: () => void) => void;
declare const it: (name: string, test: () => Promise<void>) => void;
declare const beforeEach: (prepare: () => void) => void;

const me: Me = { name: "Sanne", role: "editor", regions: [{ id: "midden-brabant", name: "Midden-Brabant" }] };
const at = "2026-11-20T10:00:00.000Z";

/** The stand-in, and beside it what the page of a record asks: each request is written down and answered with `answers`. */
class RecordService extends StandIn {
	readonly bodies: unknown[] = [];
	answers: Record<string, unknown> = {};

	readonly everything: typeof fetch = async (input, init) => {
		const { pathname } = new URL(String(input), location.origin);
		const method = init?.method ?? "GET";
		const path = pathname.replace("/api/v1", "");
		const name = Object.keys(this.answers).find((one) => `${method} ${path}`.startsWith(one));
		if (name === undefined) return this.fetch(input, init);
		if (method !== "GET") this.changes.push(`${method} ${path}`);
		if (init?.body) this.bodies.push(JSON.parse(String(init.body)));
		const answer = this.answers[name];
		return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
	};
}

function openRecord(service: RecordService, recordId: string) {
	const page = document.createElement("workbench-record");
	const client = createClient({ fetch: service.everything, language: () => "nl" });
	Object.assign(page, { client, me, recordId, listAddress: "#/records" });
	show(page);
	return page;
}

const alike = (id: string, title: string) => ({
	id,
	title,
	score: 0.89,
	relation: "same",
	reasons: ["Titel lijkt sterk"],
});

beforeEach(() => {
	sessionStorage.clear();
	localStorage.clear();
	history.replaceState(null, "", location.pathname);
});

describe("the history of a record", () => {
	it("shows in words what changed, and restores one field as a new revision", async () => {
		const data = {
			title: "Techniekbus 1",
			summary: "Een bus rijdt langs alle scholen.",
			actionLines: ["choose", "learn"],
		};
		const before = { title: "Techniekbus 1", summary: "Een bus rijdt langs de scholen.", actionLines: ["choose"] };
		const record = aRecord(1, {
			data,
			revision: 2,
			revisions: [
				{ revision: 2, at, by: "Bram", via: "edit", data },
				{ revision: 1, at, by: "Sanne", via: "clip", data: before },
			],
		});
		const service = new RecordService([record]);
		service.answers = {
			[`POST /records/${record.id}/revisions/1/restore`]: {
				...record,
				revision: 3,
				data: { ...data, summary: before.summary },
			},
		};
		openRecord(service, record.id);
		const changes = await found<HTMLDetailsElement>(
			"workbench-history details",
			"Gewijzigd: Samenvatting, Actielijnen",
		);
		changes.open = true;
		const words = (tag: string) =>
			[...changes.querySelectorAll(tag)].map((one) => one.lastChild?.textContent?.trim()).join("|");
		equal([words("del"), words("ins")], ["de", "alle|Leren in de techniek"]);
		equal(await violations(), []);
		(await found("button", "Samenvatting terugzetten")).click();
		await found(".notice", "Het veld is teruggezet.");
		equal(service.bodies, [{ fields: ["summary"], baseRevision: 2 }]);
		equal((await found<HTMLTextAreaElement>("#field-summary")).value, before.summary);
	});

	it("does nothing beside the form while there are edits that are not saved", async () => {
		const record = aRecord(1, { possibleDuplicates: [alike(aRecord(2).id, "Techniekbus 2")] });
		const service = new RecordService([record, aRecord(2)]);
		openRecord(service, record.id);
		type(await found<HTMLInputElement>("#field-title"), "Anders");
		(await found("button", "Vergelijken")).click();
		await found(".notice", "Sla uw wijzigingen eerst op");
		equal(document.querySelector("dialog[open]"), null);
	});
});

describe("two records that may be one", () => {
	const pair = () => {
		const other = aRecord(2, {
			state: "published",
			publishedRevision: 1,
			data: { title: "De techniekbus", stages: ["po"] },
		});
		const record = aRecord(1, {
			data: { title: "Techniekbus", stages: ["vmbo"], goal: "Ervaren" },
			possibleDuplicates: [alike(other.id, "De techniekbus")],
		});
		return { record, other, service: new RecordService([record, other]) };
	};

	it("stand side by side; what was chosen for each field is what is sent, and the page goes to the one that stays", async () => {
		const { record, other, service } = pair();
		const receipt = { mergedInto: other.id, intoRevision: 2, mentions: 0 };
		service.answers = { [`POST /records/${record.id}/merge`]: receipt };
		openRecord(service, record.id);
		(await found("button", "Vergelijken")).click();
		const stays = await found("dialog[open] .versions", "Welk item blijft?");
		equal(stays.querySelector<HTMLElement>(".version:has(:checked)")?.textContent?.includes("Techniekbus 2"), true);
		equal(await violations(), []);
		const title = await found("dialog[open] fieldset", "Titel");
		title.querySelector<HTMLElement>(".version")?.click();
		(await found("dialog[open] button", "Samenvoegen")).click();
		await found(".notice", "Samengevoegd.");
		equal(service.bodies, [
			{ into: other.id, fields: { title: "this", goal: "this", stages: "both" }, baseRevision: 1, intoRevision: 1 },
		]);
		equal(location.hash, `#/records/${other.id}`);
	});

	it("are never asked about again once they are called different", async () => {
		const { record, other, service } = pair();
		service.answers = { [`PUT /records/${record.id}/verdicts/`]: undefined };
		openRecord(service, record.id);
		(await found("button", "Vergelijken")).click();
		const verdict = await found("dialog[open] button", "Niet hetzelfde");
		Object.assign(record, {
			possibleDuplicates: [],
			verdicts: [{ id: other.id, title: "De techniekbus", by: "Sanne", at }],
		});
		verdict.click();
		await found(".notice", "niet hetzelfde");
		await found("aside section", "Niet hetzelfde als");
		equal(service.changes, [`PUT /records/${record.id}/verdicts/${other.id}`]);
		equal(document.querySelector("#side-duplicates"), null);
		equal(await violations(), []);
	});
});

describe("where a value came from", () => {
	it("is the source that says what stands there, when a merge brought more of them", async () => {
		const source = (number: number, exact: string) => ({
			...aRecord(number).sources[0],
			evidence: { title: { from: "json-ld", confidence: 0.9, quote: { exact } } },
		});
		const record = aRecord(1, { sources: [source(2, "De andere bus"), source(1, "Techniekbus 1")] });
		openRecord(new RecordService([record]), record.id);
		const evidence = await found("#field-title-evidence");
		equal(evidence.querySelector("q")?.textContent, "Techniekbus 1");
	});
});

describe("what stands around a record", () => {
	it("has the editions of a series beside each other, with what each brought about", async () => {
		const series = { id: "dagen", name: "Dagen van de Techniek", edition: "2026" };
		const record = aRecord(1, {
			kind: "event",
			data: { title: "Dagen 2026", start: "2026-10-03T10:00:00+02:00", series },
		});
		const service = new RecordService([record]);
		const edition = { title: "Dagen", state: "published", start: "2025-10-04T10:00:00+02:00", place: "Tilburg" };
		service.answers = {
			[`GET /records/${record.id}/editions`]: {
				items: [
					{ ...edition, id: record.id, edition: "2026", results: null },
					{ ...edition, id: aRecord(2).id, edition: "2025", results: { visitors: 1200, companies: 35 } },
				],
			},
		};
		openRecord(service, record.id);
		const row = await found("workbench-editions tbody tr:last-child");
		equal(
			[...row.children].map((cell) => cell.textContent?.trim()).join("|"),
			"2025|4 oktober 2025|Tilburg|1.200|35|–",
		);
		equal(await violations(), []);
	});

	it("says where an organisation is used", async () => {
		const record = aRecord(1, { kind: "organization", data: { title: "ROC", kind: "education" } });
		const service = new RecordService([record]);
		service.answers = {
			[`GET /records/${record.id}/usage`]: {
				total: 1,
				items: [
					{ id: aRecord(2).id, kind: "initiative", title: "Techniekbus", state: "published", fields: ["partners"] },
				],
			},
		};
		openRecord(service, record.id);
		await found("workbench-usage li", "Initiatief: Partners");
	});
});

describe("the keyboard", () => {
	const press = (key: string, target: EventTarget = document.body) =>
		target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

	it("publishes, but not while typing, and not once single keys are switched off", async () => {
		const record = aRecord(1);
		const service = new RecordService([record]);
		openRecord(service, record.id);
		press("p", await found("#field-title"));
		press("?");
		const box = await found<HTMLInputElement>("dialog[open] input[type=checkbox]");
		equal(await violations(), []);
		press("p");
		box.click();
		(await found("dialog[open] button", "Sluiten")).click();
		press("p");
		press("s", await found("#field-title"));
		equal(service.changes, []);
		localStorage.clear();
		press("p");
		await found(".notice", "Gepubliceerd.");
		equal(service.changes, [`POST /records/${record.id}/publish`]);
	});
});
