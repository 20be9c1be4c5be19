import { and, asc, eq, ne } from "drizzle-orm";
import { Hono } from "hono";
import * as z from "zod/mini";
import type { Auth } from "../access/auth.ts";
import { type ApiEnvironment, requireAccount, requires } from "../access/authenticate.ts";
import { dropCookies, handOnCookies } from "../access/enter.ts";
import { grantsOf } from "../access/grants.ts";
import { tooMuch } from "../access/limits.ts";
import { checkPassword } from "../access/password.ts";
import { createRateLimit } from "../access/rate-limit.ts";
import { endSession, endSessions, sessionsOf } from "../access/sessions.ts";
import { keepPassword, passwordHash } from "../access/sign-in-methods.ts";
import { realEmail } from "../access/staff.ts";
import { passkeys, signInMethods, staff } from "../db/schema.ts";
import type { Context } from "../records/context.ts";
import { notFound, Refusal } from "../records/refusal.ts";
import { writeAudit } from "../records/stored.ts";
import { jsonBody } from "./answers.ts";
import { upTo } from "./input.ts";

const Password = z.object({
	password: z.string().check(z.maxLength(1000)),
	current: z.optional(z.string().check(z.maxLength(1000))),
	email: z.optional(z.email().check(z.maxLength(254))),
});
const Registration = z.object({
	name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80), z.regex(/^[^\p{C}]*$/u)),
	response: z.record(z.string(), z.unknown()),
});
const Challenge = z.looseObject({ challenge: z.string() });

const noPasskeys = () =>
	new Refusal(409, "no-passkeys", {
		nl: "Passkeys werken alleen op een adres met https en een naam. Kies een wachtwoord.",
		en: "Passkeys work only at an address with https and a name. Choose a password.",
	});

