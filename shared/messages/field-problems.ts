import type { FieldProblem } from "../model/problem.ts";
import type { Language } from "../vocabularies/vocabulary.ts";

/** The part of a zod issue that a sentence is made of. */
export interface SchemaIssue {
	readonly code?: string | undefined;
	readonly path: readonly PropertyKey[];
	readonly message: string;
	readonly expected?: unknown;
	readonly format?: unknown;
	readonly values?: unknown;
	readonly minimum?: unknown;
	readonly maximum?: unknown;
	readonly input?: unknown;
	readonly note?: unknown;
}

type FigureRule = "unknown-period" | "unknown-version" | "version-order" | "measured-twice";

type Sentences = {
	missing: string;
	wrongType: (expected: string) => string;
	url: string;
	instant: string;
	date: string;
	uuid: string;
	email: string;
	pattern: string;
	choice: (values: string) => string;
	tooLong: (maximum: string) => string;
	tooShort: string;
	tooSmall: (minimum: string) => string;
	endBeforeStart: string;
	/** About figures: by the message of the rule in `model/indicator.ts`. */
	figures: Record<FigureRule, string>;
	other: string;
};

const sentences: Record<Language, Sentences> = {
	nl: {
		missing: "Dit veld is verplicht: vul het in.",
		wrongType: (expected) => `Hier hoort een waarde van het type ${expected}.`,
		url: "Dit is geen webadres: begin met https:// of http://.",
		instant: "Dit is geen tijdstip met tijdzone, zoals 2026-11-21T19:30:00+01:00.",
		date: "Dit is geen datum, zoals 2026-11-21.",
		uuid: "Dit is geen UUID, zoals 0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40.",
		email: "Dit is geen e-mailadres.",
		pattern: "De schrijfwijze klopt niet: gebruik kleine letters, cijfers en streepjes.",
		choice: (values) => `Deze waarde kennen we niet. Kies uit: ${values}.`,
		tooLong: (maximum) => `Dit is te lang: hoogstens ${maximum}.`,
		tooShort: "Dit veld is leeg: vul het in.",
		tooSmall: (minimum) => `Deze waarde is te laag: minstens ${minimum}.`,
		endBeforeStart: "Het einde ligt voor het begin: controleer beide.",
		figures: {
			"unknown-period": "Dit is geen periode, zoals 2023, 2022-2023 (een schooljaar), 2023-06 of 2023-06-01.",
			"unknown-version": "Er is geen definitie met dit nummer: kies de huidige of een eerdere definitie.",
			"version-order": "Elke eerdere definitie heeft een eigen nummer, lager dan dat van de huidige.",
			"measured-twice": "Deze periode en uitsplitsing staan er al: pas die meting aan of laat er een weg.",
		},
		other: "Deze waarde klopt niet: controleer het veld.",
	},
	en: {
		missing: "This field is required: fill it in.",
		wrongType: (expected) => `A value of type ${expected} belongs here.`,
		url: "This is not a web address: start with https:// or http://.",
		instant: "This is not a time with its zone, such as 2026-11-21T19:30:00+01:00.",
		date: "This is not a date, such as 2026-11-21.",
		uuid: "This is not a UUID, such as 0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40.",
		email: "This is not an e-mail address.",
		pattern: "This is not written as it should be: use lower-case letters, digits and hyphens.",
		choice: (values) => `We do not know this value. Choose from: ${values}.`,
		tooLong: (maximum) => `This is too long: at most ${maximum}.`,
		tooShort: "This field is empty: fill it in.",
		tooSmall: (minimum) => `This value is too low: at least ${minimum}.`,
		endBeforeStart: "The end is before the start: check both.",
		figures: {
			"unknown-period": "This is not a period, such as 2023, 2022-2023 (a school year), 2023-06 or 2023-06-01.",
			"unknown-version": "There is no definition with this number: choose the present or a former definition.",
			"version-order": "Each former definition has a number of its own, lower than the present one's.",
			"measured-twice": "This period and breakdown are there already: change that observation or leave one out.",
		},
		other: "This value is not right: check the field.",
	},
};

const isFigureRule = (message: string): message is FigureRule => Object.hasOwn(sentences.nl.figures, message);

const list = (values: unknown) => (Array.isArray(values) ? values.map(String) : []).join(", ");

/** One sentence that says what is wrong with a field and what to do. */
export function sentenceFor(issue: SchemaIssue, language: Language, value?: unknown): string {
	const say = sentences[language];
	if (issue.message === "end-before-start") return say.endBeforeStart;
	if (isFigureRule(issue.message)) return say.figures[issue.message];
	switch (issue.code) {
		case "invalid_type":
			return value === undefined || value === null ? say.missing : say.wrongType(String(issue.expected));
		case "invalid_value":
			return value === undefined ? say.missing : say.choice(list(issue.values));
		case "invalid_union":
			return say.other;
		case "too_big":
			return say.tooLong(String(issue.maximum));
		case "too_small":
			return typeof value === "string" || Array.isArray(value) ? say.tooShort : say.tooSmall(String(issue.minimum));
		case "invalid_format":
			switch (issue.format) {
				case "url":
					return say.url;
				case "datetime":
					return say.instant;
				case "date":
					return say.date;
				case "uuid":
					return say.uuid;
				case "email":
					return say.email;
				default:
					return say.pattern;
			}
		default:
			return say.other;
	}
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
		root,
	);
}

/** Every wrong field of `input` once, with its sentence. */
export function fieldProblems(
	issues: readonly SchemaIssue[],
	input: unknown,
	language: Language = "nl",
): FieldProblem[] {
	const found = new Map<string, FieldProblem>();
	for (const issue of issues) {
		const field = issue.path.map(String).join(".") || "record";
		if (!found.has(field))
			found.set(field, { field, message: sentenceFor(issue, language, valueAt(input, issue.path)) });
	}
	return [...found.values()];
}
