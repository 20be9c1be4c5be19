import { Hono, type Context as HonoContext } from "hono";
import * as z from "zod/mini";
import type { Auth } from "../access/auth.ts";
import { type ApiEnvironment, requires } from "../access/authenticate.ts";
import { describeActor } from "../access/describe-actor.ts";
import { dropCookies, enterWithAccount, enterWithToken, handOnCookies, leave, type Way } from "../access/enter.ts";
import { addressOf, tooMuch } from "../access/limits.ts";
import { createRateLimit } from "../access/rate-limit.ts";
import { refuseForeign, requireSameOrigin } from "../access/same-origin.ts";
import { forgetPassword } from "../access/sign-in-methods.ts";
import { consume, holderOf } from "../access/tokens.ts";
import type { Actor, Context } from "../records/context.ts";
import { Refusal, type Sentence } from "../records/refusal.ts";
import { jsonBody } from "./answers.ts";
import { upTo } from "./input.ts";

const SignIn = z.union([
	z.object({ token: z.string() }),
	z.object({ link: z.string() }),
	z.object({ email: z.string().check(z.maxLength(320)), password: z.string().check(z.maxLength(1000)) }),
]);
const Challenge = z.looseObject({ challenge: z.string() });
const Assertion = z.object({ response: z.record(z.string(), z.unknown()) });
const Redirect = z.object({ url: z.url({ protocol: /^https?$/ }) });

const failed = (detail: Sentence) =>
	new Refusal(401, "sign-in-failed", { nl: "Aanmelden lukt niet.", en: "Sign-in failed." }, { detail });

const wrongProof = () =>
	new Refusal(401, "sign-in-failed", {
		nl: "Aanmelden lukt niet: het token of de link klopt niet, is verlopen of is al gebruikt. Vraag de beheerder om een nieuwe.",
		en: "Sign-in failed: the token or link is wrong, expired or used already. Ask the administrator for a new one.",
	});

const wrongPassword = () =>
	failed({
		nl: "Het e-mailadres en het wachtwoord horen niet bij elkaar.",
		en: "The e-mail address and the password do not belong together.",
	});

const wrongPasskey = () =>
	failed({
		nl: "Deze passkey kennen we niet, of het duurde te lang. Probeer het opnieuw.",
		en: "We do not know this passkey, or it took too long. Try again.",
	});

const providerAway = (name: string) =>
	failed({
		nl: `${name} antwoordt niet. Probeer het later opnieuw, of meld u op een andere manier aan.`,
		en: `${name} does not answer. Try again later, or sign in another way.`,
	});

