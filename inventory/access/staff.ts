import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Database } from "../db/open.ts";
import { grants, passkeys, type Role, sessions, signInMethods, staff, tokens } from "../db/schema.ts";
import type { Actor, Context, Grant } from "../records/context.ts";
import { notFound, Refusal } from "../records/refusal.ts";
import { requireRegion } from "../records/regions.ts";
import { writeAudit } from "../records/stored.ts";
import { grantsOf, highestRole } from "./grants.ts";
import { may, requireRole } from "./permission.ts";
import { issue } from "./tokens.ts";

/** Somebody who works here, as an administrator sees it. */
export interface StaffMember {
	id: string;
	name: string;
	email: string | null;
	grants: Grant[];
	createdAt: string;
	/** How this person can sign in; empty until the invitation was taken up. */
	ways: ("password" | "passkey" | "provider")[];
	/** Whether a link that was made has not been used yet and still holds. */
	invited: boolean;
	sessions: number;
	/** Whether `actor` may change, remove or let in this person: only who administers all that the person has. */
	manageable: boolean;
}

/** Nobody has this address: it stands in until somebody gives theirs, because better-auth wants one for each. */
const placeholder = (id: string) => `${id}@staff.invalid`;
export const realEmail = (email: string): string | null => (email.endsWith(".invalid") ? null : email);

const staffNotFound = () =>
	notFound({ nl: "Deze medewerker is er niet (meer).", en: "There is no such member of staff (any more)." });

const lastAdministrator = () =>
	new Refusal(409, "last-administrator", {
		nl: "Dit is de laatste beheerder van alle regio's. Geef eerst iemand anders die rol.",
		en: "This is the last administrator of all regions. Give somebody else that role first.",
	});

const administersAll = (actor: Actor, list: readonly Grant[]) =>
	list.every(({ region }) => may(actor, "admin", region));
/** Whether `actor` administers at least one region of somebody who has these roles. */
const isVisible = (actor: Actor, list: readonly Grant[]) =>
	list.some(({ region }) => may(actor, "admin", region)) || (list.length === 0 && may(actor, "admin", null));

async function known(db: Database, actor: Actor, id: string) {
	const [row] = await db.select().from(staff).where(eq(staff.id, id)).for("update");
	const held = row ? await grantsOf(db, id) : [];
	// Of people in other regions an administrator does not even learn that they are there.
	if (!row || !isVisible(actor, held)) throw staffNotFound();
	return { row, held };
}

const oneEach = (list: readonly Grant[]) => new Set(list.map(({ region }) => region)).size === list.length;

function requireSensible(list: readonly Grant[]): void {
	if (list.length > 0 && oneEach(list)) return;
	throw new Refusal(422, "invalid-grants", {
		nl: "Kies minstens één rol, en voor elke regio hoogstens één.",
		en: "Choose at least one role, and at most one for each region.",
	});
}

async function requireMayGive(db: Database, actor: Actor, list: readonly Grant[]): Promise<void> {
	for (const { region } of list) {
		if (region !== null) await requireRegion(db, region);
		requireRole(actor, "admin", region);
	}
}

const writeGrants = (db: Database, staffId: string, list: readonly Grant[]) =>
	db.insert(grants).values(list.map(({ region, role }) => ({ staffId, region, role })));

/** A link for `id` in place of those that were not used yet. */
async function newLink(context: Context, db: Database, id: string, name: string, held: readonly Grant[]) {
	const now = context.now();
	await db
		.update(tokens)
		.set({ revokedAt: now })
		.where(and(eq(tokens.staffId, id), eq(tokens.purpose, "link"), isNull(tokens.revokedAt)));
	const role: Role = highestRole(held) ?? "clipper";
	return issue(db, now, { purpose: "link", name, role, grants: held, staffId: id });
}

/** Makes an account and the secret of the one-time link that leads into it. Throws 403, 404, 409 or 422. */
export async function inviteStaff(
	context: Context,
	actor: Actor,
	input: { name: string; email?: string | undefined; grants: readonly Grant[] },
): Promise<{ id: string; link: string }> {
	requireSensible(input.grants);
	await requireMayGive(context.db, actor, input.grants);
	const now = context.now();
	const id = uuidv7();
	return context.db.transaction(async (tx) => {
		const email = input.email?.trim().toLowerCase();
		const row = { id, name: input.name, email: email ?? placeholder(id), emailVerified: email !== undefined };
		const [made] = await tx
			.insert(staff)
			.values({ ...row, createdAt: now, updatedAt: now })
			.onConflictDoNothing()
			.returning();
		if (!made) {
			throw new Refusal(409, "email-taken", {
				nl: "Er is al iemand met dit e-mailadres.",
				en: "Somebody has this e-mail address already.",
			});
		}
		await writeGrants(tx, id, input.grants);
		await writeAudit(context, tx, actor, "invite-staff", null, { name: input.name, grants: input.grants });
		return { id, link: await newLink(context, tx, id, input.name, input.grants) };
	});
}

