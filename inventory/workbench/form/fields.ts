import type { Kind } from "../../../shared/model/kinds.ts";
import type { Vocabulary } from "../../../shared/vocabularies/vocabulary.ts";
import { eventForm } from "./kinds/event.ts";
import { indicatorForm } from "./kinds/indicator.ts";
import { initiativeForm } from "./kinds/initiative.ts";
import { opportunityForm } from "./kinds/opportunity.ts";
import { organizationForm } from "./kinds/organization.ts";

export interface Label {
	readonly nl: string;
	readonly en: string;
}

interface Named {
	/** The key in the record, or in the group or list entry that the field is part of. */
	readonly key: string;
	readonly label: Label;
	readonly hint?: Label;
	readonly required?: boolean;
}

/** One thing to fill in. The form draws it, a difference names it, and evidence hangs on it: described once for all three. */
export type Field =
	| (Named & { readonly type: "text"; readonly input?: "url" | "email" | "tel" })
	| (Named & { readonly type: "long"; readonly rows: number })
	| (Named & { readonly type: "number" | "date" | "moment" | "zone" | "publicity" })
	/** Yes, no, or left open. */
	| (Named & { readonly type: "flag"; readonly yes: Label; readonly no: Label; readonly open: Label })
	/** What a value is about, as `School: Het Voorbeeld`; and which version of a definition stands. */
	| (Named & { readonly type: "slice" })
	| (Named & { readonly type: "definition" })
	/** A table to type and paste in; `fields` are its columns. */
	| (Named & { readonly type: "observations"; readonly one: Label; readonly fields: readonly Field[] })
	| (Named & { readonly type: "choice"; readonly vocabulary: Vocabulary; readonly preset?: string })
	| (Named & { readonly type: "choices"; readonly vocabulary: Vocabulary; readonly folded?: boolean })
	| (Named & { readonly type: "group"; readonly fields: readonly Field[] })
	| (Named & {
			readonly type: "list";
			readonly one: Label;
			readonly fields: readonly Field[];
			readonly folded?: boolean;
	  });

export type FieldOf<T extends Field["type"]> = Extract<Field, { type: T }>;

export interface Section {
	readonly id: string;
	readonly title: Label;
	readonly hint?: Label;
	readonly fields: readonly Field[];
}

/** The form of each kind, in the order in which a reviewer reads. */
export const forms = {
	initiative: initiativeForm,
	event: eventForm,
	opportunity: opportunityForm,
	organization: organizationForm,
	indicator: indicatorForm,
} as const satisfies Record<Kind, readonly Section[]>;

/** The field for a top-level key of a record, if its form has one. */
export const fieldFor = (kind: Kind, key: string): Field | undefined =>
	forms[kind].flatMap<Field>((section) => section.fields).find((field) => field.key === key);
