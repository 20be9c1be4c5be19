// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Captured } from "../draft/fields.ts";
import { capture } from "./capture.ts";
import { pageOf, withJsonLd } from "./page.fixture.ts";

const now = "2026-04-20T12:00:00+02:00";
const read = (html: string, url?: string) => capture(pageOf(html, url), now);

describe("capturing a page", () => {
	it("makes an event of an event, with evidence for every field", () => {
		const page = withJsonLd({
			"@type": "EducationEvent",
			name: "Open dag techniek",
			description: "<p>Ontdek <b>alle</b> opleidingen.</p>",
			startDate: "2026-05-16T10:00:00+02:00",
			eventStatus: "https://schema.org/EventCancelled",
			eventAttendanceMode: "https://schema.org/MixedEventAttendanceMode",
			organizer: { name: "ROC Voorbeeld" },
			offers: { "@type": "Offer", url: "/aanmelden" },
			location: { "@type": "Place", name: "Almere" },
		});
		const captured = capture(page, now);
		expect(captured.kind).toBe("event");
		expect(captured.fields).toEqual({
			title: "Open dag techniek",
			summary: "Ontdek alle opleidingen.",
			organization: "ROC Voorbeeld",
			place: "Almere",
			startDate: "2026-05-16",
			startTime: "10:00",
			eventType: "open-day",
			eventStatus: "cancelled",
			attendance: "mixed",
			linkUrl: "https://www.voorbeeld.nl/aanmelden",
		});
		expect(Object.keys(captured.evidence).sort()).toEqual(Object.keys(captured.fields).sort());
	});

	it("makes an opportunity of a vacancy", () => {
		const captured = capture(
			withJsonLd({
				"@type": "JobPosting",
				title: "Stage mechatronica",
				datePosted: "2026-04-01",
				validThrough: "2026-06-01T00:00",
				employmentType: "INTERN",
				hiringOrganization: { name: "Robotbouw BV" },
				jobLocation: { "@type": "Place", address: { addressLocality: "Tilburg" } },
			}),
			now,
		);
		expect(captured.kind).toBe("opportunity");
		expect(captured.fields).toMatchObject({
			opportunityType: "internship",
			organization: "Robotbouw BV",
			datePosted: "2026-04-01",
			validThrough: "2026-06-01",
			place: "Tilburg",
		});
	});

	it("tells kinds apart by what a page says when it declares nothing", () => {
		const event = read(
			"<main><h1>Techniekdag in Goirle</h1><p>Zaterdag 16 mei 2026 van 10.00 tot 15.00 uur. Meld je aan!</p></main>",
			"https://a.nl/agenda/techniekdag",
		);
		expect([event.kind, event.fields.startTime]).toEqual(["event", "10:00"]);
		const vacancy = read(
			"<main><h1>Vacature monteur</h1><p>Wij bieden 32-40 uur per week. Solliciteer uiterlijk 3 mei 2026.</p></main>",
			"https://a.nl/vacatures/monteur",
		);
		expect([vacancy.kind, vacancy.fields.opportunityType, vacancy.fields.validThrough]).toEqual([
			"opportunity",
			"vacancy",
			"2026-05-03",
		]);
		const initiative = read(
			`<main><h1>Techlab Urk</h1><p>Sinds 3 maart 2025 werken scholen en bedrijven samen in het Techlab, in schooljaar 2026/27 ook op Urk.</p></main>`,
		);
		expect([initiative.kind, initiative.fields.startDate, initiative.fields.planningLabel]).toEqual([
			"initiative",
			undefined,
			"schooljaar 2026/27",
		]);
	});

	it("is about none of the many of a listing", () => {
		const captured = capture(
			withJsonLd([
				{ "@type": "Event", name: "Een", startDate: "2026-05-16" },
				{ "@type": "Event", name: "Twee", startDate: "2026-05-17" },
			]),
			now,
		);
		expect([captured.kind, captured.fields.title]).toEqual(["initiative", "Techniekdag"]);
	});

	it("keeps the page's own facts", () => {
		const { page } = read(
			`<html lang="nl-NL"><title>T</title><link rel="canonical" href="/echt"></html>`,
			"https://a.nl/echt?utm_source=x",
		);
		expect(page).toEqual({
			url: "https://a.nl/echt?utm_source=x",
			canonicalUrl: "https://a.nl/echt",
			title: "T",
			language: "nl-NL",
			capturedAt: now,
		});
		expect(read(`<link rel="canonical" href="/">`, "https://a.nl/diep").page.canonicalUrl).toBeUndefined();
	});

	it("says so when there is nothing to read", () => {
		expect(read("").unreadable).toBe("empty");
		expect(read(`<body><embed type="application/pdf"></body>`).unreadable).toBe("pdf");
	});

	it("never throws, never changes the page, and always hands back what the panel accepts", () => {
		const tags = fc.constantFrom(
			"<p>",
			"</p>",
			"<h1>",
			"</h1>",
			"<main>",
			"<article>",
			"<time datetime='x'>",
			"<aside>",
			"<a href='http://['>Aanmelden</a>",
			"<div itemscope itemtype='https://schema.org/Event'>",
			"<b itemprop='startDate'>",
			"12 mei 2026 om 10 uur",
			"Locatie: Tilburg",
			"</div>",
			"<address>",
			"5038 CB",
		);
		const pieces = fc.array(fc.oneof(tags, fc.string()), { maxLength: 20 });
		fc.assert(
			fc.property(pieces, (html) => {
				const page = pageOf(html.join(" "));
				const before = page.document.documentElement.outerHTML;
				expect(Captured.safeParse(structuredClone(capture(page, now))).success).toBe(true);
				expect(page.document.documentElement.outerHTML).toBe(before);
			}),
		);
	});
});