/** A new one-time link for somebody whose link ran out or who cannot get in any more. The old password ends when it is used. */
export const renewLink = (context: Context, actor: Actor, id: string): Promise<string> =>
	context.db.transaction(async (tx) => {
		const { row, held } = await known(tx, actor, id);
		for (const { region } of held) requireRole(actor, "admin", region);
		await writeAudit(context, tx, actor, "renew-link", null, { name: row.name });
		return newLink(context, tx, id, row.name, held);
	});

/** Takes a lock that makes sure that of two who step down at once one stays. */
async function requireAnotherAdministrator(db: Database, id: string): Promise<void> {
	const everywhere = await db
		.select()
		.from(grants)
		.where(and(isNull(grants.region), eq(grants.role, "admin")))
		.for("update");
	if (everywhere.some((grant) => grant.staffId === id) && !everywhere.some((grant) => grant.staffId !== id))
		throw lastAdministrator();
}

const same = (a: Grant, b: Grant) => a.region === b.region && a.role === b.role;

/** Gives somebody other roles. Only what changes must be the actor's to give or take. */
export async function changeGrants(
	context: Context,
	actor: Actor,
	id: string,
	wanted: readonly Grant[],
): Promise<void> {
	requireSensible(wanted);
	await context.db.transaction(async (tx) => {
		const { row, held } = await known(tx, actor, id);
		const given = wanted.filter((grant) => !held.some((other) => same(grant, other)));
		const taken = held.filter((grant) => !wanted.some((other) => same(grant, other)));
		if (given.length + taken.length === 0) return;
		for (const { region } of taken) requireRole(actor, "admin", region);
		await requireMayGive(tx, actor, given);
		if (taken.some(({ region, role }) => region === null && role === "admin"))
			await requireAnotherAdministrator(tx, id);
		await tx.delete(grants).where(eq(grants.staffId, id));
		await writeGrants(tx, id, wanted);
		await writeAudit(context, tx, actor, "change-roles", null, { name: row.name, from: held, to: wanted });
	});
}

/** Removes an account; its sessions, passkeys, password, links and tokens end with it, at once. */
export async function removeStaff(context: Context, actor: Actor, id: string): Promise<void> {
	await context.db.transaction(async (tx) => {
		const { row, held } = await known(tx, actor, id);
		if (!administersAll(actor, held)) {
			throw new Refusal(403, "other-regions", {
				nl: "Deze medewerker heeft ook rollen in regio's die u niet beheert. Neem de rollen in uw regio's weg.",
				en: "This person has roles in regions too that you do not administer. Take away the roles in your regions.",
			});
		}
		await requireAnotherAdministrator(tx, id);
		await tx.delete(staff).where(eq(staff.id, id));
		await writeAudit(context, tx, actor, "remove-staff", null, { name: row.name });
	});
}

/** Everybody whom `actor` administers in at least one region, by name. */
export async function staffFor(context: Context, actor: Actor): Promise<StaffMember[]> {
	const { db } = context;
	const now = context.now();
	const people = await db.select().from(staff).orderBy(asc(staff.name), asc(staff.id));
	const held = new Map<string, Grant[]>();
	for (const { staffId, region, role } of await db.select().from(grants).orderBy(asc(grants.region)))
		held.set(staffId, [...(held.get(staffId) ?? []), { region, role }]);
	const visible = people.filter(({ id }) => isVisible(actor, held.get(id) ?? []));
	if (visible.length === 0) return [];
	const ids = visible.map(({ id }) => id);
	const methods = await db
		.select({ id: signInMethods.userId, provider: signInMethods.providerId })
		.from(signInMethods)
		.where(inArray(signInMethods.userId, ids));
	const keys = await db.select({ id: passkeys.userId }).from(passkeys).where(inArray(passkeys.userId, ids));
	const links = await db
		.select({ id: tokens.staffId })
		.from(tokens)
		.where(and(eq(tokens.purpose, "link"), isNull(tokens.revokedAt), gt(tokens.expiresAt, now)));
	const open = await db
		.select({ id: sessions.userId })
		.from(sessions)
		.where(and(inArray(sessions.userId, ids), gt(sessions.expiresAt, now)));
	return visible.map(({ id, name, email, createdAt }) => {
		const list = held.get(id) ?? [];
		const has = (provider: string) => methods.some((method) => method.id === id && method.provider === provider);
		return {
			id,
			name,
			email: realEmail(email),
			grants: list,
			createdAt: createdAt.toISOString(),
			ways: [
				...(keys.some((key) => key.id === id) ? (["passkey"] as const) : []),
				...(has("credential") ? (["password"] as const) : []),
				...(has("oidc") ? (["provider"] as const) : []),
			],
			invited: links.some((link) => link.id === id),
			sessions: open.filter((session) => session.id === id).length,
			manageable: administersAll(actor, list),
		};
	});
}

/** Throws 404 unless `actor` administers a region in which this person has a role. */
export async function requireKnownStaff(context: Context, actor: Actor, id: string): Promise<{ name: string }> {
	return context.db.transaction(async (tx) => {
		const { row } = await known(tx, actor, id);
		return { name: row.name };
	});
}
