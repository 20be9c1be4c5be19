import { json, object, path, query, refused } from "./openapi-parts.ts";

/** Accounts: how people sign in, who works here, who did what. All of it is for the workbench. */

const text = { type: "string" };
const id = { type: "string", format: "uuid" };
const moment = { type: "string", format: "date-time" };
const role = { enum: ["clipper", "editor", "admin"] };
const textOrNone = { type: ["string", "null"] };
const grants = { type: "array", items: object({ region: textOrNone, role }) };
const body = (schema: unknown) => ({ required: true, content: { "application/json": { schema } } });
const list = (item: unknown, description: string) =>
	json(object({ items: { type: "array", items: item } }), description);

/** What every answer to somebody who must be let in may be. */
const guarded = {
	401: refused("Not signed in"),
	403: refused("Too little access, a token where a person is needed, or from another site"),
};
const gone = (description: string) => ({
	204: { description },
	...guarded,
	404: refused("Not there, or not yours to see"),
});
const me = json({ type: "object" }, "Who is in: name, role, account and regions");
const open = {
	401: refused("Not let in"),
	403: refused("From another site"),
	429: refused("Too often; see Retry-After"),
};
const webauthn = { type: "object", description: "As WebAuthn Level 3 has it in JSON" };
const session = object({ id, since: moment, until: moment, userAgent: textOrNone }, ["id", "since", "until"]);

export const staffPaths = {
	"/api/v1/session": {
		get: { summary: "Who is in", responses: { 200: me, 401: refused("Not signed in") } },
		post: {
			summary: "Sign in to the workbench with a password, a token or a one-time link",
			security: [],
			requestBody: body({ type: "object", description: "email and password, or token, or link" }),
			responses: { 200: me, ...open, 413: refused("Too large") },
		},
		delete: {
			summary: "Sign out",
			security: [],
			responses: { 204: { description: "Out" }, 403: refused("From another site") },
		},
	},
	"/api/v1/session/ways": {
		get: {
			summary: "Which ways in there are",
			security: [],
			responses: {
				200: json(
					object({
						password: { type: "boolean" },
						passkey: { type: "boolean" },
						token: { type: "boolean" },
						provider: { type: ["object", "null"] },
					}),
					"Ways",
				),
			},
		},
	},
	"/api/v1/session/passkey/options": {
		post: {
			summary: "A challenge for a passkey",
			security: [],
			responses: { 200: json(webauthn, "Options"), ...open },
		},
	},
	"/api/v1/session/passkey": {
		post: {
			summary: "Sign in with a passkey",
			security: [],
			requestBody: body(object({ response: webauthn })),
			responses: { 200: me, ...open },
		},
	},
	"/api/v1/session/provider": {
		post: {
			summary: "Begin to sign in with an account elsewhere (OpenID Connect)",
			security: [],
			responses: { 200: json(object({ url: text }), "Where to go"), ...open, 404: refused("Not switched on") },
		},
	},
	"/api/v1/auth/callback/oidc": {
		get: {
			summary: "Where the provider sends people back to",
			security: [],
			parameters: ["code", "state", "error"].map(query),
			responses: { 302: { description: "To the workbench, always" }, 429: refused("Too often; see Retry-After") },
		},
	},
	"/api/v1/account": {
		get: {
			summary: "One's own account and its ways in",
			responses: { 200: json({ type: "object" }, "The account"), ...guarded },
		},
	},
	"/api/v1/account/password": {
		put: {
			summary: "Choose a password; other sessions end",
			requestBody: body(object({ password: text, current: text, email: text }, ["password"])),
			responses: {
				204: { description: "Kept" },
				...guarded,
				409: refused("Somebody has this e-mail address"),
				422: refused("Too weak, or an e-mail address is missing"),
				429: refused("Too often; see Retry-After"),
			},
		},
	},
	"/api/v1/account/passkeys/options": {
		post: {
			summary: "A challenge to make a passkey with",
			responses: { 200: json(webauthn, "Options"), ...guarded, 409: refused("Not at this address") },
		},
	},
	"/api/v1/account/passkeys": {
		post: {
			summary: "Keep a passkey",
			requestBody: body(object({ name: text, response: webauthn })),
			responses: { 204: { description: "Kept" }, ...guarded, 422: refused("Not what was asked for") },
		},
	},
	"/api/v1/account/passkeys/{id}": {
		delete: { summary: "Remove a passkey", parameters: [path("id")], responses: gone("Gone") },
	},
	"/api/v1/sessions": {
		get: { summary: "Where one is signed in", responses: { 200: list(session, "Sessions"), ...guarded } },
		delete: { summary: "Sign out everywhere", responses: { 204: { description: "Out" }, ...guarded } },
	},
	"/api/v1/sessions/{id}": {
		delete: { summary: "End one session", parameters: [path("id")], responses: gone("Ended") },
	},
	"/api/v1/staff": {
		get: {
			summary: "The people in the regions that one administers",
			responses: { 200: list({ type: "object" }, "By name"), ...guarded },
		},
		post: {
			summary: "Invite somebody",
			requestBody: body(object({ name: text, email: text, grants }, ["name", "grants"])),
			responses: {
				201: json(object({ id, link: text }), "The one-time link, given once"),
				...guarded,
				404: refused("No such region"),
				409: refused("Somebody has this e-mail address"),
				422: refused("Not right"),
			},
		},
	},
	"/api/v1/staff/{id}": {
		put: {
			summary: "Give other roles",
			parameters: [path("id")],
			requestBody: body(object({ grants })),
			responses: { ...gone("Changed"), 409: refused("The last administrator"), 422: refused("Not right") },
		},
		delete: {
			summary: "Remove somebody; sessions and tokens end at once",
			parameters: [path("id")],
			responses: { ...gone("Removed"), 409: refused("The last administrator") },
		},
	},
	"/api/v1/staff/{id}/link": {
		post: {
			summary: "A new one-time link",
			parameters: [path("id")],
			responses: {
				201: json(object({ link: text }), "Given once"),
				...guarded,
				404: refused("Not there, or not yours to see"),
			},
		},
	},
	"/api/v1/staff/{id}/sessions": {
		get: {
			summary: "Where somebody is signed in",
			parameters: [path("id")],
			responses: { 200: list(session, "Sessions"), ...guarded, 404: refused("Not there, or not yours to see") },
		},
		delete: { summary: "Sign somebody out", parameters: [path("id")], responses: gone("Out") },
	},
	"/api/v1/staff/{id}/sessions/{session}": {
		delete: {
			summary: "End one session of somebody",
			parameters: [path("id"), path("session")],
			responses: gone("Ended"),
		},
	},
	"/api/v1/audit": {
		get: {
			summary: "Who did what, the latest first",
			parameters: ["by", "action", "record", "after", "limit"].map(query),
			responses: {
				200: json(
					object({ items: { type: "array", items: { type: "object" } }, next: textOrNone }),
					"A page; next is the cursor of the following one",
				),
				400: refused("A filter that is not right"),
				...guarded,
			},
		},
	},
};
