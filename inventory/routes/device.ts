import { Hono, type Context as HonoContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod/mini";
import { type ApiEnvironment, requireSession, requires } from "../access/authenticate.ts";
import {
	claimDevice,
	codeLifetime,
	type DeviceAnswer,
	decideDevice,
	findDevice,
	firstInterval,
	startDevice,
} from "../access/device.ts";
import { addressOf, tooMuch } from "../access/limits.ts";
import { createRateLimit } from "../access/rate-limit.ts";
import type { Context } from "../records/context.ts";
import { notFound, Refusal } from "../records/refusal.ts";
import { jsonBody } from "./answers.ts";

const grantType = "urn:ietf:params:oauth:grant-type:device_code";

/** There is no registration of programs: `client_id` is what one calls itself, for a person to recognise. */
const ClientId = z.string().check(z.trim(), z.minLength(1), z.maxLength(80), z.regex(/^[^\p{C}]*$/u));
const UserCode = z.string().check(z.maxLength(40));
const Decision = z.object({ user_code: UserCode, approve: z.boolean() });

type OAuthError = Extract<DeviceAnswer, { error: string }>["error"] | "invalid_request" | "unsupported_grant_type";

/** RFC 6749, 5.2. The description is for who builds a program. */
const descriptions: Readonly<Record<OAuthError, string>> = {
	authorization_pending: "Nobody has decided yet: ask again after the interval.",
	slow_down: "That was too soon: the interval is five seconds longer from now on.",
	access_denied: "Somebody said no.",
	expired_token: "The code has expired: ask for a new one.",
	invalid_grant: "There is no such device code, or its token was handed out already.",
	invalid_request:
		"client_id (1 to 80 characters) and, for a token, device_code are needed, as application/x-www-form-urlencoded.",
	unsupported_grant_type: `grant_type must be ${grantType}.`,
};
const oauthError = (c: HonoContext, error: OAuthError) =>
	c.json({ error, error_description: descriptions[error] }, 400);

/** Programs get in without a token being copied: RFC 8628. */
export function deviceRoutes(context: Context, { publicUrl }: { publicUrl: string }): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const starts = createRateLimit(60, 600);
	const claims = createRateLimit(1200, 600);
	// Ten of 25 thousand million codes, for who is signed in already.
	const misses = createRateLimit(10, 600);

	const small = bodyLimit({ maxSize: 4096 });

	app.post("/device/code", small, async (c) => {
		const address = addressOf(c);
		const refused = tooMuch(c, context, starts, address);
		if (refused) return refused;
		const client = ClientId.safeParse((await c.req.parseBody()).client_id);
		if (!client.success) return oauthError(c, "invalid_request");
		starts.count(address, context.now());
		const { deviceCode, userCode } = await startDevice(context.db, context.now(), client.data);
		const page = `${publicUrl}/workbench/#device`;
		return c.json({
			device_code: deviceCode,
			user_code: userCode,
			verification_uri: page,
			verification_uri_complete: `${page}=${userCode}`,
			expires_in: codeLifetime,
			interval: firstInterval,
		});
	});

	app.post("/device/token", small, async (c) => {
		const address = addressOf(c);
		const refused = tooMuch(c, context, claims, address);
		if (refused) return refused;
		claims.count(address, context.now());
		const { grant_type: grant, device_code: code } = await c.req.parseBody();
		if (grant !== grantType) return oauthError(c, "unsupported_grant_type");
		if (typeof code !== "string") return oauthError(c, "invalid_request");
		const answer = await claimDevice(context.db, context.now(), code);
		if ("error" in answer) return oauthError(c, answer.error);
		return c.json({ access_token: answer.token, token_type: "Bearer", scope: "clipper" });
	});

	const unknown = () =>
		notFound({
			nl: "Deze code kennen we niet: hij klopt niet, is verlopen of is al gebruikt.",
			en: "We do not know this code: it is wrong, has expired or was used already.",
		});

	app.get("/device/request", requires(context, "clipper"), async (c) => {
		const { name } = c.get("actor");
		const refused = tooMuch(c, context, misses, name);
		if (refused) return refused;
		const request = await findDevice(context.db, context.now(), c.req.query("user_code") ?? "");
		if (!request) {
			misses.count(name, context.now());
			throw unknown();
		}
		return c.json(request);
	});

	app.post("/device/decision", small, requires(context, "clipper"), async (c) => {
		const actor = requireSession(c);
		const refused = tooMuch(c, context, misses, actor.name);
		if (refused) return refused;
		const input = Decision.safeParse(await jsonBody(c));
		if (!input.success) {
			throw new Refusal(422, "invalid-decision", {
				nl: "Geef user_code en approve (waar of onwaar).",
				en: "Give user_code and approve (true or false).",
			});
		}
		const { user_code: userCode, approve } = input.data;
		if (!(await decideDevice(context.db, context.now(), actor, { userCode, approve }))) {
			misses.count(actor.name, context.now());
			throw unknown();
		}
		return c.body(null, 204);
	});

	return app;
}
