import "../define.ts";
import type { Me } from "../../browser/staff-api.ts";
import { createClient } from "../api/client.ts";
import { equal, found, show, type, violations } from "../testing/page.ts";
import { aRecord, StandIn } from "../testing/stand-in.ts";

// Given by the test runner's page.
declare const describe: (name: string, tests: () => void) => void;
declare const it: (name: string, test: () => Promise<void>) => void;

const me: Me = { name: "Sanne", role: "editor", regions: [{ id: "midden-brabant", name: "Midden-Brabant" }] };

function openList(service: StandIn, filters: Record<string, unknown> = { tab: "clipped" }) {
	const list = document.createElement("workbench-list");
	const client = createClient({ fetch: service.fetch, language: () => "nl" });
	Object.assign(list, { client, me, filters });
	show(list);
	return list;
}

const attention = { missing: ["summary", "actionLines"], twin: true, startsOn: null, endsOn: null, source: null };

describe("the work list", () => {
	it("says in words why a record needs attention, and what is around it", async () => {
		openList(new StandIn([aRecord(1, { attention }), aRecord(2)]));
		await found(".reasons .tag", "Ontbreekt: samenvatting, actielijnen");
		await found(".reasons .tag", "Misschien dubbel");
		await found(".side-links .count", "1000+");
		equal(await violations(), []);
	});

	it("publishes what is ticked, says which could not, and takes it back", async () => {
		const service = new StandIn([aRecord(1), aRecord(2), aRecord(3, { title: "Die geweigerd wordt" })]);
		openList(service);
		(await found<HTMLInputElement>(".tick-all input")).click();
		await found(".bulk strong", "3 items gekozen");
		equal(await violations(), []);
		(await found("[data-verb=publish]")).click();
		const outcome = await found(".bulk-outcome", "2 gepubliceerd.");
		equal(outcome.textContent?.includes("Dat mag niet."), true);
		equal(document.activeElement === outcome, true);
		equal(
			service.records.map(({ state }) => state),
			["published", "published", "clipped"],
		);
		equal(await violations(), []);
		(await found("#bulk-undo")).click();
		await found(".bulk-outcome", "2 ongedaan gemaakt.");
		equal(service.records[0]?.state, "clipped");
	});

	it("offers the codes of the field that is to be set", async () => {
		openList(new StandIn([aRecord(1)]));
		(await found<HTMLInputElement>(".tick")).click();
		(await found(".bulk [aria-expanded]", "Veld invullen")).click();
		const field = await found<HTMLSelectElement>("#bulk-field");
		field.value = "stages";
		field.dispatchEvent(new Event("change"));
		await found("#bulk-value option", "mbo");
		equal(await violations(), []);
	});

	it("keeps a search under a name, and brings it back after it was deleted", async () => {
		openList(new StandIn([aRecord(1)]), { tab: "all", q: "bus" });
		(await found("#search-save")).click();
		type(await found<HTMLInputElement>("#search-name:focus"), "Alle bussen");
		equal(await violations(), []);
		(await found(".search-form button", "Bewaren")).click();
		const link = await found<HTMLAnchorElement>(".side-links a", "Alle bussen");
		equal(link.getAttribute("href"), "#/records?state=all&q=bus");
		(await found('[aria-label="Alle bussen verwijderen"]')).click();
		(await found("#search-undo:focus")).click();
		await found(".side-links a", "Alle bussen");
	});
});
