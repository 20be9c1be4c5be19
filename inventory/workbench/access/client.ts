import * as z from "zod/mini";
import { Me, parsed, type StaffApiOptions, staffApi } from "../../browser/staff-api.ts";

const Role = z.enum(["clipper", "editor", "admin"]);
export type Role = z.infer<typeof Role>;
export const Grant = z.object({ region: z.nullable(z.string()), role: Role });
export type Grant = z.infer<typeof Grant>;

const Provider = z.nullable(z.object({ name: z.string() }));

/** Which ways in there are. */
export const Ways = z.object({ passkey: z.boolean(), provider: Provider });
export type Ways = z.infer<typeof Ways>;

export const Account = z.object({
	name: z.string(),
	email: z.nullable(z.string()),
	password: z.boolean(),
	provider: z.boolean(),
	passkeys: z.array(z.object({ id: z.string(), name: z.nullable(z.string()), createdAt: z.nullable(z.string()) })),
	ways: Ways,
});
export type Account = z.infer<typeof Account>;

const SessionList = z.object({
	items: z.array(
		z.object({
			id: z.string(),
			since: z.string(),
			userAgent: z.nullable(z.string()),
			current: z.optional(z.boolean()),
		}),
	),
});
export type OpenSession = z.infer<typeof SessionList>["items"][number];

const StaffList = z.object({
	items: z.array(
		z.object({
			id: z.string(),
			name: z.string(),
			email: z.nullable(z.string()),
			grants: z.array(Grant),
			ways: z.array(z.string()),
			invited: z.boolean(),
			sessions: z.int(),
			manageable: z.boolean(),
		}),
	),
});
export type StaffMember = z.infer<typeof StaffList>["items"][number];

const Link = z.object({ link: z.string() });
const Secret = z.object({ token: z.string() });

const AuditPage = z.object({
	items: z.array(
		z.object({
			id: z.int(),
			at: z.string(),
			by: z.string(),
			action: z.string(),
			record: z.nullable(z.object({ id: z.string(), title: z.nullable(z.string()), region: z.nullable(z.string()) })),
			detail: z.record(z.string(), z.unknown()),
		}),
	),
	next: z.nullable(z.string()),
});
export type AuditPage = z.infer<typeof AuditPage>;

// What WebAuthn exchanges is for the browser and the service; this page hands it on.
const Options = z.looseObject({ challenge: z.string() });
const Registration = z.looseObject({
	challenge: z.string(),
	rp: z.looseObject({ name: z.string() }),
	user: z.looseObject({ id: z.string(), name: z.string(), displayName: z.string() }),
	pubKeyCredParams: z.array(z.object({ alg: z.number(), type: z.literal("public-key") })),
});

export type AccessClient = ReturnType<typeof createAccessClient>;

/** Signing in, one's account, staff and audit as functions. Each throws a `Failure`. */
export function createAccessClient(options: StaffApiOptions) {
	const call = staffApi(options);
	const at = (...parts: string[]) => parts.map((part) => `/${encodeURIComponent(part)}`).join("");
	return {
		ways: async () => parsed(Ways, await call("GET", "/session/ways")),
		withPassword: async (email: string, password: string) =>
			parsed(Me, await call("POST", "/session", { body: { email, password } })),
		passkeyChallenge: async () => parsed(Options, await call("POST", "/session/passkey/options", { body: {} })),
		withPasskey: async (response: object) => parsed(Me, await call("POST", "/session/passkey", { body: { response } })),
		providerAddress: async () =>
			parsed(z.object({ url: z.string() }), await call("POST", "/session/provider", { body: {} })).url,
		account: async () => parsed(Account, await call("GET", "/account")),
		setPassword: async (body: { password: string; current?: string; email?: string }) => {
			await call("PUT", "/account/password", { body });
		},
		registration: async () => parsed(Registration, await call("POST", "/account/passkeys/options", { body: {} })),
		addPasskey: async (name: string, response: object) => {
			await call("POST", "/account/passkeys", { body: { name, response } });
		},
		removePasskey: async (id: string) => {
			await call("DELETE", `/account/passkeys${at(id)}`);
		},
		sessions: async () => parsed(SessionList, await call("GET", "/sessions")).items,
		endSession: async (id: string) => {
			await call("DELETE", `/sessions${at(id)}`);
		},
		endSessions: async () => {
			await call("DELETE", "/sessions");
		},
		staff: async () => parsed(StaffList, await call("GET", "/staff")).items,
		invite: async (body: { name: string; email?: string; grants: readonly Grant[] }) =>
			parsed(Link, await call("POST", "/staff", { body })).link,
		changeGrants: async (id: string, grants: readonly Grant[]) => {
			await call("PUT", `/staff${at(id)}`, { body: { grants } });
		},
		removeStaff: async (id: string) => {
			await call("DELETE", `/staff${at(id)}`);
		},
		renewLink: async (id: string) => parsed(Link, await call("POST", `/staff${at(id)}/link`, { body: {} })).link,
		endSessionsOf: async (id: string) => {
			await call("DELETE", `/staff${at(id)}/sessions`);
		},
		createToken: async (body: { client: string; role: Role; region: string | null }) =>
			parsed(Secret, await call("POST", "/tokens", { body })).token,
		audit: async (query: Record<string, string>) =>
			parsed(
				AuditPage,
				await call("GET", `/audit?${new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""))}`),
			),
	};
}
