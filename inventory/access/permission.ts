import type { Role } from "../db/schema.ts";
import type { Actor, Grant } from "../records/context.ts";
import { Refusal } from "../records/refusal.ts";

/** What each role may do includes what those before it may. */
export const ranks = { clipper: 0, editor: 1, admin: 2 } as const satisfies Record<Role, number>;

/** Whether `actor` has at least `role` in `region`; null asks for every region. */
export const may = (actor: Actor, role: Role, region: string | null): boolean =>
	actor.grants.some((grant) => (grant.region === null || grant.region === region) && ranks[grant.role] >= ranks[role]);

export const tooLittle = () =>
	new Refusal(403, "forbidden", {
		nl: "Uw toegang is hiervoor niet ruim genoeg: vraag de beheerder om een andere rol of regio.",
		en: "Your access does not cover this: ask the administrator for another role or region.",
	});

/** Throws a 403 with a sentence when `actor` has not at least `role` in `region`. */
export function requireRole(actor: Actor, role: Role, region: string | null): void {
	if (may(actor, role, region)) return;
	throw tooLittle();
}

/** The regions in which `actor` has at least `role`, or "all". */
export function regionsOf(actor: Actor, role: Role): "all" | readonly string[] {
	const enough = actor.grants.filter((grant) => ranks[grant.role] >= ranks[role]);
	return enough.some(({ region }) => region === null) ? "all" : enough.flatMap(({ region }) => region ?? []);
}

/** The same role everywhere. */
export const everywhere = (role: Role): Grant[] => [{ region: null, role }];

/** Who runs the service: may do everything, from the command line. */
export const operator: Actor = { id: "command-line", name: "beheerder", role: "admin", grants: everywhere("admin") };
