import * as z from "zod/mini";

/** A click on the icon as the background wrote it down for the panel; `at` (milliseconds) tells one click from the next. */
export const Asked = z.object({ tabId: z.int(), url: z.string(), at: z.number() });
