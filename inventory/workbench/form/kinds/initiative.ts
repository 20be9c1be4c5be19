import { ambitions } from "../../../../shared/vocabularies/ambitions.ts";
import { fundingProgrammes } from "../../../../shared/vocabularies/funding-programmes.ts";
import { initiativeStatuses } from "../../../../shared/vocabularies/initiative-statuses.ts";
import { nationalActions } from "../../../../shared/vocabularies/national-actions.ts";
import { natures } from "../../../../shared/vocabularies/natures.ts";
import { phases } from "../../../../shared/vocabularies/phases.ts";
import { regionalGoals } from "../../../../shared/vocabularies/regional-goals.ts";
import { scales } from "../../../../shared/vocabularies/scales.ts";
import type { Section } from "../fields.ts";
import {
	actionLinesField,
	contactsSection,
	description,
	image,
	partners,
	places,
	sourceUrl,
	summary,
	title,
	whom,
} from "./common.ts";

export const initiativeForm: readonly Section[] = [
	{
		id: "what",
		title: { nl: "Wat is het?", en: "What is it?" },
		fields: [
			title,
			summary,
			{ key: "goal", type: "long", rows: 3, label: { nl: "Doel", en: "Goal" } },
			{ key: "nature", type: "choice", vocabulary: natures, preset: "activity", label: { nl: "Aard", en: "Nature" } },
			{
				key: "status",
				type: "choice",
				vocabulary: initiativeStatuses,
				preset: "running",
				label: { nl: "Stand van zaken", en: "Status" },
			},
			description,
			sourceUrl,
		],
	},
	{
		id: "lines",
		title: { nl: "Waar draagt het aan bij?", en: "What does it contribute to?" },
		fields: [
			actionLinesField,
			{
				key: "ambitions",
				type: "choices",
				vocabulary: ambitions,
				folded: true,
				label: { nl: "Landelijke ambities", en: "National ambitions" },
			},
			{
				key: "nationalActions",
				type: "choices",
				vocabulary: nationalActions,
				folded: true,
				label: { nl: "Landelijke acties", en: "National actions" },
			},
			{
				key: "regionalGoals",
				type: "choices",
				vocabulary: regionalGoals,
				folded: true,
				label: { nl: "Regionale doelen", en: "Regional goals" },
			},
		],
	},
	whom,
	{
		id: "when",
		title: { nl: "Wanneer en waar?", en: "When and where?" },
		fields: [
			{
				key: "planning",
				type: "group",
				label: { nl: "Planning", en: "Planning" },
				fields: [
					{ key: "start", type: "date", label: { nl: "Begin", en: "Start" } },
					{ key: "end", type: "date", label: { nl: "Einde", en: "End" } },
					{
						key: "label",
						type: "text",
						label: { nl: "In woorden", en: "In words" },
						hint: { nl: "Bijvoorbeeld: schooljaar 2026-2027.", en: "For example: school year 2026-2027." },
					},
					{ key: "phase", type: "choice", vocabulary: phases, label: { nl: "Fase", en: "Phase" } },
				],
			},
			{ key: "scale", type: "choice", vocabulary: scales, label: { nl: "Schaal", en: "Scale" } },
			places,
		],
	},
	{
		id: "who",
		title: { nl: "Wie doet mee, en met welke middelen?", en: "Who takes part, and with what means?" },
		fields: [
			partners,
			{
				key: "funding",
				type: "list",
				label: { nl: "Middelen", en: "Means" },
				one: { nl: "Financiering", en: "funding" },
				fields: [
					{
						key: "programme",
						type: "choice",
						vocabulary: fundingProgrammes,
						label: { nl: "Regeling", en: "Programme" },
					},
					{ key: "note", type: "text", label: { nl: "Toelichting", en: "Note" } },
				],
			},
			{ key: "result", type: "long", rows: 3, label: { nl: "Resultaat", en: "Result" } },
			image,
		],
	},
	contactsSection,
];
