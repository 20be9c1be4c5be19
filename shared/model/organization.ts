import * as z from "zod/mini";
import { partnerKinds } from "../vocabularies/partner-kinds.ts";
import { partnerRoles } from "../vocabularies/partner-roles.ts";
import { codesOf } from "../vocabularies/vocabulary.ts";
import { Contact, Description, listOf, Place, Sample, Slug, Summary, Title, WebAddress } from "./values.ts";

/** A school, company, government or network. `slug` is its id in feeds and in the `organization` parameter. */
export const Organization = z.object({
	title: Title,
	slug: z.optional(Slug),
	kind: z.enum(codesOf(partnerKinds)),
	summary: z.optional(Summary),
	description: z.optional(Description),
	url: z.optional(WebAddress),
	places: listOf(Place),
	/** The organisation this one is part of or carried by, by slug. */
	partOf: z.optional(Slug),
	contacts: listOf(Contact, 20),
	sample: z.optional(Sample),
});
export type Organization = z.infer<typeof Organization>;

/** A mention of an organisation in another record: known by slug, or by name alone until somebody links it. */
export const OrganizationReference = z.object({ id: z.optional(Slug), name: Title, url: z.optional(WebAddress) });
export type OrganizationReference = z.infer<typeof OrganizationReference>;

export const Partner = z.extend(OrganizationReference, {
	kind: z.optional(z.enum(codesOf(partnerKinds))),
	role: z._default(z.enum(codesOf(partnerRoles)), "partner"),
});
export type Partner = z.infer<typeof Partner>;
