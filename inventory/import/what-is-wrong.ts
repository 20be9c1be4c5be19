import { fieldProblems, type SchemaIssue } from "../../shared/messages/field-problems.ts";
import { importsMessages } from "../../shared/messages/workbench/imports.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { Sentence } from "../records/refusal.ts";

const missing: Readonly<Record<Language, string>> = { nl: "ontbreekt", en: "is missing" };

/** What is wrong with the fields of an item, each by the name that people know it by. */
export function whatIsWrong(issues: readonly SchemaIssue[], data: Readonly<Record<string, unknown>>): Sentence {
	const inWords = (language: Language) =>
		fieldProblems(issues, data, language)
			.map(({ field, message }) => {
				const name = importsMessages[language].fields[field] ?? field;
				return data[field] === undefined && !field.includes(".")
					? `${name} ${missing[language]}.`
					: `${name}: ${message}`;
			})
			.join(" ");
	return { nl: inWords("nl"), en: inWords("en") };
}

/** Why an item is not taken, by its title where it has one: a key alone says little to who reads the report. */
export function notTaken(problems: Sentence, title: unknown): Sentence {
	const named = typeof title === "string" && title !== "" ? `“${title}”` : undefined;
	return {
		nl: `${named ?? "Dit item"} is niet overgenomen. ${problems.nl}`,
		en: `${named ?? "This item"} was not taken. ${problems.en}`,
	};
}
