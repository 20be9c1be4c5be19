import type { FieldProblem } from "../../shared/model/problem.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";

/** A sentence in both languages of the interface. */
export type Sentence = Readonly<Record<Language, string>>;

/**
 * An expected "no": the caller did something that we do not do, and the sentence says what and what to do instead.
 * Everything else that is thrown is a bug. Routes answer it as `application/problem+json`.
 */
export class Refusal extends Error {
	readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428;
	readonly code: string;
	readonly title: Sentence;
	readonly detail: Sentence | undefined;
	readonly extra: { errors?: FieldProblem[]; revision?: number; fields?: string[]; current?: unknown };

	constructor(
		status: Refusal["status"],
		code: string,
		title: Sentence,
		options: { detail?: Sentence } & Refusal["extra"] = {},
	) {
		const { detail, ...extra } = options;
		super(title.nl);
		this.status = status;
		this.code = code;
		this.title = title;
		this.detail = detail;
		this.extra = extra;
	}
}

export const notFound = (what: Sentence) => new Refusal(404, "not-found", what);

export const recordNotFound = () =>
	notFound({
		nl: "Dit item staat niet (meer) in de inventaris.",
		en: "This record is not (or no longer) in the inventory.",
	});
