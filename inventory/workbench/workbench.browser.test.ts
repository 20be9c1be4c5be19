import "./define.ts";
import { kinds } from "../../shared/model/kinds.ts";
import type { Me } from "../browser/staff-api.ts";
import { createClient } from "./api/client.ts";
import { equal, found, show, type, violations } from "./testing/page.ts";
import { aRecord, StandIn } from "./testing/stand-in.ts";

// Given by the test runner's page.
declare const describe: (name: string, tests: () => void) => void;
declare const it: (name: string, test: () => Promise<void>) => void;
declare const beforeEach: (prepare: () => void) => void;

const me: Me = { name: "Sanne", role: "editor", regions: [{ id: "midden-brabant", name: "Midden-Brabant" }] };

function openRecord(service: StandIn, recordId: string, role: Me["role"] = "editor") {
	const page = document.createElement("workbench-record");
	const client = createClient({ fetch: service.fetch, language: () => "nl" });
	Object.assign(page, { client, me: { ...me, role }, recordId, listAddress: "#/records" });
	show(page);
	return page;
}

beforeEach(() => sessionStorage.clear());

describe("the list of records", () => {
	it("shows what is to be reviewed, with counts by state, and axe finds nothing wrong", async () => {
		const service = new StandIn([aRecord(1), aRecord(2), aRecord(3, { state: "published", publishedRevision: 1 })]);
		const list = document.createElement("workbench-list");
		const client = createClient({ fetch: service.fetch, language: () => "nl" });
		Object.assign(list, { client, me, filters: { tab: "clipped" } });
		show(list);
		await found("a.record-link", "Techniekbus 2");
		equal(document.querySelectorAll(".record-row").length, 2);
		equal(document.querySelector('[aria-current="page"] .count')?.textContent, "2");
		equal(await violations(), []);
	});

	it("says so when there is nothing to review", async () => {
		const list = document.createElement("workbench-list");
		const client = createClient({ fetch: new StandIn([]).fetch, language: () => "nl" });
		Object.assign(list, { client, me, filters: { tab: "clipped" } });
		show(list);
		await found(".empty", "Alles is beoordeeld.");
		equal(await violations(), []);
	});
});

describe("the form of a record", () => {
	for (const kind of kinds) {
		it(`has no accessibility violations for ${kind}`, async () => {
			const record = aRecord(1, { kind });
			openRecord(new StandIn([record]), record.id);
			await found("workbench-form .section");
			for (const fold of document.querySelectorAll("details")) fold.open = true;
			equal(await violations(), []);
		});
	}

	it("shows where a value came from, with a link to the page", async () => {
		const record = aRecord(1);
		openRecord(new StandIn([record]), record.id);
		const evidence = await found(".evidence", "JSON-LD");
		equal(evidence.querySelector("a")?.href, "https://techlab.example/bus/1#:~:text=Techniekbus");
		equal(evidence.textContent?.includes("onzeker"), true);
	});

	it("puts the focus on the first wrong field, names all, and sends nothing", async () => {
		const record = aRecord(1);
		const service = new StandIn([record]);
		openRecord(service, record.id);
		type(await found<HTMLInputElement>("#field-title"), "");
		type(await found<HTMLInputElement>("#field-sourceUrl"), "geen adres");
		(await found("button", "Opslaan en publiceren")).click();
		await found("#field-title-problem", "verplicht");
		await found("#field-sourceUrl-problem", "webadres");
		await found("#field-title:focus");
		equal(service.changes, []);
		equal(await violations(), []);
	});

	it("saves what was changed before it publishes", async () => {
		const record = aRecord(1);
		const service = new StandIn([record]);
		openRecord(service, record.id);
		type(await found<HTMLInputElement>("#field-title"), "Techniekbus door de regio");
		(await found("button", "Opslaan en publiceren")).click();
		await found(".notice", "Gepubliceerd.");
		equal(service.changes, [`PUT /records/${record.id}`, `POST /records/${record.id}/publish`]);
		equal(record.title, "Techniekbus door de regio");
	});

	it("takes an archived record back", async () => {
		const record = aRecord(1);
		openRecord(new StandIn([record]), record.id);
		(await found("button", "Archiveren")).click();
		(await found("button", "Ongedaan maken")).click();
		await found(".notice", "Teruggehaald");
		equal(record.state, "in-review");
	});

	it("warns what public means before a contact becomes public, and tells the service only what was chosen", async () => {
		const record = aRecord(1);
		openRecord(new StandIn([record]), record.id);
		(await found<HTMLInputElement>("#field-contacts-0-public")).click();
		await found("#field-contacts-0-public-meaning", "openbare web");
		equal(await violations(), []);
		(await found("button", "Opslaan")).click();
		await found(".notice", "Opgeslagen.");
		equal(record.contacts[0]?.public, true);
	});

	it("lets one who clips only save, not publish", async () => {
		const record = aRecord(1);
		openRecord(new StandIn([record]), record.id, "clipper");
		await found("button", "Opslaan");
		const labels = [...document.querySelectorAll(".bar button")].map((button) => button.textContent?.trim());
		equal(labels, ["Opslaan"]);
	});
});

describe("edits that somebody else got in the way of", () => {
	it("are joined when they touch different fields", async () => {
		const record = aRecord(1);
		const service = new StandIn([record]);
		openRecord(service, record.id);
		type(await found<HTMLInputElement>("#field-title"), "Mijn titel");
		service.revise(record.id, { goal: "Doel van een collega" });
		(await found("button", "Opslaan")).click();
		await found(".notice", "Overgenomen van een collega: Doel.");
		equal([record.data.title, record.data.goal], ["Mijn titel", "Doel van een collega"]);
	});

	it("are asked about field by field when they touch the same", async () => {
		const record = aRecord(1);
		const service = new StandIn([record]);
		openRecord(service, record.id);
		type(await found<HTMLInputElement>("#field-title"), "Mijn titel");
		type(await found<HTMLTextAreaElement>("#field-summary"), "Mijn samenvatting");
		service.revise(record.id, { title: "Hun titel", summary: "Hun samenvatting" });
		(await found("button", "Opslaan")).click();
		(await found("dialog[open] .version", "Hun titel")).click();
		equal(await violations(), []);
		(await found("dialog[open] button", "Keuze opslaan")).click();
		await found(".notice", "Opgeslagen.");
		equal([record.data.title, record.data.summary], ["Hun titel", "Mijn samenvatting"]);
	});

	it("come back after the page was lost", async () => {
		const record = aRecord(1);
		const service = new StandIn([record]);
		openRecord(service, record.id);
		type(await found<HTMLInputElement>("#field-title"), "Nog niet opgeslagen");
		await found(".save-state", "Nog niet opgeslagen");
		openRecord(service, record.id);
		await found(".notice", "staan er weer");
		equal((await found<HTMLInputElement>("#field-title")).value, "Nog niet opgeslagen");
		(await found("button", "Wijzigingen weggooien")).click();
		await found(".save-state", "Alles is opgeslagen");
		equal((await found<HTMLInputElement>("#field-title")).value, "Techniekbus 1");
	});
});
