import type { ClipKind } from "../../shared/model/clip.ts";
import type { Draft, FieldName } from "./fields.ts";

/** What a reader of the inventory needs of each kind to do something with it; not all of it is required. */
const wanted: Readonly<Record<ClipKind, readonly FieldName[]>> = {
	initiative: ["title", "summary", "organization", "place", "planningLabel", "actionLines", "stages", "audiences"],
	event: [
		"title",
		"summary",
		"organization",
		"startDate",
		"startTime",
		"place",
		"eventType",
		"actionLines",
		"stages",
		"linkUrl",
	],
	opportunity: [
		"title",
		"summary",
		"organization",
		"opportunityType",
		"place",
		"validThrough",
		"stages",
		"sectors",
		"linkUrl",
	],
};

export interface Completeness {
	readonly filled: number;
	readonly total: number;
	readonly missing: readonly FieldName[];
}

/** How much of what is wanted has been filled in. A period in dates is as good as one in words. */
export function completenessOf({ kind, fields }: Draft): Completeness {
	const has = (name: FieldName) => fields[name].length > 0 || (name === "planningLabel" && fields.startDate !== "");
	const missing = wanted[kind].filter((name) => !has(name));
	const total = wanted[kind].length;
	return { filled: total - missing.length, total, missing };
}
