import type { CueFinder } from "../../shared/text/cue-finder.ts";
import { type Suggestion, suggest } from "../../shared/text/suggestions.ts";
import type { Draft, FormChange, ListField } from "../draft/fields.ts";
import { hasField } from "../draft/paths.ts";

export interface DraftSuggestion {
	readonly suggestion: Suggestion;
	/** What accepting it changes. */
	readonly change: FormChange;
}

function listChange({ fields, kind }: Draft, field: ListField, value: string): FormChange | undefined {
	return hasField(kind, field) && !fields[field].includes(value)
		? { field, value: [...fields[field], value] }
		: undefined;
}

/** `undefined` when the draft has it already, or has no place for it. */
function changeFor(draft: Draft, { field, value }: Suggestion): FormChange | undefined {
	switch (field) {
		case "place":
			return draft.fields.place.trim() === "" ? { field: "place", value } : undefined;
		case "partners":
			// The form holds one organisation: who organises, offers or leads.
			return draft.fields.organization.trim() === "" ? { field: "organization", value } : undefined;
		case "scale":
			return undefined;
		default:
			return listChange(draft, field, value);
	}
}

/** What may be added to a draft, from its title and description alone. */
export function suggestionsFor(draft: Draft, organizations?: CueFinder): DraftSuggestion[] {
	return suggest({ title: draft.fields.title, text: draft.fields.summary }, organizations).flatMap((suggestion) => {
		const change = changeFor(draft, suggestion);
		return change ? [{ suggestion, change }] : [];
	});
}
