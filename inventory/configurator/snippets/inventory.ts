import * as z from "zod/mini";

/** What the page knows of the inventory that serves it. It stands in the page as JSON. */
export const InventoryFacts = z.object({
	/** Without a trailing slash: what all addresses in snippets start with. */
	publicUrl: z.string(),
	version: z.string(),
	/** Hash of the pinned script (https://www.w3.org/TR/SRI/); left out when this build has none. */
	integrity: z.optional(z.string()),
	regions: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type InventoryFacts = z.infer<typeof InventoryFacts>;
