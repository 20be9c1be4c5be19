import "../define.ts";
import { Announcement, FieldChange } from "../app/events.ts";
import { equal, found, show, type, violations } from "../testing/page.ts";
import type { Draft } from "./path.ts";

// Given by the test runner's page.
declare const describe: (name: string, tests: () => void) => void;
declare const it: (name: string, test: () => Promise<void>) => void;

const first: Draft = {
	title: "Leerlingen in de techniek",
	unit: "leerlingen",
	definition: "Zo telden we toen.",
	source: { name: "Voorbeeldbron" },
	version: 1,
	earlier: [],
	observations: [
		{ period: "2022", value: 10, version: 1 },
		{ period: "2023", value: 12.5, version: 1 },
	],
};

/** The form as its page holds it: what changes comes back as the draft. */
function openForm(problems: ReadonlyMap<string, string> = new Map()) {
	const form = document.createElement("workbench-form");
	const held = { draft: first, spoken: [] as string[] };
	form.addEventListener(FieldChange.type, (event) => {
		if (!(event instanceof FieldChange)) return;
		held.draft = { ...held.draft, [event.path]: event.value };
		form.draft = held.draft;
	});
	form.addEventListener(Announcement.type, (event) => {
		if (event instanceof Announcement) held.spoken.push(event.text);
	});
	Object.assign(form, { kind: "indicator", draft: first, problems });
	show(form);
	return held;
}

const field = (name: string) => found<HTMLInputElement>(`[aria-label="${name}"]`);

describe("the observations of an indicator", () => {
	it("are typed, added, left out and brought back", async () => {
		const held = openForm();
		type(await field("Waarde, rij 2"), "13,5");
		(await found(".observations-add")).click();
		type(await found<HTMLInputElement>('[aria-label="Periode, rij 3"]:focus'), "2024");
		type(await field("Waarde, rij 3"), "veertien");
		equal(held.draft.observations, [
			{ period: "2022", value: 10, version: 1 },
			{ period: "2023", version: 1, value: 13.5 },
			{ version: 1, period: "2024", value: "veertien" },
		]);
		equal(await violations(), []);
		(await found('[aria-label="Rij 1 weglaten"]')).click();
		await found(".observations-undo:focus");
		equal(Array.isArray(held.draft.observations) && held.draft.observations.length, 2);
		for (let step = 0; step < 4; step++) {
			(await found(".observations-undo")).click();
			await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
		}
		equal(held.draft.observations, [
			{ period: "2022", value: 10, version: 1 },
			{ period: "2023", version: 1, value: 13.5 },
		]);
		(await found(".observations-undo")).click();
		await found(".observations-add:focus");
		equal(held.draft.observations, first.observations);
	});

	it("are pasted from a spreadsheet, with a sentence for each row that is not right and that row left to correct", async () => {
		const held = openForm();
		(await found("summary", "Plakken uit een spreadsheet")).click();
		const area = await found<HTMLTextAreaElement>("#observations-paste");
		type(area, "Periode\tWaarde\tSchool\n2023\t1.250,5\t\n2024\t14\tHet Voorbeeld\n2025\tveel\t");
		(await found(".observations-take")).click();
		await found("#observations-taken", "1 toegevoegd, 1 gewijzigd, 0 ongewijzigd.");
		await found("#observations-taken li", "“veel” is geen getal");
		equal(area.value, "Periode\tWaarde\tSchool\n2025\tveel\t");
		equal(held.draft.observations, [
			{ period: "2022", value: 10, version: 1 },
			{ period: "2023", value: 1250.5, version: 1 },
			{ period: "2024", value: 14, breakdown: { school: "Het Voorbeeld" }, version: 1 },
		]);
		equal((await field("School, rij 3")).value, "Het Voorbeeld");
		equal(held.spoken.at(-1)?.includes("1 rij niet overgenomen"), true);
		equal(await violations(), []);
	});

	it("keep the definition that they were measured by when it changes", async () => {
		const held = openForm(new Map([["observations.1.value", "Vul hier een getal in."]]));
		equal((await field("Waarde, rij 2")).getAttribute("aria-invalid"), "true");
		(await found(".definition-change")).click();
		equal((await found<HTMLInputElement>("#definition-until:focus")).value, "2023");
		type(await found<HTMLInputElement>("#definition-why"), "De scholen tellen anders.");
		equal(await violations(), []);
		(await found(".definition-start")).click();
		await found("#field-definition:focus");
		equal(held.draft.version, 2);
		equal(held.draft.earlier, [
			{
				version: 1,
				definition: "Zo telden we toen.",
				unit: "leerlingen",
				source: { name: "Voorbeeldbron" },
				until: "2023",
				note: "De scholen tellen anders.",
			},
		]);
		equal((await found<HTMLSelectElement>('[aria-label="Definitie, rij 1"]')).value, "1");
		(await found(".observations-add")).click();
		equal((await found<HTMLSelectElement>('[aria-label="Definitie, rij 3"]')).value, "2");
		(await found("workbench-definition button", "Ongedaan maken")).click();
		await found("workbench-definition", "Definitie 1");
		equal(held.draft.earlier, []);
		equal(await violations(), []);
	});
});
