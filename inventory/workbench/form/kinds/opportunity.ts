import { directions } from "../../../../shared/vocabularies/directions.ts";
import { learningPaths } from "../../../../shared/vocabularies/learning-paths.ts";
import { opportunityTypes } from "../../../../shared/vocabularies/opportunity-types.ts";
import type { Vocabulary } from "../../../../shared/vocabularies/vocabulary.ts";
import type { Section } from "../fields.ts";
import {
	actionLinesField,
	contactsSection,
	description,
	image,
	initiative,
	location,
	organizationReference,
	sourceUrl,
	summary,
	title,
	whom,
} from "./common.ts";

const salaryUnits = {
	hour: { nl: "per uur", en: "an hour" },
	month: { nl: "per maand", en: "a month" },
	year: { nl: "per jaar", en: "a year" },
} as const satisfies Vocabulary;

export const opportunityForm: readonly Section[] = [
	{
		id: "what",
		title: { nl: "Wat is het?", en: "What is it?" },
		fields: [
			title,
			{
				key: "type",
				type: "choice",
				vocabulary: opportunityTypes,
				required: true,
				label: { nl: "Soort kans", en: "Type" },
			},
			{
				key: "direction",
				type: "choice",
				vocabulary: directions,
				preset: "offer",
				label: { nl: "Aangeboden of gevraagd", en: "Offered or requested" },
			},
			summary,
			description,
			organizationReference("organization", { nl: "Organisatie", en: "Organisation" }),
		],
	},
	{
		id: "when",
		title: { nl: "Wanneer?", en: "When?" },
		fields: [
			{ key: "datePosted", type: "date", label: { nl: "Geplaatst op", en: "Posted on" } },
			{
				key: "validThrough",
				type: "date",
				label: { nl: "Laatste dag", en: "Last day" },
				hint: { nl: "Daarna verdwijnt de kans vanzelf uit alle lijsten.", en: "After this day no list shows it." },
			},
			{
				key: "start",
				type: "date",
				label: { nl: "Begint op", en: "Starts on" },
				hint: {
					nl: 'Voor een periode zoals "in mei": de eerste dag hier, de laatste hieronder.',
					en: 'For a period such as "in May": the first day here, the last one below.',
				},
			},
			{ key: "end", type: "date", label: { nl: "Uiterlijk tot en met", en: "Until at the latest" } },
		],
	},
	{ ...whom, fields: [...whom.fields, actionLinesField] },
	{
		id: "where",
		title: { nl: "Waar?", en: "Where?" },
		fields: [
			location,
			{
				key: "withinKm",
				type: "number",
				label: { nl: "Hoogstens zoveel kilometer", en: "At most so many kilometres" },
				hint: {
					nl: "Alleen invullen als verder echt niet kan: wat verder ligt, wordt niet voorgesteld.",
					en: "Fill in only when farther really cannot be: what lies farther is not proposed.",
				},
			},
		],
	},
	{
		id: "terms",
		title: { nl: "Voorwaarden en reageren", en: "Terms and how to apply" },
		fields: [
			{
				key: "learningPath",
				type: "choice",
				vocabulary: learningPaths,
				label: { nl: "Leerweg in het mbo", en: "Path in vocational education (mbo)" },
			},
			{
				key: "hours",
				type: "group",
				label: { nl: "Uren per week", en: "Hours a week" },
				fields: [
					{ key: "min", type: "number", label: { nl: "Van", en: "From" } },
					{ key: "max", type: "number", label: { nl: "Tot", en: "To" } },
					{ key: "note", type: "text", label: { nl: "Toelichting", en: "Note" } },
				],
			},
			{
				key: "salary",
				type: "group",
				label: { nl: "Salaris of vergoeding (bruto, euro)", en: "Salary or allowance (gross, euro)" },
				fields: [
					{ key: "min", type: "number", label: { nl: "Van", en: "From" } },
					{ key: "max", type: "number", label: { nl: "Tot", en: "To" } },
					{ key: "unit", type: "choice", vocabulary: salaryUnits, preset: "month", label: { nl: "Per", en: "Per" } },
					{ key: "note", type: "text", label: { nl: "Toelichting", en: "Note" } },
				],
			},
			{ key: "applyUrl", type: "text", input: "url", label: { nl: "Reageren via", en: "Apply at" } },
			sourceUrl,
			{
				key: "source",
				type: "group",
				label: { nl: "Herkomst", en: "Origin" },
				hint: {
					nl: "Het matchingsplatform waar de kans vandaan komt.",
					en: "The matching platform that it comes from.",
				},
				fields: [
					{ key: "name", type: "text", label: { nl: "Naam", en: "Name" } },
					{ key: "url", type: "text", input: "url", label: { nl: "Adres", en: "Address" } },
				],
			},
			initiative,
			image,
		],
	},
	{
		id: "who-asks",
		title: { nl: "Van wie is de vraag?", en: "Whose request is it?" },
		fields: [
			{
				key: "personal",
				type: "flag",
				label: { nl: "Persoonlijke vraag", en: "Personal request" },
				yes: { nl: "Ja, van of voor één persoon", en: "Yes, of or for one person" },
				no: { nl: "Nee", en: "No" },
				open: { nl: "Volgt uit de rest", en: "Follows from the rest" },
				hint: {
					nl: "Een vraag van een leerling, student of werkzoekende wordt nooit gepubliceerd.",
					en: "A request of a pupil, student or job seeker is never published.",
				},
			},
		],
	},
	contactsSection,
];
