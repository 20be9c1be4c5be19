import { or, type SQL, sql } from "drizzle-orm";
import { meantBy, plainWords } from "../../shared/text/search-words.ts";
import { wordKey } from "../../shared/text/word-forms.ts";
import type { Database } from "../db/open.ts";

/** What was typed, as a question to the index on `records.search`. */
export interface TextSearch {
	/** tsquery in text; all words must be there in some form. */
	query: string;
	/** What was searched for instead of words that are written nowhere. */
	corrected: Record<string, string[]>;
}

/** More words than that narrow nothing further. */
const mostWords = 8;
/** Compounds that hold the word: the shortest come first, words that begin with it are found anyway. */
const mostCompounds = 20;

const words = sql`search_words`;
const word = sql<string>`search_words.word`;

const select = async (db: Database, condition: SQL | undefined, order: SQL, limit: number) =>
	await db
		.select({ word, key: sql<string>`search_words.key` })
		.from(words)
		.where(condition)
		.orderBy(order)
		.limit(limit);

/** Lexemes hold letters, digits and our own marks only; quoted, none of them is an operator. */
const quoted = (lexeme: string) => `'${lexeme.replace(/['\\]/g, "")}'`;

/** A word in all its forms, or as the beginning of another. */
const forms = (plain: string) =>
	plain.length === 1 ? quoted(plain) : `${quoted(plain)}:* | ${quoted(`=${wordKey(plain)}`)}`;

async function oneWord(db: Database, plain: string): Promise<{ query: string; meant?: string[] }> {
	if (plain.length < 3) return { query: forms(plain) };
	// Letters and digits only: nothing in it means something to LIKE.
	const holds = or(sql`${word} like ${`%${plain}%`}`, sql`search_words.key = ${wordKey(plain)}`);
	const found = await select(db, holds, sql`length(search_words.word)`, mostCompounds);
	if (found.length > 0 || /\p{N}/u.test(plain)) {
		const inside = new Set(found.filter((one) => !one.word.startsWith(plain)).map((one) => quoted(one.word)));
		return { query: [forms(plain), ...inside].join(" | ") };
	}
	const alike = await select(
		db,
		or(sql`${word} % ${plain}`, sql`${plain} <% ${word}`),
		sql`greatest(similarity(${word}, ${plain}), word_similarity(${plain}, ${word})) desc`,
		60,
	);
	const meant = meantBy(
		plain,
		alike.map((one) => one.word),
	);
	return meant.length > 0 ? { query: meant.map(forms).join(" | "), meant } : { query: forms(plain) };
}

/**
 * Reads what somebody types: each word in any Dutch form, as the beginning or a part of a longer word, and when it is written
 * nowhere, as the nearest words that are. `undefined` when there is no word in it.
 */
export async function readSearch(db: Database, q: string): Promise<TextSearch | undefined> {
	const typed = [...new Set(plainWords(q))].slice(0, mostWords);
	if (typed.length === 0) return undefined;
	const read = await Promise.all(typed.map(async (plain) => ({ plain, ...(await oneWord(db, plain)) })));
	return {
		query: read.map(({ query }) => `(${query})`).join(" & "),
		corrected: Object.fromEntries(read.flatMap(({ plain, meant }) => (meant ? [[plain, meant]] : []))),
	};
}

/** The lexeme under which a code of a list field stands: `#stages:mbo`. */
export const codeLexeme = (field: string, code: string): string => quoted(`#${field}:${code}`);
export const markLexeme = (mark: "incomplete" | "none:actionLines"): string => quoted(`#${mark}`);
