import { attendanceModes } from "../../../../shared/vocabularies/attendance-modes.ts";
import { eventStatuses } from "../../../../shared/vocabularies/event-statuses.ts";
import { eventTypes } from "../../../../shared/vocabularies/event-types.ts";
import type { Section } from "../fields.ts";
import {
	actionLinesField,
	contactsSection,
	description,
	image,
	initiative,
	location,
	organizationReference,
	partners,
	sourceUrl,
	summary,
	title,
	whom,
} from "./common.ts";

export const eventForm: readonly Section[] = [
	{
		id: "what",
		title: { nl: "Wat is het?", en: "What is it?" },
		fields: [
			title,
			summary,
			{ key: "type", type: "choice", vocabulary: eventTypes, label: { nl: "Soort evenement", en: "Type of event" } },
			description,
			sourceUrl,
		],
	},
	{
		id: "when",
		title: { nl: "Wanneer?", en: "When?" },
		fields: [
			{ key: "start", type: "moment", required: true, label: { nl: "Begin", en: "Start" } },
			{ key: "end", type: "moment", label: { nl: "Einde", en: "End" } },
			{
				key: "status",
				type: "choice",
				vocabulary: eventStatuses,
				preset: "scheduled",
				label: { nl: "Gaat het door?", en: "Is it on?" },
				hint: {
					nl: "Geannuleerd blijft in de lijsten staan, duidelijk gemarkeerd.",
					en: "Cancelled stays in the lists, clearly marked.",
				},
			},
			{ key: "previousStart", type: "moment", label: { nl: "Stond eerst op", en: "Was planned for" } },
			{
				key: "timeZone",
				type: "zone",
				label: { nl: "Tijdzone", en: "Time zone" },
				hint: {
					nl: "De tijden hierboven gelden in deze tijdzone.",
					en: "The times above are in this time zone.",
				},
			},
		],
	},
	{
		id: "where",
		title: { nl: "Waar?", en: "Where?" },
		fields: [
			{
				key: "attendance",
				type: "choice",
				vocabulary: attendanceModes,
				preset: "offline",
				label: { nl: "Hoe is het bij te wonen?", en: "How to attend" },
			},
			location,
			{
				key: "accessibility",
				type: "text",
				label: { nl: "Toegankelijkheid", en: "Accessibility" },
				hint: {
					nl: "Zoals: drempelvrij, ringleiding, rustige ruimte.",
					en: "Such as: step-free, hearing loop, quiet room.",
				},
			},
		],
	},
	{ ...whom, fields: [...whom.fields, actionLinesField] },
	{
		id: "who",
		title: { nl: "Organisatie en aanmelden", en: "Organisation and registration" },
		fields: [
			organizationReference("organizer", { nl: "Organisator", en: "Organiser" }),
			partners,
			{ key: "registrationUrl", type: "text", input: "url", label: { nl: "Aanmelden via", en: "Register at" } },
			{
				key: "price",
				type: "group",
				label: { nl: "Prijs", en: "Price" },
				fields: [
					{
						key: "amount",
						type: "number",
						label: { nl: "Bedrag in euro", en: "Amount in euro" },
						hint: { nl: "0 is gratis.", en: "0 is free." },
					},
					{ key: "note", type: "text", label: { nl: "Toelichting", en: "Note" } },
				],
			},
			{
				key: "series",
				type: "group",
				label: { nl: "Deel van een reeks", en: "Part of a series" },
				fields: [
					{ key: "name", type: "text", label: { nl: "Naam van de reeks", en: "Name of the series" } },
					{
						key: "id",
						type: "text",
						label: { nl: "Kenmerk", en: "Id" },
						hint: { nl: "Zoals dagen-van-de-techniek.", en: "Such as dagen-van-de-techniek." },
					},
					{ key: "edition", type: "text", label: { nl: "Editie", en: "Edition" } },
				],
			},
			initiative,
			image,
		],
	},
	{
		id: "results",
		title: { nl: "Wat leverde het op?", en: "What did it bring about?" },
		hint: {
			nl: "In te vullen na afloop. De cijfers zijn openbaar.",
			en: "To fill in afterwards. The figures are public.",
		},
		fields: [
			{
				key: "results",
				type: "group",
				label: { nl: "Resultaten van deze editie", en: "Results of this edition" },
				fields: [
					{ key: "visitors", type: "number", label: { nl: "Bezoekers", en: "Visitors" } },
					{ key: "companies", type: "number", label: { nl: "Bedrijven", en: "Companies" } },
					{ key: "schools", type: "number", label: { nl: "Scholen", en: "Schools" } },
					{ key: "note", type: "text", label: { nl: "Toelichting", en: "Note" } },
				],
			},
		],
	},
	contactsSection,
];
