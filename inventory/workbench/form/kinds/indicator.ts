import { perspectives } from "../../../../shared/vocabularies/perspectives.ts";
import { stages } from "../../../../shared/vocabularies/stages.ts";
import type { Section } from "../fields.ts";
import { actionLinesField, contactsSection, summary, title } from "./common.ts";

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
			{
				key: "source",
				type: "group",
				label: { nl: "Bron", en: "Source" },
				fields: [
					{ key: "name", type: "text", required: true, label: { nl: "Naam", en: "Name" } },
					{ key: "url", type: "text", input: "url", label: { nl: "Adres", en: "Address" } },
					{ key: "date", type: "date", label: { nl: "Datum", en: "Date" } },
				],
			},
			{
				key: "target",
				type: "group",
				label: { nl: "Streefwaarde", en: "Target" },
				fields: [
					{ key: "value", type: "number", label: { nl: "Waarde", en: "Value" } },
					{ key: "period", type: "text", label: { nl: "Periode", en: "Period" } },
					{ key: "note", type: "text", label: { nl: "Toelichting", en: "Note" } },
				],
			},
			{
				key: "observations",
				type: "list",
				folded: true,
				label: { nl: "Metingen", en: "Observations" },
				one: { nl: "Meting", en: "observation" },
				fields: [
					{
						key: "period",
						type: "text",
						required: true,
						label: { nl: "Periode", en: "Period" },
						hint: { nl: "2023, 2022-2023 of een datum.", en: "2023, 2022-2023 or a date." },
					},
					{ key: "value", type: "number", required: true, label: { nl: "Waarde", en: "Value" } },
					{ key: "note", type: "text", label: { nl: "Toelichting", en: "Note" } },
				],
			},
		],
	},
	contactsSection,
];
