import type { PanelMessages } from "../../shared/messages/panel/messages.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { attendanceModes } from "../../shared/vocabularies/attendance-modes.ts";
import { audiences } from "../../shared/vocabularies/audiences.ts";
import { directions } from "../../shared/vocabularies/directions.ts";
import { eventStatuses } from "../../shared/vocabularies/event-statuses.ts";
import { eventTypes } from "../../shared/vocabularies/event-types.ts";
import { initiativeStatuses } from "../../shared/vocabularies/initiative-statuses.ts";
import { natures } from "../../shared/vocabularies/natures.ts";
import { opportunityTypes } from "../../shared/vocabularies/opportunity-types.ts";
import { scales } from "../../shared/vocabularies/scales.ts";
import { sectors } from "../../shared/vocabularies/sectors.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import { type Language, labelOf, type Vocabulary } from "../../shared/vocabularies/vocabulary.ts";
import type { Draft, FieldName, Fields } from "../draft/fields.ts";

const vocabularies: Partial<Record<FieldName, Vocabulary>> = {
	nature: natures,
	status: initiativeStatuses,
	scale: scales,
	eventType: eventTypes,
	eventStatus: eventStatuses,
	attendance: attendanceModes,
	opportunityType: opportunityTypes,
	direction: directions,
	actionLines,
	stages,
	audiences,
	sectors,
};

/** A field's value in words: codes by their labels, dates in full. Empty is "". */
export function valueText(name: FieldName, value: Fields[FieldName], language: Language): string {
	const vocabulary = vocabularies[name];
	if (vocabulary)
		return [value]
			.flat()
			.filter(Boolean)
			.map((code) => labelOf(vocabulary, code, language))
			.join(", ");
	const text = String(value);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
	const date = new Date(`${text}T12:00:00Z`);
	return Number.isNaN(date.getTime()) ? text : new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(date);
}

/** What a field is called on the form of a kind. */
export function fieldLabel(name: FieldName, kind: Draft["kind"], { fields }: PanelMessages): string {
	if (name === "linkUrl") return kind === "event" ? fields.registrationUrl : fields.applyUrl;
	if (name === "organization" && kind === "event") return fields.organizer;
	return fields[name];
}
