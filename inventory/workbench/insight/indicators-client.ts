import * as z from "zod/mini";
import { type Call, parsed } from "../../browser/staff-api.ts";

/** The part of the staff API about figures, as far as their page uses it. */

const Sentence = z.object({ nl: z.string(), en: z.string() });
const Amount = z.object({
	value: z.number(),
	unit: z.string(),
	period: z.optional(z.string()),
	bound: z.optional(z.enum(["at-least", "at-most"])),
});

const Listed = z.object({
	id: z.string(),
	title: z.string(),
	state: z.string(),
	sample: z.boolean(),
	latest: z.nullable(Amount),
	target: z.nullable(Amount),
	distance: z.nullable(Sentence),
	updatedAt: z.string(),
	observations: z.int(),
	stale: z.boolean(),
});
export type ListedIndicator = z.infer<typeof Listed>;

const Imported = z.object({
	added: z.int(),
	changed: z.int(),
	unchanged: z.int(),
	indicators: z.array(z.object({ id: z.string(), title: z.string(), toPublish: z.boolean() })),
	bad: z.array(z.object({ row: z.int(), text: z.string(), problems: z.array(Sentence) })),
	heading: z.nullable(z.string()),
});
export type Imported = z.infer<typeof Imported>;

/** Each throws a `Failure`. */
export const indicatorsClient = (call: Call) => ({
	list: async (region: string) =>
		parsed(z.object({ items: z.array(Listed) }), await call("GET", `/indicators?${new URLSearchParams({ region })}`))
			.items,
	add: async (region: string, record: unknown) =>
		parsed(z.object({ id: z.string() }), await call("POST", "/indicators", { body: { region, record } })).id,
	bring: async (region: string, text: string, trial: boolean) =>
		parsed(Imported, await call("POST", "/indicators/observations", { body: { region, text, trial } })),
});
export type IndicatorsClient = ReturnType<typeof indicatorsClient>;
