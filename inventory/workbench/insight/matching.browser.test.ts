import "../define.ts";
import type { Me } from "../../browser/staff-api.ts";
import { equal, found, show, violations } from "../testing/page.ts";

// Given by the test runner's page.
declare const describe: (name: string, tests: () => void) => void;
declare const it: (name: string, test: () => Promise<void>) => void;

const me: Me = { name: "Coördinator", role: "editor", regions: [{ id: "oost", name: "Oost", role: "editor" }] };
const side = (id: string, title: string) => ({
	id,
	title,
	region: "oost",
	state: "published",
	type: "excursion",
	organization: "Voorbeeld",
	place: "Ermelo",
});
const request = side("r1", "Excursie in mei");
const offer = side("o1", "Langs de lasrobot");
const sayings = [{ nl: "Beide voor Vmbo.", en: "Both for vmbo." }];
const match = { ...offer, score: 0.7, reasons: sayings, doubts: [], broken: [], introduction: null };
const broken = [{ nl: "De periodes passen niet.", en: "The periods do not meet." }];

/** Answers as the API does, and keeps one introduction. */
function standIn() {
	const asked: string[] = [];
	const introduction = {
		...{ id: "i1", region: "oost", status: "proposed", note: null, revision: 0, updatedAt: "2026-11-21T10:00:00Z" },
		...{ request, offer, reasons: sayings },
		contacts: { request: [{ name: "Voorbeeld Een", email: "een@school.example" }], offer: [] },
	};
	const answer = (path: string, method: string, body: Record<string, unknown>): unknown => {
		if (path.startsWith("/matching")) {
			return { items: [{ ...request, direction: "request", personal: false, matches: [match] }], next: null };
		}
		if (path.includes("why=not")) return { items: [{ ...match, id: "o2", title: "In juni", broken }] };
		if (path.startsWith("/introductions?")) return { items: [introduction], next: null };
		if (method === "GET") return introduction;
		if (method === "PATCH" && body.baseRevision !== introduction.revision) return undefined;
		return Object.assign(introduction, {
			status: body.status ?? introduction.status,
			revision: introduction.revision + 1,
		});
	};
	globalThis.fetch = async (input, init) => {
		const method = init?.method ?? "GET";
		const path = String(input).replace("/api/v1", "");
		const body = init?.body ? JSON.parse(String(init.body)) : {};
		if (method !== "GET") asked.push(`${method} ${path} ${body.status ?? ""}`.trim());
		const told = answer(path, method, body);
		if (told) return Response.json(told);
		return Response.json({ type: "about:blank", title: "Iemand was u voor.", status: 409 }, { status: 409 });
	};
	return { asked, introduction };
}

function openPage(hash: string) {
	history.replaceState(null, "", hash);
	const page = document.createElement("workbench-matching");
	Object.assign(page, { me });
	show(page);
}

describe("supply and demand", () => {
	it("says why an offer suits, and why another does not", async () => {
		standIn();
		openPage("#/matching");
		await found(".match-reasons li", "Beide voor Vmbo.");
		(await found("button", "Waarom niet?")).click();
		await found(".broken", "De periodes passen niet.");
		equal(await violations(), []);
	});

	it("brings both sides together with a text that is ready, and takes it back", async () => {
		const { asked } = standIn();
		openPage("#/matching");
		(await found("button.primary", "Breng in contact")).click();
		await found("workbench-letter h4:focus", "Tekst voor beide kanten");
		const mail = await found<HTMLAnchorElement>("workbench-letter a.button");
		equal(mail.href.startsWith("mailto:een%40school.example?subject=Kennismaking"), true);
		await found(".tag", "In contact gebracht");
		equal(await violations(), []);
		(await found("button", "Ongedaan maken")).click();
		await found("#introduce-r1-o1:focus", "Breng in contact");
		equal(asked, ["POST /introductions introduced", "PATCH /introductions/i1 proposed"]);
	});

	it("moves an introduction on, undoes it, and shows what somebody else did first", async () => {
		const { asked, introduction } = standIn();
		openPage("#/matching?view=introductions");
		const choose = async (value: string) => {
			const select = await found<HTMLSelectElement>("#status-i1");
			select.value = value;
			select.dispatchEvent(new Event("change"));
		};
		await choose("agreed");
		await found("[aria-labelledby=column-agreed] #status-i1:focus");
		equal(await violations(), []);
		(await found("button", "Ongedaan maken")).click();
		await found("[aria-labelledby=column-proposed] #status-i1");
		Object.assign(introduction, { status: "done", revision: 9 });
		await choose("introduced");
		await found("[role=alert]", "Iemand was u voor.");
		await found("[aria-labelledby=column-done] #status-i1");
		equal(asked.length, 3);
	});
});
