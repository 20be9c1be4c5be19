import { DrizzleQueryError } from "drizzle-orm/errors";

const frames = (stack = "") =>
	stack
		.split("\n")
		.filter((line) => /^\s+at /.test(line))
		.join("\n");

/** A database names the value that it did not like, which may be somebody's name: `invalid input syntax for type uuid: "…"`. */
const withoutValues = (message: string) => message.replace(/: ".*$/s, ": …");

const codeOf = (error: Error) => ("code" in error && typeof error.code === "string" ? ` ${error.code}` : "");

/** One error in words. A failed query is told without what it carried: that is the data of records, contacts among them. */
function headOf(error: Error): string {
	if (error instanceof DrizzleQueryError) return `Failed query: ${error.query.replace(/\s+/g, " ").slice(0, 300)}`;
	return `${error.name}${codeOf(error)}: ${withoutValues(error.message)}`;
}

/** What a log may say of something that went wrong: what, why and where, and no data. */
export function failureText(error: unknown): string {
	if (!(error instanceof Error)) return withoutValues(String(error));
	const why = error.cause === undefined ? "" : `\ncaused by ${failureText(error.cause)}`;
	return `${headOf(error)}\n${frames(error.stack)}${why}`;
}

/** The same in one line, without the places in the code. */
export function failureLine(error: unknown): string {
	if (!(error instanceof Error)) return withoutValues(String(error));
	return headOf(error) + (error.cause === undefined ? "" : `, caused by ${failureLine(error.cause)}`);
}