/** One's own account: how to sign in, and where one is signed in. For people with an account, in the workbench. */
export function accountRoutes(context: Context, auth: Auth, options: { secure: boolean }): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const { db } = context;
	const person = requires(context, "clipper");
	const wrong = createRateLimit(10, 600);
	const small = upTo(32);

	app.get("/account", person, async (c) => {
		const actor = requireAccount(c);
		const [row] = await db.select().from(staff).where(eq(staff.id, actor.staff));
		const keys = await db
			.select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt })
			.from(passkeys)
			.where(eq(passkeys.userId, actor.staff))
			.orderBy(asc(passkeys.createdAt));
		const methods = await db.select().from(signInMethods).where(eq(signInMethods.userId, actor.staff));
		return c.json({
			name: actor.name,
			email: row ? realEmail(row.email) : null,
			grants: await grantsOf(db, actor.staff),
			password: methods.some(({ providerId }) => providerId === "credential"),
			provider: methods.some(({ providerId }) => providerId === "oidc"),
			passkeys: keys,
			ways: { passkey: auth.passkeys, provider: auth.oidc ?? null },
		});
	});

	app.put("/account/password", person, small, async (c) => {
		const actor = requireAccount(c);
		const refused = tooMuch(c, context, wrong, actor.staff);
		if (refused) return refused;
		const input = Password.safeParse(await jsonBody(c));
		if (!input.success) {
			throw new Refusal(422, "invalid-password", {
				nl: "Geef een wachtwoord en, als u er nog geen hebt, een geldig e-mailadres.",
				en: "Give a password and, if you have none yet, a valid e-mail address.",
			});
		}
		const { password, current } = input.data;
		const [row] = await db.select().from(staff).where(eq(staff.id, actor.staff));
		const standing = await passwordHash(db, actor.staff);
		if (standing && !(await auth.verify(current ?? "", standing))) {
			wrong.count(actor.staff, context.now());
			throw new Refusal(403, "wrong-password", {
				nl: "Het huidige wachtwoord klopt niet.",
				en: "The current password is not right.",
			});
		}
		const email = (row && realEmail(row.email)) ?? input.data.email?.toLowerCase();
		if (!email) {
			throw new Refusal(422, "email-needed", {
				nl: "Vul het e-mailadres in waarmee u zich wilt aanmelden.",
				en: "Fill in the e-mail address that you want to sign in with.",
			});
		}
		checkPassword(password, { name: actor.name, email });
		const hash = await auth.hash(password);
		await db.transaction(async (tx) => {
			const [taken] = await tx
				.select({ id: staff.id })
				.from(staff)
				.where(and(eq(staff.email, email), ne(staff.id, actor.staff)));
			if (taken) {
				throw new Refusal(409, "email-taken", {
					nl: "Er is al iemand met dit e-mailadres.",
					en: "Somebody has this e-mail address already.",
				});
			}
			await tx.update(staff).set({ email, updatedAt: context.now() }).where(eq(staff.id, actor.staff));
			await keepPassword(tx, context.now(), actor.staff, hash);
			await writeAudit(context, tx, actor, "set-password", null);
		});
		// Whoever was in with the old one is out.
		await endSessions(context, actor.staff, actor.session);
		return c.body(null, 204);
	});

	app.post("/account/passkeys/options", person, small, async (c) => {
		const actor = requireAccount(c);
		if (!auth.passkeys) throw noPasskeys();
		const answer = await auth.ask(
			`/passkey/generate-register-options?${new URLSearchParams({ name: actor.name }).toString()}`,
			{ cookie: c.req.header("cookie") },
		);
		const challenge = Challenge.safeParse(await answer.json().catch(() => undefined));
		if (!challenge.success) throw badPasskey();
		handOnCookies(c, answer);
		return c.json(challenge.data);
	});

	const badPasskey = () =>
		new Refusal(422, "invalid-passkey", {
			nl: "De passkey is niet bewaard: het duurde te lang of uw apparaat gaf iets anders. Probeer het opnieuw.",
			en: "The passkey was not kept: it took too long or your device gave something else. Try again.",
		});

	app.post("/account/passkeys", person, small, async (c) => {
		const actor = requireAccount(c);
		const input = Registration.safeParse(await jsonBody(c));
		if (!input.success) throw badPasskey();
		const answer = await auth.ask("/passkey/verify-registration", {
			method: "POST",
			cookie: c.req.header("cookie"),
			body: input.data,
		});
		if (!answer.ok) throw badPasskey();
		await writeAudit(context, db, actor, "add-passkey", null, { name: input.data.name });
		return c.body(null, 204);
	});

	app.delete("/account/passkeys/:id", person, async (c) => {
		const actor = requireAccount(c);
		const id = z.uuid().safeParse(c.req.param("id"));
		const [gone] = id.success
			? await db
					.delete(passkeys)
					.where(and(eq(passkeys.id, id.data), eq(passkeys.userId, actor.staff)))
					.returning()
			: [];
		if (!gone) throw notFound({ nl: "Deze passkey is er niet (meer).", en: "There is no such passkey (any more)." });
		await writeAudit(context, db, actor, "remove-passkey", null, { name: gone.name });
		return c.body(null, 204);
	});

	app.get("/sessions", person, async (c) => {
		const actor = requireAccount(c);
		const items = await sessionsOf(context, actor.staff);
		return c.json({ items: items.map((session) => ({ ...session, current: session.id === actor.session })) });
	});

	// Everywhere, here too.
	app.delete("/sessions", person, async (c) => {
		const actor = requireAccount(c);
		await endSessions(context, actor.staff);
		await writeAudit(context, db, actor, "sign-out-everywhere", null);
		dropCookies(c, options.secure);
		return c.body(null, 204);
	});

	app.delete("/sessions/:id", person, async (c) => {
		const actor = requireAccount(c);
		const id = z.uuid().safeParse(c.req.param("id"));
		if (!id.success || !(await endSession(context, actor.staff, id.data)))
			throw notFound({ nl: "Deze sessie is er niet (meer).", en: "There is no such session (any more)." });
		await writeAudit(context, db, actor, "end-session", null);
		return c.body(null, 204);
	});

	return app;
}
