import * as z from "zod/mini";
import { listOf, Municipality, Slug, Summary, Title, WebAddress } from "./values.ts";

/** A programme's region. `id` is the first part of its public addresses. */
export const Region = z.object({
	id: Slug,
	name: Title,
	summary: z.optional(Summary),
	programme: z.optional(Title),
	period: z.optional(Title),
	municipalities: listOf(Municipality),
	source: z.optional(z.object({ name: Title, url: z.optional(WebAddress) })),
});
export type Region = z.infer<typeof Region>;
