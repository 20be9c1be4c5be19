import type { RecordState } from "../../model/clip.ts";
import type { Opportunity } from "../../model/opportunity.ts";

/** What matching reads of a request or an offer: the fields of its record, none of the persons. */
export type Wish = Omit<Opportunity, "contacts">;

/** One side of a match as it stands in an inventory. Left out: `state` is one that stands, `region` is not known. */
export interface Side {
	wish: Wish;
	region?: string | undefined;
	state?: RecordState | undefined;
}

/** A sentence in both languages. */
export interface Saying {
	nl: string;
	en: string;
}

export interface MatchOptions {
	/** The calendar date on which one looks, such as "2026-11-21". */
	today: string;
}
