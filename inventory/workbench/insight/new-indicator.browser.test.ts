import "../define.ts";
import type { Me } from "../../browser/staff-api.ts";
import { equal, found, show, type, violations } from "../testing/page.ts";

// Given by the test runner's page.
declare const describe: (name: string, tests: () => void) => void;
declare const it: (name: string, test: () => Promise<void>) => void;

const me: Me = { name: "Redacteur", role: "editor", regions: [{ id: "oost", name: "Oost", role: "editor" }] };
const id = "01999999-0000-7000-8000-000000000001";
const taken = {
	type: "about:blank",
	title: "Deze regio heeft al een indicator met de titel “Instroom”.",
	detail: "Open die en wijzig hem, of kies een andere titel.",
	status: 409,
	errors: [{ field: "title", message: "Deze titel is al in gebruik." }],
};

/** Answers as the API does; what is to be added waits for `answer`. */
function standIn() {
	const sent: unknown[] = [];
	let tell: (response: Response | Error) => void = () => {};
	globalThis.fetch = async (_, init) => {
		if (init?.method !== "POST") return Response.json({ items: [] });
		sent.push(JSON.parse(String(init.body)));
		const told = await new Promise<Response | Error>((resolve) => {
			tell = resolve;
		});
		if (told instanceof Error) throw told;
		return told;
	};
	return { sent, answer: (response: Response | Error) => tell(response) };
}

async function openForm(): Promise<HTMLDialogElement> {
	(await found("#indicator-add", "Nieuwe indicator")).click();
	await found("#indicator-title:focus");
	return found<HTMLDialogElement>("dialog[open]");
}

async function openPage(): Promise<HTMLDialogElement> {
	history.replaceState(null, "", "#/indicators");
	const page = document.createElement("workbench-indicators");
	Object.assign(page, { me });
	show(page);
	return openForm();
}

async function fill(values: Readonly<Record<string, string>>): Promise<void> {
	for (const [field, value] of Object.entries(values))
		type(await found<HTMLInputElement>(`#indicator-${field}`), value);
}
const typed = async (field: string) => (await found<HTMLInputElement>(`#indicator-${field}`)).value;
const save = async () => (await found("dialog .primary", "Maak de indicator")).click();

/** What a screen reader says of a field beyond its name. */
const describedBy = (element: Element) =>
	(element.getAttribute("aria-describedby") ?? "")
		.split(" ")
		.map((one) => document.getElementById(one)?.textContent?.trim())
		.join(" ");

describe("a new indicator", () => {
	it("is asked for with as much as it needs, and opens on its own page", async () => {
		const { sent, answer } = standIn();
		await openPage();
		await found("#indicator-add-intro", "Voor Oost.");
		equal(await violations(), []);
		await fill({ title: " Instroom ", unit: "%", "source-name": "DUO", definition: "Wie begint." });
		await save();
		const busy = await found<HTMLButtonElement>("dialog .primary", "De indicator wordt gemaakt…");
		equal([busy.disabled, (await found<HTMLInputElement>("#indicator-unit")).readOnly], [true, true]);
		answer(Response.json({ id, revision: 1 }, { status: 201 }));
		await found("dialog:not([open])");
		equal(location.hash, `#/records/${id}`);
		equal(sent, [
			{
				region: "oost",
				record: { title: "Instroom", unit: "%", source: { name: "DUO" }, definition: "Wie begint." },
			},
		]);
		equal(await typed("title"), "");
	});

	it("says beside each field what is wrong, and goes to the first", async () => {
		const { sent } = standIn();
		await openPage();
		await fill({ title: "Instroom", "source-url": "geen adres" });
		await save();
		const unit = await found("#indicator-unit:focus");
		equal(unit.getAttribute("aria-invalid"), "true");
		equal(describedBy(unit).startsWith("Dit veld is verplicht: vul het in."), true);
		await found("#indicator-source-name-problem", "verplicht");
		await found("#indicator-source-url-problem", "https://");
		equal([sent.length, document.querySelectorAll(".problem").length], [0, 3]);
		equal(await violations(), []);
	});

	it("keeps what was typed when the service says no or nothing, and when it is closed", async () => {
		const { sent, answer } = standIn();
		const dialog = await openPage();
		await fill({ title: "Instroom", unit: "%", "source-name": "DUO" });
		await save();
		await found("dialog .primary:disabled");
		answer(Response.json(taken, { status: 409 }));
		await found("dialog [role=alert]", "Open die en wijzig hem, of kies een andere titel.");
		equal(describedBy(await found("#indicator-title:focus")), "Deze titel is al in gebruik.");
		equal(await violations(), []);
		await save();
		await found("dialog .primary:disabled");
		answer(new TypeError("no network"));
		await found("dialog [role=alert]:focus");
		equal([await typed("title"), await typed("unit"), sent.length], ["Instroom", "%", 2]);
		(await found("dialog button", "Annuleren")).click();
		await found("#indicator-add:focus");
		equal(dialog.open, false);
		await openForm();
		equal([await typed("title"), document.querySelectorAll("dialog [role=alert]").length], ["Instroom", 0]);
	});

	it("is not offered to who may only clip", async () => {
		standIn();
		const page = document.createElement("workbench-indicators");
		Object.assign(page, { me: { ...me, role: "clipper", regions: [{ id: "oost", name: "Oost", role: "clipper" }] } });
		show(page);
		await found("h1", "Indicatoren");
		equal(document.querySelector("#indicator-add"), null);
	});
});
