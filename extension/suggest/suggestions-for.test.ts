import { describe, expect, it } from "vitest";
import { draftFrom } from "../draft/draft.ts";
import type { Draft, FieldEvidence, Fields } from "../draft/fields.ts";
import { KnownOrganizations } from "../known/organizations.ts";
import { suggestionsFor } from "./suggestions-for.ts";

const page = { url: "https://a.nl/lab", capturedAt: "2026-04-20T12:00:00+02:00" };
const draftOf = (fields: Partial<Fields>, evidence: FieldEvidence = {}, kind: Draft["kind"] = "initiative"): Draft =>
	draftFrom({ page, kind, fields, evidence }, "flevoland");
const known = new KnownOrganizations(["Vakschool Urk", "Techniekkring Dronten", "Bouw B.V."]);
const organizations = (draft: Draft) =>
	suggestionsFor(draft, known).flatMap(({ change, reason }) =>
		change.field === "organization" ? [{ value: change.value, reason }] : [],
	);

describe("an organisation that the inventory knows", () => {
	it.each(["stichting techniekkring Dronten", "TECHNIEKKRING DRONTEN", "Stichting Techniekkring-Dronten"])(
		"is offered by its own name where the page says “%s”",
		(organization) => {
			expect(organizations(draftOf({ title: "Lab", organization }))).toEqual([
				{ value: "Techniekkring Dronten", reason: "known-name" },
			]);
		},
	);

	it("is not offered where it stands there already, or another one does", () => {
		expect(organizations(draftOf({ title: "Vakschool Urk doet mee", organization: "Techniekkring Dronten" }))).toEqual(
			[],
		);
		expect(organizations(draftOf({ title: "Lab", organization: "Techniekkring Urk" }))).toEqual([]);
	});

	it("is found in the description and in the sentences that fields were read from", () => {
		expect(organizations(draftOf({ title: "Lab", description: "Samen met Vakschool Urk." }))).toEqual([
			{ value: "Vakschool Urk", reason: "text" },
		]);
		const quote = { exact: "elke woensdag", prefix: "In de hal van Vakschool Urk, " };
		const evidence: FieldEvidence = { planningLabel: { from: "text", confidence: 0.8, quote } };
		expect(organizations(draftOf({ title: "Lab" }, evidence))).toEqual([{ value: "Vakschool Urk", reason: "text" }]);
	});
});

describe("the scale", () => {
	const scale = (draft: Draft) => suggestionsFor(draft).filter(({ change }) => change.field === "scale");

	it("is suggested for an initiative that says how wide it reaches, until it has one", () => {
		const draft = draftOf({ title: "Landelijk netwerk van techniekcoaches" });
		expect(scale(draft).map(({ change }) => change.value)).toEqual(["national"]);
		expect(scale({ ...draft, fields: { ...draft.fields, scale: "regional" } })).toEqual([]);
	});

	it("is not suggested for what has none", () => {
		expect(scale(draftOf({ title: "Landelijk netwerk van techniekcoaches" }, {}, "event"))).toEqual([]);
	});
});
