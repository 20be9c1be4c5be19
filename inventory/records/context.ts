import type { Database } from "../db/open.ts";
import type { Role } from "../db/schema.ts";
import type { Jobs } from "../jobs/jobs.ts";

/** A role in one region; in every region when `region` is null. */
export interface Grant {
	region: string | null;
	role: Role;
}

/** Who acts: the name that the token or session carries, and what it may do where. */
export interface Actor {
	id: string;
	name: string;
	/** The highest role that it has anywhere. */
	role: Role;
	grants: readonly Grant[];
	/** The account behind it, of people who have one. */
	staff?: string;
	/** The session that the request came with, when it was no token. */
	session?: string;
}

/** What every verb needs. `now` is injected so that tests set the clock. */
export interface Context {
	db: Database;
	now(): Date;
	/** Told after a change that the public should see; resolves when files are written. */
	published(region: string): Promise<void>;
	/** Told after a region was added or got another name: the list of regions and every feed. */
	regionsChanged(): Promise<void>;
	/** Work apart from requests. */
	jobs: Jobs;
}
