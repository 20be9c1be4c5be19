import { isPersonal } from "../../shared/insight/matching/personal.ts";
import type { Kind } from "../../shared/model/kinds.ts";
import { opportunityFields } from "../../shared/model/opportunity.ts";
import { Refusal } from "./refusal.ts";

/**
 * Whether a record is the request of one person, which no feed, page, snippet or index for clippers ever holds. A request whose
 * data no longer fits the schema counts as one: what cannot be read is not shown.
 */
export function isPersonalRecord(kind: Kind, data: Readonly<Record<string, unknown>>): boolean {
	if (kind !== "opportunity") return false;
	const parsed = opportunityFields.safeParse(data);
	return parsed.success ? isPersonal(parsed.data) : data.direction === "request";
}

export const personalRequest = () =>
	new Refusal(
		422,
		"personal-request",
		{
			nl: "Dit is een persoonlijke vraag: die wordt niet gepubliceerd.",
			en: "This is a personal request: it is not published.",
		},
		{
			detail: {
				nl: "Vragen van leerlingen, studenten en werkzoekenden blijven binnen de werkplaats; onder Vraag en aanbod staat wat erbij past. Vraagt een school of bedrijf dit, noem dan de organisatie.",
				en: "Requests of pupils, students and job seekers stay inside the workbench; Supply and demand shows what suits them. When a school or company asks for it, name the organisation.",
			},
		},
	);
