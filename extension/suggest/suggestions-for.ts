import { type Suggestion, suggest } from "../../shared/text/suggestions.ts";
import type { Draft, FormChange, ListField } from "../draft/fields.ts";
import { hasField } from "../draft/paths.ts";
import type { KnownOrganizations } from "../known/organizations.ts";

export interface DraftSuggestion {
	readonly suggestion: Suggestion;
	/** What accepting it changes. */
	readonly change: FormChange;
	/** Where its words stand; `known-name`: the page's own way of writing an organisation that the inventory knows. */
	readonly reason: "title" | "text" | "known-name";
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
			return hasField(draft.kind, "scale") && draft.fields.scale === "" ? { field: "scale", value } : undefined;
		default:
			return listChange(draft, field, value);
	}
}

/** The sentences around which fields were read: more of the page than the form holds. */
const quotesOf = ({ evidence }: Draft): string =>
	[...new Set(Object.values(evidence).map(({ quote }) => [quote?.prefix, quote?.exact, quote?.suffix].join("")))].join(
		"\n",
	);

/** Who stands on the page of those that the inventory knows, by the name that it has there. */
function organizationsFor(draft: Draft, organizations: KnownOrganizations): DraftSuggestion[] {
	const { organization } = draft.fields;
	if (organization.trim() === "") {
		const [found] = organizations.finder.find(quotesOf(draft));
		if (!found) return [];
		const { value, exact } = found;
		const suggestion = { field: "partners", value, exact, inTitle: false } as const;
		return [{ suggestion, change: { field: "organization", value }, reason: "text" }];
	}
	const value = organizations.named(organization);
	if (value === undefined || value === organization.trim()) return [];
	const suggestion = { field: "partners", value, exact: organization, inTitle: false } as const;
	return [{ suggestion, change: { field: "organization", value }, reason: "known-name" }];
}

/** What may be added to a draft, from its words alone. */
export function suggestionsFor(draft: Draft, organizations?: KnownOrganizations): DraftSuggestion[] {
	const { title, summary, description } = draft.fields;
	const found = suggest({ title, text: `${summary}\n${description}` }, organizations?.finder).flatMap((suggestion) => {
		const change = changeFor(draft, suggestion);
		return change ? [{ suggestion, change, reason: suggestion.inTitle ? ("title" as const) : ("text" as const) }] : [];
	});
	const isNamed = found.some(({ change }) => change.field === "organization");
	return organizations && !isNamed ? [...found, ...organizationsFor(draft, organizations)] : found;
}
