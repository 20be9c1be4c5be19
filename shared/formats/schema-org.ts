import type { Item } from "../model/feed.ts";
import type { Location } from "../model/values.ts";
import { municipalities } from "../vocabularies/municipalities.ts";
import { context, eventThing, initiativeThing, jobThing, type Thing } from "./schema-things.ts";

/** Where only the municipality is known, that is the place. */
function located<T extends { location?: Location }>(item: T): T {
	const { location } = item;
	if (!location?.municipality || location.place) return item;
	return { ...item, location: { ...location, place: municipalities[location.municipality].nl } };
}

function thingOf(item: Item): Thing | undefined {
	if ("timeZone" in item) return eventThing(located(item));
	if ("direction" in item) return jobThing(located(item));
	return "nature" in item ? initiativeThing(item) : undefined;
}

/**
 * The structured data (JSON-LD) of an item for its canonical page, or undefined where schema.org has no fitting type or
 * Google's required fields are not there.
 */
export function toSchemaOrg(item: Item): Thing | undefined {
	const thing = thingOf(item);
	return thing && { "@context": context, ...thing, url: item.url };
}
