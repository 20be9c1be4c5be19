import { perspectives } from "../../../../shared/vocabularies/perspectives.ts";
import { stages } from "../../../../shared/vocabularies/stages.ts";
import { targetBounds } from "../../../../shared/vocabularies/target-bounds.ts";
import type { Field, Section } from "../fields.ts";
import { actionLinesField, contactsSection, summary, title } from "./common.ts";

const source: Field = {
	key: "source",
	type: "group",
	label: { nl: "Bron", en: "Source" },
	fields: [
		{ key: "name", type: "text", required: true, label: { nl: "Naam", en: "Name" } },
		{ key: "url", type: "text", input: "url", label: { nl: "Adres", en: "Address" } },
		{ key: "date", type: "date", label: { nl: "Datum", en: "Date" } },
	],
};

const targetFields: readonly Field[] = [
	{ key: "value", type: "number", label: { nl: "Waarde", en: "Value" } },
	{ key: "period", type: "text", label: { nl: "Periode", en: "Period" } },
	{
		key: "bound",
		type: "choice",
		vocabulary: targetBounds,
		label: { nl: "Ten minste of ten hoogste", en: "At least or at most" },
	},
	{ key: "note", type: "text", label: { nl: "Toelichting", en: "Note" } },
];

export const indicatorForm: readonly Section[] = [
	{
		id: "what",
		title: { nl: "Wat wordt gemeten?", en: "What is measured?" },
		fields: [
			title,
			{
				key: "unit",
				type: "text",
				required: true,
				label: { nl: "Eenheid", en: "Unit" },
				hint: { nl: "Zoals: leerlingen, bedrijven, %.", en: "Such as: pupils, companies, %." },
			},
			summary,
			{ key: "definition", type: "long", rows: 4, label: { nl: "Definitie", en: "Definition" } },
			{ key: "slug", type: "text", label: { nl: "Kenmerk", en: "Id" } },
			{ key: "perspective", type: "choice", vocabulary: perspectives, label: { nl: "Invalshoek", en: "Perspective" } },
			actionLinesField,
			{
				key: "stages",
				type: "choices",
				vocabulary: stages,
				label: { nl: "Onderwijs en loopbaan", en: "Education and career" },
			},
		],
	},
	{
		id: "figures",
		title: { nl: "Bron, streefwaarde en metingen", en: "Source, target and observations" },
		fields: [
			source,
			{
				key: "version",
				type: "definition",
				label: { nl: "Verandering van definitie", en: "Change of definition" },
			},
			{
				key: "earlier",
				type: "list",
				folded: true,
				label: { nl: "Eerdere definities", en: "Former definitions" },
				one: { nl: "eerdere definitie", en: "former definition" },
				fields: [
					{ key: "version", type: "number", required: true, label: { nl: "Nummer", en: "Number" } },
					{ key: "until", type: "text", label: { nl: "Laatste periode", en: "Last period" } },
					{ key: "definition", type: "long", rows: 3, label: { nl: "Definitie", en: "Definition" } },
					{ key: "unit", type: "text", required: true, label: { nl: "Eenheid", en: "Unit" } },
					source,
					{ key: "note", type: "text", label: { nl: "Waarom zij veranderde", en: "Why it changed" } },
				],
			},
			{
				key: "target",
				type: "group",
				label: { nl: "Streefwaarde", en: "Target" },
				fields: targetFields,
			},
			{
				key: "targets",
				type: "list",
				folded: true,
				label: { nl: "Meer streefwaarden", en: "More targets" },
				one: { nl: "streefwaarde", en: "target" },
				hint: {
					nl: "Van een ander jaar, of van een deel: een school, een niveau, een gemeente.",
					en: "Of another year, or of a part: a school, a level, a municipality.",
				},
				fields: [
					{
						key: "breakdown",
						type: "slice",
						label: { nl: "Van welk deel", en: "Of which part" },
						hint: { nl: "Zoals: School: Het Voorbeeld.", en: "Such as: School: The Example." },
					},
					...targetFields,
				],
			},
			{
				key: "observations",
				type: "observations",
				label: { nl: "Metingen", en: "Observations" },
				one: { nl: "meting", en: "observation" },
				fields: [
					{ key: "period", type: "text", required: true, label: { nl: "Periode", en: "Period" } },
					{ key: "value", type: "number", required: true, label: { nl: "Waarde", en: "Value" } },
					{ key: "breakdown", type: "slice", label: { nl: "Uitsplitsing", en: "Breakdown" } },
					{ key: "note", type: "text", label: { nl: "Toelichting", en: "Note" } },
					{ key: "version", type: "number", label: { nl: "Definitie", en: "Definition" } },
				],
			},
		],
	},
	contactsSection,
];
