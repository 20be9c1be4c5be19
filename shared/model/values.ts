import * as z from "zod/mini";
import { isTimeZone } from "../text/zoned-time.ts";
import { municipalities } from "../vocabularies/municipalities.ts";
import { codesOf } from "../vocabularies/vocabulary.ts";

/** Building blocks that several kinds share. Lengths are generous: they stop accidents, not authors. */

const text = (max: number) => z.string().check(z.trim(), z.maxLength(max));

export const Title = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
export const Summary = text(600);
export const Description = text(20_000);
export const ShortText = text(300);

/** Only what may become a link in a page: `http:` and `https:`. */
export const WebAddress = z.url({ protocol: /^https?$/, hostname: /^[^\s]+$/ }).check(z.maxLength(2000));

/** RFC 3339 with an offset, never a floating or bare UTC-less time. */
export const Instant = z.iso.datetime({ offset: true });
export const CalendarDate = z.iso.date();

/** An IANA time zone that this machine knows, such as `Europe/Amsterdam`: anything else would stop whoever formats a time in it. */
export const TimeZone = z
	.string()
	.check(z.regex(/^[A-Za-z_]+(?:\/[A-Za-z_+-]+)*$/), z.refine(isTimeZone, { error: "unknown-time-zone" }));

/** Lower-case letters, digits and hyphens: an organisation's, series' or region's lasting name in addresses. */
export const Slug = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(80));

/** Any RFC 9562 UUID; those we make are version 7, those of samples version 5. */
export const RecordId = z.uuid().brand<"RecordId">();
export type RecordId = z.infer<typeof RecordId>;

export const Municipality = z.enum(codesOf(municipalities));

/** "voorbeeld" on invented sample data; absent on everything real. Shown wherever the record is shown. */
export const Sample = z.literal("voorbeeld");

/** A place by name; `municipality` is a CBS code where it is known. */
export const Place = z.object({ name: ShortText, municipality: z.optional(Municipality) });
export type Place = z.infer<typeof Place>;

/** Where an event or job is: schema.org Place with its PostalAddress flattened. Coordinates are WGS 84 degrees. */
export const Location = z.object({
	name: z.optional(ShortText),
	streetAddress: z.optional(ShortText),
	postalCode: z.optional(text(10)),
	place: z.optional(ShortText),
	municipality: z.optional(Municipality),
	latitude: z.optional(z.number().check(z.minimum(-90), z.maximum(90))),
	longitude: z.optional(z.number().check(z.minimum(-180), z.maximum(180))),
	url: z.optional(WebAddress),
});
export type Location = z.infer<typeof Location>;

export const Image = z.object({ url: WebAddress, alt: ShortText });

/** A person to turn to. Kept apart from the record; only those with `public: true` ever leave the inventory. */
export const Contact = z.object({
	name: ShortText,
	role: z.optional(ShortText),
	email: z.optional(z.email()),
	phone: z.optional(text(40)),
	public: z._default(z.boolean(), false),
});
export type Contact = z.infer<typeof Contact>;

/**
 * The initiative that an event or opportunity belongs to: by the id of its record, or by a web address that a clip can carry
 * (the initiative's own page elsewhere, or its page in an inventory), which is matched by its key.
 */
export const InitiativeReference = z.object({ id: z.optional(RecordId), url: z.optional(WebAddress) });
export type InitiativeReference = z.infer<typeof InitiativeReference>;

/** A list that may be left out, which then is empty. */
export const listOf = <T extends z.ZodMiniType>(item: T, max = 100) =>
	z._default(z.array(item).check(z.maxLength(max)), []);