/** Going in and out of the workbench. `secure` marks cookies for https only. */
export function signInRoutes(context: Context, auth: Auth, options: { secure: boolean }): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const small = upTo(32);
	const tries = createRateLimit(300, 600);
	// Ten wrong ones for a name in ten minutes; the address is counted apart, and wide.
	const misses = createRateLimit(10, 600);
	const missesByAddress = createRateLimit(100, 600);

	/** Answers 429 when this address, or whoever `key` stands for, went wrong too often. */
	const held = (c: HonoContext, key?: string) =>
		tooMuch(c, context, tries, addressOf(c)) ??
		tooMuch(c, context, missesByAddress, addressOf(c)) ??
		(key === undefined ? undefined : tooMuch(c, context, misses, key));
	const miss = (c: HonoContext, key?: string) => {
		missesByAddress.count(addressOf(c), context.now());
		if (key !== undefined) misses.count(key, context.now());
	};

	const entered = async (c: HonoContext, answer: Response, way: Way): Promise<Actor | undefined> =>
		enterWithAccount(c, context, answer, { secure: options.secure, way });

	app.get("/session", requires(context, "clipper"), async (c) => c.json(await describeActor(context, c.get("actor"))));

	app.get("/session/ways", (c) =>
		c.json({ password: true, passkey: auth.passkeys, provider: auth.oidc ?? null, token: true }),
	);

	async function byProof(c: HonoContext, input: { token: string } | { link: string }): Promise<Actor> {
		const now = context.now();
		if ("token" in input) {
			const holder = await holderOf(context.db, now, "api", input.token.trim());
			if (!holder) throw wrongProof();
			await enterWithToken(c, context, holder, { secure: options.secure, way: "token" });
			return holder;
		}
		const guest = await consume(context.db, now, "link", input.link.trim());
		if (!guest) throw wrongProof();
		if (!guest.staff) {
			await enterWithToken(c, context, guest, { secure: options.secure, way: "link" });
			return guest;
		}
		// Whoever needs a link has no password yet or has lost it: an old one must not stay open beside the new.
		await forgetPassword(context.db, guest.staff);
		const answer = await auth.ask("/sign-in/link", { method: "POST", body: { userId: guest.staff } });
		const actor = await entered(c, answer, "link");
		if (!actor) throw wrongProof();
		return actor;
	}

	app.post("/session", small, async (c) => {
		refuseForeign(c);
		const input = SignIn.safeParse(await jsonBody(c));
		const key = input.success && "email" in input.data ? input.data.email.trim().toLowerCase() : undefined;
		const refused = held(c, key);
		if (refused) return refused;
		tries.count(addressOf(c), context.now());
		try {
			if (!input.success) throw wrongProof();
			if (!("email" in input.data)) return c.json(await describeActor(context, await byProof(c, input.data)));
			const { email, password } = input.data;
			const answer = await auth.ask("/sign-in/email", { method: "POST", body: { email: email.trim(), password } });
			const actor = await entered(c, answer, "password");
			if (!actor) throw wrongPassword();
			return c.json(await describeActor(context, actor));
		} catch (error) {
			if (error instanceof Refusal && error.status === 401) miss(c, key);
			throw error;
		}
	});

	app.post("/session/passkey/options", small, async (c) => {
		refuseForeign(c);
		const refused = held(c);
		if (refused) return refused;
		tries.count(addressOf(c), context.now());
		const answer = await auth.ask("/passkey/generate-authenticate-options");
		const challenge = Challenge.safeParse(await answer.json());
		if (!challenge.success) throw wrongPasskey();
		handOnCookies(c, answer);
		return c.json(challenge.data);
	});

	app.post("/session/passkey", small, async (c) => {
		refuseForeign(c);
		const refused = held(c);
		if (refused) return refused;
		const input = Assertion.safeParse(await jsonBody(c));
		const answer =
			input.success &&
			(await auth.ask("/passkey/verify-authentication", {
				method: "POST",
				cookie: c.req.header("cookie"),
				body: input.data,
			}));
		const actor = answer && (await entered(c, answer, "passkey"));
		if (!actor) {
			miss(c);
			throw wrongPasskey();
		}
		return c.json(await describeActor(context, actor));
	});

	// Where people come back is never taken from the request: always the workbench.
	app.post("/session/provider", small, async (c) => {
		refuseForeign(c);
		const refused = held(c);
		if (refused) return refused;
		tries.count(addressOf(c), context.now());
		if (!auth.oidc) {
			throw new Refusal(404, "no-provider", {
				nl: "Aanmelden met een account van elders staat hier niet aan.",
				en: "Signing in with an account from elsewhere is not switched on here.",
			});
		}
		const body = {
			provider: "oidc",
			callbackURL: "/workbench/",
			errorCallbackURL: "/workbench/",
			disableRedirect: true,
		};
		const answer = await auth.askProvider("/sign-in/social", { method: "POST", body });
		const redirect = answer.ok ? Redirect.safeParse(await answer.json()) : undefined;
		if (!redirect?.success) throw providerAway(auth.oidc.name);
		handOnCookies(c, answer);
		return c.json({ url: redirect.data.url });
	});

	app.get("/auth/callback/oidc", async (c) => {
		const refused = held(c);
		if (refused) return refused;
		tries.count(addressOf(c), context.now());
		const back = (outcome: string) => c.redirect(`/workbench/#sign-in=${outcome}`, 302);
		if (!auth.oidc) return back("refused");
		const { search } = new URL(c.req.url);
		const answer = await auth.askProvider(`/callback/oidc${search}`, { cookie: c.req.header("cookie") });
		try {
			const actor = await entered(c, answer, "provider");
			if (actor) return c.redirect("/workbench/", 302);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
		}
		miss(c);
		const uninvited = /[?&]error=(?:signup_disabled|account_not_linked)/.test(answer.headers.get("location") ?? "");
		return back(uninvited ? "not-invited" : "refused");
	});

	app.delete("/session", async (c) => {
		// Another site must not sign somebody out either.
		if (c.req.header("cookie")) requireSameOrigin(c);
		await leave(c, context);
		dropCookies(c, options.secure);
		return c.body(null, 204);
	});

	return app;
}
