import * as z from "zod/mini";
import { columnAxes, rowAxes } from "../../../shared/insight/coverage/axes.ts";
import { type Call, parsed } from "../../browser/staff-api.ts";

const Line = z.object({ code: z.string(), ids: z.array(z.string()) });
const Matrix = z.object({
	axes: z.object({ rows: z.enum(rowAxes), columns: z.enum(columnAxes) }),
	rows: z.array(Line),
	columns: z.array(Line),
	cells: z.array(z.array(z.array(z.string()))),
	whiteSpots: z.array(z.object({ row: z.string(), column: z.string() })),
	total: z.int(),
});
const Named = z.object({ id: z.string(), name: z.string() });
const Answer = z.object({
	regions: z.array(z.extend(Named, { coverage: Matrix })),
	initiatives: z.array(z.object({ id: z.string(), title: z.string(), region: z.string(), state: z.string() })),
	others: z.array(Named),
	more: z.boolean(),
});
export type CoverageAnswer = z.infer<typeof Answer>;

/** What the page asks; it stands in the page's address and in that of the CSV as well. */
export const CoverageChoice = z.object({
	region: z.optional(z.string()),
	with: z.optional(z.string()),
	rows: z.catch(z.optional(z.enum(rowAxes)), undefined),
	columns: z.catch(z.optional(z.enum(columnAxes)), undefined),
	of: z.catch(z.optional(z.enum(["published", "all"])), undefined),
});
export type CoverageChoice = z.infer<typeof CoverageChoice>;

export const parametersOf = (choice: CoverageChoice): URLSearchParams =>
	new URLSearchParams(Object.entries(choice).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/** Throws a `Failure`, or an AbortError when its signal fired. */
export const coverageClient = (call: Call) => async (choice: CoverageChoice, signal?: AbortSignal) =>
	parsed(Answer, await call("GET", `/coverage?${parametersOf(choice)}`, { signal }));
