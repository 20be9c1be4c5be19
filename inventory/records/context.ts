import type { Database } from "../db/open.ts";
import type { Role } from "../db/schema.ts";

/** Who acts: the name that the token or session carries, and what it may do. */
export interface Actor {
	id: string;
	name: string;
	role: Role;
}

/** What every verb needs. `now` is injected so that tests set the clock. */
export interface Context {
	db: Database;
	now(): Date;
	/** Told after a change that the public should see; resolves when files are written. */
	published(region: string): Promise<void>;
}
