import * as z from "zod/mini";

/**
 * A click on the icon or in a context menu, as the background wrote it down for the panel; `at` (milliseconds) tells one
 * click from the next. `link` and `selection` are what a menu was opened on.
 */
export const Asked = z.object({
	tabId: z.int(),
	url: z.string(),
	at: z.number(),
	link: z.optional(z.object({ url: z.string(), text: z.optional(z.string()) })),
	selection: z.optional(z.string()),
});
