import * as z from "zod/mini";

/** One wrong field: `field` is a path such as `record.title`, `message` a sentence for people. */
export const FieldProblem = z.object({ field: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** RFC 9457. `errors` is there when single fields are wrong; a 409 adds the `revision` that stands and the `fields` that differ. */
export const Problem = z.object({
	type: z.string(),
	title: z.string(),
	status: z.int(),
	detail: z.optional(z.string()),
	errors: z.optional(z.array(FieldProblem)),
	revision: z.optional(z.int()),
	fields: z.optional(z.array(z.string())),
});
export type Problem = z.infer<typeof Problem>;
