import { form, json, object, path, query, reference, refused } from "./openapi-parts.ts";

/** The answer of RFC 6749, 5.2. */
export const OAuthError = object({ error: { type: "string" }, error_description: { type: "string" } }, ["error"]);

/** Letting programs in (RFC 8628), and tokens. */
export const accessPaths = {
	"/api/v1/device/code": {
		post: {
			summary: "Device authorization request (RFC 8628, 3.1); client_id is what the program calls itself",
			security: [],
			requestBody: form({ client_id: { type: "string", maxLength: 80 } }, ["client_id"]),
			responses: {
				200: json(
					object({
						device_code: { type: "string" },
						user_code: { type: "string", examples: ["BCDF-GHJK"] },
						verification_uri: { type: "string", format: "uri" },
						verification_uri_complete: { type: "string", format: "uri" },
						expires_in: { type: "integer" },
						interval: { type: "integer" },
					}),
					"Codes; times in seconds",
				),
				400: json(reference("OAuthError"), "invalid_request"),
				429: refused("Too many codes were asked for; see Retry-After"),
			},
		},
	},
	"/api/v1/device/token": {
		post: {
			summary: "Device access token request (RFC 8628, 3.4); the token may clip and nothing more",
			security: [],
			requestBody: form(
				{
					grant_type: { const: "urn:ietf:params:oauth:grant-type:device_code" },
					device_code: { type: "string" },
					client_id: { type: "string" },
				},
				["grant_type", "device_code"],
			),
			responses: {
				200: json(
					object({
						access_token: { type: "string" },
						token_type: { const: "Bearer" },
						scope: { const: "clipper" },
					}),
					"Somebody said yes; given once",
				),
				400: json(
					reference("OAuthError"),
					"authorization_pending, slow_down, access_denied, expired_token, invalid_grant, invalid_request or unsupported_grant_type",
				),
				429: refused("Asked too often; see Retry-After"),
			},
		},
	},
	"/api/v1/device/request": {
		get: {
			summary: "The program that waits under a code",
			parameters: [query("user_code")],
			responses: {
				200: json(
					object({
						client: { type: "string" },
						createdAt: { type: "string", format: "date-time" },
						expiresAt: { type: "string", format: "date-time" },
					}),
					"Who asks",
				),
				401: refused("Not signed in"),
				404: refused("Wrong, expired or decided on"),
				429: refused("Too many wrong codes; see Retry-After"),
			},
		},
	},
	"/api/v1/device/decision": {
		post: {
			summary: "Say yes or no to a program; from a session of the workbench only",
			requestBody: {
				required: true,
				content: {
					"application/json": {
						schema: object({ user_code: { type: "string" }, approve: { type: "boolean" } }),
					},
				},
			},
			responses: {
				204: { description: "Decided" },
				401: refused("Not signed in"),
				403: refused("With a token, or from another site"),
				404: refused("Wrong, expired or decided on"),
				429: refused("Too many wrong codes; see Retry-After"),
			},
		},
	},
	"/api/v1/tokens": {
		get: {
			summary: "The tokens that stand: one's own, or for an administrator everybody's",
			responses: {
				200: json(
					object({
						items: {
							type: "array",
							items: object({
								id: { type: "string", format: "uuid" },
								name: { type: "string" },
								role: { enum: ["clipper", "editor", "admin"] },
								client: { type: ["string", "null"] },
								createdAt: { type: "string", format: "date-time" },
								current: { type: "boolean" },
							}),
						},
					}),
					"The newest first, without their secrets",
				),
				401: refused("Not signed in"),
			},
		},
		post: {
			summary: "Make a token for a program; from a session of an account only",
			requestBody: {
				required: true,
				content: {
					"application/json": {
						schema: object({
							client: { type: "string" },
							role: { enum: ["clipper", "editor", "admin"] },
							region: { type: ["string", "null"] },
						}),
					},
				},
			},
			responses: {
				201: json(object({ token: { type: "string" } }), "The secret, this once"),
				401: refused("Not signed in"),
				403: refused("More than the account itself may"),
				404: refused("No such region"),
				422: refused("Client, role or region is missing"),
			},
		},
	},
	"/api/v1/tokens/{id}": {
		delete: {
			summary: "Revoke a token; `current` is the one that the request is made with",
			parameters: [path("id")],
			responses: {
				204: { description: "Revoked" },
				401: refused("Not signed in"),
				404: refused("None that you may revoke"),
			},
		},
	},
};
