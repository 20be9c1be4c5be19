import { and, inArray, ne, sql } from "drizzle-orm";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { ambitions } from "../../shared/vocabularies/ambitions.ts";
import { attendanceModes } from "../../shared/vocabularies/attendance-modes.ts";
import { audiences } from "../../shared/vocabularies/audiences.ts";
import { directions } from "../../shared/vocabularies/directions.ts";
import { eventTypes } from "../../shared/vocabularies/event-types.ts";
import { learningPaths } from "../../shared/vocabularies/learning-paths.ts";
import { nationalActions } from "../../shared/vocabularies/national-actions.ts";
import { natures } from "../../shared/vocabularies/natures.ts";
import { opportunityTypes } from "../../shared/vocabularies/opportunity-types.ts";
import { regionalGoals } from "../../shared/vocabularies/regional-goals.ts";
import { scales } from "../../shared/vocabularies/scales.ts";
import { sectors } from "../../shared/vocabularies/sectors.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import type { Term, Vocabulary } from "../../shared/vocabularies/vocabulary.ts";
import type { Database } from "../db/open.ts";
import { records } from "../db/schema.ts";
import type { VisibleRegions } from "./list-search.ts";

/** The vocabularies whose codes stand in a field of a record, with that field. */
const used: readonly { id: string; field: string; label: Term; vocabulary: Vocabulary }[] = [
	{
		id: "action-lines",
		field: "actionLines",
		label: { nl: "Actielijnen", en: "Action lines" },
		vocabulary: actionLines,
	},
	{
		id: "stages",
		field: "stages",
		label: { nl: "Onderwijs en loopbaan", en: "Education and career" },
		vocabulary: stages,
	},
	{ id: "audiences", field: "audiences", label: { nl: "Doelgroepen", en: "Audiences" }, vocabulary: audiences },
	{ id: "sectors", field: "sectors", label: { nl: "Sectoren", en: "Sectors" }, vocabulary: sectors },
	{
		id: "ambitions",
		field: "ambitions",
		label: { nl: "Landelijke ambities", en: "National ambitions" },
		vocabulary: ambitions,
	},
	{
		id: "national-actions",
		field: "nationalActions",
		label: { nl: "Landelijke acties", en: "National actions" },
		vocabulary: nationalActions,
	},
	{
		id: "regional-goals",
		field: "regionalGoals",
		label: { nl: "Regionale doelen", en: "Regional goals" },
		vocabulary: regionalGoals,
	},
	{ id: "natures", field: "nature", label: { nl: "Aard", en: "Nature" }, vocabulary: natures },
	{ id: "scales", field: "scale", label: { nl: "Schaal", en: "Scale" }, vocabulary: scales },
	{
		id: "event-types",
		field: "type",
		label: { nl: "Soorten activiteiten", en: "Types of events" },
		vocabulary: eventTypes,
	},
	{
		id: "attendance-modes",
		field: "attendance",
		label: { nl: "Deelname", en: "Attendance" },
		vocabulary: attendanceModes,
	},
	{
		id: "opportunity-types",
		field: "type",
		label: { nl: "Soorten aanbod", en: "Types of opportunities" },
		vocabulary: opportunityTypes,
	},
	{
		id: "directions",
		field: "direction",
		label: { nl: "Vraag of aanbod", en: "Request or offer" },
		vocabulary: directions,
	},
	{
		id: "learning-paths",
		field: "learningPath",
		label: { nl: "Leerwegen", en: "Learning paths" },
		vocabulary: learningPaths,
	},
];

export interface VocabularyUse {
	id: string;
	label: Term;
	terms: { code: string; nl: string; en: string; broader?: string; count: number }[];
}

/** Every vocabulary with its labels, and in how many records of the region (or of all that one sees) each term stands. */
export async function vocabularyUse(db: Database, visible: VisibleRegions, region?: string): Promise<VocabularyUse[]> {
	const rows = await db
		.select({ lexeme: sql<string>`entry.lexeme`, count: sql<string>`count(*)` })
		.from(sql`${records}, unnest(${records}."search") as entry`)
		.where(
			and(
				ne(records.state, "merged"),
				ne(records.state, "archived"),
				sql`entry.lexeme like '#%'`,
				region ? inArray(records.region, [region]) : undefined,
				visible === "all" ? undefined : inArray(records.region, [...visible, ""]),
			),
		)
		.groupBy(sql`entry.lexeme`);
	const counts = new Map(rows.map(({ lexeme, count }) => [lexeme, Number(count)]));
	return used.map(({ id, field, label, vocabulary }) => ({
		id,
		label,
		terms: Object.entries(vocabulary).map(([code, { nl, en, broader }]) => ({
			code,
			nl,
			en,
			...(broader && { broader }),
			count: counts.get(`#${field}:${code}`) ?? 0,
		})),
	}));
}
