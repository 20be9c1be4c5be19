import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { eventFields } from "../../../shared/model/event.ts";
import { indicatorFields } from "../../../shared/model/indicator.ts";
import { Initiative } from "../../../shared/model/initiative.ts";
import { kinds } from "../../../shared/model/kinds.ts";
import { opportunityFields } from "../../../shared/model/opportunity.ts";
import { Organization } from "../../../shared/model/organization.ts";
import { type Field, forms } from "./fields.ts";

const shapes = {
	initiative: Initiative,
	event: eventFields,
	opportunity: opportunityFields,
	organization: Organization,
	indicator: indicatorFields,
};

/** The schema that stands inside optional, default and list. */
function core(schema: z.core.$ZodType): z.core.$ZodType {
	if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniDefault) return core(schema.def.innerType);
	return schema;
}

/** Keys of the schema that the form lacks, and keys of the form that the schema lacks, at every depth. */
function gaps(schema: z.core.$ZodType, fields: readonly Field[], at = ""): string[] {
	const inside = core(schema);
	if (!(inside instanceof z.ZodMiniObject)) return [`${at} is no object`];
	const shape = inside.shape;
	const known = new Set(fields.map((field) => field.key));
	const missing = Object.keys(shape).filter((key) => !known.has(key));
	const strange = fields.filter((field) => !shape[field.key]);
	const deeper = fields.flatMap((field) => {
		const inner = shape[field.key];
		if (!inner || (field.type !== "group" && field.type !== "list" && field.type !== "observations")) return [];
		const entry = core(inner);
		return gaps(entry instanceof z.ZodMiniArray ? entry.def.element : inner, field.fields, `${at}${field.key}.`);
	});
	return [...missing.map((key) => `-${at}${key}`), ...strange.map((field) => `+${at}${field.key}`), ...deeper];
}

describe("the form of a kind", () => {
	for (const kind of kinds) {
		it(`has every field of ${kind} and no other`, () => {
			const fields = forms[kind].flatMap<Field>((section) => section.fields);
			// Set by machine and shown as a tag, or kept as it came: nothing for a person to fill in.
			const notAsked = new Set(["-sample"]);
			expect(gaps(shapes[kind], fields).filter((gap) => !notAsked.has(gap))).toEqual([]);
		});
	}
});
