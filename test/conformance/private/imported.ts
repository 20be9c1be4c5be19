import { eq } from "drizzle-orm";
import * as z from "zod/mini";
import { importSources } from "../../../inventory/db/schema.ts";
import { openPartnerSite } from "../../../inventory/testing/partner-site.ts";
import type { Plants } from "./plant.ts";
import type { World } from "./world.ts";

export type PartnerSite = Awaited<ReturnType<typeof openPartnerSite>>;

const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

/** A person as schema.org has one, with a marker in every field. */
const person = (plants: Plants, where: string) => ({
	"@type": "Person",
	name: `${plants.marker(`name, ${where}`)} Voorbeeld`,
	email: `mailto:${plants.marker(`address, ${where}`)}@persoon.example`,
	telephone: plants.contact(`telephone, ${where}`).phone,
	contactPoint: { "@type": "ContactPoint", email: `${plants.marker(`contact point, ${where}`)}@persoon.example` },
});

/** A partner's site whose feeds and pages name persons in all the ways that their formats have. */
export async function openPersonalSite(plants: Plants): Promise<PartnerSite> {
	const site = await openPartnerSite();
	const event = (uid: string, lines: string[]) => [
		...["BEGIN:VEVENT", `UID:${uid}`, "DTSTAMP:20261101T100000Z", ...lines],
		`ORGANIZER;CN=${plants.marker(`organizer's name, ${uid}`)}:mailto:${plants.marker(`organizer, ${uid}`)}@persoon.example`,
		`ATTENDEE;CN=${plants.marker(`attendee's name, ${uid}`)}:mailto:${plants.marker(`attendee, ${uid}`)}@persoon.example`,
		`CONTACT:${plants.marker(`contact, ${uid}`)}\\, ${plants.contact(`contact, ${uid}`).phone}`,
		"END:VEVENT",
	];
	const lines = [
		...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Voorbeeld//NL"],
		...event("heel@school.example", ["DTSTART:20310105T183000Z", "SUMMARY:Avond op een schema"]),
		...event("reeks@school.example", [
			"DTSTART:20270105T183000Z",
			"RRULE:FREQ=WEEKLY;COUNT=2",
			"SUMMARY:Reeks op een schema",
		]),
		...event("half@school.example", ["SUMMARY:Zonder begin"]),
		...["END:VCALENDAR", ""],
	];
	site.pages.set("/agenda.ics", { body: lines.join("\r\n"), type: "text/calendar" });
	const page = [
		{
			"@type": "Event",
			name: "Dag op een pagina",
			startDate: "2031-03-01T10:00:00+01:00",
			organizer: person(plants, "organizer of a page"),
			performer: person(plants, "performer of a page"),
			contributor: [person(plants, "contributor of a page")],
		},
		{ "@type": "Event", name: "Dag zonder datum", organizer: person(plants, "organizer, skipped") },
	];
	site.pages.set("/dag.html", {
		body: `<!doctype html><title>Dag</title>${page.map((one) => ld({ "@context": "https://schema.org", ...one })).join("")}`,
		type: "text/html",
	});
	const job = {
		...{ "@context": "https://schema.org", "@type": "JobPosting", title: "Stage op een pagina" },
		...{ datePosted: "2026-11-01", validThrough: "2031-01-01", employmentType: "INTERN" },
		hiringOrganization: { "@type": "Organization", name: "Bedrijf Voorbeeld", employee: person(plants, "employee") },
		applicationContact: person(plants, "application contact"),
	};
	site.pages.set("/stage.html", { body: `<!doctype html><title>Stage</title>${ld(job)}`, type: "text/html" });
	const mail = `${plants.marker("column of a table")}@persoon.example`;
	site.pages.set("/lijst.csv", {
		body: `Titel;Datum;Contactpersoon;E-mail\nMiddag uit een tabel;05-01-2031;${plants.marker("name in a table")};${mail}\nZonder dag;;${plants.marker("name in a skipped row")};${mail}\n`,
		type: "text/csv",
	});
	return site;
}

const Added = z.object({ id: z.string() });
const Read = z.object({ lastRun: z.nullable(z.object({ state: z.string() })) });

/** Has the service read each of them as its schedule would, and gives what an editor is then told of the runs. */
export async function readOnSchedule(
	world: Pick<World, "beside" | "editor" | "call">,
	site: PartnerSite,
	region: string,
) {
	const { beside, editor: token, call } = world;
	const columns = { Titel: "title", Datum: "startDate" };
	const sources = [
		{ kind: "event", address: site.url("/agenda.ics") },
		{ kind: "event", address: site.url("/dag.html") },
		{ kind: "opportunity", address: site.url("/stage.html"), mapping: { defaults: { type: "internship" } } },
		{ kind: "event", address: site.url("/lijst.csv"), mapping: { columns } },
	];
	const reports: { what: string; text: string }[] = [];
	const ids: string[] = [];
	for (const source of sources) {
		const body = { region, name: source.address, schedule: "0 6 * * *", ...source };
		const { id } = Added.parse(await (await call("/api/v1/imports", { method: "POST", token, body })).json());
		ids.push(id);
		const due = { nextRunAt: new Date(Date.now() - 60_000) };
		await beside.context.db.update(importSources).set(due).where(eq(importSources.id, id));
		await beside.context.jobs.send("import-run", { source: id }, { key: id });
	}
	const until = Date.now() + 60_000;
	for (const id of ids) {
		for (;;) {
			const text = await (await call(`/api/v1/imports/${id}`, { token })).text();
			const { lastRun } = Read.parse(JSON.parse(text));
			if (lastRun?.state === "done") {
				reports.push({ what: `report of the scheduled run of ${id}`, text });
				break;
			}
			if (lastRun && lastRun.state !== "running") throw new Error(`Not read: ${text}`);
			if (Date.now() > until) throw new Error(`Still not read: ${text}`);
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
	reports.push({ what: "the list of sources", text: await (await call("/api/v1/imports", { token })).text() });
	return reports;
}
