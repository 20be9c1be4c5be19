import type { WorkbenchMessages } from "../../../shared/messages/workbench/messages.ts";
import { type Language, labelOf } from "../../../shared/vocabularies/vocabulary.ts";
import { dateText, momentText, numberText } from "../text/dates.ts";
import type { Field } from "./fields.ts";
import { isEmpty, isObject } from "./path.ts";
import { sliceText } from "./slice.ts";

interface Reading {
	language: Language;
	messages: WorkbenchMessages;
	/** The zone that the record's times are in. */
	zone?: string;
}

const plain = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** A field's value as people read it, one line for each entry of a list; no lines for nothing. For differences and history. */
export function describeValue(field: Field | undefined, value: unknown, reading: Reading): string[] {
	if (isEmpty(value)) return [];
	switch (field?.type) {
		case "choice":
			return [labelOf(field.vocabulary, plain(value), reading.language)];
		case "choices":
			return (Array.isArray(value) ? value : [value]).map((code) =>
				labelOf(field.vocabulary, plain(code), reading.language),
			);
		case "date":
			return [dateText(plain(value), reading.language)];
		case "moment":
			return [momentText(plain(value), reading.language, reading.zone)];
		case "number":
			return [typeof value === "number" ? numberText(value, reading.language) : plain(value)];
		case "publicity":
			return [reading.messages.form.public];
		case "flag":
			return [(value === true ? field.yes : field.no)[reading.language]];
		case "group":
			return [describeEntry(field.fields, value, reading)];
		case "slice":
			return [sliceText(value, reading.language)];
		case "list":
		case "observations":
			return (Array.isArray(value) ? value : [value]).map((entry) => describeEntry(field.fields, entry, reading));
		default:
			return [plain(value)];
	}
}

function describeEntry(fields: readonly Field[], entry: unknown, reading: Reading): string {
	if (!isObject(entry)) return plain(entry);
	return fields
		.map((field) => ({ field, lines: describeValue(field, entry[field.key], reading) }))
		.filter(({ lines }) => lines.length > 0)
		.map(({ field, lines }) =>
			// A name speaks for itself; a number or a date needs to say what it is of.
			field.type === "number" || field.type === "date"
				? `${field.label[reading.language].toLowerCase()}: ${lines.join(", ")}`
				: lines.join(", "),
		)
		.join(" · ");
}
