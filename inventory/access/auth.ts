import { randomBytes } from "node:crypto";
import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { genericOAuth } from "better-auth/plugins";
import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod/mini";
import type { Database } from "../db/open.ts";
import { passkeys, secrets, sessions, signInMethods, staff, verifications } from "../db/schema.ts";
import { hashedSessions } from "./hashed-sessions.ts";
import type { OidcSettings } from "./oidc-settings.ts";

/** Seconds that a session of the workbench lasts. */
export const sessionLifetime = 12 * 3600;

/** Under this our calls reach better-auth; of it the outside sees only the callback of the provider. */
const basePath = "/api/v1/auth";

/** How the outside reaches us, and who else may say who somebody is. */
export interface AuthOptions {
	publicUrl: string;
	oidc?: OidcSettings | undefined;
}

/** One secret for all processes on a database, made by whoever comes first. */
async function sharedSecret(db: Database): Promise<string> {
	const name = "sign-in";
	await db
		.insert(secrets)
		.values({ name, value: randomBytes(32).toString("base64url") })
		.onConflictDoNothing();
	const [row] = await db.select().from(secrets).where(eq(secrets.name, name));
	if (!row) throw new Error("The secret of signing in is neither there nor made");
	return row.value;
}

/** A session for somebody that we know already, by a one-time link. Only we can call it: no route leads here. */
const byLink = {
	id: "by-link",
	endpoints: {
		signInByLink: createAuthEndpoint(
			"/sign-in/link",
			{ method: "POST", body: z.object({ userId: z.string() }) },
			async (c) => {
				const user = await c.context.internalAdapter.findUserById(c.body.userId);
				const session = user && (await c.context.internalAdapter.createSession(user.id));
				if (!user || !session) return c.json({ signedIn: false });
				await setSessionCookie(c, { session, user });
				return c.json({ signedIn: true });
			},
		),
	},
};

/** What WebAuthn calls the relying party: a host name. An IP address cannot have passkeys. */
export function passkeyHost(publicUrl: string): string | undefined {
	const { hostname, protocol } = new URL(publicUrl);
	const secure = protocol === "https:" || hostname === "localhost";
	return secure && !/^[\d.]+$|^\[/.test(hostname) ? hostname : undefined;
}

const nothingToAskWith = { accessToken: null, refreshToken: null, idToken: null };

function build(db: Database, secret: string, { publicUrl }: AuthOptions, oidc: OidcSettings | undefined) {
	const { origin, protocol } = new URL(publicUrl);
	return betterAuth({
		baseURL: origin,
		basePath,
		secret,
		telemetry: { enabled: false },
		// What it would say has addresses and names in it; what goes wrong comes back in its answers.
		logger: { disabled: true },
		database: hashedSessions(
			drizzleAdapter(db, {
				provider: "pg",
				schema: {
					user: staff,
					session: sessions,
					account: signInMethods,
					verification: verifications,
					passkey: passkeys,
				},
			}),
		),
		emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
		session: { expiresIn: sessionLifetime, disableSessionRefresh: true },
		// We ask the provider who somebody is, once; what it hands out to ask more with is not kept.
		databaseHooks: {
			account: {
				create: { before: async (account) => ({ data: { ...account, ...nothingToAskWith } }) },
				update: { before: async (account) => ({ data: { ...account, ...nothingToAskWith } }) },
			},
		},
		account: { accountLinking: { trustedProviders: ["oidc"] }, storeStateStrategy: "database" },
		// Ours count by the injected clock and answer in two languages.
		rateLimit: { enabled: false },
		advanced: {
			cookiePrefix: "regiotechniek",
			useSecureCookies: protocol === "https:",
			database: { generateId: () => uuidv7() },
			// Lax: the provider sends people back here from its own site.
			defaultCookieAttributes: { path: "/api/v1", sameSite: "lax", httpOnly: true },
			cookies: { session_token: { attributes: { path: "/api/v1", sameSite: "strict", httpOnly: true } } },
		},
		plugins: [
			byLink,
			passkey({
				rpID: passkeyHost(publicUrl) ?? "localhost",
				rpName: "Regiotechniek",
				origin,
				authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
			}),
			...(oidc
				? [
						genericOAuth({
							config: [
								{
									providerId: "oidc",
									discoveryUrl: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
									clientId: oidc.clientId,
									clientSecret: oidc.clientSecret,
									scopes: ["openid", "email", "profile"],
									pkce: true,
									disableSignUp: true,
								},
							],
						}),
					]
				: []),
		],
	});
}

type BetterAuth = ReturnType<typeof build>;

/** One request to better-auth. `cookie` is the browser's; what comes back may set cookies. */
export interface AuthRequest {
	method?: "GET" | "POST";
	cookie?: string | undefined;
	body?: unknown;
}

/** better-auth behind the few calls that our routes make of it. */
export interface Auth {
	readonly passkeys: boolean;
	readonly oidc: { name: string } | undefined;
	ask(path: string, request?: AuthRequest): Promise<Response>;
	/** The same, of the one that knows the provider; it is looked up when it is first needed, and again after a failure. */
	askProvider(path: string, request?: AuthRequest): Promise<Response>;
	hash(password: string): Promise<string>;
	verify(password: string, hash: string): Promise<boolean>;
}

export function createAuth(db: Database, options: AuthOptions): Auth {
	let own: Promise<BetterAuth> | undefined;
	let withProvider: Promise<BetterAuth> | undefined;
	const make = async (oidc: OidcSettings | undefined) => build(db, await sharedSecret(db), options, oidc);
	const ownAuth = () => {
		own ??= make(undefined).catch((error: unknown) => {
			own = undefined;
			throw error;
		});
		return own;
	};
	const { origin } = new URL(options.publicUrl);

	const send = (auth: BetterAuth, path: string, { method = "GET", cookie, body }: AuthRequest) =>
		auth.handler(
			new Request(`${origin}${basePath}${path}`, {
				method,
				headers: {
					// Whether the request came from our own page was checked before.
					Origin: origin,
					...(cookie && { Cookie: cookie }),
					...(body !== undefined && { "Content-Type": "application/json" }),
				},
				...(body !== undefined && { body: JSON.stringify(body) }),
			}),
		);

	return {
		passkeys: passkeyHost(options.publicUrl) !== undefined,
		oidc: options.oidc && { name: options.oidc.name },
		ask: async (path, request = {}) => send(await ownAuth(), path, request),
		async askProvider(path, request = {}) {
			withProvider ??= make(options.oidc);
			const response = await send(await withProvider, path, request);
			if (response.status >= 400) withProvider = undefined;
			return response;
		},
		hash: async (password) => (await (await ownAuth()).$context).password.hash(password),
		verify: async (password, hash) => (await (await ownAuth()).$context).password.verify({ password, hash }),
	};
}
