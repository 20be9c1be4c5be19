import "../define.ts";
import { type Me, staffApi } from "../../browser/staff-api.ts";
import { equal, found, show, type, violations } from "../testing/page.ts";
import { ImportsStandIn } from "../testing/stand-in-imports.ts";
import { importsClient } from "./imports-client.ts";

// Given by the test runner's page.
declare const describe: (name: string, tests: () => void) => void;
declare const it: (name: string, test: () => Promise<void>) => void;

const me: Me = { name: "Sanne", role: "editor", regions: [{ id: "midden-brabant", name: "Midden-Brabant" }] };
const service = new ImportsStandIn();
const lastGiven = (what: string) => service.changes.findLast((change) => change.what === what)?.body;

function openPage(): void {
	const page = document.createElement("workbench-imports");
	const client = importsClient(staffApi({ fetch: service.fetch, language: () => "nl" }));
	Object.assign(page, { client, me });
	show(page);
}

describe("the page of sources", () => {
	it("tries a table first, guesses its columns, and adds it", async () => {
		openPage();
		(await found("#import-add")).click();
		type(await found<HTMLInputElement>("#import-address:focus"), "https://school.example/agenda.csv");
		equal(await violations(), []);
		(await found(".imports form button", "Proeflezen")).click();
		await found("#import-found:focus", "Nog geen item is compleet.");
		// The name was guessed; that "Wanneer" is the date has to be said.
		const column = await found<HTMLSelectElement>('[data-column="Naam"]');
		equal(column.value, "title");
		const day = await found<HTMLSelectElement>('[data-column="Wanneer"]');
		day.value = "startDate";
		(await found(".imports form button", "Proeflezen met deze kolommen")).click();
		await found("#import-found", "CSV: 1 item gevonden");
		await found(".import-items", "Begin (datum en tijd) ontbreekt.");
		equal(await violations(), []);
		type(await found<HTMLInputElement>("#import-name"), "Agenda van de school");
		(await found(".imports form button", "Bewaar en lees in")).click();
	});

	it("shows a run going on, then its report with a sentence for what was skipped", async () => {
		await found(".import-progress", "gelezen");
		await found(".import-source .tag", "ingelezen");
		(await found(".import-source button", "Verslag")).click();
		await found(".import-runs", "1 nieuw, 0 gewijzigd, 0 hetzelfde, 1 overgeslagen");
		await found(".import-notes", "Begin (datum en tijd) ontbreekt.");
		equal(await violations(), []);
	});

	it("changes the columns of a source that is there, and reads it again with them", async () => {
		(await found(".import-source button", "Wijzig")).click();
		const day = await found<HTMLSelectElement>('.import-source [data-column="Wanneer"]');
		equal(day.value, "startDate");
		equal((await found<HTMLInputElement>(".import-source #import-name")).value, "Agenda van de school");
		equal((await found<HTMLSelectElement>(".import-source #import-schedule")).value, "0 6 * * *");
		equal(await violations(), []);
		(await found<HTMLSelectElement>('.import-source [data-column="Opmerking"]')).value = "summary";
		(await found(".import-source form button", "Bewaar en lees in")).click();
		await found("#imports-title:focus");
		equal(lastGiven("PUT")?.mapping, { columns: { Naam: "title", Wanneer: "startDate", Opmerking: "summary" } });
		equal(service.changes.at(-1)?.what, "POST run");
	});
});
