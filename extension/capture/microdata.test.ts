// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { capture } from "./capture.ts";
import { readMicrodata } from "./microdata.ts";
import { pageOf, withJsonLd } from "./page.fixture.ts";

describe("microdata", () => {
	it("reads values where HTML keeps them", () => {
		const [thing] = readMicrodata(
			pageOf(`<div itemscope itemtype="https://schema.org/Event">
				<span itemprop="name"> Open  dag </span><time itemprop="startDate" datetime="2026-05-16T10:00">za</time>
				<meta itemprop="eventStatus" content="https://schema.org/EventCancelled"><a itemprop="url" href="/dag">x</a>
				<a itemprop="organizer" href="/wij">ROC Voorbeeld</a></div>`).document,
		);
		expect(Object.fromEntries(thing?.values ?? [])).toEqual({
			name: ["Open dag"],
			startDate: ["2026-05-16T10:00"],
			eventStatus: ["https://schema.org/EventCancelled"],
			url: ["/dag"],
			organizer: ["ROC Voorbeeld"],
		});
	});

	it("follows itemref and is not caught in a circle of it", () => {
		const { document } = pageOf(`<div itemscope itemtype="https://schema.org/Event" itemref="a b"></div>
			<p id="a" itemprop="name">Dag</p><div id="b" itemprop="location" itemscope itemref="b"></div>`);
		expect(readMicrodata(document)[0]?.values.get("name")).toEqual(["Dag"]);
	});

	it("gives the same draft as JSON-LD of the same example", () => {
		const structured = withJsonLd({
			"@context": "https://schema.org",
			"@type": "Event",
			name: "Techniekdag Tilburg",
			startDate: "2026-05-16T10:00:00+02:00",
			endDate: "2026-05-16T15:00:00+02:00",
			location: {
				"@type": "Place",
				name: "Spoorzone",
				address: {
					"@type": "PostalAddress",
					streetAddress: "Spoorlaan 10",
					postalCode: "5038 CB",
					addressLocality: "Tilburg",
				},
			},
			organizer: { "@type": "Organization", name: "Techniekpact" },
		});
		const marked = pageOf(`<title>Techniekdag | Voorbeeld</title><main><h1>Techniekdag</h1></main>
			<div itemscope itemtype="https://schema.org/Event"><meta itemprop="name" content="Techniekdag Tilburg">
			<meta itemprop="startDate" content="2026-05-16T10:00:00+02:00"><meta itemprop="endDate" content="2026-05-16T15:00:00+02:00">
			<div itemprop="location" itemscope itemtype="https://schema.org/Place"><span itemprop="name">Spoorzone</span>
			<div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><span itemprop="streetAddress">Spoorlaan 10</span>
			<span itemprop="postalCode">5038 CB</span> <span itemprop="addressLocality">Tilburg</span></div></div>
			<div itemprop="organizer" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">Techniekpact</span></div></div>`);
		const [one, other] = [
			capture(structured, "2026-04-20T12:00:00+02:00"),
			capture(marked, "2026-04-20T12:00:00+02:00"),
		];
		expect(other.kind).toBe(one.kind);
		expect(other.fields).toEqual(one.fields);
		expect(Object.values(other.evidence).map((it) => it.from)).toContain("microdata");
	});
});
