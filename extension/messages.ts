import * as z from "zod/mini";

/** Why the outbox is to be emptied; a person's wish and a new connection also end a pause. */
export const drainCauses = ["start", "alarm", "panel-open", "online", "saved", "retry", "connected"] as const;
export type DrainCause = (typeof drainCauses)[number];

/** Everything that a page of ours may say to the background. */
export const ToBackground = z.discriminatedUnion("type", [
	z.object({ type: z.literal("drain"), cause: z.enum(drainCauses) }),
]);
export type ToBackground = z.infer<typeof ToBackground>;
