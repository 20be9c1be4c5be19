import type { Side, Wish } from "../../../shared/insight/matching/side.ts";
import type { RecordState } from "../../../shared/model/clip.ts";
import { opportunityFields } from "../../../shared/model/opportunity.ts";
import { records } from "../../db/schema.ts";
import type { RecordRow } from "../../records/stored.ts";

/** A request or offer as it stands here. */
export interface StoredSide extends Side {
	id: string;
	title: string;
	region: string;
	state: RecordState;
	wish: Wish;
}

/** What is read of a record to match it. */
export const sideColumns = {
	id: records.id,
	kind: records.kind,
	title: records.title,
	region: records.region,
	state: records.state,
	data: records.data,
};

type SideRow = Pick<RecordRow, "id" | "kind" | "title" | "region" | "state" | "data">;

/** The side that a record is; undefined for another kind, and for data that today's schema does not take. */
export function sideOf({ id, kind, title, region, state, data }: SideRow): StoredSide | undefined {
	if (kind !== "opportunity") return undefined;
	const parsed = opportunityFields.safeParse(data);
	if (!parsed.success) return undefined;
	const { contacts: _persons, ...wish } = parsed.data;
	return { id, title, region, state, wish };
}

/** A side as an answer of the API tells of it. */
export const told = ({ id, title, region, state, wish }: StoredSide) => ({
	id,
	title,
	region,
	state,
	type: wish.type,
	direction: wish.direction,
	organization: wish.organization?.name ?? null,
	place: wish.location?.place ?? null,
	municipality: wish.location?.municipality ?? null,
	stages: wish.stages,
	start: wish.start ?? null,
	end: wish.end ?? null,
	validThrough: wish.validThrough ?? null,
});
